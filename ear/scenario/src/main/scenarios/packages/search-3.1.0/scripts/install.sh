#!/bin/sh
# Brings the search to this package's version, in its own time: queries in flight end first. What was there is kept beside it
# for the way back; the version is written last. Every run leaves a line in the server's ledger.
set -eu
umask 022
echo "install $THROUGHLINE_VERSION over ${THROUGHLINE_BEFORE:-none}" >> ledger
mkdir -p search
if [ ! -d search.before ]; then
    rm -rf search.before.new
    cp -R search search.before.new
    mv search.before.new search.before
fi
sleep 6
cp "$THROUGHLINE_PACKAGE/payload/ranking.properties" search/ranking.properties
echo "$THROUGHLINE_VERSION" > search/VERSION.new
mv search/VERSION.new search/VERSION
