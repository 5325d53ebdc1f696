#!/bin/sh
# Brings the shopping cart to this package's version. What was there is kept beside it for the way back; the version is
# written last. Every run leaves a line in the server's ledger.
set -eu
umask 022
echo "install $THROUGHLINE_VERSION over ${THROUGHLINE_BEFORE:-none}" >> ledger
cart=shopping-cart
kept=shopping-cart.before
if [ -e "$cart/LOCKED" ]; then
    echo "the shopping cart is $(cat "$cart/LOCKED")" >&2
    exit 75
fi
mkdir -p "$cart"
if [ ! -d "$kept" ]; then
    rm -rf "$kept.new"
    cp -R "$cart" "$kept.new"
    mv "$kept.new" "$kept"
fi
rm -rf "$cart/trust.new"
cp -R "$THROUGHLINE_PACKAGE/payload/trust" "$cart/trust.new"
chmod -R a+rX "$cart/trust.new"
rm -rf "$cart/trust"
mv "$cart/trust.new" "$cart/trust"
cp "$THROUGHLINE_PACKAGE/payload/configuration.properties" "$cart/configuration.properties"
chmod a+r "$cart/configuration.properties"
echo "$THROUGHLINE_VERSION" > "$cart/VERSION.new"
mv "$cart/VERSION.new" "$cart/VERSION"
rm -rf "$kept.done"
mv "$kept" "$kept.done"
