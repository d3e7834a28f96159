"""Annotated PDFs: standard highlights over the words of each entry, also on turned and cropped pages."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pymupdf
import pytest

from model.labels import Decision, DecisionKey, Slot
from model.schemes import default
from storage.exporting import export
from storage.project import Project
from tests.storage.exporting.places import letters, words_in
from tests.storage.stored_reports import document, nodes, store


@pytest.fixture(scope="module")
def folder(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        return export(project, ["pdf"], tmp_path_factory.mktemp("pdf"))[0]


def highlights(path):
    """Each highlight by the id of its entry, with the words under it."""
    found = {}
    with pymupdf.open(path) as pdf:
        for page in pdf:
            for made in page.annots([pymupdf.PDF_ANNOT_HIGHLIGHT]):
                points = made.vertices
                lines = [pymupdf.Quad(*points[at : at + 4]).rect for at in range(0, len(points), 4)]
                words = " ".join(words_in(page, line) for line in lines)
                name = made.info["id"].split("/")[0].split("+")[0]
                before = found.get(name, ("", None, None))[0]
                found[name] = (f"{before} {words}", made.info, made.colors["stroke"])
    return found


@pytest.mark.parametrize("name", ["HARB-CONF-WG.2-2024-6.pdf", "turned.pdf"])
def test_the_words_under_a_highlight_are_the_entrys(project, folder, name):
    review = project.review(project.documents()[name == "turned.pdf"].id)
    nodes = {node.id: node for node in review.outline if review.decisions(node.id)}
    found = highlights(folder / name)
    assert found.keys() == nodes.keys()
    for node_id, (words, _, _) in found.items():
        node = nodes[node_id]
        said, there = letters(node.anchor.quote), letters(words)
        assert said in there
        assert len(there) <= len(said) + len(letters(node.number)) + 2


def test_a_highlight_says_whose_word_and_has_its_roles_colour(project, folder):
    review = project.review(project.documents()[0].id)
    five = next(node for node in review.outline if node.number == "5" and node.kind == "paragraph")
    _, info, color = highlights(folder / "HARB-CONF-WG.2-2024-6.pdf")[five.id]
    assert info["title"] == "Ann, Ben <&> Söhne"
    lines = info["content"].splitlines()
    assert "Verb: should designate (by Ann)" in lines
    assert any(line.startswith("Force: 4") and line.endswith("(decided by Ben <&> Söhne)") for line in lines)
    shown = "#" + "".join(f"{round(part * 255):02X}" for part in color)
    assert shown == default().label(Slot.ROLE, "recommendation").color


def test_a_reviewers_note_is_a_note_on_the_page(folder):
    with pymupdf.open(folder / "HARB-CONF-WG.2-2024-6.pdf") as pdf:
        notes = [note.info for page in pdf for note in page.annots([pymupdf.PDF_ANNOT_TEXT])]
    assert [(note["title"].split(",")[0], note["content"]) for note in notes] == [
        ("Ann", "see <b>=1+1</b> & “more”")
    ]


def test_a_highlight_is_drawn_over_the_words_of_a_turned_page(folder):
    with pymupdf.open(folder / "turned.pdf") as pdf:
        page = pdf[0]
        drawn, plain = page.get_pixmap(), page.get_pixmap(annots=False)
        words = [pymupdf.Rect(word[:4]) * page.rotation_matrix for word in page.get_text("words")]
    body = [word for word in words if word.y0 > 120]
    marked = {
        (x, y)
        for y in range(drawn.height)
        for x in range(drawn.width)
        if drawn.pixel(x, y) != plain.pixel(x, y)
    }
    assert all((round(word.x0) + 1, round(word.y0) + 1) in marked for word in body)
    top, bottom = min(word.y0 for word in body), max(word.y1 for word in body)
    assert all(top - 2 <= y <= bottom + 2 for _, y in marked)


def test_the_source_stays_as_it_is_and_the_copy_is_the_same_each_time(project, folder, tmp_path):
    for row in project.documents():
        assert hashlib.sha256(project.source(row.id).read_bytes()).hexdigest() == row.sha256
    again = export(project, ["pdf"], tmp_path)[0]
    for path in folder.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()
        with pymupdf.open(path) as pdf:
            assert pdf.metadata["modDate"] == pdf.metadata["creationDate"] or pdf.metadata["modDate"] == ""


def test_an_entry_without_a_place_on_a_page_has_no_highlight(tmp_path):
    with pymupdf.open() as made:
        made.new_page()
        made.new_page()
        content = made.tobytes()
    tree = nodes(3)
    tree[2] = replace(tree[2], anchor=tree[2].anchor._replace(regions=()))
    said = [Decision(DecisionKey(node.id, Slot.ROLE, "rules@1"), "recommendation") for node in tree[1:]]
    with Project.create(tmp_path / "wells.paraph") as project:
        store(project, document(pdf=content), tree, said, content)
        (folder,) = (path for path in export(project, ["pdf"], tmp_path / "out") if path.is_dir())
    (copy,) = folder.iterdir()
    assert highlights(copy).keys() == {tree[1].id}
