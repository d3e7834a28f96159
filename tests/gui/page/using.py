"""What a reviewer does on the pages."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from gui.page.selection import Spot, Stretch
from model.layer import Caret
from model.nodes import Kind


def view_of(stage):
    return stage.window.page_view


def select(stage, number):
    node = stage.select(lambda node: node.kind is Kind.PARAGRAPH and node.number == number)
    stage.wait_for(lambda: not view_of(stage).texts.busy, "the words")
    stage.settle()
    return node


def node_now(stage, node):
    return stage.window.session.review.outline[node.id]


def layer_of(stage, page):
    layers = []
    view_of(stage).texts.when_there([page], layers.append)
    stage.wait_for(lambda: bool(layers), "the words")
    return layers[0][page]


def choose(stage, first, last):
    """Selects the words from one to another: (page, words that the first and the last begin with)."""
    spots = []
    for page, words, char in ((*first, 0), (*last, None)):
        layer = layer_of(stage, page)
        texts = [word.text for word in layer.words]
        index = next(i for i in range(len(texts)) if texts[i : i + len(words.split())] == words.split())
        if char is None:
            index += len(words.split()) - 1
        spots.append(Spot(page, Caret(index, len(texts[index]) if char is None else char)))
    view_of(stage).canvas.set_stretch(Stretch(*spots))


def act(stage, action_id):
    stage.window.actions_of[action_id].trigger()
    stage.wait_for(lambda: not view_of(stage).texts.busy, "the words")
    stage.settle()


def undo_name(stage):
    stage.wait_for(lambda: stage.window.session.undo_name is not None, "what undo would do")
    return stage.window.session.undo_name


def at(canvas, region, y):
    """The middle of a rectangle at a height of its page, in the viewport."""
    spot = canvas.layout_of_pages.to_canvas(region._replace(y0=y, y1=y)).center()
    return ((spot - QPointF(canvas.offset)) / canvas.ratio).toPoint()
