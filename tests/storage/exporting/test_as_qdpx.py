"""REFI-QDA: valid by the standard's schema, every coding where its words stand."""

from __future__ import annotations

import random
import zipfile

import pymupdf
import pytest
from lxml import etree

import resources
from storage.exporting import export
from storage.project import Project
from tests.storage.exporting.places import assert_words_are_there

QDA = {"q": "urn:QDA-XML:project:1.0"}


@pytest.fixture(scope="module")
def path(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        return export(project, ["qdpx"], tmp_path_factory.mktemp("qdpx"))[0]


@pytest.fixture(scope="module")
def archive(path):
    with zipfile.ZipFile(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def root(archive):
    return etree.fromstring(archive.read("project.qde"))


def texts(archive, root):
    """Each report's plain text with its selections."""
    for representation in root.iterfind(".//q:Representation", QDA):
        name = representation.get("plainTextPath").replace("internal://", "sources/")
        yield archive.read(name).decode(), representation.findall("q:PlainTextSelection", QDA)


def coded(root, selection):
    """The codes of a selection as "slot/value"."""
    codes = {code.get("guid"): code for code in root.iter("{*}Code")}
    for ref in selection.iterfind("q:Coding/q:CodeRef", QDA):
        code = codes[ref.get("targetGUID")]
        above = code.getparent()
        yield f"{above.get('name')}/{code.get('name')}" if above.tag == code.tag else code.get("name")


def test_the_standards_schema_finds_it_valid(root):
    with resources.path("schemas", "refi-qda-project.xsd") as schema:
        etree.XMLSchema(etree.parse(schema)).assertValid(root)


def test_codes_are_the_slots_with_their_values_below(root):
    tree = {
        code.get("name"): {below.get("name") for below in code.iterfind("q:Code", QDA)}
        for code in root.iterfind("q:CodeBook/q:Codes/q:Code", QDA)
    }
    assert {"recommendation", "decision", "preambular"} <= tree["role"]
    assert {"safety", "data & charts"} <= tree["themes"]
    assert tree["verb"] == set()
    assert {user.get("name") for user in root.iter("{*}User")} == {"Ann", "Ben <&> Söhne", "rules@1"}


def test_every_selection_of_the_text_holds_the_words_that_it_is_named_after(archive, root):
    count = 0
    for text, selections in texts(archive, root):
        for selection in selections:
            words = text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]
            assert words[:80] == selection.get("name")
            count += 1
    assert count > 100


def test_codings_are_on_the_words_that_gave_them(archive, root):
    text, selections = next(texts(archive, root))
    found = {}
    for selection in selections:
        words = text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]
        for code in coded(root, selection):
            found.setdefault(code, []).append(words)
    assert "should designate" in found["verb"]
    assert "designate one authority" in found["task"]
    assert "one" in found["conditions/extent"]
    assert any(words.startswith("States parties should designate") for words in found["role/recommendation"])
    assert any(words.startswith("States parties should designate") for words in found["themes/data & charts"])


def test_notes_and_whose_word_it_is_are_kept(root):
    note = root.find("q:Notes/q:Note", QDA)
    assert note.findtext("q:PlainTextContent", namespaces=QDA) == "see <b>=1+1</b> & “more”"
    users = {user.get("guid"): user.get("name") for user in root.iter("{*}User")}
    assert users[note.get("creatingUser")] == "Ann"
    assert note.get("creationDateTime") == "2025-03-04T12:00:00+00:00"
    assert root.find(f".//q:NoteRef[@targetGUID='{note.get('guid')}']", QDA) is not None


def test_rectangles_lead_to_the_words_in_the_pdf_that_the_archive_holds(archive, root, project):
    nodes = {node.id: node for row in project.documents() for node in project.review(row.id).outline}
    for source in root.iter("{*}PDFSource"):
        data = archive.read(source.get("path").replace("internal://", "sources/"))
        entries = {
            guid for guid in (s.get("guid") for s in source.iter("{*}PlainTextSelection")) if guid in nodes
        }
        rectangles = source.findall("q:PDFSelection", QDA)
        with pymupdf.open(stream=data) as pdf:
            assert sum(len(nodes[guid].anchor.regions) for guid in entries) == len(rectangles)
            single = [nodes[guid] for guid in sorted(entries) if len(nodes[guid].anchor.regions) == 1]
            by_name = {s.get("name"): s for s in rectangles}
            for node in random.Random(1).sample(single, min(12, len(single))):
                made = by_name[node.text[:80]]
                page = pdf[int(made.get("page"))]
                page.set_rotation(0)
                height = page.rect.height
                x0, y0, x1, y1 = (int(made.get(k)) for k in ("firstX", "firstY", "secondX", "secondY"))
                region = (int(made.get("page")) + 1, x0 - 1, height - y0 - 1, x1 + 1, height - y1 + 1)
                assert_words_are_there(pdf, [region], node.anchor.quote)


def test_the_same_project_gives_the_same_bytes(project, path, tmp_path):
    assert export(project, ["qdpx"], tmp_path)[0].read_bytes() == path.read_bytes()
