"""What a change of an entry said, in words."""

from __future__ import annotations

from gui.inspector.said import said
from model.edits import DecisionChange
from model.labels import Decision, DecisionKey, Slot
from model.review import Review
from model.schemes import default
from tests.gui.sample_review import sample


def test_what_moved_of_others_words_with_an_entry_is_not_told_to_who_judges_alone():
    made = sample()
    review = Review(made.document, made.nodes, made.decisions, frozenset())
    five = next(node for node in made.nodes if node.number == "5")
    words = [Decision(DecisionKey(five.id, Slot.ROLE, who), "decision") for who in ("ada", "ben")]
    moved = [DecisionChange(None, word) for word in words]
    assert len(said(moved, review, default())) == 2
    review.alone = "ben"
    assert len(said(moved, review, default())) == 1
