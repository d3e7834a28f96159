"""Reading order: columns, headings across them, boxes; and what only looks like columns."""

from __future__ import annotations

import pytest

from model.extraction.rows import Zone
from model.extraction.zones import zone_pages
from model.reading.pdf import Pdf
from tests.model.extraction.zones.pages import LOREM, WORDS, Maker, body, in_arabic, texts, write

NARROW = "text of a column of about forty letters"


def _two_columns(page, top: float, count: int, name: str) -> None:
    for n in range(count):
        write(page, 50, top + 13 * n, f"{name} left {n} {NARROW}"[:48])
        write(page, 310, top + 13 * n + 0.7, f"{name} right {n} {NARROW}"[:48])


def test_two_columns_are_read_one_after_the_other_and_headings_across_divide_them(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    _two_columns(page, 100, 10, "first")
    write(page, 50, 260, "A heading that goes across both of the columns of this page", 14, "bold")
    _two_columns(page, 300, 10, "second")
    read = [" ".join(text.split()[:3]) for text in texts(make.rows(), Zone.BODY)]
    sides = [
        f"{part} {side} {n}" for part in ("first", "second") for side in ("left", "right") for n in range(10)
    ]
    assert read == [*sides[:20], "A heading that", *sides[20:]]


def test_columns_of_text_from_right_to_left_are_read_from_the_right(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    _two_columns(make.page(), 100, 20, "x")
    make.rows()
    with Pdf(make.path) as pdf:
        pages = [page._replace(lines=tuple(map(in_arabic, page.lines))) for page in pdf.texts()]
    rows = zone_pages(pages)
    assert [row.column for row in rows] == [1] * 20 + [2] * 20
    assert rows[0].x0 > 300 > rows[-1].x0


def test_columns_have_their_own_bounds(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    _two_columns(make.page(), 100, 20, "x")
    rows = make.rows()
    assert {row.column for row in rows} == {1, 2}
    assert all(abs(row.left - row.x0) < 1 for row in rows)


def test_an_indent_is_told_from_the_margin_on_a_page_of_items_only(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for _ in range(5):
        body(make.page(), 100, 30)
    page = make.page()
    for n in range(8):
        write(page, 100, 100 + 14 * n, f"({'abcdefgh'[n]}) An item of the list;")
    items = [row for row in make.rows() if row.page == 6]
    assert all(27 < row.x0 - row.left < 29 for row in items)


def test_a_box_with_text_is_read_as_one_beside_the_column(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    page.draw_rect((40, 90, 285, 260), color=None, fill=(0.9, 0.8, 0.7), width=0)
    for n in range(12):
        write(page, 50, 105 + 12 * n, f"boxed {n} {NARROW}"[:44])
        write(page, 310, 105 + 12 * n, f"column {n} {NARROW}"[:44])
    rows = make.rows()
    first = [row.text.split()[0] for row in rows]
    assert first == ["boxed"] * 12 + ["column"] * 12
    assert len({row.box for row in rows[:12]}) == 1
    assert rows[0].box
    assert not rows[-1].box


def test_two_frames_one_below_the_other_are_two_boxes(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 80, 6)
    for top in (190, 280):
        for y in (top, top + 70):
            page.draw_line((72, y), (520, y), width=0.5)
        for x in (72, 520):
            page.draw_line((x, top), (x, top + 70), width=0.5)
        write(page, 78, top + 16, "Note", face="bold")
        write(page, 78, top + 34, f"{LOREM} {top}")
        write(page, 78, top + 48, "and went on.")
    body(page, 380, 12)
    boxes = [row.box for row in make.rows()]
    assert len({box for box in boxes if box}) == 2
    assert [bool(box) for box in boxes] == [False] * 6 + [True] * 6 + [False] * 12


def test_references_in_three_columns_are_read_down_each_column(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    body(make.page(), 100, 30)
    page = make.page()
    for column in range(3):
        for n in range(12):
            x, y, number = 57 + 175 * column, 90 + 40 * n, 12 * column + n + 1
            write(page, x, y, f"{number}.", 7)
            write(page, x + 16, y, f"{WORDS[n]} {WORDS[column]}, and other authors", 7)
            write(page, x + 16, y + 10, f"The {WORDS[n]} of infections in {WORDS[n - column]}", 7)
            write(page, x + 16, y + 20, f"by {WORDS[column]} measures. 2015." if n % 3 else "in wards", 7)
    rows = make.rows()
    assert not texts(rows, Zone.TABLE)
    numbers = [text.split(".")[0] for text in texts(rows, Zone.BODY) if text[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, 37)]


def test_a_list_with_bullets_that_lead_to_amounts_is_no_table(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    body(page, 90, 10)
    for n, name in enumerate(("rollovers", "virements", "unspent funds", "other shifts", "debt service")):
        for x, text in ((72, "\u2022"), (86, name), (420, "R"), (460, f"{n + 1} 226.856 million")):
            write(page, x, 240 + 14 * n, text)
    body(page, 330, 10)
    assert not texts(make.rows(), Zone.TABLE)


def _hung_columns(page, numbers: bool) -> None:
    """Two narrow columns of ragged lists, whose numbers hang well before their text."""
    for side, x in enumerate((60, 330)):
        for n in range(24):
            y = 120 + 14 * n + 1.7 * side
            if numbers and n % 12 == 5 * side:
                write(page, x, y, f"128.{n + 30 * side}")
            write(page, x + 36, y, f"{('left', 'right')[side]} {WORDS[n % 12]} (Haiti, Mali,"[:26])


def test_numbers_that_hang_far_before_two_columns_divide_them_too(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    _hung_columns(make.page(), numbers=True)
    rows = make.rows()
    sides = [next(word for word in row.text.split() if word in ("left", "right")) for row in rows]
    assert sides == ["left"] * 24 + ["right"] * 24
    assert not [row for row in rows if row.zone is Zone.TABLE]


def test_narrow_columns_of_ragged_text_are_no_terms_with_values(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    _hung_columns(make.page(), numbers=False)
    assert {row.zone for row in make.rows()} == {Zone.BODY}


def _spread(page, y: float, words: str) -> None:
    """A justified line of a column of 200 points, its words far apart."""
    for at, word in enumerate(words.split()):
        write(page, 60 + 58 * at, y, word)


def test_words_far_apart_in_a_justified_column_are_no_cells(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for n in range(24):
        if n % 5 == 0:
            _spread(page, 120 + 13 * n, "the ports of theirs")
        else:
            write(
                page, 60, 120 + 13 * n, f"{WORDS[n % 12]} and the harbours of it all, as they are there"[:47]
            )
    assert {row.zone for row in make.rows()} == {Zone.BODY}


def test_a_heading_whose_number_hangs_over_a_column_is_no_box(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    for n in range(20):
        write(page, 70, 100 + 13 * n, f"left {n} {NARROW}"[:46])
        if not 8 <= n < 11:
            write(page, 330, 100 + 13 * n, f"right {n} {NARROW}"[:46])
    write(page, 312, 212, "B.", 14, "bold")
    for at, words in enumerate(("Governance and", "management")):
        write(page, 338, 212 + 16 * at, words, 14, "bold")
    rows = [row for row in make.rows() if row.size > 13]
    assert [" ".join(row.text.split()) for row in rows] == ["B. Governance and", "management"]
    assert not any(row.box for row in rows)


def test_numbers_that_hang_before_long_paragraphs_begin_at_one_margin_on_all_pages(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    number = 0
    for lines in (3, 8, 3, 8):  # odd pages have short paragraphs, even ones long ones
        page = make.page()
        for line in range(40):
            if line % lines == 0:
                number += 1
                write(page, 72, 90 + 14 * line, f"{number}.")
            own = f"{WORDS[line % 12]} {WORDS[line // 12 + page.number]}"
            write(page, 96, 90 + 14 * line, f"{NARROW} and of the whole width of a page {own}")
    assert {round(row.left) for row in make.rows()} == {72}


def test_pages_with_headings_alone_at_the_margin_keep_it(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    for number in range(4):  # text at the margin on odd pages, set in on even ones
        page = make.page()
        for line in range(40):
            own = f"{WORDS[line % 12]} {WORDS[line // 12 + page.number]}"
            if number % 2 and line % 10 == 0:
                write(page, 72, 90 + 14 * line, f"Heading {WORDS[line // 10 + number]}")
            else:
                write(
                    page,
                    96 if number % 2 or line % 2 else 72,
                    90 + 14 * line,
                    f"{NARROW} and of a whole page {own}",
                )
    assert {round(row.left) for row in make.rows()} == {72}


def test_three_columns_whose_lines_are_level_with_none_beside_them_are_read_down_each(tmp_path):
    maker = Maker(tmp_path / "three.pdf")
    page = maker.page()
    columns = [
        "patrols at sea were few that year",
        "each town has a harbour of its own",
        "nobody asked those who fish there",
    ]
    for x, top, leading, text in zip((40, 217, 394), (200, 204, 209), (14, 13.2, 14.7), columns, strict=True):
        for line in range(24):
            write(page, x, top + leading * line, f"{text[: 34 - line % 5]}")
    rows = maker.rows()
    assert [row.text[:12] for row in rows] == [text[:12] for text in columns for _ in range(24)]


@pytest.mark.parametrize(("size", "face"), [(15, "plain"), (10, "bold")])
def test_a_heading_below_two_columns_stands_above_the_text_across_them(tmp_path, size, face):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    _two_columns(page, 100, 10, "first")
    write(page, 50, 260, "The year in figures", size, face)
    body(page, 282, 6, x=50)
    read = [" ".join(text.split()[:3]) for text in texts(make.rows(), Zone.BODY)]
    assert read[18:22] == ["first right 8", "first right 9", "The year in", "The committee considered"]


def test_a_heading_low_in_the_left_column_is_read_before_the_right_one(tmp_path):
    make = Maker(tmp_path / "a.pdf")
    page = make.page()
    _two_columns(page, 100, 10, "first")
    write(page, 50, 236, "A heading here", 10, "bold")
    _two_columns(page, 260, 6, "second")
    body(page, 360, 6, x=50)
    read = [" ".join(text.split()[:3]) for text in texts(make.rows(), Zone.BODY)]
    assert read.index("A heading here") < read.index("first right 0")
