"""Imports run one way, and the contracts that say so in pyproject.toml notice when one does not."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("gui", "storage", "model", "resources")


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    arguments = ["--config", str(folder / "pyproject.toml"), "--no-cache"]
    return subprocess.run([*command, *arguments], cwd=folder, capture_output=True, text=True, timeout=100)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tree")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_imports_run_one_way():
    result = _lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        ("storage/planted.py", "import gui.session", "Imports run one way"),
        ("model/planted.py", "from storage.project import Project", "Imports run one way"),
        ("model/planted.py", "import main", "Nobody imports main"),
        ("model/extraction/planted.py", "from PySide6.QtCore import QObject", "PySide6 only in gui"),
        ("gui/planted.py", "import sqlite3", "SQLAlchemy only in storage"),
        ("model/planted.py", "from sqlalchemy import select", "SQLAlchemy only in storage"),
        ("model/extraction/planted.py", "import pymupdf", "PyMuPDF only in model.reading"),
        ("model/planted.py", "def late():\n    import pymupdf", "PyMuPDF only in model.reading"),
        ("gui/planted.py", "import tkinter", "No second window toolkit"),
        ("gui/planted.py", "from urllib.request import urlopen", "Nothing uses the network"),
    ],
)
def test_a_planted_import_breaks_its_contract(copy, module, statement, contract):
    planted = copy / module
    planted.write_text(statement + "\n", encoding="utf-8")
    try:
        result = _lint_imports(copy)
    finally:
        planted.unlink()
    assert result.returncode != 0
    broken = [line for line in result.stdout.splitlines() if " BROKEN" in line]
    assert any(line.startswith(contract) for line in broken), result.stdout


def test_main_imports_nothing_heavy_before_it_is_needed():
    tree = ast.parse((ROOT / "main.py").read_text(encoding="utf-8"))
    standard = sys.stdlib_module_names
    top = [name for statement in tree.body for name in _imported(statement)]
    ours = [name for name in top if name.split(".")[0] not in standard]
    assert ours == ["model.version", "storage.commands"]  # which import nothing themselves
    anywhere = [name.split(".")[0] for statement in ast.walk(tree) for name in _imported(statement)]
    assert not {"PySide6", "sqlalchemy", "sqlite3", "pymupdf"} & set(anywhere)


def test_opening_a_project_imports_nothing_that_suggests_or_learns():
    loaded = _loaded_with("storage.project")
    assert not {"model.suggestions", "model.vocabularies", "model.learning.reviews"} & loaded


def test_the_process_that_prints_an_extraction_leaves_it_to_its_worker():
    loaded = _loaded_with("storage.commands.extract")
    assert not {"model.extraction", "model.suggestions", "model.lists", "pymupdf"} & loaded


def _loaded_with(module: str) -> set[str]:
    code = f"import sys; import {module}; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(said.stdout.split())


def _imported(statement: ast.AST) -> list[str]:
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names]
    if isinstance(statement, ast.ImportFrom):
        return [statement.module or ""]
    return []
