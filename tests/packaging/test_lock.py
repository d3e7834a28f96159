"""The lock file pins every package by hash for every platform, and names no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-ocr.lock")
}
PINNED = {
    name: dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE)) for name, text in LOCKS.items()
}


def _wanted() -> list[tuple[str, str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    own = sorted(extra for line in extras["dev"] for extra in Requirement(line).extras)
    dev = [line for name in ("dev", *own) for line in extras[name] if Requirement(line).name != "paraph"]
    main = [("requirements.lock", line) for line in (*project["dependencies"], *dev)]
    return main + [("requirements-ocr.lock", line) for line in (*project["dependencies"], *extras["ocr"])]


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


def test_both_locks_name_the_same_versions():
    first, second = PINNED.values()
    assert {name: version for name, version in second.items() if first.get(name, version) != version} == {}


def test_qt_stays_below_the_version_that_loses_references():
    assert tuple(map(int, PINNED["requirements.lock"]["pyside6-essentials"].split(".")))[:2] < (6, 12)
