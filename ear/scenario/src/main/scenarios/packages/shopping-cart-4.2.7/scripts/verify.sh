#!/bin/sh
# Succeeds if the shopping cart has this package's version, its trust bundle is whole and it comes up.
set -eu
cart=shopping-cart
[ "$(cat "$cart/VERSION")" = "$THROUGHLINE_VERSION" ] || { echo "version is $(cat "$cart/VERSION")" >&2; exit 1; }
for authority in "$cart"/trust/*.pem; do
    grep -q 'END CERTIFICATE' "$authority" || { echo "$authority is no certificate" >&2; exit 1; }
done
if [ -r "$cart/WORKS_ONLY_WITH" ] && [ "$(cat "$cart/WORKS_ONLY_WITH")" != "$THROUGHLINE_VERSION" ]; then
    echo "the shopping cart does not come up with $THROUGHLINE_VERSION" >&2
    exit 1
fi
