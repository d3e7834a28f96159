"""Made-up documents for tests of editing: any outline, drawn by hypothesis or written as rows."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from model.documents import Document, Masthead
from model.edits import Edit
from model.labels import Decision, DecisionKey, Reviewer, ReviewerKind, Slot, Span
from model.nodes import CLASSIFIED, Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.review import Review

ANNA = Reviewer("anna", "Anna")
MACHINE = Reviewer("rules@1", "rules@1", ReviewerKind.MACHINE)

# A lead-in with a list, and a paragraph after it.
LIST = [
    ("I", None, Kind.SECTION, "One"),
    ("p", "I", Kind.PARAGRAPH, "lead-in:"),
    ("a", "p", Kind.ITEM, "one"),
    ("b", "p", Kind.ITEM, "two"),
    ("i", "b", Kind.ITEM, "below two"),
    ("c", "p", Kind.ITEM, "three"),
    ("q", "I", Kind.PARAGRAPH, "text"),
]


def review_of(
    rows: Sequence[tuple[str, str | None, Kind, str]], decisions: Sequence[Decision] = ()
) -> Review:
    """Rows of (id, parent, kind, text) in reading order; numbers are left empty, levels follow the tree."""
    nodes: dict[str, Node] = {}
    for index, (node_id, parent, kind, text) in enumerate(rows):
        level, above = 1, parent
        while above is not None:
            level += nodes[above].kind is kind
            above = nodes[above].parent
        nodes[node_id] = Node(
            node_id, kind, text, parent, (index + 1) * RANK_STEP,
            level if kind in (Kind.SECTION, Kind.ITEM) else None,
            anchor=Anchor((Region(1, 72, 20.0 * index, 500, 20.0 * index + 18),), text),
        )  # fmt: skip
    document = Document("doc", "made-up.pdf", "0" * 64, (), Masthead())
    return Review(document, nodes.values(), decisions, frozenset({MACHINE.id}))


def suggestion(node: str, slot: Slot, value: object, *evidence: Span, rule: str = "verb") -> Decision:
    return Decision(DecisionKey(node, slot, MACHINE.id), value, None, evidence, 0.9, rule)


def words_of(review: Review) -> list[str]:
    """Every word of the document in reading order, printed numbers included."""
    return [word for node in review.outline for word in f"{node.number} {node.text}".split()]


_WORDS = st.lists(
    st.sampled_from(["States", "parties", "should", "ratify", "Ünïcode", "𝒳", "ترحب"]), min_size=1, max_size=8
).map(" ".join)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    """A valid outline of up to 25 nodes: sections in sections, items below paragraphs, footnotes anywhere."""
    rows: list[tuple[str, str | None, Kind, str]] = []
    open_sections: list[str] = []
    holder: str | None = None  # the last paragraph or item
    for index in range(draw(st.integers(1, 25))):
        kind = draw(st.sampled_from([Kind.SECTION, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.ITEM, Kind.FOOTNOTE,
                                     Kind.TABLE]))  # fmt: skip
        node_id = f"n{index:02}"
        if kind is Kind.SECTION:
            del open_sections[draw(st.integers(0, len(open_sections))) :]
            rows.append((node_id, open_sections[-1] if open_sections else None, kind, draw(_WORDS)))
            open_sections.append(node_id)
            holder = None
            continue
        section = open_sections[-1] if open_sections else None
        parent = holder if kind in (Kind.ITEM, Kind.FOOTNOTE) and holder else section
        rows.append((node_id, parent, kind, draw(_WORDS)))
        if kind is Kind.PARAGRAPH or (kind is Kind.ITEM and draw(st.booleans())):
            holder = node_id
    review = review_of(rows)
    body = [node for node in review.outline if node.kind in CLASSIFIED]
    labelled = [suggestion(node.id, Slot.ROLE, "statement", Span(0, len(node.text))) for node in body]
    return Review(review.document, list(review.outline), labelled, review.machines)


def tree(review: Review) -> list[tuple[int, str, str]]:
    """(depth, kind, text) of every node in reading order."""
    outline = review.outline
    return [(sum(1 for _ in outline.ancestors(n)), n.kind.value, n.text) for n in outline]


def do(review: Review, edit: Edit) -> Review:
    review.apply(edit)
    return review
