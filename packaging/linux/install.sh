#!/bin/sh
# Puts the Paraph folder that this script lies in into the user's desktop: menu entry, icon, type of *.paraph files.
#   ./install.sh            installs for this user, below ~/.local
#   ./install.sh --remove   takes everything out again; projects and settings stay
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
programs=$HOME/.local/bin

refresh() {
    command -v update-mime-database >/dev/null && update-mime-database "$data/mime" >/dev/null 2>&1 || true
    command -v update-desktop-database >/dev/null && update-desktop-database "$data/applications" || true
    command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -qtf "$data/icons/hicolor" || true
}

remove() {
    rm -rf "$data/paraph"
    rm -f "$programs/paraph" "$data/applications/paraph.desktop" "$data/mime/packages/paraph.xml"
    rm -f "$data"/icons/hicolor/*/apps/paraph.png "$data/icons/hicolor/scalable/apps/paraph.svg"
}

if [ "${1:-}" = --remove ]; then
    remove
    refresh
    echo "Paraph is no longer installed."
    exit
fi
if [ ! -x "$here/paraph" ]; then
    echo "$here holds no Paraph: run the install.sh that lies in the folder made by 'make bundle'." >&2
    exit 1
fi

remove
mkdir -p "$data/applications" "$data/mime/packages" "$data/icons/hicolor/scalable/apps" "$programs"
cp -R "$here" "$data/paraph"
ln -s "$data/paraph/paraph" "$programs/paraph"
sed -e "s|^Exec=paraph|Exec=\"$data/paraph/paraph\"|" -e "s|^TryExec=paraph|TryExec=$data/paraph/paraph|" \
    "$here/desktop/paraph.desktop" >"$data/applications/paraph.desktop"
cp "$here/desktop/paraph.xml" "$data/mime/packages/paraph.xml"
cp "$here/desktop/paraph.svg" "$data/icons/hicolor/scalable/apps/paraph.svg"
for picture in "$here"/desktop/paraph-*.png; do
    size=${picture##*-}
    size=${size%.png}
    mkdir -p "$data/icons/hicolor/${size}x$size/apps"
    cp "$picture" "$data/icons/hicolor/${size}x$size/apps/paraph.png"
done
refresh
echo "Paraph is installed: look for it in the menu, double-click a *.paraph file, or run $programs/paraph"
