"""Doubts: what a contents page and a PDF's bookmarks say against the outline."""

from __future__ import annotations

from dataclasses import replace

from model.documents import Bookmark
from model.doubts import DoubtKind
from model.extraction.doubts import doubts_of
from model.extraction.structure.contents import entries_of
from model.nodes import Anchor, Kind, Node, Region
from tests.model.extraction.test_structure import row


def node(kind: Kind, text: str, extra: dict | None = None) -> Node:
    anchor = Anchor((Region(1, 0, 0, 1, 1),), text)
    return Node(id=text, kind=kind, text=text, anchor=anchor, extra=extra or {})


def on_page(one: Node, page: int) -> Node:
    return replace(one, anchor=Anchor((Region(page, 0, 0, 1, 1),), one.text))


def test_figures_listed_with_the_contents_are_found_among_the_captions() -> None:
    listed = [["Harbours", "3"], ["Lights", "4"], ["Figure 1. Depths", "5"], ["Figure 2. Wrecks at sea", "6"]]
    nodes = [
        node(Kind.CONTENTS, "Contents", {"entries": listed}),
        node(Kind.SECTION, "Harbours"),
        node(Kind.SECTION, "Lights"),
        node(Kind.FIGURE, "Figure 1. Depths 10 20 30"),
    ]
    found = [doubt.text for doubt in doubts_of(nodes, []) if doubt.kind is DoubtKind.CONTENTS]
    assert found == ["The contents list “Figure 2. Wrecks at sea”: no such heading."]


def test_bookmarks_of_title_contents_and_the_word_processor_are_no_doubts() -> None:
    nodes = [
        node(Kind.TITLE, "Report of the pilots"),
        node(Kind.CONTENTS, "Contents Harbours 3"),
        node(Kind.SECTION, "Harbours"),
        node(Kind.SECTION, "Lights at sea"),
    ]
    named = ("Report of the pilots", "Contents", "Harbours", "Lights at sea", "_GoBack", "Quays")
    marks = [Bookmark(1, name, 1) for name in named]
    found = [doubt.text for doubt in doubts_of(nodes, marks) if doubt.kind is DoubtKind.BOOKMARK]
    assert found == ["The PDF's own outline lists “Quays”: no such heading."]


def test_a_heading_that_only_the_contents_page_holds_is_missed_by_the_bookmarks() -> None:
    nodes = [
        node(Kind.CONTENTS, "Contents Harbours 3 Election of pilots 4"),
        node(Kind.SECTION, "Harbours"),
        node(Kind.SECTION, "Lights at sea"),
    ]
    marks = [Bookmark(1, name, 1) for name in ("Harbours", "Lights at sea", "Election of pilots")]
    found = [doubt.text for doubt in doubts_of(nodes, marks) if doubt.kind is DoubtKind.BOOKMARK]
    assert found == ["The PDF's own outline lists “Election of pilots”: no such heading."]


def test_contents_entry_over_two_rows_may_have_a_number_at_its_first_row_s_end() -> None:
    rows = [
        row("I. Harbours ........................................ 1–4 3", 100, width=400),
        row("II. Reports that pilots submitted in accordance with article 74", 112, width=340),
        row("of the Convention .................................. 5–12 4", 124, width=400),
    ]
    assert [entry[:3] for entry in entries_of(rows)] == [
        ("I. Harbours", "3", "1–4"),
        ("II. Reports that pilots submitted in accordance with article 74 of the Convention", "4", "5–12"),
    ]


def test_contents_entries_that_leave_out_a_heading_s_label_are_found() -> None:
    listed = [["18 Health", "3"], ["19 Ports", "4"], ["II. Pilots", "5"], ["III. Crews", "6"]]
    numbered = [("Vote 18 Health", "18"), ("Vote 19 Ports", "19"), ("Annex II Pilots", "II")]
    nodes = [
        node(Kind.CONTENTS, "Contents", {"entries": listed}),
        *[replace(node(Kind.SECTION, text), number=number) for text, number in numbered],
    ]
    found = [doubt.text for doubt in doubts_of(nodes, []) if doubt.kind is DoubtKind.CONTENTS]
    assert found == ["The contents list “III. Crews”: no such heading."]


