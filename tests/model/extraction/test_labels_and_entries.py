"""Structure of small PDFs: entries over a page, labels set out before their text, posts below names."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind, Node
from model.reading.text import Span
from tests.model.extraction.test_structure import paragraph, row
from tests.model.extraction.zones.pages import LOREM, Maker, body, rule, texts, write

_STATES = "Andorra, Belgium, Chad, Denmark, Estonia, Fiji, Gabon, Haiti, Iceland, Jordan, Kenya, Latvia,"


def _nodes(maker: Maker, kind: Kind) -> list[Node]:
    return [node for node in build(maker.rows()) if node.kind is kind]


def test_entries_of_a_list_go_on_over_a_page_one_by_one(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "entries.pdf")
    page = maker.page()
    body(page, 100, 8)
    write(page, 72, 260, "The following entities were represented at the session:")
    names = ("Department of Social Affairs", "Coordination Office", "Trade Centre", "Development Programme")
    for at, name in enumerate(names):
        write(page, 96, 280 + 18 * at, name)
    page = maker.page()
    # long, as those above are not
    write(
        page, 96, 100, "Framework Convention on Climate Change and all of its own bodies of the secretariat"
    )
    write(page, 96, 118, "Office for Risk Reduction")
    body(page, 150, 4)
    found = [node.text for node in _nodes(maker, Kind.ITEM)]
    assert found[3:] == [
        "Development Programme",
        "Framework Convention on Climate Change and all of its own bodies of the secretariat",
        "Office for Risk Reduction",
    ]


def test_entries_that_end_alike_by_chance_are_entries(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "chance.pdf")
    page = maker.page()
    body(page, 100, 8)
    write(page, 72, 250, "Annex B. Persons consulted", 16, "bold")
    names = [
        "Chikondi Phiri, District Water Development Officer, Mulanje",
        "Mutinta Hamoonga, Provincial Water Engineer of the Eastern Province",
        "Sigrun Aasland, Head of Water Department",
        "Chikondi Phiri, Mulanje District Water, Development Officer",  # as wide as the first
    ]
    for at, name in enumerate(names):
        write(page, 84, 275 + 18 * at, name)
    assert [node.text for node in build(maker.rows())][-4:] == names


def test_labels_of_a_vote_stand_before_their_states(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "vote.pdf")
    page = maker.page()
    body(page, 100, 8)
    write(page, 72, 240, "In favour:", face="italic")
    for line in range(3):
        write(page, 90, 254 + 14 * line, _STATES)
    write(page, 90, 296, "Malta, Nauru, Oman")
    write(page, 72, 318, "Against:", face="italic")
    write(page, 90, 332, "Peru")
    write(page, 72, 354, "Abstaining:", face="italic")
    write(page, 90, 368, "None")
    body(page, 400, 4)
    found = [node.text for node in _nodes(maker, Kind.PARAGRAPH)]
    assert found[1].startswith("In favour: Andorra, ")
    assert found[1].endswith("Malta, Nauru, Oman")
    assert found[2:4] == ["Against: Peru", "Abstaining: None"]


def test_roles_over_one_name_each_stay_a_list(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "officers.pdf")
    page = maker.page()
    body(page, 100, 8)
    write(page, 72, 240, "The Committee elected the following officers:")
    for at, (role, name) in enumerate(
        (("Chair:", "Ada Eze (Kadoria)"), ("Rapporteur:", "Ivo Hale (Velland)"))
    ):
        write(page, 72, 260 + 32 * at, role, face="italic")
        write(page, 90, 274 + 32 * at, name)
    body(page, 340, 4)
    found = [(node.text, node.level) for node in _nodes(maker, Kind.ITEM)]
    assert found == [
        ("Chair:", 1), ("Ada Eze (Kadoria)", 2), ("Rapporteur:", 1), ("Ivo Hale (Velland)", 2),
    ]  # fmt: skip


def test_bold_heading_that_fills_its_row_ends_where_the_type_gets_smaller(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "heading.pdf")
    page = maker.page()
    body(page, 100, 12)
    heading = "Coordination and writing of the guidelines and of all other documents of the group"
    write(page, 72, 296, heading, 11, "bold")
    body(page, 310, 6)
    assert [node.text for node in _nodes(maker, Kind.SECTION)] == [heading]


def test_bold_sentence_that_leads_to_a_list_is_no_heading(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "lead.pdf")
    page = maker.page()
    body(page, 100, 12)
    write(page, 72, 296, "Objectives", 12, "bold")
    page.insert_text((72, 312), "The objectives of the guidelines are:", fontsize=10, fontname="hebi")
    for at, aim in enumerate(("to provide advice on the core components;", "to support all countries.")):
        write(page, 72, 330 + 16 * at, f"\u2022 {aim}")
    body(page, 390, 6)
    assert [node.text for node in _nodes(maker, Kind.SECTION)] == ["Objectives"]


def test_dashes_of_two_hyphens_begin_items_below_full_rows_too(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "signs.pdf")
    page = maker.page()
    body(page, 100, 12)
    write(page, 72, 290, "\u2022 Ensuring at least these things:")
    entries = (
        "sterilization and decontamination of all devices that the teams have been using in their wards and",
        "safe handling of linen",
        "care for the disposal of waste",
    )
    for at, entry in enumerate(entries):
        write(page, 90, 304 + 14 * at, f"-- {entry}")
    body(page, 380, 6)
    found = [(node.number, node.text[:7]) for node in _nodes(maker, Kind.ITEM)]
    assert found == [("•", "Ensurin"), ("-", "sterili"), ("-", "safe ha"), ("-", "care fo")]


def test_headings_counted_by_the_same_words_stand_side_by_side_though_one_is_set_smaller(
    tmp_path: Path,
) -> None:
    maker = Maker(tmp_path / "counted.pdf")
    page = maker.page()
    body(page, 100, 8)
    aims = ("programmes", "guidelines", "training", "surveillance", "strategies", "audits")
    for number, aim in enumerate(aims, 1):
        page = page if number % 3 else maker.page()
        top = 240 + 180 * (number % 3)
        write(page, 72, top, f"Core component {number}: national {aim}", 12 if number == 5 else 13, "bold")
        body(page, top + 24, 5)
    assert [node.level for node in _nodes(maker, Kind.SECTION)] == [1] * 6


def test_post_centred_below_a_name_belongs_to_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "signed.pdf")
    page = maker.page()
    body(page, 100, 10)
    write(page, 72, 300, "Paolo Savedra Alesandri")
    write(page, 104, 314, "Secretary")
    assert _nodes(maker, Kind.PARAGRAPH)[-1].text == "Paolo Savedra Alesandri Secretary"


def test_addresses_in_columns_are_read_down_and_each_is_one_entry(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "addresses.pdf")
    page = maker.page()
    body(page, 80, 8)
    persons = ("Dr Ada Eze", "Professor Ivo Hale", "Ms Mia Lund", "Dr Ben Okoro")
    offices = (("Ministry of Health", "Asha"), ("University of Velland", "Faculty of Medicine", "Vell"))
    for column, (x, name) in enumerate(((72, "kadoria"), (230, "velland"), (388, "morvia"))):
        top = 230.0
        for at, person in enumerate(persons):
            lines = (person, *offices[(at + column) % 2], f"person{at}@{name}.org")
            for down, line in enumerate(lines):
                write(page, x, top + 11 * down, line, 9)
            top += 11 * len(lines) + 11
    body(page, 500, 8)
    found = [node.text for node in _nodes(maker, Kind.ITEM)]
    assert len(found) == 12
    assert found[0] == "Dr Ada Eze Ministry of Health Asha person0@kadoria.org"
    assert found[4] == "Dr Ada Eze University of Velland Faculty of Medicine Vell person0@velland.org"


def test_grid_whose_text_stands_in_one_column_is_a_table(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "grid.pdf")
    page = maker.page()
    # each cell has sides of its own, as word processors draw them
    for top, bottom in ((100, 240), (240, 380)):
        rule(page, 72, 520, top)
        for x in (72, 96, 160, 470, 520):
            page.draw_rect((x, top, x + 0.5, bottom), color=None, fill=(0, 0, 0), width=0)
        for line in range(5):
            write(page, 166, top + 20 + 14 * line, LOREM[:58])
    rule(page, 72, 520, 380)
    body(page, 420, 8)
    rows = maker.rows()
    assert texts(rows, Zone.TABLE) == [" ".join([LOREM[:58].strip()] * 5)] * 2
    assert len(texts(rows, Zone.BODY)) == 8


def test_figure_between_two_rules_holds_what_other_rules_cut(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "figure.pdf")
    page = maker.page()
    body(page, 100, 6)
    rule(page, 72, 520, 200)
    write(page, 72, 214, "GRAPH 2. Snapshot of the programme", 12, "bold")
    page.draw_rect((150, 224, 430, 250), color=None, fill=(0.8, 0.9, 1.0))
    write(page, 160, 234, "A more peaceful and unified society that enables", 8, "bold")
    write(page, 160, 244, "economic transformation and sustainable growth", 8, "bold")
    rule(page, 82, 510, 260)
    for at, pillar in enumerate(("Power to the people", "Economy and jobs", "Sustaining peace")):
        write(page, 90 + 140 * at, 280, pillar, 8, "bold")
        write(page, 90 + 140 * at, 290, f"(Pillar {at + 1})", 8, "bold")
    rule(page, 82, 510, 300)
    rule(page, 72, 520, 320)
    body(page, 350, 6)
    rows = maker.rows()
    assert len(texts(rows, Zone.FIGURE)) == 5
    assert len(texts(rows, Zone.BODY)) == 12


def test_tinted_column_of_a_ruled_table_is_no_box(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "tint.pdf")
    page = maker.page()
    body(page, 100, 6)
    for y in (200, 224, 344):
        rule(page, 72, 520, y)
    for at, name in enumerate(("Number of facilities", "Share of complaints", "Share of reports")):
        top = 224 + 40 * at
        page.draw_rect((72, top + 1, 190, top + 39), color=None, fill=(1.0, 0.95, 0.9))
        if at:  # the third column's cell spans all rows
            rule(page, 72, 280, top)
            rule(page, 380, 520, top)
        write(page, 76, top + 14, name + " that were", 8)
        write(page, 76, top + 26, "inspected in the year", 8)
        write(page, 200, top + 14, "Inspection and", 8)
        write(page, 400, top + 14, f"{at + 2}50", 8)
        write(page, 470, top + 14, f"{at + 1}43", 8)
    write(page, 290, 284, "Safer communities", 8)
    for x, head in ((76, "Indicator"), (200, "Programme"), (290, "Outcome"), (400, "Planned"), (470, "Done")):
        write(page, x, 216, head, 8, "bold")
    body(page, 380, 6)
    rows = maker.rows()
    assert len(texts(rows, Zone.BODY)) == 12
    assert sum(text.count("inspected") for text in texts(rows, Zone.TABLE)) == 3


@pytest.mark.parametrize("kind", ["article", "conclusion", "guideline", "principle"])
def test_draft_that_is_counted_is_a_heading_with_its_title(kind: str) -> None:
    rows = [
        row("Text of the drafts", 80, size=12, bold=True),
        row(f"Draft {kind} 1", 100, bold=True),
        row("Scope", 112, bold=True),
        row("The present drafts concern the lighthouses of the coast.", 140),
        row(f"Draft {kind} 2", 170, bold=True),
        row("Use of terms", 182, bold=True),
        row("A lighthouse is a tower with a light at its top.", 210),
    ]
    nodes = build(rows)
    assert [node.number for node in nodes if node.kind is Kind.SECTION] == ["", "1", "2"]


def test_actions_counted_in_minutes_have_their_numbers(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "actions.pdf")
    page = maker.page()
    for at in range(2):
        write(page, 72, 100 + 160 * at, f"{at + 1} Quays", 13, "bold")
        body(page, 120 + 160 * at, 6)
        write(page, 90, 220 + 160 * at, f"Action 12/0{at + 1}", face="bold")
        write(page, 160, 220 + 160 * at, "The Director was asked to submit a plan by May.")
    found = [node.number for node in _nodes(maker, Kind.PARAGRAPH) if node.number]
    assert found == ["Action 12/01", "Action 12/02"]


def _labelled(label: str, said: str, y: float) -> Row:
    made = row(f" {said}", y, 100 + 5.0 * len(label), width=4.0 * len(said))
    mark = Span(label, 100, y - 10, made.x0, y + 2, 100, y, 10, "Times-Bold", True, False, False)
    return made._replace(spans=(mark, *made.spans), x0=100.0)


def test_labels_in_bold_over_a_team_are_entries_though_some_fill_two_rows() -> None:
    rows = [
        row("Team", 60, size=14, bold=True),
        _labelled("Lead evaluator:", "Ada Eze", 84),
        _labelled(
            "Reviewers:", "Ben Fox, Cai Guo, Dag Hoel, Eva Imre, Finn Jol, Gus Kern, Hal Lind, Ida Moe", 108
        ),
        row("and Jon Nye", 120),
        _labelled("Research:", "Kim Orr and Lou Pay", 144),
        _labelled("Text:", "The team thanks all those who were heard.", 168),
    ]
    assert [node.kind for node in build(rows)][1:] == [*[Kind.ITEM] * 3, Kind.PARAGRAPH]


def test_names_in_bold_with_posts_behind_a_comma_are_a_list_of_persons() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), row("Tuesday 1 July", 130, bold=True, size=12)]
    for at, (name, post) in enumerate({
        "Graham Tudge,": "Chair, Calder Bridge Flood Action Group; Sheila Moss, Clerk, Wyreham Town Council,",
        "Ian Foulkes,": "Vice-Chair, Local Government Association Q45–79",
    }.items()):  # fmt: skip
        rows.append(_labelled(name, post, 150 + 22.0 * at))
    found = [node for node in build(rows) if node.kind is Kind.ITEM]
    assert [node.text[:12] for node in found] == ["Graham Tudge", "Ian Foulkes,"]


def test_sentences_that_begin_with_bold_words_and_a_comma_are_no_persons() -> None:
    rows = [*paragraph("1.", 60), *paragraph("2.", 90), row("What works", 130, bold=True, size=12)]
    for at, name in enumerate(("Small contractors,", "Large contractors,", "Towns,")):
        rows.append(_labelled(name, "where they are paid in time, deliver what was agreed.", 150 + 22.0 * at))
    assert not [node for node in build(rows) if node.kind is Kind.ITEM]


def test_last_of_several_roles_belongs_to_their_list_though_no_name_is_below_it() -> None:
    rows = [row("Officers", 60, size=14, bold=True), row("Chair:", 90), row("Ann Moor (Norland)", 104)]
    rows += [row("Rapporteur:", 118), *paragraph("", 150), *paragraph("", 180)]
    items = [node.text for node in build(rows) if node.kind is Kind.ITEM]
    assert items == ["Chair:", "Ann Moor (Norland)", "Rapporteur:"]
