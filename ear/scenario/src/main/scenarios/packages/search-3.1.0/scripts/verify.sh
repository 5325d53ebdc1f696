#!/bin/sh
# Succeeds if the search has this package's version and its ranking can be read.
set -eu
[ "$(cat search/VERSION)" = "$THROUGHLINE_VERSION" ] || { echo "version is $(cat search/VERSION)" >&2; exit 1; }
grep -q '^boost.season=' search/ranking.properties || { echo "the ranking knows no seasons" >&2; exit 1; }
