"""What leads to the next page, and pages that are blank: no text of the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import WORDS, Maker, body, texts, write

_FIRST = ("The", "Officers", "26. Another", "board")


def _with_catchwords(maker: Maker, pages: int, stroke: str = "") -> None:
    for at in range(pages):
        page = maker.page()
        write(
            page,
            72,
            90,
            f"{_FIRST[at]} {WORDS[at]} and {WORDS[at + 1]} of the harbour were seen by all who came",
        )
        body(page, 104, 30 + at)
        if at < len(_FIRST) - 1:
            write(page, 470, 104 + 14 * (30 + at), stroke + _FIRST[at + 1])


@pytest.mark.parametrize(("pages", "stroke"), [(4, ""), (4, "/"), (2, "/")])
def test_words_set_again_below_a_page_are_no_text(tmp_path: Path, pages: int, stroke: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _with_catchwords(maker, pages, stroke)
    found = [stroke + word for word in _FIRST[1:]][: 1 if pages == 2 else 3]
    assert texts(maker.rows(), Zone.FOOTER)[: len(found)] == found


def test_a_word_that_stands_once_above_the_same_word_is_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "a.pdf")
    _with_catchwords(maker, 2)
    assert not texts(maker.rows(), Zone.FOOTER)


@pytest.mark.parametrize(
    "words", ["(continued on next page)", "/...", "Suite à la page suivante", "Fortsetzung nächste Seite ..."]
)
def test_what_says_that_the_text_goes_on_is_no_text(tmp_path: Path, words: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    for at in range(2):
        body(maker.page(), 90, 30 + at)
    write(maker.pdf[0], 400, 104 + 14 * 30, words)
    assert texts(maker.rows(), Zone.FOOTER) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "This page is intentionally left blank",
        "[Page intentionally left blank.]",
        "Página en blanco",
        "Diese Seite wurde absichtlich frei gelassen",
    ],
)
def test_the_notice_on_a_blank_page_is_no_text(tmp_path: Path, words: str) -> None:
    maker = Maker(tmp_path / "a.pdf")
    body(maker.page(), 90, 30)
    write(maker.page(), 200, 400, words, 12)
    body(maker.page(), 90, 31)
    assert texts(maker.rows(), Zone.FOOTER) == [words]
