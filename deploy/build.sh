#!/usr/bin/env bash
# Makes what can be installed, below artifacts/packages:
#   deploy/build.sh tool       squirrel as a .NET tool (NuGet package)
#   deploy/build.sh binaries   silo and squirrel, self-contained, a file each (and the silo's wwwroot)
#   deploy/build.sh deb        a Debian package of these
#   deploy/build.sh all        all of that
# RUNTIME=linux-arm64 builds for another kind of machine than linux-x64.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

runtime=${RUNTIME:-linux-x64}
out=$PWD/artifacts/packages
version=$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' Directory.Build.props)

tool() {
  dotnet pack Client -c Release -o "$out"
}

binaries() {
  local room
  for room in Silo Client; do
    # Native parts (SQLite) go into the file, too: one file is one file.
    dotnet publish "$room" -c Release -r "$runtime" --self-contained -o "$out/$runtime/${room,,}" \
      -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -p:DebugType=none -p:PublishDocumentationFiles=false -p:RunAnalyzers=false
  done
}

deb() {
  local architecture root
  case "$runtime" in
    linux-x64) architecture=amd64 ;;
    linux-arm64) architecture=arm64 ;;
    *) echo "There is no Debian package for $runtime: expected linux-x64 or linux-arm64." >&2; exit 2 ;;
  esac
  [ -x "$out/$runtime/client/squirrel" ] || binaries
  root=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now is meant
  trap "rm -rf '$root'" EXIT
  install -d "$root/DEBIAN" "$root/usr/lib/uptimesquirrel" "$root/usr/bin" "$root/usr/share/doc/uptimesquirrel" "$root/etc/uptimesquirrel"
  cp -r "$out/$runtime/silo" "$root/usr/lib/uptimesquirrel/silo"
  install -m 0755 "$out/$runtime/client/squirrel" "$root/usr/bin/squirrel"
  ln -s ../lib/uptimesquirrel/silo/UptimeSquirrel.Silo "$root/usr/bin/uptimesquirrel-silo"
  install -D -m 0644 deploy/systemd/uptimesquirrel.service "$root/lib/systemd/system/uptimesquirrel.service"
  install -m 0640 deploy/systemd/silo.env "$root/etc/uptimesquirrel/silo.env"
  install -d "$root/usr/share/bash-completion/completions"
  if [ "$(uname -m)" = x86_64 ] && [ "$runtime" = linux-x64 ]; then
    "$root/usr/bin/squirrel" completion bash > "$root/usr/share/bash-completion/completions/squirrel"
  fi
  install -m 0644 LICENSE CHANGELOG.md docs/operating.md docs/configuration.md "$root/usr/share/doc/uptimesquirrel/"
  mv "$root/usr/share/doc/uptimesquirrel/LICENSE" "$root/usr/share/doc/uptimesquirrel/copyright"
  sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/" deploy/debian/control > "$root/DEBIAN/control"
  install -m 0755 deploy/debian/postinst deploy/debian/prerm deploy/debian/postrm "$root/DEBIAN/"
  echo /etc/uptimesquirrel/silo.env > "$root/DEBIAN/conffiles"
  chmod -R u+w,go-w "$root" && chmod 0755 "$root"
  dpkg-deb --root-owner-group --build "$root" "$out/uptimesquirrel_${version}_$architecture.deb"
}

mkdir -p "$out"
case "${1:-all}" in
  tool | binaries | deb) "$1" ;;
  all) tool && binaries && deb ;;
  *) echo "'$1' is nothing that can be built: expected tool, binaries, deb or all." >&2; exit 2 ;;
esac
