"""What is measured on: long reports as PDF, and large projects, the same every time."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

import pymupdf
from sqlalchemy.engine import Connection

from model.documents import Document, Masthead, PageInfo
from model.ids import new_id
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from storage.project import Project
from storage.storing import add_decisions, add_nodes, begin_document, finish_document
from storage.writer import Priority
from tests.reports.blocks import Block, Heading, Item, Paragraph, Report
from tests.reports.drawing import write
from tests.reports.sample import MASTHEAD, NOTES, report
from tests.reports.styles import STYLES, VIENNA, Style

# A chapter of the long report fills about this many pages.
PAGES_A_CHAPTER = 2.54
# The share of paragraphs that recommend something, beside those in lists.
_RECOMMENDS = 0.15
_ASKING, _TELLING = "States parties should take the following steps:", "The following points were raised:"
_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def long_report(pages: int, seed: int = 1) -> Report:
    """A report of about that many pages: the sample's paragraphs, mixed, in one run of numbers.

    About a fifth of its paragraphs and items recommend something, and the others tell, state or observe.
    """
    random = Random(seed)
    asking, telling = _texts("recommendation"), _texts("background", "statement", "observation")
    sections = (("A", _TELLING, telling), ("B", _ASKING, asking), ("C", _TELLING, telling))
    numbers = count(1)
    blocks: list[Block] = []
    for chapter in range(1, max(2, round(pages / PAGES_A_CHAPTER)) + 1):
        blocks.append(Heading(1, f"Matters of chapter {chapter}", _roman(chapter)))
        for letter, lead, items in sections:
            blocks.append(Heading(2, f"Aspect {letter} of the matters", letter))
            for _ in range(6):
                texts = asking if random.random() < _RECOMMENDS else telling
                blocks.append(Paragraph(_mixed(texts, random), str(next(numbers))))
            blocks.append(Paragraph(lead, str(next(numbers))))
            blocks += [Item(random.choice(items), mark) for mark in "abc"]
    head = replace(MASTHEAD, symbol=f"HARB/CONF/WG.2/2024/{100 + seed}")
    return Report(head, "A long report", tuple(blocks), NOTES)


def write_reports(folder: Path, number: int, pages: int, styles: tuple[Style, ...] = STYLES) -> list[Path]:
    """Writes PDFs that all differ."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for index in range(number):
        path = folder / f"report-{index + 1}.pdf"
        path.write_bytes(write(long_report(pages, index + 1), styles[index % len(styles)])[0])
        made.append(path)
    return made


def write_long_report(path: Path, pages: int) -> Path:
    path.write_bytes(write(long_report(pages), VIENNA)[0])
    return path


def write_plain_pdf(path: Path, nodes: int) -> Path:
    """A PDF with the pages that a made-up document of that many nodes has."""
    with pymupdf.open() as pdf:
        for number in range(1, _pages_of(nodes) + 1):
            page = pdf.new_page(width=595.3, height=841.9)
            page.insert_textbox((72, 60, 523, 780), f"Page {number} on wells.\n" * 55, fontsize=10)
        pdf.save(path)
    return path


def make_project(path: Path, documents: int, nodes: int, pdf: Path | None = None) -> list[str]:
    """A project of documents with that many nodes each; gives their ids.

    Sections of fifty paragraphs, each with anchor and the machine's decisions on role, force and addressees.
    """
    with Project.create(path) as project:
        return [_add(project, number, nodes, pdf) for number in range(documents)]


def _add(project: Project, number: int, nodes: int, pdf: Path | None) -> str:
    pages = tuple(PageInfo(page, 595.3, 841.9) for page in range(1, _pages_of(nodes) + 1))
    symbol = f"HARB/{number + 1}"
    head = Masthead(symbol, (symbol,), f"Report {number + 1} on wells", "2025-01-02", "2 January 2025")
    sha256 = hashlib.sha256(pdf.read_bytes()).hexdigest() if pdf else f"{number:064x}"
    document = Document(new_id(), f"wells-{number + 1}.pdf", sha256, pages, head, "en", "made-up@1")
    tree = _tree(nodes)
    said = [decision for node in tree if node.kind is Kind.PARAGRAPH for decision in _decisions(node)]

    def work(connection: Connection) -> None:
        key = begin_document(connection, document, str(pdf) if pdf else "")
        add_nodes(connection, key, tree)
        add_decisions(connection, key, said)
        finish_document(connection, key)

    project.write(work, Priority.IMPORT).result()
    return document.id


def _pages_of(nodes: int) -> int:
    return nodes // 12 + 1


def _tree(nodes: int) -> list[Node]:
    found: list[Node] = []
    section = None
    for index in range(nodes):
        page = index // 12 + 1
        if index % 51 == 0:
            number, place = index // 51 + 1, Anchor((Region(page, 72.0, 60.0, 300.0, 74.0),))
            heading = f"Matters of part {number}"
            section = Node(new_id(), Kind.SECTION, heading, None, index * RANK_STEP, 1, _roman(number), place)
            found.append(section)
            continue
        text = (
            f"The Committee recommends that States parties inspect well {index} once every year, and "
            "that the Secretariat publish what was found, within existing resources."
        )
        top = 80.0 + index % 12 * 55.0
        lines = tuple(Region(page, 72.0, top + 12 * line, 523.0, top + 12 * line + 11) for line in range(3))
        assert section is not None
        found.append(
            Node(new_id(), Kind.PARAGRAPH, text, section.id, index * RANK_STEP, None, str(index),
                 Anchor(lines, text, "before it", "after it"), 0.9, ("number run",))
        )  # fmt: skip
    return found


def _decisions(node: Node) -> list[Decision]:
    return [
        Decision(
            DecisionKey(node.id, slot, "rules@1"), value, None, (Span(14, 24),), 0.8, "performative verb"
        )
        for slot, value in (
            (Slot.ROLE, "recommendation"),
            (Slot.FORCE, 3),
            (Slot.ADDRESSEES, ["states-parties"]),
        )
    ]


def _texts(*roles: str) -> list[str]:
    """The sample's numbered paragraphs with these roles, up to their first footnote."""
    numbered = [block for block in report().blocks if isinstance(block, Paragraph) and block.number]
    return [block.text.split("<n>")[0] for block in numbered if block.role in roles]


def _mixed(texts: list[str], random: Random) -> str:
    return " ".join(random.choice(texts) for _ in range(random.randint(2, 4)))


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        out += letters * (number // value)
        number %= value
    return out
