#!/bin/sh
# Brings back what the installation found, from any point of it.
set -eu
umask 022
echo "rollback $THROUGHLINE_VERSION to ${THROUGHLINE_BEFORE:-none}" >> ledger
cart=shopping-cart
kept=shopping-cart.before
if [ ! -d "$kept" ]; then
    # Either the installation never came so far as to change anything, or it was finished.
    [ "$(cat "$cart/VERSION" 2>/dev/null || echo none)" != "${THROUGHLINE_BEFORE:-none}" ] || exit 0
    kept=shopping-cart.before.done
fi
for mark in LOCKED WORKS_ONLY_WITH; do
    rm -f "$kept/$mark"
    [ ! -e "$cart/$mark" ] || cp "$cart/$mark" "$kept/$mark"
done
rm -rf "$cart"
mv "$kept" "$cart"
