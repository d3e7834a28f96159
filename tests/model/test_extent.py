"""Entries grow and shrink by words of the pages; no word is lost, none is held twice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.cells import cells_of
from model.documents import Document, Masthead
from model.editing import NotPossible, set_text
from model.editing.extent import (
    WordRef,
    divide,
    extend,
    held_by,
    insert_words,
    pages_needed,
    reshape,
    shrink,
    span_of_words,
    words_of_spans,
)
from model.labels import Slot, Span, Status
from model.layer import LaidWord, TextLayer, joined
from model.nodes import MENDED, Anchor, Kind, Node, Region
from model.outline import RANK_STEP
from model.repairs import repair_of
from model.review import Review
from model.review_doubts import all_doubts
from tests.model.outlines import ANNA, MACHINE, suggestion

LINE = 14.0


def layer(page, *lines):
    """Ten points a character; an empty line parts paragraphs."""
    words, block = [], 0
    for row, line in enumerate(lines):
        block += not line
        x = 72.0
        for word in line.split():
            words.append(LaidWord(word, x, row * LINE, x + 10 * len(word), row * LINE + 12, row, block))
            x += 10 * (len(word) + 1)
    return TextLayer(page, tuple(words))


def review_of(layers, *rows):
    """Rows of (id, kind, number, words): the words as places on the pages."""
    nodes = []
    for index, (node_id, kind, number, refs) in enumerate(rows):
        refs = sorted(refs)
        text = joined([layers[p].words[w] for p, w in refs], paragraphs=False)
        text = text.removeprefix(f"{number}. ")
        pages = sorted({ref.page for ref in refs})
        regions = tuple(r for p in pages for r in layers[p].around(w for q, w in refs if q == p))
        nodes.append(Node(node_id, kind, text, None, (index + 1) * RANK_STEP, number=number,
                          anchor=Anchor(regions, text)))  # fmt: skip
    document = Document("doc", "made-up.pdf", "0" * 64, (), Masthead())
    return Review(document, nodes, [], frozenset({MACHINE.id}))


def refs(page, *words):
    return [WordRef(page, word) for word in words]


PAGES = {
    1: layer(1, "12. The Group asked States to", "rec-", "ognize wells.", "", "13. It met."),
    2: layer(2, "It also met in May.", "HEADER"),
}


@pytest.fixture
def review():
    return review_of(
        PAGES,
        ("a", Kind.PARAGRAPH, "12", refs(1, *range(9))),
        ("b", Kind.PARAGRAPH, "13", refs(1, 9, 10, 11)),
        ("c", Kind.PARAGRAPH, "", refs(2, 0, 1, 2)),
    )


def test_words_on_the_next_page_go_on_an_entry(review):
    edit = extend(review, ANNA, "b", PAGES, refs(2, 3, 4))
    review.apply(edit)
    node = review.outline["b"]
    assert node.text == "It met. in May."
    assert [region.page for region in node.anchor.regions] == [1, 2]
    assert MENDED in node.reasons
    assert edit.name == "extend 13"


def test_what_an_entry_gains_its_neighbour_loses(review):
    review.apply(extend(review, ANNA, "b", PAGES, refs(2, 0, 1)))
    assert review.outline["b"].text == "It met. It also"
    assert review.outline["c"].text == "met"
    assert review.status("c", ANNA.id) is Status.UNREVIEWED


def test_an_entry_whose_words_all_go_to_another_is_gone(review):
    review.apply(extend(review, ANNA, "b", PAGES, refs(2, 0, 1, 2)))
    assert "c" not in review.outline
    assert review.outline["b"].text == "It met. It also met"


def test_an_entry_that_holds_others_keeps_a_word(review):
    review.outline.put(replace(review.outline["a"], parent="c"))
    with pytest.raises(NotPossible, match="holds other entries"):
        extend(review, ANNA, "b", PAGES, refs(2, 0, 1, 2))


def test_corrections_and_a_printed_number_survive(review):
    review.apply(set_text(review, ANNA, "a", "The Working Group asked States to recognise wells."))
    review.apply(extend(review, ANNA, "a", PAGES, refs(2, 3, 4)))
    assert review.outline["a"].text == "The Working Group asked States to recognise wells. in May."
    review.apply(shrink(review, ANNA, "a", PAGES, refs(1, 4, 5)))
    assert review.outline["a"].text == "The Working Group asked recognise wells. in May."


def test_words_in_front_of_an_entry_come_in_front_of_its_text(review):
    review.apply(shrink(review, ANNA, "c", PAGES, refs(2, 0)))
    assert review.outline["c"].text == "also met"
    review.apply(extend(review, ANNA, "c", PAGES, refs(2, 0)))
    assert review.outline["c"].text == "It also met"


def test_evidence_stays_with_its_words(review):
    asked = suggestion("a", Slot.VERB, "asked", Span(10, 15))
    review = Review(review.document, list(review.outline), [asked], review.machines)
    review.apply(shrink(review, ANNA, "a", PAGES, refs(1, 0, 1)))
    (kept,) = [d for d in review.decisions("a") if d.key.slot is Slot.VERB]
    assert [review.outline["a"].text[slice(*span)] for span in kept.evidence] == ["asked"]


def test_nothing_is_shrunk_to_nothing(review):
    with pytest.raises(NotPossible, match="Nothing would be left of 13"):
        shrink(review, ANNA, "b", PAGES, refs(1, 9, 10, 11))


def test_a_dragged_rectangle_takes_the_words_inside(review):
    review.apply(reshape(review, ANNA, "a", PAGES, [Region(1, 60, -2, 600, 13)]))
    assert review.outline["a"].text == "The Group asked States to"
    edit = reshape(review, ANNA, "a", PAGES, [Region(1, 60, -2, 600, 41)])
    review.apply(edit)
    assert review.outline["a"].text == "The Group asked States to recognize wells."
    review.apply(edit.inverse())
    assert review.outline["a"].text == "The Group asked States to"


def test_the_rectangle_of_a_figure_stays_as_drawn(review):
    figure = Node("f", Kind.FIGURE, "", None, 9 * RANK_STEP, anchor=Anchor((Region(2, 72, 200, 300, 400),)))
    review.outline.put(figure)
    drawn = (Region(2, 72, 200, 350, 420),)
    review.apply(reshape(review, ANNA, "f", PAGES, drawn))
    assert review.outline["f"].anchor.regions == drawn


def test_an_entry_without_words_inside_is_refused(review):
    with pytest.raises(NotPossible, match="No words"):
        reshape(review, ANNA, "b", PAGES, [Region(1, 500, 500, 600, 600)])


def test_selected_words_become_an_entry_with_its_printed_number(review):
    edit = insert_words(review, ANNA, Kind.PARAGRAPH, PAGES, refs(1, 9, 10, 11), None, "c")
    review.apply(edit)
    node = review.outline[edit.focus]
    assert (node.number, node.text) == ("13", "It met.")
    assert "b" not in review.outline
    assert [n.id for n in review.outline] == ["a", node.id, "c"]


def test_an_entry_of_all_words_of_others_takes_their_place(review):
    """The entry before which it was to stand may be one of them."""
    edit = insert_words(review, ANNA, Kind.TABLE, PAGES, refs(1, *range(12)), None, "a")
    review.apply(edit)
    assert [node.id for node in review.outline] == [edit.focus, "c"]


def test_a_table_of_words_has_their_cells(review):
    pages = {1: layer(1, "Port", "Quay")}
    wide = [word._replace(x0=word.x0 + 200, x1=word.x1 + 200) for word in pages[1].words]
    pages[1] = TextLayer(1, (*pages[1].words, *wide))
    edit = insert_words(review, ANNA, Kind.TABLE, pages, refs(1, 0, 1, 2, 3), None, None)
    review.apply(edit)
    table = review.outline[edit.focus]
    assert cells_of(table) == (("Port", "Port"), ("Quay", "Quay"))
    assert table.text == "Port Port Quay Quay"


def test_no_entry_is_made_of_no_words_and_one_of_a_kind_without_a_role_is_put_right(review):
    with pytest.raises(NotPossible, match="Select some words"):
        insert_words(review, ANNA, Kind.PARAGRAPH, PAGES, [], None, None)
    edit = insert_words(review, ANNA, Kind.FOOTNOTE, PAGES, refs(2, 5), None, None)
    review.apply(edit)
    assert review.status(edit.focus, ANNA.id) is Status.CORRECTED


def test_a_rectangle_over_two_pages_leaves_the_header_between_them_alone(review):
    header = Region(2, *PAGES[2].around([5])[0][1:])
    review.outline.put(
        Node("h", Kind.FURNITURE, "HEADER", None, 9 * RANK_STEP, anchor=Anchor((header,), "HEADER"))
    )
    whole = [Region(1, 60, 50, 600, 90), Region(2, 60, -2, 600, 90)]
    review.apply(reshape(review, ANNA, "b", PAGES, whole))
    assert review.outline["b"].text == "It met. It also met in May."
    assert review.outline["h"].text == "HEADER"
    review.apply(reshape(review, ANNA, "b", PAGES, whole[1:]))
    assert "h" not in review.outline  # on one page they are drawn around on purpose


def test_a_table_gives_up_none_of_its_words(review):
    review.outline.put(replace(review.outline["c"], kind=Kind.TABLE))
    review.apply(extend(review, ANNA, "b", PAGES, refs(2, 0, 1)))
    assert review.outline["c"].text == "It also met"


def test_pages_of_an_entry_over_two_pages_are_needed_for_either(review):
    review.apply(extend(review, ANNA, "b", PAGES, refs(2, 4)))
    assert pages_needed(review.outline, [2]) == {1, 2}


def test_evidence_is_found_among_the_words_of_the_page(review):
    words = [PAGES[1].words[word] for _, word in held_by(review.outline["a"], PAGES)]
    text = review.outline["a"].text
    start = text.index("recognize")
    assert words_of_spans(text, [(start, start + 9), (4, 9)], words) == [[6, 7], [2]]
    assert words_of_spans("The Wells Group asked", [(4, 9)], words) == [[]]


def test_words_of_the_page_are_found_in_the_text_of_their_entry(review):
    node = review.outline["a"]
    held = held_by(node, PAGES)
    span = span_of_words(node, PAGES, held[2:5])
    words = [PAGES[page].words[word].text for page, word in held[2:5]]
    assert node.text[span.start : span.end] == " ".join(words)
    assert span_of_words(node, PAGES, held_by(review.outline["c"], PAGES)) is None


# --- whatever is selected ------------------------------------------------------------------------------


_WORD = st.sampled_from(["States", "parties", "should", "ratify", "it", "Ünïcode", "ترحب", "now"])
_PAGE = st.lists(st.lists(_WORD, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=4)


@st.composite
def divided(draw):
    """Two pages whose words are dealt out in runs to some paragraphs."""
    layers = {page: layer(page, *draw(_PAGE)) for page in (1, 2)}
    everything = [WordRef(page, word) for page in (1, 2) for word in range(len(layers[page].words))]
    cuts = draw(st.sets(st.sampled_from(range(1, len(everything))), max_size=4)) if everything[1:] else set()
    bounds = [0, *sorted(cuts), len(everything)]
    runs = [everything[a:b] for a, b in pairwise(bounds)]
    return layers, everything, runs


def _boxes(layers, run):
    """One rectangle a word, so that neighbours share no rectangle."""
    return tuple(Region(p, w.x0, w.y0, w.x1, w.y1) for p, i in run for w in [layers[p].words[i]])


def _review(layers, runs):
    review = review_of(layers, *((f"n{i}", Kind.PARAGRAPH, "", run) for i, run in enumerate(runs)))
    for index, run in enumerate(runs):
        node = review.outline[f"n{index}"]
        review.outline.put(replace(node, anchor=node.anchor._replace(regions=_boxes(layers, run))))
    return review


def _state(review):
    return sorted((n.id, n.text, n.anchor, n.rank) for n in review.outline)


@settings(max_examples=60)
@given(divided(), st.data())
def test_any_words_go_on_an_entry_in_reading_order_and_undo_is_the_start(made, data):
    layers, everything, runs = made
    review = _review(layers, runs)
    node_id = f"n{data.draw(st.integers(0, len(runs) - 1))}"
    picked = data.draw(st.sets(st.sampled_from(everything), min_size=1))
    before = _state(review)
    own = set(held_by(review.outline[node_id], layers))
    edit = extend(review, ANNA, node_id, layers, picked)
    review.apply(edit)
    wanted = sorted(own | picked)
    said = [layers[p].words[w].text for p, w in wanted]
    assert review.outline[node_id].text.split() == said
    assert sum(len(n.text.split()) for n in review.outline) == len(everything)
    review.apply(edit.inverse())
    assert _state(review) == before


@settings(max_examples=60)
@given(divided(), st.data())
def test_what_is_taken_from_an_entry_and_given_back_leaves_its_text_as_it_was(made, data):
    layers, _, runs = made
    review = _review(layers, runs)
    index = data.draw(st.integers(0, len(runs) - 1))
    node_id, run = f"n{index}", runs[index]
    if len(run) < 2:
        return
    picked = data.draw(st.sets(st.sampled_from(run), min_size=1, max_size=len(run) - 1))
    text = review.outline[node_id].text
    review.apply(shrink(review, ANNA, node_id, layers, picked))
    left = [layers[p].words[w].text for p, w in run if (p, w) not in picked]
    assert review.outline[node_id].text.split() == left
    review.apply(extend(review, ANNA, node_id, layers, picked))
    assert review.outline[node_id].text == text


def test_halves_of_an_entry_hold_their_own_words(review):
    text = review.outline["a"].text
    review.apply(divide(review, ANNA, "a", PAGES, text.index("asked")))
    first, second = [node for node in review.outline if node.id not in ("b", "c")]
    assert (first.text, second.text) == ("The Group", "asked States to recognize wells.")
    assert held_by(first, PAGES) == refs(1, 0, 1, 2)  # with its printed number
    assert held_by(second, PAGES) == refs(1, 3, 4, 5, 6, 7, 8)


def test_an_entry_is_divided_before_the_words_of_its_pages_are_known(review):
    text = review.outline["a"].text
    review.apply(divide(review, ANNA, "a", {}, text.index("asked")))
    first, second = [node for node in review.outline if node.id not in ("b", "c")]
    assert first.anchor.regions
    assert second.anchor.regions


def test_a_missing_number_is_split_off_with_its_own_words():
    pages = {1: layer(1, "1. It opened. 2. It elected", "a Chair.", "", "3. It closed.")}
    before = review_of(pages, ("a", Kind.PARAGRAPH, "1", refs(1, *range(8))),
                       ("b", Kind.PARAGRAPH, "3", refs(1, 8, 9, 10)))  # fmt: skip
    (gap,) = all_doubts(list(before.outline), {})
    repair = repair_of(gap, before, pages)
    before.apply(repair.build(before, ANNA))
    first, second, _ = before.outline
    assert (first.text, second.text) == ("It opened.", "It elected a Chair.")
    assert held_by(first, pages) == refs(1, 0, 1, 2)
    assert held_by(second, pages) == refs(1, 3, 4, 5, 6, 7)
