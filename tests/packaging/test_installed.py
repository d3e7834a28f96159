"""The same commands work from source, installed in place, and from a wheel, workers included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from model.version import VERSION

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "report.pdf"


@pytest.fixture(scope="module", params=["source", "editable", "wheel"])
def paraph(request, tmp_path_factory):
    """The command of one way to have Paraph."""
    if request.param == "source":
        return [sys.executable, str(request.getfixturevalue("tree") / "main.py")]
    folder = tmp_path_factory.mktemp(request.param)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    _lend_packages(bin_folder / "python")
    what = [str(request.getfixturevalue("wheel"))]
    if request.param == "editable":
        what = ["--no-build-isolation", "--editable", str(request.getfixturevalue("tree"))]
    pip = [sys.executable, "-m", "pip", "--python", str(bin_folder / "python"), "install", "--quiet"]
    result = subprocess.run([*pip, "--no-deps", "--no-index", *what], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    return [str(bin_folder / "paraph")]


def _lend_packages(python: Path) -> None:
    """Lets a fresh environment use the locked packages of this one: nothing is fetched."""
    where = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    theirs = subprocess.run([str(python), "-c", where], capture_output=True, text=True, check=True)
    ours = subprocess.run([sys.executable, "-c", where], capture_output=True, text=True, check=True)
    (Path(theirs.stdout.strip()) / "lent.pth").write_text(ours.stdout, encoding="utf-8")


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command away from the source tree, which Python would otherwise import from."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=100, env=clean)


def test_the_command_tells_its_version(paraph, tmp_path):
    result = _run([*paraph, "--version"], tmp_path)
    assert (result.returncode, result.stdout.strip()) == (0, f"Paraph {VERSION}"), result.stderr


def test_extraction_runs_in_a_worker(paraph, tmp_path):
    result = _run([*paraph, "extract", str(SAMPLE), "--json", "-"], tmp_path)
    assert result.returncode == 0, result.stderr
    read = json.loads(result.stdout)
    assert read["document"]["symbol"] == "HARB/CONF/WG.2/2024/6"
    assert any("designate one authority" in node["text"] for node in read["nodes"])


@pytest.mark.parametrize("paraph", ["wheel"], indirect=True)
def test_a_project_is_made_exported_and_checked(paraph, tmp_path):
    project = tmp_path / "harbours.paraph"
    for command in (
        ["import", str(SAMPLE), "--project", str(project)],
        ["export", str(project), "--format", "jsonl,csv", "--out", str(tmp_path / "out")],
        ["check", str(project)],
    ):
        result = _run([*paraph, *command], tmp_path)
        assert result.returncode == 0, result.stdout + result.stderr
    assert {path.suffix for path in (tmp_path / "out").rglob("*.*")} >= {".jsonl", ".csv"}


@pytest.mark.parametrize("paraph", ["wheel"], indirect=True)
def test_a_bad_file_is_told_in_one_line(paraph, tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_text("no report", encoding="utf-8")
    result = _run([*paraph, "extract", str(bad)], tmp_path)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "bad.pdf" in result.stderr


def test_the_wheel_holds_every_module_and_resource_and_nothing_else(tree, wheel):
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = {"paraph/main.py"}
    for package in ("gui", "model", "resources", "storage"):
        for path in (tree / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                expected.add(f"paraph/{path.relative_to(tree).as_posix()}")
    expected |= {f"paraph/docs/guide/{page.name}" for page in (tree / "docs" / "guide").glob("*.md")}
    assert held == expected


def test_the_source_distribution_is_the_whole_tree(tree, tmp_path):
    build = "import sys; from setuptools.build_meta import build_sdist; build_sdist(sys.argv[1])"
    command = [sys.executable, "-c", build, str(tmp_path)]
    subprocess.run(command, cwd=tree, check=True, capture_output=True, text=True)
    (made,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(made) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    ours = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    assert {name for name in ours if name and (ROOT / name).is_file()} - held == set()


def test_the_version_stands_in_one_way_everywhere(tree):
    project = tomllib.loads((tree / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    assert f"## {VERSION}" in (tree / "CHANGELOG.md").read_text(encoding="utf-8")
