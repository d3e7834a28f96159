"""The sample report's true outline in a project file, with its true labels as a machine's suggestions.

They do not come from the rules: these tests are about the window, whatever the rules learn next.
"""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from model.documents import Document, PageInfo
from model.documents import Masthead as DocumentFields
from model.ids import new_id
from model.labels import MACHINE, Decision, DecisionKey, Slot, Span
from model.nodes import Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from storage.project import Project
from storage.storing import add_decisions, add_nodes, begin_document, finish_document
from storage.writer import Priority
from tests.reports.layout import lay_out
from tests.reports.sample import MASTHEAD, report
from tests.reports.styles import VIENNA

ARABIC = (
    "يوصي الفريق العامل بأن تعيّن الدول الأطراف سلطة واحدة تتلقى التقارير عن الحوادث "
    "من كل ميناء صغير في إقليمها، وأن تعرّف مديري الموانئ وأصحاب السفن والجمهور بعنوانها."
)

_projects: dict[bytes, bytes] = {}  # the file by what is in it

Label = tuple[str, int | None, tuple[str, ...]]
_VERB = re.compile(
    r"\b(should|shall|must|may wish to|requested|urged|recommended|encouraged|invited)\b|^يوصي"
)
_WHOM = re.compile(r"States parties|Secretariat|Conference")


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A report that is not stored yet."""

    document: Document
    nodes: list[Node]
    decisions: list[Decision]


def sample() -> MadeUp:
    """The sample report as a perfect reader finds it, furniture included."""
    return _own(_sample())


@cache
def _sample() -> MadeUp:
    laid_out = lay_out(report(), VIENNA)
    pages = max(region[0] for row in laid_out.outline for region in row.regions)
    ids = [new_id() for _ in laid_out.outline]
    nodes = []
    for index, row in enumerate(laid_out.outline):
        anchor = Anchor(tuple(Region(*region) for region in row.regions), row.text)
        extra = {"marks": [list(mark) for mark in row.marks]} if row.marks else {}
        parent = None if row.parent is None else ids[row.parent]
        nodes.append(
            Node(ids[index], Kind(row.kind), row.text, parent, RANK_STEP * (index + 1), row.level, row.number,
                 anchor, 0.97, ("number in the paragraphs' run", "indent of its level"), extra)
        )  # fmt: skip
    labels = {
        ids[i]: (row.role, row.force, row.addressees) for i, row in enumerate(laid_out.outline) if row.role
    }
    return suggested(nodes, pages, labels)


def large(sections: int = 100, language: str = "en") -> MadeUp:
    """About 100 nodes a section: paragraphs, each with three items, and a footnote here and there."""
    return _own(_large(sections, language))


@cache
def _large(sections: int, language: str) -> MadeUp:
    nodes: list[Node] = []
    for s in range(sections):
        section = _node(Kind.SECTION, f"Chapter {s + 1} of the report", None, len(nodes), str(s + 1))
        nodes.append(section)
        for p in range(24):
            text = f"The Working Group recommends that States parties inspect harbour {s}.{p} each year:"
            above = _node(Kind.PARAGRAPH, text, section.id, len(nodes), str(s * 24 + p + 1))
            nodes.append(above)
            nodes.extend(
                _node(Kind.ITEM, f"Soundings of basin {i + 1}", above.id, len(nodes) + i, "abc"[i])
                for i in range(3)
            )
            if p % 8 == 0:
                nodes.append(_node(Kind.FOOTNOTE, "See the annex.", section.id, len(nodes), str(p + 1)))
    decisions = []
    for node in nodes:
        if node.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        rule = "inherited from the lead-in" if node.kind is Kind.ITEM else "verb"
        for slot, value in ((Slot.ROLE, "recommendation"), (Slot.FORCE, 3),
                            (Slot.ADDRESSEES, ["states-parties"]), (Slot.VERB, "recommends")):  # fmt: skip
            decisions.append(
                Decision(DecisionKey(node.id, slot, MACHINE.id), value, None,
                         (Span(18, 28),) if rule == "verb" else (), 0.9, rule)
            )  # fmt: skip
    return MadeUp(_document(1, language), nodes, decisions)


def arabic() -> MadeUp:
    """A short report whose texts run from right to left."""
    return _own(_arabic())


@cache
def _arabic() -> MadeUp:
    section = _node(Kind.SECTION, "التوصيات", None, 0, "1")
    nodes = [section]
    nodes.extend(_node(Kind.PARAGRAPH, ARABIC, section.id, n, str(n)) for n in range(1, 5))
    nodes.append(_node(Kind.ITEM, "دراسة الموانئ (Port Ellery) كل عام.", nodes[-1].id, 6, "أ"))
    labels: dict[str, Label] = {n.id: ("recommendation", 3, ("implicit",)) for n in nodes[1:]}
    made = suggested(nodes, 1, labels, "ar")
    return replace(made, document=replace(made.document, name="harbours-ar.pdf"))


def _own(made: MadeUp) -> MadeUp:
    """With lists that a test may change."""
    return replace(made, nodes=[*made.nodes], decisions=[*made.decisions])


def suggested(nodes: list[Node], pages: int, labels: dict[str, Label], language: str = "en") -> MadeUp:
    """Suggestions of 90 %; an item of a recommendation inherits everything from its lead-in."""
    found: list[Decision] = []
    kinds = {node.id: node for node in nodes}
    for node in nodes:
        if node.id not in labels:
            continue
        role, force, addressees = labels[node.id]
        verb = _VERB.search(node.text)
        whom = _WHOM.search(node.text)
        above = kinds.get(node.parent or "")
        inherits = node.kind is Kind.ITEM and above is not None and labels.get(above.id, ("",))[0] == role
        rule = "inherited from the lead-in" if inherits else "operative verb"
        by_verb = (Span(*verb.span()),) if verb and not inherits else ()
        said: list[tuple[Slot, object, tuple[Span, ...]]] = [(Slot.ROLE, role, by_verb)]
        if role == "recommendation":
            said.append((Slot.FORCE, force or 3, by_verb))
            by_whom = (Span(*whom.span()),) if whom and not inherits else ()
            said.append((Slot.ADDRESSEES, list(addressees), by_whom))
            if verb and not inherits:
                said.append((Slot.VERB, verb.group(), by_verb))
            elif inherits:
                said.append((Slot.VERB, "recommended", ()))
        for slot, value, evidence in said:
            sure = 0.85 if slot is Slot.ADDRESSEES else 0.9
            key = DecisionKey(node.id, slot, MACHINE.id)
            found.append(Decision(key, value, None, evidence, sure, rule))
    return MadeUp(_document(pages, language), nodes, found)


def store(project: Project, made: MadeUp) -> str:
    """Puts a made-up report into the project; gives the document's id."""

    def work(connection: object) -> None:
        key = begin_document(connection, made.document)
        add_nodes(connection, key, made.nodes)
        add_decisions(connection, key, made.decisions)
        finish_document(connection, key)

    project.write(work, Priority.IMPORT).result()
    return made.document.id


def make_project(path: Path, made: MadeUp, *others: MadeUp) -> str:
    """The id of the first report. Of the same reports a project is made only once, and copied."""
    wanted = pickle.dumps((made, *others))
    if wanted in _projects:
        path.write_bytes(_projects[wanted])
        return made.document.id
    with Project.create(path) as project:
        for one in (made, *others):
            store(project, one)
    _projects[wanted] = path.read_bytes()
    return made.document.id


def _document(pages: int, language: str) -> Document:
    sizes = tuple(PageInfo(page + 1, 595.3, 841.9) for page in range(pages))
    fields = DocumentFields(MASTHEAD.symbol, (MASTHEAD.symbol,), report().title, "2024-09-30", MASTHEAD.date)
    return Document(new_id(), "harbours.pdf", "ab" * 32, sizes, fields, language, "made-up@1")


def _node(kind: Kind, text: str, parent: str | None, index: int, number: str) -> Node:
    level = 1 if kind in (Kind.SECTION, Kind.ITEM) else None
    anchor = Anchor((Region(1, 72.0, 60.0, 520.0, 72.0),), text)
    return Node(new_id(), kind, text, parent, RANK_STEP * (index + 1), level, number, anchor, 0.95)
