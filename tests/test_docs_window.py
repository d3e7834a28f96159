"""What the documents say of the window, the commands and the installation is what these have."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from argparse import ArgumentParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import main
import resources
from gui.actions import ACTIONS, MENUS
from gui.platform_check import ALWAYS_NEEDED, WINDOW_NEEDS
from gui.wording import SLOT_WORDS
from model.learning.on_tables import MOST_EXAMPLES
from model.vocabularies.limits import MOST_BYTES, MOST_CONCEPTS
from storage.cached_copies import MOST_BYTES as MOST_CACHED_BYTES
from storage.commands import VERBS
from storage.exporting import FORMATS, known_formats
from storage.importing_labels.words import MOST_WORDS
from storage.learning import LEAST

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "guide"
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
# Filled when it is opened, by what was open before.
OPEN_RECENT = "File > Open recent"
PATH = re.compile(rf"\b(?:{'|'.join(MENUS)}) > [^`|()]*")
# Keys of tables, fields and menus, which are not actions of the window.
ELSEWHERE = {"Ctrl+A", "Ctrl+Enter", "F2", "Shift+F10", "Shift+Tab"}
KEYED = re.compile(rf"\b((?:{'|'.join(MENUS)}) > [^`|().,;]*) \(`([^`]+)`\)")
COMMAND = re.compile(r"^ {4}paraph (\w.*)$", re.MULTILINE)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("’", "'")


def _paths() -> dict[str, tuple[str, ...]]:
    """Every menu and entry by its path as the documents write it, with its keys."""
    paths: dict[str, tuple[str, ...]] = {OPEN_RECENT: ()}
    for spec in ACTIONS:
        menu = spec.menu.replace("/", " > ")
        paths.setdefault(menu, ())
        paths[_plain(f"{menu} > {spec.text.rstrip('…')}")] = spec.keys
    return {path: keys for path, keys in paths.items() if " > " in path}


def _options(parser: ArgumentParser) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", parser.format_help()))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_menu_path_leads_to_an_entry(page):
    paths = _paths()
    for named in PATH.findall(_plain(TEXTS[page])):
        fitting = [path for path in paths if re.match(rf"{re.escape(path)}(?!\w)", named)]
        assert fitting, named[:60]


def test_the_key_beside_a_menu_path_is_that_of_its_entry():
    paths, found = _paths(), 0
    for page in GUIDE.glob("*.md"):
        for named, key in KEYED.findall(_plain(TEXTS[page])):
            if named.rstrip("…") in paths:  # words may stand between
                assert key in paths[named.rstrip("…")], named
                found += 1
    assert found > 10


def test_every_key_of_several_that_the_guide_names_is_some_actions():
    known = {key for spec in ACTIONS for key in spec.keys} | ELSEWHERE
    for page in GUIDE.glob("*.md"):
        named = re.findall(r"`((?:(?:Ctrl|Alt|Shift)\+)+[^`]+|F\d+)`", TEXTS[page])
        written = {key.replace("←", "Left").replace("→", "Right") for key in named}
        assert written - known == set(), page.name


def test_every_command_line_is_understood():
    lines = [line for text in TEXTS.values() for line in COMMAND.findall(text.replace("\\\n", " "))]
    assert len(lines) > 20
    for line in lines:
        name, *arguments = shlex.split(line, comments=True)
        parsed = main.verb_parser(name).parse_args(arguments)
        known_formats(",".join(getattr(parsed, "format", ("csv",))).split(","))
    named = {name for text in TEXTS.values() for name in re.findall(r"`paraph ([a-z]+)[ `]", text)}
    assert named <= set(VERBS)


def test_every_option_that_is_named_exists():
    known = {option for verb in VERBS for option in _options(main.verb_parser(verb))}
    known |= _options(main.window_parser())
    known |= {"--remove"}  # of install.sh
    for page in (*GUIDE.glob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md"):
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", re.sub(r"\bgit [^`]*", "", TEXTS[page])))
        assert named - known == set(), page.name


def test_every_format_has_its_place_in_the_guide():
    told = TEXTS[GUIDE / "README.md"] + TEXTS[GUIDE / "formats.md"] + TEXTS[GUIDE / "datasets.md"]
    wanted = {"jsonl": "NAME.jsonl", "csv": "NAME.csv", "parquet": "NAME.parquet", "xlsx": "NAME.xlsx",
              "hf": "NAME-hf", "lists": "NAME.lists.csv",
              "bodies": "NAME.bodies.csv", "codebook": "NAME.codebook.csv"}  # fmt: skip
    assert [name for name in FORMATS if wanted.get(name, f"| `{name}` |") not in told] == []


def test_how_to_install_names_what_there_is_to_install():
    text = TEXTS[GUIDE / "install.md"]
    extras = {name: lines for name, lines in PROJECT["optional-dependencies"].items() if name != "dev"}
    assert [name for name in extras if f"| `{name}` |" not in text] == []
    licences = text.partition("## Licences")[2].lower().replace(" ", "")
    wanted = [
        Requirement(line).name for lines in (PROJECT["dependencies"], *extras.values()) for line in lines
    ]
    missing = [name for name in wanted if name.lower().removesuffix("-essentials") not in licences]
    assert missing == []


def test_the_packages_of_a_window_are_named_alike_everywhere():
    needed = {*ALWAYS_NEEDED, *WINDOW_NEEDS}
    for page in (GUIDE / "install.md", ROOT / ".ci" / "run"):
        assert set(re.findall(r"\blib[a-z0-9.-]+\b", page.read_text(encoding="utf-8"))) >= needed, page.name


def test_every_key_that_extract_writes_is_explained(capsys):
    assert main.main(["extract", str(ROOT / "resources" / "sample" / "report.pdf")]) == 0
    written = json.loads(capsys.readouterr().out)
    told = TEXTS[GUIDE / "formats.md"].partition("## What `extract` writes")[2].partition("\n## ")[0]
    keys = {*written, *written["document"], *(key for node in written["nodes"] for key in node)}
    assert keys - set(re.findall(r"`([\w-]+)`", told)) == set()


def test_the_glossary_has_the_windows_names_of_labels():
    rows = [line.split(" | ") for line in TEXTS[ROOT / "docs" / "GLOSSARY.md"].splitlines()]
    words = {word for row in rows if len(row) == 4 for word in row[2].split(", ")}
    assert {word.lower() for word in SLOT_WORDS.values()} - words == set()


def test_figures_of_the_guide_are_those_of_the_code():
    tables = {name: resources.read_text("vocabularies", f"{name}.csv") for name in ("themes", "sdg")}
    concepts = {name: len(table.splitlines()) - 1 for name, table in tables.items()}
    figures = {
        "vocabularies.md": (f"themes ({concepts['themes']} concepts", f"the {concepts['sdg']} Sustainable",
                            f"{MOST_BYTES >> 20} MB and {MOST_CONCEPTS:,} concepts"),
        "formats.md": (f"more than {MOST_WORDS:,} labels",),
        "learning.md": (f"at most {MOST_EXAMPLES:,} rows", {30: "about thirty decisions"}[LEAST]),
        "install.md": (f"up to {MOST_CACHED_BYTES >> 30} GB",),
    }  # fmt: skip
    for name, told in figures.items():
        text = _plain(TEXTS[GUIDE / name])
        assert [figure for figure in told if figure not in text] == [], name
