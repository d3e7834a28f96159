"""Tables drawn by hand: cells by where the words stand."""

from __future__ import annotations

from model.laid_cells import cells_of_words
from model.layer import LaidWord

LINE, SIZE = 14.0, 10.0


def page(*rows):
    """Rows of (x, words) on lines; five points a letter."""
    words = []
    for line, row in enumerate(rows):
        for x, cell in row:
            for text in cell.split():
                words.append(LaidWord(text, x, line * LINE, x + 5 * len(text), line * LINE + SIZE, line, 0))
                x += 5 * (len(text) + 0.6)
    return words


HARBOURS = page(
    [(72, "Harbour"), (180, "Ships in the year"), (300, "Share")],
    [(72, "Port Ellery"), (180, "120"), (300, "40 %")],
    [(72, "North Quay"), (180, "180"), (300, "60 %")],
)


def test_columns_are_what_empty_strips_part_and_rows_are_lines():
    assert cells_of_words([HARBOURS]) == (
        ("Harbour", "Ships in the year", "Share"),
        ("Port Ellery", "120", "40 %"),
        ("North Quay", "180", "60 %"),
    )


def test_a_line_with_nothing_in_the_first_column_goes_on_the_row_above_over_a_page_too():
    rest = page([(180, "and boats")], [(72, "Sum"), (180, "300"), (300, "100 %")])
    assert cells_of_words([HARBOURS, rest])[2:] == (
        ("North Quay", "180 and boats", "60 %"),
        ("Sum", "300", "100 %"),
    )


def test_running_text_is_no_table():
    text = page(*([(72, "States parties should inspect every harbour each year")],) * 4)
    assert cells_of_words([text]) == ()
    assert cells_of_words([]) == ()
    assert cells_of_words([[word._replace(upright=False) for word in HARBOURS]]) == ()


def test_an_arabic_table_begins_at_the_right_and_its_words_keep_their_order():
    lines = [[("الميناء", 500), ("عدد", 380), ("السفن", 353)], [("عدن", 500), ("180", 353)]]
    words = [
        LaidWord(text, x, at * LINE, x + 24, at * LINE + SIZE, at, 0)
        for at, line in enumerate(lines)
        for text, x in line
    ]
    assert cells_of_words([words]) == (("الميناء", "عدد السفن"), ("عدن", "180"))
