"""Structure from rows: Chinese headings in the type of the text, told by their numbers and their place."""

from __future__ import annotations

from model.extraction.rows import Row, Zone
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_decisions import headings
from tests.model.extraction.test_structure import row

_TEXT = "工作组访问了北部海岸的四个港口听取了灯塔管理人员的介绍并且查看了所有的航"


class _Page:
    """Rows of Chinese, one solid below the other; first lines are indented by two signs."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def _add(self, text: str, x: float) -> None:
        y = 60 + 18.0 * len(self.rows)
        self.rows.append(row(text, y, x, size=11.0, width=11.0 * len(text)))

    def heading(self, text: str) -> None:
        self._add(text, 122)

    def paragraph(self, end: str = "道图。", begin: str = "") -> None:
        self._add((begin + _TEXT)[:34], 122)
        self._add(_TEXT[:36], 100)
        self._add(end, 100)


def test_numbered_names_over_text_are_headings_at_depths_that_their_numbers_tell() -> None:
    page = _Page()
    for first, parts in (("一", ("法律", "实践")), ("二", ("水闸", "水泵"))):
        page.heading(f"{first}、检查结果")
        for number, part in enumerate(parts, 1):
            page.heading(f"{number}．{part}")
            page.paragraph()
            page.paragraph(_TEXT[:35] + "。")  # it fills its last row
    found = [(level, number) for level, number, _ in headings(page.rows)]
    assert found == [(1, "一"), (2, "1"), (2, "2"), (1, "二"), (2, "1"), (2, "2")]
    assert len([node for node in build(page.rows) if node.kind is Kind.PARAGRAPH]) == 8


def test_numbers_in_brackets_stand_below_those_without() -> None:
    page = _Page()
    for first, parts in (("一", "一二"), ("二", "一二三")):
        page.heading(f"{first}、主要工作")
        page.paragraph()
        for part in parts:
            page.heading(f"（{part}）加强领导")
            page.paragraph()
    assert [level for level, *_ in headings(page.rows)] == [1, 2, 2, 1, 2, 2, 2]


def test_a_heading_ends_where_its_row_has_room_though_the_next_one_begins_a_little_further_in() -> None:
    page = _Page()
    for number in "一二三":
        page.heading(f"{number}、总体要求")
        page.rows[-1] = page.rows[-1]._replace(x0=118.0)
        page.paragraph()
    assert [text for *_, text in headings(page.rows)] == ["总体要求"] * 3


def test_a_heading_ends_where_a_date_begins_the_text_below_it() -> None:
    page = _Page()
    for number in "一二三":
        page.heading(f"{number}、事故经过")
        page.paragraph(begin="4 月18 日，")
    assert [text for *_, text in headings(page.rows)] == ["事故经过"] * 3


def test_numbered_sentences_are_no_headings() -> None:
    page = _Page()
    for number in "一二三":
        page.heading(f"{number}、" + _TEXT[:30])
        page.rows[-1] = page.rows[-1]._replace(x1=500.0)
        page.paragraph()
    assert not headings(page.rows)


def test_names_are_counted_beside_paragraphs_with_numbers_of_the_same_dress() -> None:
    page = _Page()
    page.heading("一、调查结果")
    for number, name in enumerate(("法律框架", "问责", "语言"), 1):
        page.heading(f"{number}．{name}")
        for paragraph in (2 * number + 5, 2 * number + 6):
            page.paragraph()
            first = page.rows[-3]
            span = first.spans[0]
            numbered = f"{paragraph}．{span.text[2:]}"
            page.rows[-3] = first._replace(spans=(span._replace(text=numbered),))
    found = [(level, number) for level, number, _ in headings(page.rows)]
    assert found == [(1, "一"), (2, "1"), (2, "2"), (2, "3")]


def test_a_name_of_two_signs_belongs_to_the_label_above_it() -> None:
    rows = [
        row("Chapter 1", 80, size=20, bold=True),
        row("概览", 110, size=24, width=48),
        row("words that go on to the end of the line as running text does in every report", 150),
    ]
    headings = [(node.number, node.text) for node in build(rows) if node.kind is Kind.SECTION]
    assert headings == [("1", "Chapter 1 概览")]


def test_a_word_of_two_signs_may_head_a_part() -> None:
    page = _Page()
    for name in ("概要", "导　言"):
        page.rows.append(
            row(name, 60 + 18.0 * len(page.rows), 260, size=13.0, width=13.0 * len(name), bold=True)
        )
        page.paragraph()
        page.paragraph()
    assert [(level, text) for level, _, text in headings(page.rows)] == [(1, "概要"), (1, "导 言")]


def test_a_short_row_over_a_counted_paragraph_is_a_heading_though_its_type_tells_nothing() -> None:
    rows = []
    for at, name in enumerate(("法律框架", "教育", "传播")):
        y = 60 + 80.0 * at
        rows.append(row(name, y, size=10.5, width=10.5 * len(name)))
        rows.append(row(f"{at + 1}. {_TEXT}", y + 20, size=10.5, width=400))
        rows.append(row("的航道图。", y + 36, size=10.5, width=52))
    assert [text for *_, text in headings(rows)] == ["法律框架", "教育", "传播"]


def test_a_row_that_leads_on_or_ends_a_sentence_is_none() -> None:
    rows = []
    for at, name in enumerate(("大会，", "主席：", "会议结束。")):
        y = 60 + 80.0 * at
        rows.append(row(name, y, size=10.5, width=10.5 * len(name)))
        rows.append(row(f"{at + 1}. {_TEXT}", y + 20, size=10.5, width=400))
        rows.append(row("的航道图。", y + 36, size=10.5, width=52))
    assert not headings(rows)


def test_a_draft_below_its_label_is_one_heading_though_it_has_the_titles_words() -> None:
    title = "关于灯塔和航道问题的第五届会议工作报告"
    rows = [
        row(title, 40, size=14, bold=True, zone=Zone.TITLE),
        *[r for at in range(3) for r in _counted(at, 70 + 40.0 * at)],
        row("决议草案一", 200, size=12, bold=True, width=60),
        row(title, 222, size=12, bold=True, width=230),
        row("大会，", 250, size=10.5, width=32),
        *[r for at in range(3) for r in _counted(at, 270 + 40.0 * at)],
    ]
    assert headings(rows) == [(1, "一", f"决议草案一{title}")]


def _counted(at: int, y: float) -> list[Row]:
    first = row(f"{at + 1}. {_TEXT}", y, size=10.5, width=400)
    return [first, row("的航道图。", y + 16, size=10.5, width=52)]
