#!/usr/bin/env bash
# Installs the .deb on a fresh Debian and uses it as a person would. As root, with debootstrap and a Debian mirror:
#   packaging/linux/verify.sh [PACKAGE.deb]
# Leaves the picture it took and its own log in target/installer/verify.
set -euo pipefail
cd "$(dirname "$0")/../.."

package=$(realpath "${1:-$(ls target/installer/packages/jobglass_*.deb)}")
out=$PWD/target/installer/verify
tree=$(mktemp -d)
chmod 755 "$tree" # an ordinary user must be able to enter
mirror=${MIRROR:-http://deb.debian.org/debian}
user=olga
mkdir -p "$out"
exec > >(tee "$out/verify.log") 2>&1

clean_up() {
    umount "$tree/proc" "$tree/dev/shm" 2>/dev/null || true
    rm -rf --one-file-system "$tree"
}
trap clean_up EXIT

step() { echo "== $*"; }
inside() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { inside su "$user" -c "$*"; }
fail() { echo "FAILED: $*"; exit 1; }

step "A fresh Debian"
debootstrap --variant=minbase bookworm "$tree" "$mirror" > "$out/debootstrap.log"
mount -t proc proc "$tree/proc" 2>/dev/null || mount --bind /proc "$tree/proc"
mkdir -p "$tree/dev/shm" && mount -t tmpfs tmpfs "$tree/dev/shm" 2>/dev/null || true
[ ! -f /etc/apt/apt.conf.d/proxy.conf ] || cp /etc/apt/apt.conf.d/proxy.conf "$tree/etc/apt/apt.conf.d/"
inside apt-get update -qq
inside useradd --create-home "$user"
cp "$package" "$tree/tmp/new.deb"

step "An older version, to be upgraded later"
older=$(mktemp -d)
dpkg-deb -R "$package" "$older/tree"
sed -i 's/^Version: .*/Version: 0.0.1/' "$older/tree/DEBIAN/control"
dpkg-deb --build --root-owner-group -Zgzip "$older/tree" "$tree/tmp/older.deb" > /dev/null
rm -rf "$older"
inside apt-get install -y -qq --no-install-recommends /tmp/older.deb > "$out/apt.log" 2>&1 || fail "apt install"
inside find / -xdev -not -path '/proc/*' -not -path '/tmp/*' | sort > "$out/with-older.txt"

step "jobglass --version and --help as an ordinary user"
as_user jobglass --version
as_user jobglass --help > "$out/help.txt"
grep -q -- --watch-screen "$out/help.txt" || fail "help"

step "The commands for scripts"
as_user "jobglass status run_1 --server http://127.0.0.1:9; test \$? = 5" || fail "status"
inside bash -n /usr/share/bash-completion/completions/jobglass || fail "completion"

step "What a wall needs"
inside test -f /usr/lib/systemd/user/jobglass-watch-screen.service || fail "unit"
inside sh -n /usr/lib/jobglass/bin/jobglass-kiosk || fail "kiosk"

step "Settings that an upgrade must keep"
as_user "mkdir -p ~/.config/jobglass && echo '{\"theme\":\"LIGHT\",\"stalledMinutes\":7}' > ~/.config/jobglass/settings.json"

step "The upgrade"
inside apt-get install -y -qq --no-install-recommends /tmp/new.deb >> "$out/apt.log" 2>&1 || fail "upgrade"
inside dpkg-query -W -f '${Version}\n' jobglass
as_user "grep -q LIGHT ~/.config/jobglass/settings.json" || fail "settings lost by the upgrade"

step "The demo on a display"
inside apt-get install -y -qq --no-install-recommends xvfb xauth imagemagick > "$out/apt-x.log" 2>&1
as_user "cd ~ && xvfb-run -a -s '-screen 0 1280x800x24' sh -c '
    jobglass --demo --startup-report > start.txt 2> errors.txt &
    for i in 1 2 3 4 5 6 7 8 9 10 11 12; do sleep 1; grep -q painted start.txt && break; done
    sleep 3; import -window root demo.png; kill \$!; wait'" || true
cp "$tree/home/$user/demo.png" "$tree/home/$user/start.txt" "$out/"
cat "$out/start.txt"
grep -Eq '\(([1-9][0-9]+) rows\)' "$out/start.txt" || fail "no rows"
[ ! -s "$tree/home/$user/errors.txt" ] || { cat "$tree/home/$user/errors.txt"; fail "something was written to the error stream"; }
colours=$(inside identify -format '%k' "/home/$user/demo.png")
echo "the picture has $colours colours"
[ "$colours" -gt 500 ] || fail "the picture shows next to nothing"
as_user "grep -q 'stalledMinutes.*7' ~/.config/jobglass/settings.json" || fail "settings lost by running"

step "A cache that is missing or broken hurts nothing"
mv "$tree/usr/lib/jobglass/lib/app/jobglass.aot" "$tree/tmp/"
as_user "jobglass --version" | grep -q jobglass || fail "without the cache"
head -c 100000 /dev/urandom > "$tree/usr/lib/jobglass/lib/app/jobglass.aot"
[ "$(as_user 'jobglass --version' 2>&1 | wc -l)" = 1 ] || fail "with a broken cache"
mv "$tree/tmp/jobglass.aot" "$tree/usr/lib/jobglass/lib/app/"

step "Removal leaves the person's data and nothing else"
inside apt-get remove -y -qq --purge jobglass >> "$out/apt.log" 2>&1 || fail "removal"
left=$(inside find /usr /etc /opt /var -xdev -iname '*jobglass*' -not -path '/var/log/*' -not -path '/var/cache/*' -not -path '/var/lib/apt/*')
[ -z "$left" ] || fail "left behind: $left"
inside find "/home/$user" -iname '*jobglass*'
as_user "test -f ~/.config/jobglass/settings.json" || fail "the person's settings are gone"
echo "== All of it holds"
