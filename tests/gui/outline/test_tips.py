"""A row's tip says what is in doubt: the place of the entry, or its role."""

from __future__ import annotations

from gui.outline.looks import Look
from gui.outline.tips import tip
from model.labels import Slot
from model.nodes import Kind, Node
from model.schemes import default

ROLE = default().label(Slot.ROLE, "statement")


def test_an_unsure_place_comes_with_its_reasons():
    node = Node("1", Kind.PARAGRAPH, "Text", confidence=0.5, reasons=("the number 3 comes twice",))
    assert tip(node, Look(ROLE, doubtful=True)).endswith(
        "In doubt: place 50 % sure (the number 3 comes twice)"
    )


def test_an_unsure_role_is_not_taken_for_an_unsure_place():
    node = Node("1", Kind.PARAGRAPH, "Text", confidence=0.97)
    assert tip(node, Look(ROLE, suggested=True, confidence=0.4, doubtful=True)).endswith("In doubt: its role")


def test_what_is_sure_is_not_in_doubt():
    assert "In doubt" not in tip(Node("1", Kind.PARAGRAPH, "Text"), Look(ROLE))
