#!/bin/sh
set -eu
echo back >> ledger
if [ "$THROUGHLINE_BEFORE" = none ]; then rm -rf sleeper; else echo "$THROUGHLINE_BEFORE" > sleeper/VERSION; fi
