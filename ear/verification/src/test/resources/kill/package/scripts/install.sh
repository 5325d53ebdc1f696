#!/bin/sh
set -eu
echo begun >> ledger
sleep 3
mkdir -p sleeper
echo "$THROUGHLINE_VERSION" > sleeper/VERSION
echo applied >> ledger
