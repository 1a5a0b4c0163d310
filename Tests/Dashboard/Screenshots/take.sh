#!/usr/bin/env bash
# Takes the screenshots of the README anew, into docs/images: builds, then runs the one test that takes them.
# With a folder, takes every page into it instead: light, dark, in German and on a phone.
# It gets a network and an /etc/hosts of its own (so it wants to be root), where the names below are this machine.
set -euo pipefail
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  UPTIMESQUIRREL_SCREENSHOTS=$(realpath "$1") UPTIMESQUIRREL_SCREENSHOTS_ALL=1
  export UPTIMESQUIRREL_SCREENSHOTS_ALL
fi
cd "$(dirname "$0")/../../.."
export UPTIMESQUIRREL_SCREENSHOTS="${UPTIMESQUIRREL_SCREENSHOTS:-$PWD/docs/images}"
mkdir -p "$UPTIMESQUIRREL_SCREENSHOTS"
dotnet build Tests
hosts=$(mktemp)
trap 'rm -f "$hosts"' EXIT
printf '127.0.0.1 localhost\n' >"$hosts"
i=10
for name in shop checkout api docs status mail wiki media intranet; do
  printf '127.0.0.%d %s.acorn.example\n' "$i" "$name" >>"$hosts"
  i=$((i + 1))
done
unshare --mount --net sh -c "ip link set lo up; mount --bind '$hosts' /etc/hosts; exec dotnet artifacts/bin/Tests/debug/UptimeSquirrel.Tests.dll -explicit only -class '*ScreenshotTests'"
