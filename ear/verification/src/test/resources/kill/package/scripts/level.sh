#!/bin/sh
cat sleeper/VERSION 2>/dev/null || echo none
