#!/bin/sh
# A session for a wall: nothing but the watch screen, started again when it ends. What is given goes to jobglass.
# For a wall that may go dark, take this line away; it turns off what X darkens the screen by.
command -v xset > /dev/null && xset s off -dpms 2> /dev/null
# Without a window manager the window fills the screen too, but dialogs would have no frames.
command -v openbox > /dev/null && [ -z "$WAYLAND_DISPLAY" ] && openbox &
while :; do
    jobglass --watch-screen --read-only "$@"
    sleep 3
done
