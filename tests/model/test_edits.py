"""What views are told of an edit: which entries it changed, and whether any came, went or moved."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.edits import ChangeSet, DecisionChange, Edit, NodeChange
from model.labels import Decision, DecisionKey, Slot
from model.nodes import Kind, Node

NODE = Node("n", Kind.PARAGRAPH, "Wells are inspected.", "s", 3, None, "1")
LABEL = Decision(DecisionKey("d", Slot.FORCE, "ann"), 3)


@pytest.mark.parametrize(
    ("change", "structural"),
    [
        (NodeChange(None, NODE), True),
        (NodeChange(NODE, None), True),
        (NodeChange(NODE, replace(NODE, parent="t")), True),
        (NodeChange(NODE, replace(NODE, rank=4)), True),
        (NodeChange(NODE, replace(NODE, text="Other words.", kind=Kind.ITEM, number="2")), False),
        (DecisionChange(None, LABEL), False),
        (DecisionChange(LABEL, None), False),
    ],
)
def test_an_entry_that_comes_goes_or_moves_makes_a_change_structural(change, structural):
    label = DecisionChange(LABEL, replace(LABEL, value=4))
    told = ChangeSet.of("report", Edit("do", (label, change, label)), 7)
    assert told.structural == structural
    assert told.nodes == {"d", change.node_id}
    assert (told.document, told.edit_number) == ("report", 7)
