"""The reports for people, HTML and Word: every recommendation with its words, labels, place and picture."""

from __future__ import annotations

import base64
import re
import zipfile
from types import SimpleNamespace

import docx
import pymupdf
import pytest
from lxml import etree, html

from model.errors import UserFacingError
from model.labels import Slot
from storage.exporting import export
from storage.project import Project


@pytest.fixture(scope="module")
def files(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        page, word, _ = export(project, ["html", "docx"], tmp_path_factory.mktemp("readable"))
    return page, word


@pytest.fixture(scope="module")
def page(files):
    return html.parse(files[0], html.HTMLParser(encoding="utf-8")).getroot()


@pytest.fixture(scope="module")
def word(files):
    return docx.Document(str(files[1]))


@pytest.fixture
def wanted(project):
    """The recommendations by id."""
    found = {}
    for row in project.documents():
        review = project.review(row.id)
        for node in review.outline:
            if review.shown(node.id, Slot.ROLE, "").value == "recommendation":
                found[node.id] = node
    return found


def cards(page):
    return {card.get("data-entry").split("/")[1]: card for card in page.iterfind(".//article[@data-entry]")}


def words(element):
    return " ".join("".join(element.itertext()).split())


def test_every_recommendation_is_a_card_with_its_words(page, wanted):
    found = cards(page)
    assert found.keys() == wanted.keys()
    for node_id, card in found.items():
        assert " ".join(wanted[node_id].text.split()) in words(card)


def test_a_card_says_where_it_stands_and_who_said_what(page, wanted):
    item = next(card for card in cards(page).values() if "para. 13 (b)" in words(card))
    assert "HARB/CONF/WG.2/2024/6, para. 13 (b), p. 3" in words(item)
    five = next(card for card in cards(page).values() if "should designate one" in words(card))
    rows = [[words(cell) for cell in row] for row in five.iter("tr")]
    assert ["Force", "4 Requests", "decided by Ben <&> Söhne"] in rows
    assert ["Note", "see <b>=1+1</b> & “more”", "by Ann"] in rows


def test_groups_are_by_theme_addressee_and_force(page):
    sections = {words(part.find("summary")): part for part in page.iter("details")}
    assert list(sections)[:3] == ["By theme", "By addressee", "By force"]
    forces = [words(head)[0] for head in sections["By force"].iter("h2")]
    assert [force for force in forces if force.isdigit()] == sorted(filter(str.isdigit, forces), reverse=True)
    ids = set(page.xpath("//@id"))
    links = page.xpath("//a/@href")
    assert links
    assert all(link.removeprefix("#") in ids for link in links)


def test_a_picture_shows_the_passage(page, wanted):
    for card in cards(page).values():
        (source,) = card.xpath(".//img/@src")
        data = base64.b64decode(source.removeprefix("data:image/png;base64,"))
        picture = pymupdf.Pixmap(data)
        dark = sum(value < 100 for value in picture.samples)
        assert picture.width > 100
        assert dark > 100  # there are letters on it


def test_the_page_needs_nothing_else_and_runs_nothing(files):
    text = files[0].read_text("utf-8")
    assert not re.search(r"<script|<link|@import|src=\"(?!data:)|href=\"(?!#)|\bon\w+=\"", text)
    assert "default-src 'none'" in text


def test_word_opens_the_report_with_headings_tables_and_pictures(word, wanted):
    texts = [paragraph.text for paragraph in word.paragraphs]
    for node in wanted.values():
        assert any(" ".join(node.text.split()) in " ".join(text.split()) for text in texts)
    heads = [p.text for p in word.paragraphs if p.style.name == "Heading 2"]
    assert "HARB/CONF/WG.2/2024/6, para. 5, p. 2" in heads
    assert len(word.tables) == len(word.inline_shapes) == len(wanted)
    rows = [[cell.text for cell in row.cells] for table in word.tables for row in table.rows]
    assert ["Verb", "should designate", "by Ann"] in rows
    assert word.paragraphs[0].style.name == "Title"
    assert "whose word it is" in word.paragraphs[1].text
    assert 'w:instr="PAGE"' in word.sections[0].footer._element.xml


def test_in_word_a_recommendation_stays_with_its_labels_and_picture(word):
    for table in word.tables:
        paragraphs = [cell.paragraphs[0] for row in table.rows for cell in row.cells]
        assert all(one.style.paragraph_format.keep_with_next for one in paragraphs)
        widths = [cell.width.inches for cell in table.rows[0].cells]
        assert widths[1] > sum(widths) / 2  # what is said has room


def test_in_word_a_group_is_a_heading_that_says_how_many_recommendations_follow(word):
    said: list[int] = []
    there: list[int] = []
    for one in word.paragraphs:
        if one.style.name == "Heading 1":
            said.append(int(one.text.rpartition(" (")[2].rstrip(")")))
            there.append(0)
        elif one.style.name == "Heading 2" or one.text.startswith("See also: "):
            there[-1] += 1
    assert len(said) > 1
    assert there == said


def test_the_first_letter_with_a_direction_says_whether_a_text_is_from_right_to_left():
    from model.right_to_left import reads_right_to_left

    texts = ["12. ينبغي", "States (الدول)", "الدول (States)", "128.1"]
    assert [reads_right_to_left(text) for text in texts] == [True, False, True, False]


def test_in_word_arabic_runs_from_right_to_left():
    from model.documents import Document, Masthead
    from model.nodes import Kind, Node
    from storage.exporting.as_docx import word_document
    from storage.exporting.readable import Card, CardBook, CardGroup
    from storage.exporting.reports import ReportEntry

    entry = ReportEntry(Node("n", Kind.PARAGRAPH, "ينبغي للدول الأطراف أن تنظر في ذلك."), 1, ("توصيات",), ())
    document = Document("d", "report.pdf", "0" * 64, (), Masthead())
    made = word_document(CardBook("r", [CardGroup("S/1", [Card(entry, document, "S/1, p. 1", ())])], {}))
    turned = [one.text for one in made.paragraphs if one._p.xpath(".//w:bidi")]
    assert turned == ["توصيات", "ينبغي للدول الأطراف أن تنظر في ذلك."]


def test_a_code_without_a_name_is_read_as_words():
    from storage.exporting.formats import DatasetContext
    from storage.exporting.readable import ValueNames

    assert ValueNames(DatasetContext("x")).of(Slot.THEMES, "civil-society") == "Civil society"


def test_word_files_are_whole(files):
    with zipfile.ZipFile(files[1]) as archive:
        assert archive.testzip() is None
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        for name in archive.namelist():
            if name.endswith(".xml"):
                etree.fromstring(archive.read(name))


def test_the_same_project_gives_the_same_bytes(project, files, tmp_path):
    again = export(project, ["html", "docx"], tmp_path)[:2]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in files]


def test_a_clock_that_word_files_cannot_name_is_one_line(project, tmp_path, monkeypatch):
    from storage.exporting import as_docx

    monkeypatch.setattr(as_docx, "time", SimpleNamespace(localtime=lambda: SimpleNamespace(tm_year=1970)))
    with pytest.raises(UserFacingError, match=r"clock says 1970: set it"):
        export(project, ["docx"], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_without_the_pdf_the_words_are_there_all_the_same(reviewed, tmp_path):
    from storage.importing_rows import import_rows

    with Project.open(reviewed, read_only=True) as project:
        rows = export(project, ["jsonl"], tmp_path / "rows")[0]
    with Project.create(tmp_path / "bare.paraph") as bare:
        import_rows(bare, rows)
        page, word, _ = export(bare, ["html", "docx"], tmp_path / "out")
    cards = html.parse(page).getroot().findall(".//article[@data-entry]")
    assert len(cards) == len(docx.Document(str(word)).tables) > 20
    assert not html.parse(page).getroot().findall(".//img")
