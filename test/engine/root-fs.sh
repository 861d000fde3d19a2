#!/bin/sh
# Writes a root file system with Node, npm and a shell to standard output, as tar: an image's base where nothing can be pulled.
# Usage: root-fs.sh NODE NPM_FOLDER | docker import - NAME
set -eu
node=$1
npm=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

# The libraries of a program, where its loader looks for them.
libraries() {
  ldd "$1" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done
}

mkdir -p "$root/usr/local/bin" "$root/usr/local/lib/node_modules" "$root/bin" "$root/usr/bin" "$root/etc/ssl/certs" "$root/tmp" "$root/root"
chmod 1777 "$root/tmp"
cp -L "$node" "$root/usr/local/bin/node"
cp -RL "$npm" "$root/usr/local/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
for name in sh cat ls mkdir touch env chmod rm; do
  program=$(command -v "$name")
  cp -L "$program" "$root/bin/$name"
  libraries "$program"
done
ln -s /bin/env "$root/usr/bin/env"
libraries "$node"
echo 'root:x:0:0:root:/root:/bin/sh' > "$root/etc/passwd"
cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || :
tar -C "$root" --owner=0 --group=0 --numeric-owner -cf - .
