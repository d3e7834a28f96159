"""Structure from rows: annexes and appendices, their labels in six languages, titles over several lines."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_decisions import headings
from tests.model.extraction.test_structure import paragraph, row

_LARGE = {"size": 14.0, "bold": True}


def report(*labelled: tuple[str, str]) -> list[Row]:
    rows = [row("I. Introduction", 40, **_LARGE), *paragraph("1.", 64)]
    for at, (label, title) in enumerate(labelled):
        y = 110.0 + 90 * at
        rows += [row(label, y, **_LARGE), row(title, y + 18, **_LARGE), *paragraph("1.", y + 42)]
    return rows


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("Annex I", "Annex II"), ("I", "II")),
        (("Attachment 1", "Attachment 2"), ("1", "2")),
        (("Annexe I", "Annexe II"), ("I", "II")),
        (("Anexo 1", "Anexo 2"), ("1", "2")),
        (("Приложение I", "Приложение II"), ("I", "II")),
        (("المرفق الأول", "المرفق الثاني"), ("الأول", "الثاني")),
        (("الملحق الأول", "الملحق الثاني"), ("الأول", "الثاني")),
        (("附件一", "附件二"), ("一", "二")),
        (("附件1", "附件2"), ("1", "2")),
    ],
)
def test_annexes_stand_beside_the_chapters_with_their_titles(
    labels: tuple[str, str], numbers: tuple[str, str]
) -> None:
    found = headings(report((labels[0], "Mandate"), (labels[1], "Budget")))
    assert [(level, number) for level, number, _ in found] == [(1, "I"), (1, numbers[0]), (1, numbers[1])]
    assert [text.endswith(title) for (*_, text), title in zip(found[1:], ("Mandate", "Budget"), strict=True)]


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        (("First part", "Second part"), ("First", "Second")),
        (("Primera parte", "Segunda parte"), ("Primera", "Segunda")),
        (("PREMIÈRE PARTIE", "DEUXIÈME PARTIE"), ("PREMIÈRE", "DEUXIÈME")),
        (("Часть первая", "Часть вторая"), ("первая", "вторая")),
        (("Первая часть", "Вторая часть"), ("Первая", "Вторая")),
    ],
)
def test_parts_counted_in_words_stand_above_the_headings_within_them(
    labels: tuple[str, str], numbers: tuple[str, str]
) -> None:
    rows: list[Row] = []
    for at, (label, title) in enumerate(zip(labels, ("Mandate", "Budget"), strict=True)):
        y = 40.0 + 160 * at
        rows += [row(label, y, **_LARGE), row(title, y + 18, **_LARGE)]
        for within, heading in enumerate(("I. Facts", "II. Aims")):
            rows += [row(heading, y + 42 + 50 * within, **_LARGE), *paragraph("1.", y + 62 + 50 * within)]
    found = headings(rows)
    assert [(level, number) for level, number, _ in found] == [
        (1, numbers[0]), (2, "I"), (2, "II"), (1, numbers[1]), (2, "I"), (2, "II"),
    ]  # fmt: skip
    assert [text.split()[-1] for level, _, text in found if level == 1] == ["Mandate", "Budget"]


def test_appendix_that_is_set_as_annexes_are_stands_below_the_annex() -> None:
    rows = report(("Annex I", "Rules"), ("Appendix", "Form for nominations"), ("Annex II", "Budget"))
    assert [level for level, *_ in headings(rows)] == [1, 1, 2, 1]


def test_appendices_stand_beside_the_chapters_where_no_annex_is() -> None:
    rows = report(("Appendix A", "Rules"), ("Appendix B", "Budget"))
    assert [level for level, *_ in headings(rows)] == [1, 1, 1]


def test_headings_before_an_excerpts_first_chapter_tell_nothing_of_those_below_it() -> None:
    bold = {"bold": True, "size": 12.0}
    rows = [
        row("Release of the hostages", 40, **bold),
        *paragraph("49.", 64),
        row("Chapter IV", 110, **_LARGE),
        row("Communications", 128, **_LARGE),
        *paragraph("50.", 152),
        row("Action taken", 200, **bold),
        *paragraph("51.", 224),
    ]
    assert [level for level, *_ in headings(rows)] == [1, 1, 2]


def test_what_is_set_like_a_foreword_stands_beside_the_chapters_after_them() -> None:
    bold = {"bold": True, "size": 12.0}
    rows = [row("Foreword", 40, **bold), *paragraph("1.", 64)]
    for at, chapter in enumerate(("I", "II", "III")):
        y = 110.0 + 100 * at
        rows += [row(f"Chapter {chapter}", y, **_LARGE), row("Communications", y + 18, **_LARGE)]
        rows += paragraph(f"{at + 2}.", y + 42)
    rows += [row("Conclusion", 410, **bold), *paragraph("5.", 434)]
    assert [level for level, *_ in headings(rows)] == [1, 1, 1, 1, 1]


def _report_with_annex(remark: str = "") -> list[Row]:
    """Paragraphs counted through, and an annex of bold parts that count 2.1, 2.2 below their numbers."""
    rows = [row("Opening of the session", 40, bold=True)]
    rows += [made for n in range(1, 6) for made in paragraph(f"{n}.", 34 + 30.0 * n)]
    rows += [row("Annex I", 230, **_LARGE), row("PROPOSED GUIDANCE FOR LABELS", 248, **_LARGE)]
    if remark:
        rows.append(row(remark, 269, **_LARGE))
    for part, name in enumerate(("Purpose", "Scope", "Terms", "Labels"), 1):
        y = 200.0 + 94 * part
        rows += [row(f"{part}. {name}", y, bold=True)]
        rows += [made for n in (1, 2) for made in paragraph(f"{part}.{n}", y - 10 + 32 * n)]
    return rows


def test_what_an_annex_counts_below_its_numbered_headings_are_its_paragraphs() -> None:
    nodes = [node for node in build(_report_with_annex()) if node.kind is not Kind.SECTION]
    dotted = [f"{part}.{n}" for part in range(1, 5) for n in (1, 2)]
    assert [(node.kind, node.number) for node in nodes] == [
        (Kind.PARAGRAPH, number) for number in [*"12345", *dotted]
    ]


def test_a_remark_in_brackets_below_an_annexs_title_goes_on_with_it() -> None:
    (found,) = [text for _, number, text in headings(_report_with_annex("(At Step 5)")) if number == "I"]
    assert found == "Annex I PROPOSED GUIDANCE FOR LABELS (At Step 5)"


def test_a_title_that_is_smaller_than_its_label_stands_right_over_the_first_of_a_count() -> None:
    rows = [
        *paragraph("", 20),
        row("Annex", 60, size=17, bold=True),
        row("Report on the visit to Casamara", 84, **_LARGE),
    ]
    for at, chapter in enumerate(("I. Introduction", "II. Findings")):
        rows += [row(chapter, 120.0 + 70 * at, **_LARGE), *paragraph(f"{at + 1}.", 144.0 + 70 * at)]
    assert [text for *_, text in headings(rows)] == [
        "Annex Report on the visit to Casamara", "Introduction", "Findings",
    ]  # fmt: skip


@pytest.mark.parametrize(("centred", "levels"), [(False, [1, 2]), (True, [1])])
def test_a_heading_at_the_left_below_a_label_in_the_middle_is_one_of_its_own(
    centred: bool, levels: list[int]
) -> None:
    label = row("APPENDIX", 40, 270.0, bold=True, width=60.0)._replace(centred=True)
    below = row("Overview of measures", 64, 240.0 if centred else 100.0, width=120.0)
    spans = tuple(span._replace(bold=True, italic=True) for span in below.spans)
    rows = [label, below._replace(spans=spans, centred=centred), *paragraph("1.", 90), *paragraph("2.", 120)]
    assert [node.level for node in build(rows) if node.kind is Kind.SECTION] == levels


def test_a_title_in_capitals_goes_on_over_several_rows_below_its_label_though_the_first_fills_the_page() -> (
    None
):
    title = ["MATTERS CALLING FOR ACTION BY THE COUNCIL AND THOSE BROUGHT TO ITS ATTENTION", "BY THE BOARD"]
    rows = [
        row("CHAPTER I", 40, 280, width=50),
        row(title[0], 52, width=400),
        row(title[1], 64, 250, width=110),
        *paragraph("1.", 90),
        *paragraph("2.", 120),
    ]
    assert headings(rows) == [(1, "I", "CHAPTER I " + " ".join(title))]


def _middle(text: str, y: float, page: int) -> Row:
    return row(text, y, x=300 - 2 * len(text), page=page)._replace(centred=True)


@pytest.mark.parametrize("title", ["AGENDA", "LIST OF PARTICIPANTS", "Agenda of the session"])
@pytest.mark.parametrize("top", [True, False])  # at the top of a page, and below text that is set in
def test_an_annex_in_plain_type_in_the_middle_of_the_page_is_a_heading(title: str, top: bool) -> None:
    rows = [
        _middle("Chapter I", 60, 1),
        _middle("WORK DONE", 72, 1),
        *paragraph("1.", 100),
        row("Members", 130),
        row("Oland: words that go on and on to the very end of the line as running text does", 152, 120),
        *([] if top else [row("Casamara: Ms. A. Faye", 80, 120, page=2)]),
        _middle("Annex I", 110, 2),
        _middle(title, 122, 2),
        row("1. Opening of the session.", 150, page=2),
        row("2. Election of officers.", 162, page=2),
    ]
    assert headings(rows)[-1] == (1, "I", f"Annex I {title}")


def test_a_title_in_the_middle_that_ends_in_an_annexs_number_is_one_heading() -> None:
    rows = [*paragraph("1.", 30), *paragraph("2.", 60)]
    for at, text in enumerate(("DRAFT AMENDMENTS TO THE CONVENTION,", "ANNEX VI")):
        rows.append(row(text, 100 + 12 * at, x=300 - 2 * len(text), bold=True)._replace(centred=True))
    rows += [*paragraph("3.", 140), *paragraph("4.", 170)]
    assert [text for *_, text in headings(rows)] == ["DRAFT AMENDMENTS TO THE CONVENTION, ANNEX VI"]


def test_a_paragraph_may_end_in_a_row_with_nothing_but_an_annexs_number() -> None:
    said = "1. The Committee took note of the list that is before it, and adopted the text that is set out in"
    found = build([row(said, 30), row("Annex II.", 42), *paragraph("2.", 60), *paragraph("3.", 90)])
    assert [node.number for node in found] == ["1", "2", "3"]


@pytest.mark.parametrize("label", ["Annex I", "Article 1", "Resolution 1"])
@pytest.mark.parametrize("rows_below", [1, 2])
def test_label_in_the_middle_set_solid_between_sentences_is_a_heading(label: str, rows_below: int) -> None:
    middle = row(label, 124, 280, width=40)._replace(centred=True)
    below = [row("The Committee shall meet once a year.", 136)] if rows_below == 1 else paragraph("", 136)
    rows = [*paragraph("", 60), *paragraph("", 84)]
    rows += [row("Words go on to the end of the line as running text does, in all of the reports.", 112)]
    found = build([*rows, middle, *below, *paragraph("", 200)])
    (heading,) = (node for node in found if node.kind is Kind.SECTION)
    assert (heading.text, heading.number) == (label, label.split()[1])
