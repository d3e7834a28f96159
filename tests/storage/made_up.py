"""A made-up report for tests of the project file."""

from __future__ import annotations

from types import MappingProxyType

from model.documents import Document, Masthead, PageInfo
from model.ids import new_id
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.review import Review
from storage.project import Project
from storage.storing import add_decisions, add_nodes, begin_document, finish_document
from storage.writer import Priority

MACHINE_ID = "rules@1"


def document() -> Document:
    pages = (PageInfo(1, 595.3, 841.9, 0, (0.0, 0.0, 595.3, 841.9), "i"), PageInfo(2, 595.3, 841.9, 90))
    head = Masthead("X/1", ("X/1", "Y/2"), "Report on wells", "2025-01-02", "2 January 2025")
    return Document(new_id(), "wells.pdf", "00" * 32, pages, head, "en", "made-up@1", 0.98)


def nodes(count: int = 6) -> list[Node]:
    section = Node(new_id(), Kind.SECTION, "Recommendations", None, RANK_STEP, 1, "I")
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


def add_report(project: Project, count: int = 6) -> Review:
    """Stores a made-up report and gives it as it was before it was stored."""
    made, tree = document(), nodes(count)
    said = decisions(tree)

    def work(connection):
        key = begin_document(connection, made)
        add_nodes(connection, key, tree)
        add_decisions(connection, key, said)
        finish_document(connection, key)

    project.write(work, Priority.IMPORT).result()
    return Review(made, tree, said, frozenset({MACHINE_ID}))
