"""`make` on machines that lack something says in one line what; on a ready one it installs nothing again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def tree(tmp_path):
    """What `make` needs, in a folder without an environment."""
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging")
    for name in ("Makefile", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def _pretended(folder: Path, script: str) -> Path:
    """A Python that only pretends."""
    folder.mkdir(parents=True, exist_ok=True)
    python = folder / "python3"
    python.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    python.chmod(0o755)
    return python


def _make(tree: Path, *arguments: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("PYTHON", "MAKEFLAGS", "MAKELEVEL")
    }
    environment = {**kept, "PATH": path or os.environ["PATH"]}
    command = ["make", "--no-print-directory", *arguments]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, env=environment, timeout=60)


def _said(result: subprocess.CompletedProcess[str]) -> list[str]:
    return [line for line in result.stderr.splitlines() if not line.startswith("make")]


def test_an_old_python_is_told_in_one_line(tree, tmp_path):
    old = _pretended(tmp_path / "old", "exit 1")
    result = _make(tree, "environment", f"PYTHON={old}")
    assert result.returncode != 0
    (line,) = _said(result)
    assert "Python 3.11 or newer" in line


def test_a_missing_python_is_told_in_one_line(tree):
    result = _make(tree, "environment", "PYTHON=")
    assert result.returncode != 0
    (line,) = _said(result)
    assert "none was found" in line


def test_a_missing_venv_module_is_told_with_its_package(tree, tmp_path):
    lacking = _pretended(
        tmp_path / "lacking", f'case "$2" in *venv*) exit 1;; esac\nexec {sys.executable} "$@"'
    )
    result = _make(tree, "environment", f"PYTHON={lacking}")
    assert result.returncode != 0
    (line,) = _said(result)
    assert "sudo apt-get install python3-venv" in line


def test_packages_that_cannot_be_fetched_are_told_and_fetched_the_next_time(tree, tmp_path):
    offline = _pretended(
        tmp_path / "offline",
        'case "$2" in venv) mkdir -p "$4/bin" && cp "$0" "$4/bin/python";; pip) exit 1;; esac',
    )
    for _ in range(2):
        result = _make(tree, "environment", f"PYTHON={offline}")
        assert result.returncode != 0
        assert "They come over the network" in _said(result)[-1]


def test_the_first_python_that_is_new_enough_is_taken(tmp_path):
    _pretended(tmp_path / "bin", "exit 1")
    newer = tmp_path / "bin" / "python3.12"
    newer.symlink_to(sys.executable)
    script = ROOT / "packaging" / "find_python.sh"
    path = f"{tmp_path / 'bin'}:/usr/bin:/bin"
    found = subprocess.run(
        ["sh", str(script)], capture_output=True, text=True, env={"PATH": path}, check=True
    )
    assert found.stdout.strip() in ("python3.12", "python3.13")


@pytest.mark.parametrize(
    ("target", "installed"),
    [
        ("environment", "requirements.lock"),
        ("environment", "requirements-dev.lock"),
        ("workshop", "requirements-dev.lock"),
    ],
)
def test_an_environment_that_is_as_locked_is_left_alone(tree, target, installed):
    bin_folder = tree / ".venv" / "bin"
    _pretended(bin_folder, "exit 1").rename(bin_folder / "python")
    shutil.copy(tree / installed, tree / ".venv" / "installed.lock")
    assert _make(tree, target, "PYTHON=").returncode == 0
    assert (bin_folder / "python").exists()
    with (tree / installed).open("a", encoding="utf-8") as lock:
        lock.write("# newer\n")
    assert _make(tree, target, "PYTHON=").returncode != 0


def test_what_runs_is_not_enough_to_test(tree):
    bin_folder = tree / ".venv" / "bin"
    _pretended(bin_folder, "exit 1").rename(bin_folder / "python")
    shutil.copy(tree / "requirements.lock", tree / ".venv" / "installed.lock")
    assert _make(tree, "test", "PYTHON=").returncode != 0


def test_help_lists_what_there_is(tree):
    listed = _make(tree, "help").stdout
    for target in ("run", "test", "lint", "bench", "bundle", "screenshots", "clean"):
        assert f"make {target} " in listed
