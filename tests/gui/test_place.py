"""Where the reader was is noted, also when something else is opened at once."""

from __future__ import annotations

import pytest

import resources
from gui import place
from gui.place import REST_MS
from gui.searching.jump import Jump
from gui.stage import Stage
from model.nodes import Kind
from storage.errors import ProjectMoved
from storage.project import Project


@pytest.fixture
def stage(qapp, copy, monkeypatch):
    monkeypatch.setattr(place, "REST_MS", 100 * REST_MS)  # on a slow machine, too, it is not at rest yet
    with Stage() as stage:
        stage.new_project(copy)
        stage.open_report()
        yield stage


def select(stage):
    """The report that is open, and the entry of it that is selected from now on."""
    node = stage.select(lambda node: node.number == "7" and node.kind is Kind.PARAGRAPH)
    return stage.window.session.review.document.id, node.id


def test_the_place_is_noted_when_another_pdf_is_opened(stage, tmp_path):
    document, node = select(stage)
    other = tmp_path / "other.pdf"
    other.write_bytes(resources.read_bytes("sample", "report.pdf") + b"\n% another file\n")
    stage.import_files([other])
    stage.wait_for(lambda: stage.window.session.review.document.id != document, "the other report")
    assert stage.window.session.setting(f"place {document}")["selected"] == [node]


def test_the_place_is_noted_when_another_project_is_opened(stage, copy, tmp_path):
    _document, node = select(stage)
    stage.new_project(tmp_path / "other.paraph")
    stage.wait_for(lambda: stage.window.opener.project_path != copy, "the other project")
    stage.window.opener.open_project(copy)
    stage.wait_for(lambda: stage.window.session.current is not None, "the place")
    assert stage.window.session.current.id == node


def test_a_place_that_cannot_be_read_is_no_fault_of_ours_and_the_next_one_is_noted(stage, monkeypatch):
    window, said = stage.window, []
    window.session.failed.connect(said.append)
    document, node = select(stage)
    window.session.close_document()
    reading = Project.setting

    def refuse(project, key, default=None):
        if key.startswith("place"):
            raise ProjectMoved("moved")
        return reading(project, key, default)

    monkeypatch.setattr(Project, "setting", refuse)
    window.session.open_document(document)
    stage.wait_for(lambda: "moved" in said, "the sentence")
    monkeypatch.undo()
    stage.settle()
    select(stage)
    window.place.note()
    stage.wait_for(
        lambda: window.session.setting(f"place {document}", {}).get("selected") == [node], "the place"
    )


def test_an_entry_asked_for_from_another_report_is_in_sight_in_the_outline(stage, tmp_path):
    """Although the outline of its report was left at another place."""
    document, _node = select(stage)
    session, tree = stage.window.session, stage.window.outline.tree
    first = next(iter(session.review.outline))
    last = stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "36")
    assert tree.verticalScrollBar().value() > 0
    other = tmp_path / "other.pdf"
    other.write_bytes(resources.read_bytes("sample", "report.pdf") + b"\n% another file\n")
    stage.import_files([other])
    stage.wait_for(lambda: session.review.document.id != document, "the other report")
    Jump(session, "search", stage.window).to(document, first.id)
    stage.wait_for(lambda: session.review.document.id == document and session.current, "the entry")
    stage.settle()
    assert session.current.id == first.id != last.id
    row = tree.entries.row_of(first.id)
    assert tree.viewport().rect().contains(tree.visualRect(tree.entries.index(row)))


@pytest.mark.parametrize("seen", [True, False])
def test_an_entry_that_was_in_sight_is_so_in_a_smaller_window(stage, seen):
    """One that the reader had scrolled away from stays where it is."""
    window, session = stage.window, stage.window.session
    canvas = window.page_view.canvas
    document = session.review.document.id
    node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "36")
    stage.settle()
    lowest = canvas.layout_of_pages.to_canvas(node.anchor.regions[0]).bottom() - canvas.area.height()
    canvas.verticalScrollBar().setValue(round(lowest) + 2 if seen else 0)
    assert canvas.is_seen(node.anchor.regions[0]) == seen
    window.place.note()
    session.close_document()
    window.resize(1280, 500)
    session.open_document(document)
    stage.wait_for(lambda: session.current is not None and not window.place.is_restoring, "the place")
    stage.settle()
    assert session.current.id == node.id
    assert canvas.is_seen(node.anchor.regions[0]) == seen


def test_a_log_that_lay_where_a_project_is_made_is_told(qapp, tmp_path):
    (tmp_path / "new.paraph-wal").write_bytes(b"of a deleted one")
    with Stage() as stage:
        stage.new_project(tmp_path / "new.paraph")
        stage.wait_for(lambda: "new.paraph-wal.aside" in stage.window.bar.text, "the note")
