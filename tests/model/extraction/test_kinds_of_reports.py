"""Structure of reports of other kinds: regulations, judgments, verbatim records, evaluations with boxes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.extraction.extract import Extraction, extract
from model.extraction.structure import build
from model.nodes import Kind, Node
from model.reading.pdf import Pdf
from tests.model.extraction.test_structure import row
from tests.model.extraction.zones.pages import LOREM, Maker, write

_LEFT = 72.0


class Report:
    """Paragraphs of one PDF, each some points below the one before."""

    def __init__(self, folder: Path) -> None:
        self._maker = Maker(folder / "report.pdf")
        self.turn()
        self.add("Report on the year", size=22, face="bold", gap=0)
        self.text()

    def turn(self) -> None:
        self.page = self._maker.page()
        self.y = 80.0

    def add(
        self, *lines: str, face: str = "plain", size: float = 10, gap: float = 10, x: float = _LEFT
    ) -> None:
        self.y += gap
        for line in lines:
            write(self.page, x, self.y, line, size, face)
            self.y += 1.2 * size

    def middle(self, text: str, face: str = "plain", gap: float = 0) -> None:
        self.add(text, face=face, gap=gap, x=297 - 2.4 * len(text))

    def text(self, number: str = "", end: str = "of the year before.") -> None:
        self.add(f"{number} {LOREM}".strip(), f"that it had, {LOREM[:60]} {end}")

    def nodes(self) -> list[Node]:
        self._maker.rows()
        with Pdf(self._maker.path) as pdf:
            found: Extraction = extract(pdf, lambda *_: None)
        return list(found.nodes)


def headings(nodes: Sequence[Node]) -> list[tuple[int | None, str, str]]:
    return [(node.level, node.number, node.text) for node in nodes if node.kind is Kind.SECTION]


def numbers(nodes: Sequence[Node], kind: Kind) -> list[str]:
    return [node.number for node in nodes if node.kind is kind]


def test_articles_are_counted_across_the_chapters_and_count_their_own_paragraphs(tmp_path: Path) -> None:
    report = Report(tmp_path)
    for number, name in (("CHAPTER I", "GENERAL PROVISIONS"), ("CHAPTER II", "DUTIES OF MASTERS")):
        report.middle(number, "bold", gap=14)
        report.middle(name, "bold")
        for article in ("1", "2") if number == "CHAPTER I" else ("3", "3a"):
            report.middle(f"Article {article}", "italic", gap=12)
            report.middle("On the matter of it", "bold")
            report.text("1.")
            report.text("2.")
    nodes = report.nodes()
    assert headings(nodes) == [
        (1, "I", "CHAPTER I GENERAL PROVISIONS"),
        (2, "1", "Article 1 On the matter of it"),
        (2, "2", "Article 2 On the matter of it"),
        (1, "II", "CHAPTER II DUTIES OF MASTERS"),
        (2, "3", "Article 3 On the matter of it"),
        (2, "3a", "Article 3a On the matter of it"),
    ]
    assert numbers(nodes, Kind.PARAGRAPH) == ["", *["1", "2"] * 4]


def test_number_put_in_later_follows_the_one_it_repeats(tmp_path: Path) -> None:
    report = Report(tmp_path)
    for number in ("1.", "2.", "2 bis.", "3."):
        report.text(number)
    assert numbers(report.nodes(), Kind.PARAGRAPH) == ["", "1", "2", "2 bis", "3"]


def test_lettered_row_over_the_next_counted_paragraph_is_a_heading(tmp_path: Path) -> None:
    report = Report(tmp_path)
    report.add("1. The submissions of the parties", face="bold")
    report.add("(a) The applicants", x=100)
    report.text("11.")
    report.add("(b) The Government", x=100)
    report.text("12.")
    report.text("13.", end="and it named:")
    report.add("(a) the cost of it", x=100)
    report.add("(b) the time", x=100)
    report.text("14.")
    nodes = report.nodes()
    assert headings(nodes) == [
        (1, "1", "The submissions of the parties"),
        (2, "a", "The applicants"),
        (2, "b", "The Government"),
    ]
    assert numbers(nodes, Kind.ITEM) == ["a", "b"]


def test_headings_over_counts_that_begin_anew_stand_above_them(tmp_path: Path) -> None:
    report = Report(tmp_path)
    count = 0
    for part in ("THE FACTS", "THE LAW"):
        report.add(part, gap=20)
        for numeral, name in (("I.", "THE PROCEEDINGS AT HOME"), ("II.", "THE TEXTS OF THE TIME")):
            report.add(f"{numeral} {name}", gap=20, x=90)
            count += 1
            report.text(f"{count}.")
    assert [(level, number or text) for level, number, text in headings(report.nodes())] == [
        (1, "THE FACTS"), (2, "I"), (2, "II"), (1, "THE LAW"), (2, "I"), (2, "II"),
    ]  # fmt: skip


def test_remarks_in_brackets_and_enacting_formulas_head_nothing(tmp_path: Path) -> None:
    report = Report(tmp_path)
    report.add("1. Losses of gear", face="bold", size=12)
    report.add("THE COUNCIL OF THE SOUTHERN UNION,")
    report.text(end="of the union,")
    report.add("(Applause)", face="italic")
    report.text()
    assert headings(report.nodes()) == [(1, "1", "Losses of gear")]


def test_underline_in_pieces_makes_a_heading(tmp_path: Path) -> None:
    report = Report(tmp_path)
    report.add("Annex", face="bold", size=13)
    for letter, name in (("A.", "Biology of the species"), ("B.", "Rules of the fishery")):
        report.add(f"{letter} {name}", gap=16)
        y = report.y - 10
        for x0, x1 in ((_LEFT, 84), (84, 130), (130, 178)):
            report.page.draw_line((x0, y), (x1, y), width=0.5)
        report.text()
    assert [(level, number) for level, number, _ in headings(report.nodes())] == [(1, ""), (2, "A"), (2, "B")]


def test_label_as_the_subject_of_a_sentence_numbers_nothing(tmp_path: Path) -> None:
    report = Report(tmp_path)
    report.add("Recommendation 1 – Assessing risks", face="bold", size=13)
    report.text()
    report.add("Recommendation 1 is rated largely compliant.", face="bold")
    assert numbers(report.nodes(), Kind.PARAGRAPH) == ["", "", ""]


def test_operative_paragraphs_may_be_counted_with_ordinals() -> None:
    rows = [
        row("قرار رقم 841", 80, size=14, bold=True),
        row("إن المجلس،", 104, x=460, width=40),
        row("أولا: دعوة الدول الأعضاء إلى إنشاء سجل وطني للمعدات المفقودة.", 124, x=200, width=300),
        row("ثانيا: حث الأمانة العامة على إعداد دليل استرشادي للموانئ.", 144, x=220, width=280),
    ]
    assert numbers(build(rows), Kind.PARAGRAPH) == ["", "أولا", "ثانيا"]


def test_comments_that_begin_anew_below_each_heading_are_paragraphs() -> None:
    rows = []
    for number, y in enumerate((100, 300), 1):
        rows.append(row("Commentary", y, x=270, bold=True))
        for comment in (1, 2):
            top = y - 10 + 40 * comment
            rows.append(row(f"({comment}) {LOREM} {number}", top, x=124, width=376))
            rows.append(row(f"{LOREM} {comment}", top + 12, width=400))
            rows.append(row("and so it ends.", top + 24))
    assert [node.number for node in build(rows) if node.kind is Kind.PARAGRAPH] == ["1", "2", "1", "2"]
