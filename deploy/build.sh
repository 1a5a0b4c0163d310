#!/usr/bin/env bash
# Makes what can be installed, below artifacts/packages:
#   deploy/build.sh tool       squirrel as a .NET tool (NuGet package)
#   deploy/build.sh binaries   silo and squirrel, self-contained: the silo is a folder with one program, squirrel is one file
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
  publish Silo silo
  # SQLite goes into the file, too: one file is one file.
  publish Client client -p:IncludeNativeLibrariesForSelfExtract=true
}

publish() {
  dotnet publish "$1" -c Release -r "$runtime" --self-contained -o "$out/$runtime/$2" \
    -p:PublishSingleFile=true -p:DebugType=none -p:PublishDocumentationFiles=false -p:RunAnalyzers=false "${@:3}"
}

deb() {
  local architecture root
  case "$runtime" in
    linux-x64) architecture=amd64 ;;
    linux-arm64) architecture=arm64 ;;
    *) echo "There is no Debian package for $runtime: expected linux-x64 or linux-arm64." >&2; exit 2 ;;
  esac
  root=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now is meant
  trap "rm -rf '$root'" EXIT
  # With SQLite beside it: what is in the file has to be written into a home first, which nobody and cron may not have.
  publish Client client-beside
  install -d "$root/DEBIAN" "$root/usr/lib/uptimesquirrel" "$root/usr/bin" "$root/usr/share/doc/uptimesquirrel" "$root/etc/uptimesquirrel"
  cp -r "$out/$runtime/silo" "$root/usr/lib/uptimesquirrel/silo"
  cp -r "$out/$runtime/client-beside" "$root/usr/lib/uptimesquirrel/client"
  ln -s ../lib/uptimesquirrel/client/squirrel "$root/usr/bin/squirrel"
  ln -s ../lib/uptimesquirrel/silo/UptimeSquirrel.Silo "$root/usr/bin/uptimesquirrel-silo"
  install -D -m 0644 deploy/systemd/uptimesquirrel.service "$root/usr/lib/systemd/system/uptimesquirrel.service"
  install -m 0640 deploy/systemd/silo.env "$root/etc/uptimesquirrel/silo.env"
  install -d "$root/usr/share/bash-completion/completions"
  if [ "$(uname -m)" = x86_64 ] && [ "$runtime" = linux-x64 ]; then
    "$root/usr/bin/squirrel" completion bash > "$root/usr/share/bash-completion/completions/squirrel"
  fi
  install -m 0644 LICENSE CHANGELOG.md docs/*.md "$root/usr/share/doc/uptimesquirrel/"
  mv "$root/usr/share/doc/uptimesquirrel/LICENSE" "$root/usr/share/doc/uptimesquirrel/copyright"
  install -m 0755 deploy/debian/postinst deploy/debian/prerm deploy/debian/postrm "$root/DEBIAN/"
  sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$architecture/; s/@SIZE@/$(du -sk "$root/usr" | cut -f1)/" deploy/debian/control > "$root/DEBIAN/control"
  echo /etc/uptimesquirrel/silo.env > "$root/DEBIAN/conffiles"
  # Whatever the umask is here, everybody may read it there, and nothing but the programs is one.
  find "$root" -type d -exec chmod 0755 {} +
  find "$root/usr" "$root/DEBIAN/control" "$root/DEBIAN/conffiles" -type f -exec chmod 0644 {} +
  chmod 0755 "$root/usr/lib/uptimesquirrel/client/squirrel" "$root/usr/lib/uptimesquirrel/silo/UptimeSquirrel.Silo"
  dpkg-deb --root-owner-group --build "$root" "$out/uptimesquirrel_${version}_$architecture.deb"
}

mkdir -p "$out"
case "${1:-all}" in
  tool | binaries) "$1" ;;
  # Anew each time: what was built before the last change has the same name.
  deb) publish Silo silo && deb ;;
  all) tool && binaries && deb ;;
  *) echo "'$1' is nothing that can be built: expected tool, binaries, deb or all." >&2; exit 2 ;;
esac
