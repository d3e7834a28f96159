"""What assistive technology finds on the page in sight."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from model.nodes import Kind


@pytest.fixture
def listening(qapp):
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def read(view):
    """Role and name of what lies over the pages, as a screen reader asks for it."""
    over = QAccessible.queryAccessibleInterface(view.page_text)
    inside = [over.child(number) for number in range(over.childCount())]
    return [(one.role(), one.text(QAccessible.Text.Name)) for one in inside if not one.state().invisible]


def _is_over(view, words, region):
    """Whether these words lie over their place on the page."""
    names = [name for _, name in read(view)]
    if words not in names:
        return False
    canvas = view.canvas
    shown = (canvas.layout_of_pages.to_canvas(region).topLeft() - canvas.offset) / canvas.ratio
    there = view.page_text.labels[names.index(words)].mapTo(view.page_text, QPoint(0, 0))
    return (there - shown.toPoint()).manhattanLength() <= 2


def test_each_entry_of_the_page_is_read_with_its_words_and_found_where_it_stands(listening, stage):
    view = stage.window.page_view
    node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "5")
    view.canvas.set_zoom(1.0)
    view.canvas.reveal(node.anchor.regions)
    wanted = f"Paragraph 5: {node.text}"
    # Pages glide into sight: the words were placed on their way before.
    stage.wait_for(lambda: _is_over(view, wanted, node.anchor.regions[0]), "its text where it stands")
    pages = view.canvas.layout_of_pages.visible(view.canvas.area)
    roles, names = zip(*read(view), strict=True)
    assert set(roles) == {QAccessible.Role.StaticText}
    on_page = [
        one
        for one in stage.window.session.review.outline
        if {region.page for region in one.anchor.regions} & set(pages)
    ]
    assert [name for name in names if name.startswith("Paragraph")] == [
        f"Paragraph {one.number}: {one.text}" for one in on_page if one.kind is Kind.PARAGRAPH
    ]
    sight = view.canvas.viewport()
    assert view.page_text.mapToGlobal(QPoint(0, 0)) == sight.mapToGlobal(QPoint(0, 0))


def test_it_follows_the_page_and_takes_no_mouse(listening, stage):
    view = stage.window.page_view
    stage.wait_for(lambda: view.page_text.isVisible(), "the page's text")
    first = read(view)
    view.canvas.go_to(5)
    stage.wait_for(lambda: not set(first) & set(read(view)), "the text of page 5")
    sight = view.canvas.viewport()
    middle = sight.mapTo(stage.window, sight.rect().center())
    assert stage.window.childAt(middle) is sight


def test_without_a_screen_reader_there_is_none_of_it(stage):
    view = stage.window.page_view
    stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == "5")
    stage.wait(400)
    assert not view.page_text.labels
    assert view.page_text.isHidden()
