"""Reports on wells in a project file, for tests, and projects filled with them, for measuring."""

from __future__ import annotations

import csv
import hashlib
from itertools import count
from pathlib import Path
from types import MappingProxyType

from model.documents import Document, Masthead, PageInfo
from model.ids import new_id
from model.labels import Decision, DecisionKey, Role, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.review import Review
from storage.project import Project
from storage.sources import PART_BYTES
from storage.storing import (
    add_decisions,
    add_nodes,
    add_source_part,
    begin_document,
    begin_source,
    finish_document,
)
from storage.writer import Priority

MACHINE_ID = "rules@1"
WELLS = b"%PDF-1.7 wells"


def document(name: str = "wells.pdf", pdf: bytes = WELLS, pages: int = 2) -> Document:
    sizes = (PageInfo(1, 595.3, 841.9, 0, (0.0, 0.0, 595.3, 841.9), "i"),
             *(PageInfo(number, 595.3, 841.9, 90) for number in range(2, pages + 1)))  # fmt: skip
    head = Masthead("X/1", ("X/1", "Y/2"), "Report on wells", "2025-01-02", "2 January 2025")
    return Document(new_id(), name, hashlib.sha256(pdf).hexdigest(), sizes, head, "en", "made-up@1", 0.98)


def nodes(count: int = 6) -> list[Node]:
    section = Node(new_id(), Kind.SECTION, "Recommendations", None, RANK_STEP, 1, "I",
                   Anchor((Region(1, 72.0, 60.0, 200.0, 74.0),), "Recommendations"))  # fmt: skip
    found = [section]
    for index in range(1, count):
        text = f"The Committee recommends that States inspect well {index} — “daily”."
        anchor = Anchor(
            (Region(1, 72.5, 100.25, 523.1, 112.0), Region(2, 72.5, 60.0, 300.0, 72.0)), text, "a", "b"
        )
        extra = MappingProxyType({"marks": [[3, "1"]]}) if index % 2 else MappingProxyType({})
        found.append(
            Node(new_id(), Kind.PARAGRAPH, text, section.id, RANK_STEP * index, None, str(index), anchor, 0.9,
                 ("number run",), extra)
        )  # fmt: skip
    return found


def decisions(of: list[Node]) -> list[Decision]:
    found = []
    for node in of:
        if node.kind is Kind.PARAGRAPH:
            found.append(
                Decision(DecisionKey(node.id, Slot.FORCE, MACHINE_ID), 3, None, (Span(14, 24),), 0.8, "verb")
            )
            found.append(
                Decision(DecisionKey(node.id, Slot.ADDRESSEES, MACHINE_ID), ["member-states"], rule="verb")
            )
    return found


def store(project: Project, made: Document, tree: list[Node], said: list[Decision], pdf: bytes) -> Review:
    """Stores a whole document at once and gives it as it was before it was stored."""

    def work(connection):
        source = begin_source(connection, made.sha256, len(pdf))
        for number, start in enumerate(range(0, len(pdf), PART_BYTES)):
            add_source_part(connection, source, number, pdf[start : start + PART_BYTES])
        key = begin_document(connection, made, "", source)
        add_nodes(connection, key, tree)
        add_decisions(connection, key, said)
        finish_document(connection, key)

    project.write(work, Priority.IMPORT).result()
    return Review(made, tree, said, frozenset({MACHINE_ID}))


def add_report(project: Project, count: int = 6) -> Review:
    """Stores a made-up report and gives it as it was before it was stored."""
    tree = nodes(count)
    return store(project, document(), tree, decisions(tree), WELLS)


def large_tree(count: int) -> tuple[list[Node], list[Decision]]:
    """A report of `count` nodes: sections of twenty paragraphs with items, each classified by the machine.

    2.4 decisions a node, as measured on real reports. Pages hold twelve nodes.
    """
    tree: list[Node] = []
    said: list[Decision] = []
    section = paragraph = None
    for index, place in zip(range(count), count_up(), strict=False):
        page, line = 1 + index // 12, index % 12
        box = Region(page, 72.0, 60.0 + 60 * line, 523.0, 108.0 + 60 * line)
        if index % 40 == 0:
            text = f"Matters of section {index // 40}"
            section = Node(new_id(), Kind.SECTION, text, None, place, 1, str(index // 40 + 1),
                           Anchor((box,), text), 0.95, ("bold", "number run"))  # fmt: skip
            tree.append(section)
            continue
        item = index % 4 == 3 and paragraph is not None
        verb = "should" if item else "recommends that States parties"
        text = (
            f"The Working Group {verb} keep wells, pumps and harbour lights of district {index} in good "
            "order, “taking into account” the resources that are available to them and the needs of all."
        )
        kind, parent = (Kind.ITEM, paragraph.id) if item else (Kind.PARAGRAPH, section.id)
        node = Node(
            new_id(), kind, text, parent, place,
            1 if item else None, "a" if item else str(index), Anchor((box,), text, "before", "after"), 0.9,
            ("number run", "indent"),
        )  # fmt: skip
        tree.append(node)
        if not item:
            paragraph = node
        rule = "inherited from the lead-in" if item else "verb"
        evidence = () if item else (Span(18, 28),)
        for slot, value in (
            (Slot.ROLE, Role.RECOMMENDATION.value),
            (Slot.FORCE, 3),
            (Slot.ADDRESSEES, ["states-parties"]),
        )[: 3 if index % 2 else 2]:
            said.append(Decision(DecisionKey(node.id, slot, MACHINE_ID), value, None, evidence, 0.8, rule))
    return tree, said


def count_up() -> count:
    return count(RANK_STEP, RANK_STEP)


def fill(project: Project, documents: int = 100, nodes_each: int = 1000) -> list[str]:
    """A project of many large reports, for measuring; gives the documents' ids."""
    ids = []
    for number in range(documents):
        pdf = WELLS + str(number).encode()
        made = document(f"wells-{number}.pdf", pdf, 1 + nodes_each // 12)
        tree, said = large_tree(nodes_each)
        store(project, made, tree, said, pdf)
        ids.append(made.id)
    return ids


def csv_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file that was exported, by column."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def limit_pages(project: Project, pages: int) -> None:
    """Lets the project's file take this many database pages, as a full disk would; at least what it has."""
    project.write(
        lambda connection: connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}").all(), Priority.EDIT
    ).result()
