"""The documents tell the truth as far as it can be checked: links, keys, targets, tables, pictures."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from docs.key_table import TARGET, table_text
from storage.migrations import migrations
from storage.schema import METADATA

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]*)(#[^)\s]+)?[^)]*\)")
NAMED = re.compile(r"`((?:benchmarks|docs|gui|model|packaging|resources|storage|tests)/[\w./*-]*)`")
# Folders whose __init__.py says where to look for what.
MAPPED = (
    "gui", "gui/inspector", "gui/outline", "gui/page", "model", "model/editing", "model/extraction",
    "model/extraction/numbering", "model/extraction/structure", "model/extraction/zones", "model/learning",
    "model/lists", "model/reading", "model/suggestions", "model/workers", "storage", "storage/exporting",
)  # fmt: skip
# Texts that git would keep, without those that are made elsewhere.
MADE = {".pdf", ".png", ".ico", ".paraph"}


def _tracked() -> list[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for link, place in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in link:
            continue
        target = page.parent / link if link else page
        assert target.exists(), link
        assert not place or place[1:] in _anchors(target), f"{link}{place}"


def _anchors(page: Path) -> list[str]:
    """The places that a link can lead to: its headings, as GitHub and others name them."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_of_the_tree_that_is_named_exists(page):
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    assert [name for name in named if not any(ROOT.glob(name)) and not any(ROOT.glob(f"{name}.*"))] == []


def test_the_guide_lists_the_keys_that_the_window_has(qapp):
    assert TARGET.read_text(encoding="utf-8") == table_text()


def test_every_make_target_that_is_named_exists():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        name
        for page in (*PAGES, ROOT / ".ci" / "run")
        for name in re.findall(r"(?:`|^ {4}|^)make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert {"run", "test"} <= named
    assert named - targets == set()


def test_every_decision_that_the_code_cites_is_written_down():
    numbers = {path.name[:4] for path in (ROOT / "docs" / "decisions").glob("*.md")}
    cited = {
        number
        for path in _tracked()
        if path.suffix not in MADE
        for number in re.findall(r"docs/decisions/(\d{4})", path.read_text(encoding="utf-8"))
    }
    assert cited
    assert cited - numbers == set()


@pytest.mark.parametrize("package", MAPPED)
def test_the_map_of_a_folder_names_each_of_its_modules(package):
    folder = ROOT / package
    modules = {
        path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    told = ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    named = set(re.findall(r"`(\w+)`", told or ""))
    assert sorted(modules ^ named ^ {"__init__"}) == [], f"{package}/__init__.py tells of others"


def test_every_version_and_table_of_the_project_file_is_described():
    text = (ROOT / "docs" / "project-file.md").read_text(encoding="utf-8")
    assert [int(number) for number in re.findall(r"^## Version (\d+)", text, re.MULTILINE)] == [
        step.version for step in migrations()
    ]
    assert {table for table in METADATA.tables if f"| `{table}` |" not in text} == set()


def test_the_pictures_show_a_window_of_the_usual_size():
    pictures = {path.stem: QImage(str(path)) for path in (ROOT / "docs" / "images").glob("*.png")}
    whole = {"empty", "recommendation", "importing", "dark"}
    beside = {"dashboard", "lists", "export"}
    assert set(pictures) == whole | beside
    for name in whole:
        assert (pictures[name].width(), pictures[name].height()) == (1280, 800), name
    for name in beside:
        assert pictures[name].width() <= 1280, name
        assert pictures[name].height() <= 800, name


def test_every_picture_is_shown_on_a_page():
    shown = {Path(link).name for page in PAGES for link, _ in LINK.findall(page.read_text(encoding="utf-8"))}
    assert {path.name for path in (ROOT / "docs" / "images").iterdir()} - shown == set()


def test_no_file_names_a_folder_of_somebodys_machine():
    wanted = re.compile(rf"{re.escape(str(ROOT))}|(?<![\w.])/(?:home|Users|root|work)/[a-z]")
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in _tracked()
        if path.suffix not in MADE and path != Path(__file__).resolve()
        for match in wanted.finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_licence_is_there_in_full():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    sections = [int(number) for number in re.findall(r"^ *(\d+)\. [A-Z]", text, re.MULTILINE)]
    assert sections == list(range(18))
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text
