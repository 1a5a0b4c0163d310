#!/usr/bin/env bash
# Installs the Debian package, starts its silo as the unit would, uses it, upgrades over it, removes and purges it:
#   sudo deploy/try-deb.sh [artifacts/packages/uptimesquirrel_…_amd64.deb]
# All of that happens in a copy of this machine's files that is thrown away, with a network of its own: nothing of it stays.
# There is no systemd in there. What the package asks of it is noted down by a stand-in.
set -euo pipefail

fail() { echo "FAILED: $*" >&2; exit 1; }

outside() {
  [ "$(id -u)" -eq 0 ] || { echo "This wants root: it installs a package." >&2; exit 2; }
  local deb=${1:-$(ls -t "$(dirname "$0")"/../artifacts/packages/uptimesquirrel_*.deb 2>/dev/null | head -1)}
  [ -f "$deb" ] || { echo "There is no package '$deb': 'deploy/build.sh deb' makes one." >&2; exit 2; }
  exec unshare --mount --net --pid --fork --kill-child "$0" --within "$(realpath "$deb")"
}

# A copy of all files, of which only the changes take room, in memory.
within() {
  mount --make-rprivate /
  mount -t tmpfs tmpfs /mnt
  mkdir /mnt/changes /mnt/work /mnt/root
  mount -t overlay overlay -o lowerdir=/,upperdir=/mnt/changes,workdir=/mnt/work /mnt/root
  cp "$1" /mnt/root/root/package.deb
  cp "$0" /mnt/root/root/try-deb.sh
  mount -t proc proc /mnt/root/proc
  mount --rbind /dev /mnt/root/dev
  for folder in tmp run var/tmp; do mount -t tmpfs tmpfs "/mnt/root/$folder"; done
  ip link set lo up
  chroot /mnt/root /root/try-deb.sh --try
}

try() {
  cd /
  export DEBIAN_FRONTEND=noninteractive
  mkdir -p /run/systemd/system
  rm -f /usr/bin/systemctl /bin/systemctl
  printf '#!/bin/sh\necho "$*" >> /run/systemctl\n' > /usr/bin/systemctl
  chmod 0755 /usr/bin/systemctl

  echo "== install"
  apt-get install -y /root/package.deb > /run/apt 2>&1 || { cat /run/apt; fail "it cannot be installed"; }
  asked "daemon-reload"
  owned /etc/uptimesquirrel/silo.env "root:uptimesquirrel 640"
  owned /usr/bin/squirrel "root:root 755"
  [ "$(dpkg -V uptimesquirrel)" = "" ] || fail "files are not as the package has them: $(dpkg -V uptimesquirrel)"
  [ -z "$(find /usr/lib/uptimesquirrel -perm /022)" ] || fail "others may write: $(find /usr/lib/uptimesquirrel -perm /022)"
  ! command -v systemd-analyze >/dev/null || systemd-analyze verify /usr/lib/systemd/system/uptimesquirrel.service || fail "systemd does not like the unit"

  echo "== start, as the unit does"
  install -d -o uptimesquirrel -g uptimesquirrel -m 0750 /var/lib/uptimesquirrel
  start_silo
  [ "$(curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8080/_content/UptimeSquirrel.Web/dashboard.css)" = 200 ] || fail "the pages have no style"
  as nobody squirrel add https://shop.example --email you@example.org > /dev/null || fail "somebody without a home cannot use squirrel"
  as nobody squirrel list | grep -q https://shop.example/ || fail "the website is not in the list"
  as uptimesquirrel uptimesquirrel-silo --health > /dev/null || fail "--health says it is not well"
  as uptimesquirrel uptimesquirrel-silo backup a.backup > /dev/null || fail "no backup can be made"

  echo "== upgrade over it"
  echo 'Alerts__PublicUrl=https://uptime.example.org' >> /etc/uptimesquirrel/silo.env
  stop_silo
  apt-get install -y --reinstall /root/package.deb > /run/apt 2>&1 || { cat /run/apt; fail "it cannot be upgraded"; }
  asked "try-restart uptimesquirrel.service"
  grep -q '^Alerts__PublicUrl' /etc/uptimesquirrel/silo.env || fail "the settings are gone after the upgrade"
  owned /etc/uptimesquirrel/silo.env "root:uptimesquirrel 640"
  start_silo
  as nobody squirrel list | grep -q https://shop.example/ || fail "the website is gone after the upgrade"
  stop_silo

  echo "== remove"
  apt-get remove -y uptimesquirrel > /run/apt 2>&1 || { cat /run/apt; fail "it cannot be removed"; }
  asked "disable --now uptimesquirrel.service"
  [ -f /etc/uptimesquirrel/silo.env ] || fail "removing took the settings away"
  [ ! -e /usr/lib/uptimesquirrel ] && [ ! -e /usr/bin/squirrel ] && [ ! -e /usr/bin/uptimesquirrel-silo ] || fail "programs are left"

  echo "== purge"
  apt-get purge -y uptimesquirrel > /run/apt 2>&1 || { cat /run/apt; fail "it cannot be purged"; }
  [ ! -e /etc/uptimesquirrel ] || fail "purging left /etc/uptimesquirrel"
  [ -f /var/lib/uptimesquirrel/data/uptimesquirrel.db ] || fail "purging took the data away"
  local left
  left=$(find /etc /usr /opt /srv /var -path /var/lib/uptimesquirrel -prune -o \( -iname '*uptimesquirrel*' -o -name squirrel \) -print)
  [ -z "$left" ] || fail "purging left: $left"
  echo "The package does what it says."
}

as() { local user=$1; shift; (cd /var/lib/uptimesquirrel && env -i PATH=/usr/bin:/bin setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"); }

asked() {
  grep -qx -- "$1" /run/systemctl || fail "systemd was not asked to '$1', only to: $(cat /run/systemctl)"
}

owned() { [ "$(stat -Lc '%U:%G %a' "$1")" = "$2" ] || fail "$1 is $(stat -Lc '%U:%G %a' "$1"), expected $2"; }

start_silo() {
  (
    set -a; . /etc/uptimesquirrel/silo.env; set +a
    cd /var/lib/uptimesquirrel; umask 0077
    exec setpriv --reuid=uptimesquirrel --regid=uptimesquirrel --clear-groups --no-new-privs --inh-caps=-all,+net_raw --ambient-caps=-all,+net_raw --bounding-set=-all,+net_raw \
      env HOME=/nonexistent /usr/lib/uptimesquirrel/silo/UptimeSquirrel.Silo
  ) > /run/silo.log 2>&1 &
  silo=$!
  local _
  for _ in $(seq 120); do
    ! curl -fs -o /dev/null http://127.0.0.1:8080/readyz || return 0
    kill -0 "$silo" 2>/dev/null || { cat /run/silo.log; fail "the silo ended"; }
    sleep 1
  done
  cat /run/silo.log; fail "the silo does not get ready"
}

stop_silo() { kill -TERM "$silo"; wait "$silo" || fail "the silo ended with $?"; }

case "${1:-}" in
  --within) within "$2" ;;
  --try) try ;;
  *) outside "$@" ;;
esac
