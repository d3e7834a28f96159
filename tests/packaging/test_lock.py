"""The lock files pin every package by hash for every platform, and name no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
RUN, DEV, OCR = "requirements.lock", "requirements-dev.lock", "requirements-ocr.lock"
LOCKS = {name: (ROOT / name).read_text(encoding="utf-8") for name in (RUN, DEV, OCR)}
PINNED = {
    name: dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE)) for name, text in LOCKS.items()
}


def _wanted() -> list[tuple[str, str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    running = [*project["dependencies"], *extras["learning"], *extras["formats"], *extras["vocabularies"]]
    developing = [*running, *(line for line in extras["dev"] if Requirement(line).name != "paraph")]
    reading = [*project["dependencies"], *extras["ocr"]]
    wanted = ((RUN, running), (DEV, developing), (OCR, reading))
    return [(lock, line) for lock, lines in wanted for line in lines]


@pytest.mark.parametrize(("lock", "requirement"), _wanted())
def test_every_dependency_is_locked_within_its_bounds(lock, requirement):
    wanted = Requirement(requirement)
    name = re.sub(r"[-_.]+", "-", wanted.name).lower()
    assert name in PINNED[lock]
    assert wanted.specifier.contains(PINNED[lock][name])


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_by_hash(lock):
    for block in re.split(r"\n(?=[a-z])", LOCKS[lock]):
        if re.match(r"[a-z0-9.-]+==", block):
            assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("lock", LOCKS)
def test_no_registry_is_named(lock):
    assert "://" not in LOCKS[lock]


@pytest.mark.parametrize("lock", [RUN, OCR])
def test_the_locks_name_the_same_versions(lock):
    developing = PINNED[DEV]
    assert [name for name, version in PINNED[lock].items() if developing.get(name, version) != version] == []


def test_who_develops_has_all_that_runs_and_who_runs_nothing_of_what_tests():
    assert PINNED[RUN].keys() < PINNED[DEV].keys()
    assert not PINNED[RUN].keys() & {"pytest", "mypy", "ruff", "pyinstaller", "datasets", "pandas", "duckdb"}


def test_qt_stays_below_the_version_that_loses_references():
    assert tuple(map(int, PINNED[RUN]["pyside6-essentials"].split(".")))[:2] < (6, 12)
