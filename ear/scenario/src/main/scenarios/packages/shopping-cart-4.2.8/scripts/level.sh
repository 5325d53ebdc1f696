#!/bin/sh
# Prints the version of the shopping cart on this server.
if [ -r shopping-cart/VERSION ]; then cat shopping-cart/VERSION; else echo none; fi