def test_agenda_items_that_were_not_taken_up_are_not_missed() -> None:
    named = [("Agenda item 13", "13"), ("Agenda item 17", "17"), ("Lights", "A"), ("Recommendations", "B"),
             ("Quays", "C"), ("Crews", "E")]  # fmt: skip
    nodes = [replace(node(Kind.SECTION, text), number=number) for text, number in named]
    assert [doubt.text for doubt in doubts_of(nodes, [])] == ["Heading E follows C: a number is missing."]


def test_a_missing_heading_is_looked_for_on_the_page_that_the_contents_list_names() -> None:
    listed = [["Harbours", "3"], ["Lights", "4"], ["Crews", "9"]]
    nodes = [
        node(Kind.CONTENTS, "Contents", {"entries": listed}),
        node(Kind.SECTION, "Harbours"),
        *[on_page(node(Kind.FURNITURE, f"– {number} –"), number + 2) for number in (3, 4, 5)],
        on_page(node(Kind.FURNITURE, "4"), 40),  # an annex counts its pages again
    ]
    found = [doubt for doubt in doubts_of(nodes, []) if doubt.kind is DoubtKind.CONTENTS]
    assert [(doubt.node, doubt.page) for doubt in found] == [("", 6), ("Contents", 1)]


def test_a_heading_without_words_answers_no_contents_entry() -> None:
    nodes = [
        node(Kind.CONTENTS, "Contents", {"entries": [["Harbours", "3"], ["Lights", "4"]]}),
        node(Kind.SECTION, "Harbours"),
        node(Kind.SECTION, ""),
    ]
    found = [doubt.text for doubt in doubts_of(nodes, []) if doubt.kind is DoubtKind.CONTENTS]
    assert found == ["The contents list “Lights”: no such heading."]


def test_an_entry_that_is_not_sure_is_in_doubt_with_its_reasons() -> None:
    unsure = replace(
        node(Kind.SECTION, "Lights"), confidence=0.5, reasons=("set like a heading: in italics",)
    )
    found = doubts_of([node(Kind.SECTION, "Harbours"), unsure, replace(unsure, kind=Kind.TABLE)], [])
    assert [(doubt.kind, doubt.text) for doubt in found] == [
        (DoubtKind.CONFIDENCE, "May be no heading; set like a heading: in italics.")
    ]


def test_a_heading_with_another_sign_for_and_is_found_and_one_with_another_number_is_not() -> None:
    listed = [
        ["Depths of the harbours, lights and quays by port", "3"],
        ["Figure 1. Wrecks found, raised and sold by year", "4"],
        ["Part 2 of the depths of harbours and of lights", "5"],
    ]
    nodes = [
        node(Kind.CONTENTS, "Contents", {"entries": listed}),
        node(Kind.SECTION, "Depths of the harbours, lights & quays by port"),
        node(Kind.SECTION, "Part 1 of the depths of harbours and of lights"),
        node(Kind.FIGURE, "FIGURE 1. Wrecks found, raised & sold by year 90 78 80 12"),
    ]
    found = [doubt.text for doubt in doubts_of(nodes, []) if doubt.kind is DoubtKind.CONTENTS]
    assert found == ["The contents list “Part 2 of the depths of harbours and of lights”: no such heading."]


def test_where_many_listed_headings_are_missing_they_are_not_held_against_all_there_are() -> None:
    ports = [chr(ord("A") + at) * 3 for at in range(26)]
    listed = [
        [f"{port}: {rest}", "3"] for port in ports for rest in ("tides", "its lights and its quays in full")
    ]
    nodes = [node(Kind.CONTENTS, "Contents", {"entries": listed})]
    for port in ports:
        nodes += [
            node(Kind.SECTION, f"{port}: tides"),
            node(Kind.SECTION, f"{port}: its lights & its quays in full"),
        ]
    assert len(doubts_of(nodes, [])) == len(ports)
