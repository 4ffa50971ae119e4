#!/bin/sh
# jpackage's own launcher asks rpm and dpkg for its package at every start, which takes 0.4 s; this one does not.
# A cache that is missing or does not fit is ignored by Java, without a word.
home=$(dirname "$(dirname "$(readlink -f "$0")")")
exec "$home/lib/runtime/bin/java" "@$home/lib/app/jvm.options" \
    -XX:AOTCache="$home/lib/app/jobglass.aot" -Xlog:disable -m dev.jobglass/dev.jobglass.Main "$@"
