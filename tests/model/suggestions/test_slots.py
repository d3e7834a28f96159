"""The rules against slots that a reader marked in made-up recommendations, words and positions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from model.labels import Role, Slot
from model.nodes import Kind, Node
from tests.model.suggestions.said import RECOMMENDATIONS, Said, paragraph, said_of, section
from tests.reports.layout import lay_out
from tests.reports.sample import MASTHEAD, report
from tests.reports.styles import VIENNA

HERE = Path(__file__).parent / "slots"
MARK = re.compile(r"\{(\w):([^}]*)\}")
SLOTS = {
    "v": Slot.VERB,
    "a": Slot.ADDRESSEES,
    "i": Slot.INSTRUMENTS,
    "t": Slot.TIME_FRAME,
    "c": Slot.CONDITIONS,
}
LEAST = 0.95

Marks = set[tuple[Slot, int, int]]


def read_marked(name: str) -> list[tuple[str, Marks]]:
    """(text, marks) of each line of a file of marked recommendations."""
    found = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        text, marks, last = "", set(), 0
        for match in MARK.finditer(line):
            text += line[last : match.start()]
            marks.add((SLOTS[match[1]], len(text), len(text) + len(match[2])))
            text += match[2]
            last = match.end()
        found.append((text + line[last:], marks))
    return found


def marks_of(said: Said) -> Marks:
    """Where the rules see the words of the marked slots, whichever of the recommendations holds them."""
    return {
        (slot, span.start, span.end)
        for frame in said.frames
        for slot in SLOTS.values()
        if slot in frame
        for span in frame[slot].evidence
        if span.start < span.end
    }


def f1(meant: list[Marks], found: list[Marks], slot: Slot) -> float:
    """F1 of the words of a slot, each right only where it begins and ends right."""
    wanted = [{one for one in marks if one[0] is slot} for marks in meant]
    got = [{one for one in marks if one[0] is slot} for marks in found]
    both = sum(len(one & other) for one, other in zip(wanted, got, strict=True))
    return 2 * both / max(1, sum(map(len, wanted)) + sum(map(len, got)))


def assert_alike(meant: list[Marks], found: list[Marks], texts: list[str]) -> None:
    wrong = [
        (slot.value, text[start:end], "missed" if (slot, start, end) in want else "not there")
        for want, got, text in zip(meant, found, texts, strict=True)
        for slot, start, end in sorted(want ^ got)
    ]
    for slot in SLOTS.values():
        if any(one[0] is slot for marks in (*meant, *found) for one in marks):
            assert f1(meant, found, slot) >= LEAST, (slot, wrong)


def test_the_sample_report_is_taken_apart_as_a_reader_does():
    sample = report()
    rows = [row for row in lay_out(sample, VIENNA).outline if row.kind in ("section", "paragraph", "item")]
    nodes = [Node("", Kind(row.kind), row.text, level=row.level, number=row.number) for row in rows]
    said = said_of(*nodes, body=MASTHEAD.body, title=sample.title, symbol=MASTHEAD.symbol)
    asked = [one for one in said if one.role is Role.RECOMMENDATION]
    marked = read_marked("sample_report.txt")
    assert [one.text for one in asked] == [text for text, _ in marked]
    texts = [text for text, _ in marked]
    assert_alike([marks for _, marks in marked], [marks_of(one) for one in asked], texts)


@pytest.mark.parametrize("language", RECOMMENDATIONS)
def test_made_up_recommendations_are_taken_apart_as_their_author_did(language):
    marked = read_marked(f"{language}.txt")
    nodes = [paragraph(text, str(number)) for number, (text, _) in enumerate(marked, 1)]
    said = said_of(section(RECOMMENDATIONS[language]), *nodes, language=language)
    texts = [text for text, _ in marked]
    assert_alike([marks for _, marks in marked], [marks_of(one) for one in said], texts)
