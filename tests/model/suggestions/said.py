"""Short made-up reports, and what the rules say of them."""

from __future__ import annotations

from dataclasses import dataclass

from model.documents import Document, Masthead
from model.labels import Decision, Role, Slot
from model.nodes import Kind, Node
from model.outline import RANK_STEP, Outline
from model.suggestions.engine import suggest

# The heading of a section of recommendations, by language.
RECOMMENDATIONS = {
    "en": "Recommendations",
    "fr": "Recommandations",
    "es": "Recomendaciones",
    "pt": "Recomendações",
    "ru": "Рекомендации",
    "ar": "التوصيات",
    "zh": "建议",
    "de": "Empfehlungen",
    "it": "Raccomandazioni",
}


@dataclass(frozen=True, slots=True)
class Said:
    """The rules' word on one node; `by_slot` is of its first recommendation, `frames` of each."""

    text: str
    frames: tuple[dict[Slot, Decision], ...]

    @property
    def by_slot(self) -> dict[Slot, Decision]:
        return self.frames[0]

    def value(self, slot: Slot):
        decision = self.by_slot.get(slot)
        return None if decision is None else decision.value

    @property
    def role(self) -> Role:
        return Role(self.value(Slot.ROLE))

    @property
    def force(self) -> int | None:
        return self.value(Slot.FORCE)

    @property
    def addressees(self) -> list[str] | None:
        return self.value(Slot.ADDRESSEES)

    @property
    def verb(self) -> str | None:
        return self.value(Slot.VERB)

    @property
    def all_addressees(self) -> set[str]:
        """Whom any of the recommendations asks; "implicit" only where none names anybody."""
        asked = {
            one for frame in self.frames if Slot.ADDRESSEES in frame for one in frame[Slot.ADDRESSEES].value
        }
        return asked - {"implicit"} or asked

    def evidence(self, slot: Slot, frame: int = 0) -> list[str]:
        """The words that gave a value."""
        return [self.text[span.start : span.end] for span in self.frames[frame][slot].evidence]

    def rule(self, slot: Slot) -> str:
        return self.by_slot[slot].rule


def section(text: str, level: int = 1) -> Node:
    return Node("", Kind.SECTION, text, level=level)


def paragraph(text: str, number: str = "") -> Node:
    return Node("", Kind.PARAGRAPH, text, number=number)


def item(text: str, number: str, level: int = 1) -> Node:
    return Node("", Kind.ITEM, text, number=number, level=level)


def tree(*nodes: Node) -> Outline:
    """Puts nodes in reading order below each other: sections by level, items below the paragraph before."""
    placed: list[Node] = []
    sections: list[Node] = []
    holders: list[Node] = []
    for index, node in enumerate(nodes):
        level = node.level or 0
        if node.kind is Kind.SECTION:
            sections, holders = sections[: level - 1], []
            above = sections[-1:]
        elif node.kind is Kind.ITEM:
            holders = holders[:level]
            above = holders[-1:] or sections[-1:]
        else:
            holders = []
            above = sections[-1:]
        parent = above[0].id if above else None
        made = Node(f"n{index}", node.kind, node.text, parent, index * RANK_STEP, node.level, node.number)
        (sections if node.kind is Kind.SECTION else holders).append(made)
        placed.append(made)
    return Outline(placed)


def said_of(
    *nodes: Node, language: str = "en", body: str = "", title: str = "", symbol: str = ""
) -> list[Said]:
    """What the rules say of each paragraph and item, in reading order."""
    outline = tree(*nodes)
    masthead = Masthead(symbol=symbol, title=title, body=body)
    document = Document("d", "made-up.pdf", "00" * 32, (), masthead, language)
    found: dict[str, list[dict[Slot, Decision]]] = {
        node.id: [] for node in outline if node.kind in (Kind.PARAGRAPH, Kind.ITEM)
    }
    for decision in suggest(document, outline, language):
        frames = found[decision.key.node]
        while len(frames) <= decision.key.frame:
            frames.append({})
        frames[decision.key.frame][decision.key.slot] = decision
    return [Said(outline[node_id].text, tuple(frames)) for node_id, frames in found.items()]


def said(text: str, heading: str = "", language: str = "en", body: str = "") -> Said:
    """What the rules say of one numbered paragraph, below a heading where there is one."""
    above = (section(heading),) if heading else ()
    return said_of(*above, paragraph(text, "7"), language=language, body=body)[0]
