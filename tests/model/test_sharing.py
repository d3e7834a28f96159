"""A recommendation that the rules took apart stays right where its entry is cut, joined or corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model import editing
from model.documents import Document, Masthead
from model.labels import ALIGNED_SLOTS, MACHINE, NO_WORDS, Slot
from model.nodes import Anchor, Kind, Node
from model.outline import RANK_STEP, Outline
from model.review import Review
from model.suggestions.engine import suggest
from tests.model.outlines import ANNA

ASKED = (
    "The Committee requests the Secretariat to publish the data by 2030, within existing resources, and "
    "invites Member States to apply resolution 5/3, as appropriate, within two years."
)
TWO = (
    "States parties should apply resolution 5/3 by 2030,",
    "and resolution 5/4 and annex II as appropriate.",
)


def review(*texts: str) -> Review:
    """A report whose paragraphs stand below "Recommendations", with what the rules say of them."""
    rows = [
        ("s", Kind.SECTION, "Recommendations"),
        *((f"p{i}", Kind.PARAGRAPH, t) for i, t in enumerate(texts)),
    ]
    nodes = [
        Node(
            node,
            kind,
            text,
            None if node == "s" else "s",
            at * RANK_STEP,
            1 if node == "s" else None,
            anchor=Anchor((), text),
        )
        for at, (node, kind, text) in enumerate(rows, 1)
    ]
    document = Document("d", "made-up.pdf", "0" * 64, (), Masthead())
    return Review(document, nodes, suggest(document, Outline(nodes), "en"), frozenset({MACHINE.id}))


def check_words(review: Review) -> None:
    """Every value of a slot with words for each has as many spans as values, all on the node's text."""
    for node in review.outline:
        for decision in review.decisions(node.id):
            assert all(0 <= start <= end <= len(node.text) for start, end in decision.evidence)
            if decision.key.slot in ALIGNED_SLOTS:
                assert len(decision.evidence) == len(decision.value) > 0
            if decision.key.slot in (Slot.TASK, Slot.VERB) and decision.evidence:
                (span,) = decision.evidence
                assert node.text[span.start : span.end] == decision.value


def texts(review: Review, node: str, slot: Slot, frame: int = 0) -> list[str]:
    value = review.shown(node, slot, ANNA.id, frame).value or []
    return [one.get("text") or one["name"] for one in value]


@pytest.mark.parametrize("offset", [i for i, letter in enumerate(ASKED) if letter == " "])
def test_wherever_a_paragraph_is_cut_its_values_stay_on_their_words(offset):
    cut = review(ASKED)
    cut.apply(editing.split(cut, ANNA, "p0", offset))
    check_words(cut)


def test_a_paragraph_cut_between_its_recommendations_gives_each_half_its_own():
    cut = review(ASKED)
    cut.apply(editing.split(cut, ANNA, "p0", ASKED.index("and invites")))
    half = cut.outline.children("s")[1].id
    assert [cut.frames(node) for node in ("p0", half)] == [1, 1]
    assert [cut.shown(node, Slot.VERB, ANNA.id).value for node in ("p0", half)] == ["requests", "invites"]
    assert [texts(cut, node, Slot.TIME_FRAME) for node in ("p0", half)] == [["by 2030"], ["within two years"]]
    assert texts(cut, "p0", Slot.INSTRUMENTS) == []
    assert texts(cut, half, Slot.INSTRUMENTS) == ["resolution 5/3"]


def test_a_task_is_cut_with_its_words():
    cut = review("States parties should publish the data and train pilots.")
    cut.apply(editing.split(cut, ANNA, "p0", cut.outline["p0"].text.index("and train")))
    half = cut.outline.children("s")[1].id
    tasks = [cut.shown(node, Slot.TASK, ANNA.id).value for node in ("p0", half)]
    assert tasks == ["publish the data", "and train pilots"]


def test_joining_what_goes_on_with_a_recommendation_adds_its_values():
    joined = review(*TWO)
    machine = [
        replace(one, key=one.key._replace(node="p1"), evidence=tuple(NO_WORDS for _ in one.evidence))
        for one in joined.decisions("p0")
        if one.key.slot is Slot.ROLE
    ]
    whole = review(" ".join(TWO))
    values = [one for one in whole.decisions("p0") if one.key.slot in (Slot.INSTRUMENTS, Slot.CONDITIONS)]
    shift = len(TWO[0]) + 1
    parts = []
    for one in values:
        kept = [(v, s) for v, s in zip(one.value, one.evidence, strict=True) if s.start >= shift]
        evidence = tuple(type(s)(s.start - shift, s.end - shift) for _, s in kept)
        parts.append(
            replace(one, key=one.key._replace(node="p1"), value=[v for v, _ in kept], evidence=evidence)
        )
    both = Review(
        joined.document, joined.outline, [*joined.decisions("p0"), *machine, *parts], joined.machines
    )
    both.apply(editing.merge_with_previous(both, ANNA, "p1"))
    check_words(both)
    assert both.frames("p0") == 1
    assert texts(both, "p0", Slot.INSTRUMENTS) == ["resolution 5/3", "resolution 5/4", "annex II"]
    assert texts(both, "p0", Slot.CONDITIONS) == ["as appropriate"]
    assert texts(both, "p0", Slot.TIME_FRAME) == ["by 2030"]


ONE = "States parties should publish the data, in line with resolution 5/3, and train pilots by 2030."


@pytest.mark.parametrize("words", ["should", "publish", "the data", "in line", "with", "and train", "by"])
def test_the_halves_of_a_recommendation_are_one_again_when_they_are_joined(words):
    made, offset = review(ONE), ONE.index(words)
    whole = {one.key: (one.value, one.evidence) for one in made.decisions("p0")}
    made.apply(editing.split(made, ANNA, "p0", offset))
    made.apply(editing.merge_with_previous(made, ANNA, made.outline.children("s")[1].id))
    assert made.outline["p0"].text == ONE
    check_words(made)
    assert {one.key: (one.value, one.evidence) for one in made.decisions("p0")} == whole


def test_joining_two_recommendations_keeps_both_and_undoing_the_cut_gives_the_same():
    joined = review(ASKED, "The Secretariat should train pilots by 2031.")
    joined.apply(editing.merge_with_previous(joined, ANNA, "p1"))
    check_words(joined)
    verbs = [joined.shown("p0", Slot.VERB, ANNA.id, frame).value for frame in range(joined.frames("p0"))]
    assert verbs == ["requests", "invites", "should"]
    assert texts(joined, "p0", Slot.TIME_FRAME, 2) == ["by 2031"]


def test_correcting_words_leaves_a_value_without_its_words_in_its_place():
    corrected = review(ASKED)
    text = ASKED.replace("resolution 5/3", "the resolution of 2020")
    corrected.apply(editing.set_text(corrected, ANNA, "p0", text))
    check_words(corrected)
    (found,) = (
        one for one in corrected.decisions("p0") if one.key.slot is Slot.INSTRUMENTS and one.key.frame == 1
    )
    assert (len(found.value), found.evidence) == (1, (NO_WORDS,))
