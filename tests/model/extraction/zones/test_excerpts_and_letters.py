"""First pages without a front: excerpts that begin with a heading, letters, few lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import LOREM, Maker, body, centre, texts, write


@pytest.mark.parametrize(
    "label", ["Annex II", "Annex 3. Indicators for the lagoons", "Appendix A", "Приложение I"]
)
def test_an_annexs_heading_is_no_title(tmp_path: Path, label: str) -> None:
    maker = Maker(tmp_path / "annex.pdf")
    page = maker.page()
    if label.isascii():
        write(page, 72, 80, label, 16, "bold")
    else:
        page.insert_text((72, 80), label, fontsize=16, fontname="china-s")
    body(page, 120, 40)
    body(maker.page(), 100, 40)
    assert not texts(maker.rows(), Zone.TITLE)


def test_what_is_set_like_the_headings_below_it_is_the_first_of_them(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "excerpt.pdf")
    page = maker.page()
    write(page, 72, 80, "Use of the landing levy", 12, "bold")
    body(page, 100, 10)
    write(page, 72, 270, "Bridges and ferries", 12, "bold")
    body(page, 290, 10)
    assert not texts(maker.rows(), Zone.TITLE)


def test_what_says_that_it_is_a_report_is_a_title_however_it_is_set(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "report.pdf")
    page = maker.page()
    write(page, 72, 80, "Report of the Committee on Lagoons", 12, "bold")
    body(page, 100, 10)
    write(page, 72, 270, "Bridges and ferries", 12, "bold")
    body(page, 290, 10)
    assert texts(maker.rows(), Zone.TITLE) == ["Report of the Committee on Lagoons"]


def test_first_headings_number_and_words_stay_together_without_a_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "demand.pdf")
    page = maker.page()
    for number, words, y in (("1", "Demand", 64), ("2", "Supply", 300)):
        write(page, 72, y, number, 14, "bold")
        write(page, 100, y, words, 14, "bold")
        body(page, y + 20, 12)
    rows = maker.rows()
    assert [row.zone for row in rows if row.size > 13] == [Zone.BODY] * 2
    assert "".join(rows[0].text.split()) == "1Demand"


@pytest.mark.parametrize("x", [72.0, 110.0])
def test_heading_at_the_margin_does_not_go_on_with_a_title(tmp_path: Path, x: float) -> None:
    maker = Maker(tmp_path / "short.pdf")
    page = maker.page()
    centre(page, 80, "Report on the state of the northern lagoons", 12)
    for y, words in ((104, "Visits"), (300, "Findings"), (500, "Proposals")):
        write(page, x, y, words, 12, "bold")
        body(page, y + 20, 10, x)
    assert texts(maker.rows(), Zone.TITLE) == ["Report on the state of the northern lagoons"]


def test_heading_that_another_is_set_like_is_no_subtitle(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "inspection.pdf")
    page = maker.page()
    write(page, 72, 70, "INSPECTION REPORT 14/2026", 11, "bold")
    write(page, 72, 110, "Closing the sluices", 20, "bold")
    write(page, 72, 150, "Why we inspected", 13, "bold")
    body(page, 170, 10)
    write(page, 72, 350, "What we found", 13, "bold")
    body(page, 370, 10)
    assert texts(maker.rows(), Zone.TITLE) == ["Closing the sluices"]


def test_the_name_of_a_series_is_the_title_where_only_headings_stand_beside_it(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annual.pdf")
    page = maker.page()
    write(page, 72, 80, "Annual Report 2026", 24, "bold")
    for y, words in ((130, "The year in short"), (350, "Our accounts")):
        write(page, 72, y, words, 12, "bold")
        body(page, y + 20, 10)
    assert texts(maker.rows(), Zone.TITLE) == ["Annual Report 2026"]


def test_a_title_about_one_review_is_no_name_of_a_series(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "review.pdf")
    page = maker.page()
    write(page, 72, 80, "Follow-up of the port review", 14, "bold")
    write(page, 72, 120, "What was asked", 12, "bold")
    body(page, 140, 30)
    body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE)[0] == "Follow-up of the port review"


def test_a_covers_title_goes_on_solid_in_another_weight(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "guide.pdf")
    page = maker.page()
    write(page, 72, 500, "Guidelines on the keeping", 24, "bold")
    write(page, 72, 526, "of lagoons and sluices", 24, "bold")
    write(page, 72, 552, "Programmes in the districts", 24)
    for _ in range(3):
        body(maker.page(), 100, 40)
    assert texts(maker.rows(), Zone.TITLE) == [
        "Guidelines on the keeping",
        "of lagoons and sluices",
        "Programmes in the districts",
    ]


@pytest.mark.parametrize("above", [["3 June 2026"], ["Letter of transmittal", "3 June 2026"], []])
def test_the_title_stands_behind_a_letter_that_sends_the_report(tmp_path: Path, above: list[str]) -> None:
    maker = Maker(tmp_path / "letter.pdf")
    page = maker.page()
    write(page, 72, 60, "Office of the Auditor", 14, "bold")
    for y, line in zip((120, 90), reversed(above), strict=False):
        write(page, 72, y, line, *((10, "plain") if y == 120 else (13, "bold")))
    write(page, 72, 150, "Dear Madam Speaker,")
    body(page, 170, 3)
    write(page, 72, 240, "Yours sincerely,")
    page = maker.page()
    write(page, 72, 80, "Dredging of the inner channel", 20, "bold")
    body(page, 120, 40)
    body(maker.page(), 100, 40)
    rows = maker.rows()
    assert texts(rows, Zone.TITLE) == ["Dredging of the inner channel"]
    assert texts(rows, Zone.COVER) == ["Office of the Auditor"]
    first = [" ".join(row.text.split()) for row in rows if row.page == 1 and row.zone is Zone.BODY]
    assert first[: len(above) + 1] == [*above, "Dear Madam Speaker,"]


def _drawn_with_pages_behind(maker: Maker) -> list[str]:
    for _ in range(2):
        body(maker.page(), 100, 40)
    return texts([row for row in maker.rows() if row.page == 1], Zone.BODY)


def test_a_first_page_of_few_lines_with_counted_paragraphs_is_no_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "decision.pdf")
    page = maker.page()
    centre(page, 80, "Decision 14/2026 on the landing levy", 14)
    said = ["The Council,", "1. Decides to raise the levy;", "2. Requests the ministry to tell the islands."]
    for y, line in zip((140, 170, 200), said, strict=True):
        write(page, 72, y, line)
    assert _drawn_with_pages_behind(maker) == said


def test_a_first_page_of_few_lines_with_a_summary_is_no_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "summary.pdf")
    page = maker.page()
    write(page, 72, 80, "Inspection of the lagoons", 18, "bold")
    write(page, 72, 130, "Summary", 13, "bold")
    write(page, 72, 150, LOREM)
    assert _drawn_with_pages_behind(maker) == ["Summary", LOREM]


def test_words_about_a_report_on_its_cover_stay_there(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "cover.pdf")
    page = maker.page()
    write(page, 72, 200, "Pilots and passages", 24, "bold")
    write(page, 72, 240, LOREM)
    assert not _drawn_with_pages_behind(maker)


def test_a_row_much_nearer_to_the_text_than_to_the_title_heads_the_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "leaning.pdf")
    page = maker.page()
    write(page, 72, 80, "Review of lights and lamps", 20, "bold")
    write(page, 72, 118, "In short", 12, "bold")
    body(page, 136, 30)
    assert texts(maker.rows(), Zone.TITLE) == ["Review of lights and lamps"]


def test_a_first_page_of_three_sentences_is_no_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "news.pdf")
    page = maker.page()
    write(page, 72, 80, "Council agrees levy on landings", 16, "bold")
    said = [
        "The levy is raised.",
        "Districts have until June to object.",
        "For questions write to the clerk.",
    ]
    for y, line in zip((120, 150, 180), said, strict=True):
        write(page, 72, y, line)
    assert _drawn_with_pages_behind(maker) == said


def test_a_numbered_heading_that_later_pages_count_on_is_no_title(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "chapters.pdf")
    for number, words in ((7, "Guidelines"), (8, "Components")):
        page = maker.page()
        write(page, 72 if number % 2 else 300, 80, f"{number}  {words}", 19)
        write(page, 72, 120, "A part", 12, "bold")
        write(page, 72, 132, "Its half", 12, "italic")
        body(page, 150, 30)
    assert not texts(maker.rows(), Zone.TITLE)


def test_a_last_page_headed_annexes_is_no_back_cover(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "annexes.pdf")
    for _ in range(4):
        body(maker.page(), 100, 30)
    page = maker.page()
    write(page, 72, 80, "ANNEXES", 20, "bold")
    write(page, 72, 120, "Annexes are kept at https://example.org/24140")
    for number in range(1, 4):
        write(page, 72, 140 + 20 * number, f"Annex {number}. Terms of reference")
    assert not texts(maker.rows(), Zone.COVER)


def test_a_cover_that_names_the_summary_is_no_text(tmp_path: Path) -> None:
    maker = Maker(tmp_path / "named.pdf")
    page = maker.page()
    write(page, 72, 250, "Water supply in the districts", 28, "bold")
    write(page, 72, 300, "Summary", 18)
    write(page, 72, 600, "Geneva", 12)
    assert _drawn_with_pages_behind(maker) == []
