#!/bin/sh
test "$(cat sleeper/VERSION)" = "$THROUGHLINE_VERSION"
