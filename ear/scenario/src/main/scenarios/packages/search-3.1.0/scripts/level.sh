#!/bin/sh
# Prints the version of the search on this server.
if [ -r search/VERSION ]; then cat search/VERSION; else echo none; fi
