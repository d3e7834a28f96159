"""Imports run one way, and the contracts that say so in pyproject.toml notice when one does not."""

from __future__ import annotations

import ast
import pickle
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from model.documents import Document, Masthead
from model.doubts import Doubt, DoubtKind
from model.workers.messages import Finished

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("gui", "storage", "model", "resources")


def _lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"]
    arguments = ["--config", str(folder / "pyproject.toml"), "--no-cache"]
    return subprocess.run([*command, *arguments], cwd=folder, capture_output=True, text=True, timeout=100)


# Where an import stands that breaks a contract, what it is, and the contract.
PLANTED = (
    ("storage", "import gui.session", "Imports run one way"),
    ("model", "from storage.project import Project", "Imports run one way"),
    ("model", "import main", "Nobody imports main"),
    ("model/extraction", "from PySide6.QtCore import QObject", "PySide6 only in gui"),
    ("gui", "import sqlite3", "SQLAlchemy only in storage"),
    ("model", "from sqlalchemy import select", "SQLAlchemy only in storage"),
    ("model/extraction", "import pymupdf", "PyMuPDF only in model.reading"),
    ("model", "def late():\n    import pymupdf", "PyMuPDF only in model.reading"),
    ("gui", "import tkinter", "No second window toolkit"),
    ("gui", "from urllib.request import urlopen", "Nothing uses the network"),
)


@pytest.fixture(scope="module")
def complaints(tmp_path_factory):
    """What is said of a copy of the tree with all those imports in it: lines by contract."""
    folder = tmp_path_factory.mktemp("tree")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for number, (package, statement, _) in enumerate(PLANTED):
        (folder / package / f"planted{number}.py").write_text(statement + "\n", encoding="utf-8")
    result = _lint_imports(folder)
    assert result.returncode != 0
    _, _, report = result.stdout.partition("Broken contracts\n")
    parts = re.split(r"^(.+)\n-{10,}\n", report, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_imports_run_one_way():
    result = _lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize("number", range(len(PLANTED)))
def test_a_planted_import_breaks_its_contract(complaints, number):
    package, _, contract = PLANTED[number]
    (said,) = [lines for name, lines in complaints.items() if name.startswith(contract)]
    assert f"{package.replace('/', '.')}.planted{number} -> " in said


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
    said = Finished(
        Document("d", "a.pdf", "", (), Masthead()), (Doubt(DoubtKind.UNREAD, "", 1, "A picture."),)
    )
    loaded = _loaded_with("storage.commands.extract", f"import pickle; pickle.loads({pickle.dumps(said)!r})")
    assert not {"model.extraction", "model.suggestions", "model.lists", "pymupdf"} & loaded


def test_the_window_imports_no_rules_to_look_for_doubts_and_to_import():
    """While one thread imports them, the others wait for it again and again."""
    loaded = _loaded_with("model.review_doubts, model.repairs, storage.coverage, storage.importing")
    rules = [name for name in loaded if name.startswith(("model.extraction.", "model.suggestions."))]
    beneath = "concepts coverage doubts labels likeness numbering rows systems wording"
    assert {name.rpartition(".")[2] for name in rules} <= set(beneath.split())


def _loaded_with(module: str, then: str = "pass") -> set[str]:
    code = f"import sys; import {module}; {then}; print(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(said.stdout.split())


def _imported(statement: ast.AST) -> list[str]:
    if isinstance(statement, ast.Import):
        return [alias.name for alias in statement.names]
    if isinstance(statement, ast.ImportFrom):
        return [statement.module or ""]
    return []


@cache
def _defined(module: Path) -> set[str]:
    """The names that a module has at its top, also those that it imports, and for a package its modules."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {path.stem for path in module.parent.iterdir()} if module.name == "__init__.py" else set()
    for statement in ast.walk(tree):
        if isinstance(statement, ast.FunctionDef | ast.ClassDef):
            names.add(statement.name)
        elif isinstance(statement, ast.Import | ast.ImportFrom):
            names.update((alias.asname or alias.name).split(".")[0] for alias in statement.names)
        elif isinstance(statement, ast.Name) and isinstance(statement.ctx, ast.Store):
            names.add(statement.id)
    return names


def _file_of(name: str) -> Path | None:
    """Where a module of ours is; None for one of somebody else's."""
    place = ROOT.joinpath(*name.split("."))
    return next((path for path in (place.with_suffix(".py"), place / "__init__.py") if path.exists()), None)


@pytest.mark.parametrize("folder", ["benchmarks", "docs", "packaging", "tests"])
def test_what_is_imported_is_there_also_where_it_is_seldom_run(folder):
    missing = [
        f"{path.relative_to(ROOT)}: {statement.module}.{alias.name}"
        for path in sorted((ROOT / folder).rglob("*.py"))
        for statement in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(statement, ast.ImportFrom) and (module := _file_of(statement.module or ""))
        for alias in statement.names
        if alias.name not in _defined(module)
    ]
    assert missing == []
