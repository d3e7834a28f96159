"""What SQLAlchemy does not use is not imported with it, and is all there for whoever uses it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OPENED = """
import sys
from pathlib import Path
from gui.project_opening import How, open_project

open_project(Path(sys.argv[1]), How.CREATE, "Ada Lovelace", None).project.close()
"""
IMPORTED = """
from gui.lean_imports import later

with later("asyncio", "importlib.metadata"):
    import sqlalchemy.util.concurrency
"""


def run(script: str, *arguments: str) -> str:
    """What a new process says that runs a script."""
    command = [sys.executable, "-c", script, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_opening_a_project_imports_nothing_for_other_databases_and_event_loops(tmp_path: Path) -> None:
    said = run(f"{OPENED}\nprint(*sys.modules)", str(tmp_path / "harbours.paraph")).split()
    assert "sqlalchemy.engine" in said
    assert not {"asyncio", "ssl", "email", "importlib.metadata"} & set(said)


@pytest.mark.parametrize(
    "asked",
    [
        "sqlalchemy.util.concurrency.is_exit_exception(__import__('asyncio').CancelledError())",
        "not sqlalchemy.util.concurrency.is_exit_exception(ValueError())",
        "sqlalchemy.util.concurrency.iscoroutine((_ for _ in ()))",
        "sqlalchemy.util.parse_version_from_metadata('SQLAlchemy')[0] == 2",
    ],
)
def test_what_sqlalchemy_uses_after_all_is_there(asked: str) -> None:
    assert run(f"{IMPORTED}\nprint(bool({asked}))") == "True"


def test_everybody_else_gets_the_modules_themselves() -> None:
    said = run(f"{IMPORTED}\nimport asyncio, importlib.metadata\nprint(asyncio.__file__)")
    assert said.endswith("asyncio/__init__.py")
    assert run(f"{IMPORTED}\nimport importlib.metadata as real\nprint(real.__file__)").endswith("__init__.py")


def test_what_is_imported_already_stays() -> None:
    script = "import asyncio, sys\nfrom gui.lean_imports import later\nwith later('asyncio'):\n    "
    assert run(f"{script}print(sys.modules['asyncio'] is asyncio)") == "True"


def test_a_window_is_assembled_without_the_vocabularies() -> None:
    said = run("import gui.assembly, gui.insights, sys\nprint(*sys.modules)").split()
    assert "gui.insights" in said
    assert "model.vocabularies" not in said
