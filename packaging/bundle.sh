#!/bin/sh
# Makes build/bundle/paraph with PyInstaller and puts beside it what a Linux desktop wants. PYTHON is the interpreter.
set -eu
"$PYTHON" -m PyInstaller --noconfirm --clean --log-level ERROR \
    --distpath build/bundle --workpath build/pyinstaller packaging/paraph.spec
if [ "$(uname -s)" = Linux ]; then
    mkdir -p build/bundle/paraph/desktop
    cp packaging/linux/paraph.desktop resources/desktop/mime/packages/paraph.xml resources/icons/paraph.svg \
        build/icons/paraph-*.png build/bundle/paraph/desktop
    cp packaging/linux/install.sh build/bundle/paraph/install.sh
fi
echo "The bundle is in build/bundle/paraph"
