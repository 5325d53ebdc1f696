#!/bin/sh
# Says when it began and when it was done, and takes its time as long as the test holds it.
set -eu
echo begun >> ledger
while [ "$(basename "$PWD")" != kill-test ] && [ -e ../../hold ]; do
    sleep 0.2
done
mkdir -p sleeper
echo "$THROUGHLINE_VERSION" > sleeper/VERSION
echo applied >> ledger
