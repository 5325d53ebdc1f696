#!/bin/sh
# Brings back what the installation found, from any point of it.
set -eu
umask 022
echo "rollback $THROUGHLINE_VERSION to ${THROUGHLINE_BEFORE:-none}" >> ledger
[ -d search.before ] || exit 0
rm -rf search
mv search.before search
