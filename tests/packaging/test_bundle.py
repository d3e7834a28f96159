"""What PyInstaller is told to put into the bundle beside the modules: every resource, and the licences."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def held(tree):
    """The files' places in the bundle, by the specification, read as PyInstaller reads it."""
    given = {}

    def analysis(scripts, datas, **others):
        given["datas"] = datas
        return SimpleNamespace(pure=(), scripts=(), binaries=(), datas=())

    def nothing(*arguments, **others):
        return None

    names = {"SPECPATH": str(tree / "packaging"), "Analysis": analysis, "PYZ": nothing, "EXE": nothing,
             "COLLECT": nothing}  # fmt: skip
    specification = tree / "packaging" / "paraph.spec"
    exec(compile(specification.read_text(encoding="utf-8"), specification, "exec"), names)
    return {(Path(target) / Path(source).name).as_posix() for source, target in given["datas"]}


def test_the_bundle_holds_every_resource(tree, held):
    resources = (path for path in (tree / "resources").rglob("*") if path.is_file())
    expected = {path.relative_to(tree).as_posix() for path in resources if path.suffix not in (".py", ".pyc")}
    assert "resources/abbreviations.toml" in expected
    assert {name for name in held if name.startswith("resources/")} == expected


def test_the_bundle_holds_the_licences_of_what_is_in_it(held):
    assert "LICENSE" in held
    assert "licences/Qt/LGPL-3.0.txt" in held
    folders = {name.split("/")[1].split("-")[0].lower() for name in held if name.startswith("licences/")}
    assert {"pymupdf", "sqlalchemy", "platformdirs", "numpy", "lxml", "spacy"} <= folders
