"""What a Linux desktop reads: the menu entry, the type of project files, the icons; and what installs them.

Where Debian's desktop-file-utils and shared-mime-info are not installed, the files are checked less strictly.
"""

from __future__ import annotations

import configparser
import os
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from storage.project import Project
from storage.sqlite import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
TYPES = ROOT / "resources" / "desktop" / "mime" / "packages" / "paraph.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def icons(tmp_path_factory):
    folder = tmp_path_factory.mktemp("icons")
    subprocess.run([sys.executable, str(ROOT / "packaging" / "make_icons.py"), str(folder)], check=True)
    return folder


@pytest.fixture
def bundle(tmp_path, icons):
    """A folder as `make bundle` makes it, with a program that does nothing."""
    folder = tmp_path / "made" / "paraph"
    (folder / "desktop").mkdir(parents=True)
    (folder / "paraph").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "paraph").chmod(0o755)
    shutil.copy(LINUX / "install.sh", folder)
    for source in (LINUX / "paraph.desktop", TYPES, *icons.glob("*.png")):
        shutil.copy(source, folder / "desktop")
    shutil.copy(ROOT / "resources" / "icons" / "paraph.svg", folder / "desktop")
    return folder


def _validate(entry: Path) -> str:
    """What desktop-file-validate finds wrong; without it, which keys are missing."""
    if shutil.which("desktop-file-validate") is None:
        read = configparser.RawConfigParser()
        read.read(entry, encoding="utf-8")
        needed = {"type", "name", "exec", "icon", "categories", "mimetype"}
        return " ".join(sorted(needed - set(read["Desktop Entry"])))
    result = subprocess.run(["desktop-file-validate", str(entry)], capture_output=True, text=True)
    return result.stdout + result.stderr


def test_the_menu_entry_is_valid_and_opens_projects():
    assert _validate(LINUX / "paraph.desktop") == ""
    lines = (LINUX / "paraph.desktop").read_text(encoding="utf-8").splitlines()
    kind = ElementTree.parse(TYPES).getroot().find(f"{MIME}mime-type").get("type")
    assert f"MimeType={kind};application/pdf;" in lines


def test_the_type_of_project_files_knows_a_project_by_name_and_content(tmp_path):
    root = ElementTree.parse(TYPES).getroot()
    assert root.find(f".//{MIME}glob").get("pattern") == "*.paraph"
    outer = root.find(f".//{MIME}magic/{MIME}match")
    inner = outer.find(f"{MIME}match")
    assert int(inner.get("value"), 16) == APPLICATION_ID
    path = tmp_path / "p.paraph"
    Project.create(path).close()
    head = path.read_bytes()[:100]
    assert head.startswith(outer.get("value").encode())
    (found,) = struct.unpack_from(">I", head, int(inner.get("offset")))
    assert found == APPLICATION_ID


def test_the_desktop_accepts_the_type(tmp_path):
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(TYPES, packages)
    if shutil.which("update-mime-database") is None:
        kinds = ElementTree.parse(packages / "paraph.xml").getroot()
        assert {kind.tag for kind in kinds} == {f"{MIME}mime-type"}
        return
    command = ["update-mime-database", str(tmp_path / "mime")]
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path)}
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (result.returncode, result.stderr) == (0, "")
    assert "application/x-paraph:*.paraph" in (tmp_path / "mime" / "globs").read_text(encoding="utf-8")


def test_icons_come_in_every_size_and_as_one_file_for_windows(icons):
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        picture = QImage(str(icons / f"paraph-{size}.png"))
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(0, 0).alpha() == 0
        assert picture.pixelColor(size // 2, size // 4).alpha() == 255
    assert QImage(str(icons / "paraph.ico")).width() in (16, 24, 32, 48, 64, 256)


def test_installing_puts_everything_in_place_and_removing_takes_it_out(bundle, tmp_path):
    home = tmp_path / "home with a space"
    home.mkdir()
    environment = {"PATH": os.environ["PATH"], "HOME": str(home)}
    subprocess.run(["sh", str(bundle / "install.sh")], env=environment, check=True, capture_output=True)
    data = home / ".local" / "share"
    assert (home / ".local" / "bin" / "paraph").resolve() == (data / "paraph" / "paraph").resolve()
    entry = data / "applications" / "paraph.desktop"
    assert _validate(entry) == ""
    assert f'Exec="{data}/paraph/paraph" %F' in entry.read_text(encoding="utf-8")
    assert (data / "icons" / "hicolor" / "48x48" / "apps" / "paraph.png").is_file()
    assert (data / "mime" / "packages" / "paraph.xml").is_file()
    remove = ["sh", str(data / "paraph" / "install.sh"), "--remove"]
    subprocess.run(remove, env=environment, check=True, capture_output=True)
    left = [path for path in home.rglob("*paraph*") if path.is_file() or path.is_symlink()]
    assert [path for path in left if "application/x-paraph" not in str(path)] == []
