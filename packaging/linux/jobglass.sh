#!/bin/sh
# jpackage's own launcher asks rpm and dpkg for its package at every start, which takes 0.4 s; this one does not.
# A cache that is missing or does not fit is ignored by Java, without a word.
home=$(dirname "$(dirname "$(readlink -f "$0")")")
# JavaFX loads OpenGL itself where it is to paint with it. Without this GTK does so everywhere, which costs 50 MB.
export GDK_GL="${GDK_GL:-disable}"
# Each of many threads would otherwise keep native memory of its own that it hardly uses: 10 MB.
export MALLOC_ARENA_MAX="${MALLOC_ARENA_MAX:-2}"
exec "$home/lib/runtime/bin/java" "@$home/lib/app/jvm.options" \
    -XX:AOTCache="$home/lib/app/jobglass.aot" -Xlog:disable $JOBGLASS_JAVA_OPTIONS \
    -m dev.jobglass/dev.jobglass.app.Main "$@"
