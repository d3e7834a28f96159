"""Sets aside the suggestions of learned models that stand in the way of taking back an old edit.

Suggestions come and go with every learning, and belong to nobody's undo. Where an edit would find other
suggestions than it left, or an entry that it takes away has got some, they are set aside first.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from model.edits import DecisionChange, Edit, NodeChange
from model.labels import Decision, DecisionKey
from model.learning.machines import is_model
from storage.keys import chunks
from storage.people import reviewer_keys
from storage.rows import decision_from
from storage.schema import DECISION, NODE


def making_way(connection: Connection, document: int, edit: Edit) -> Edit:
    """What becomes of models' suggestions before the edit; it comes to nothing if all is as it was."""
    people = {key: reviewer for reviewer, key in reviewer_keys(connection).items() if is_model(reviewer)}
    if not people:
        return Edit("set suggestions aside", ())
    expected: dict[DecisionKey, Decision | None] = {}
    gone = {
        change.node_id for change in edit.changes if isinstance(change, NodeChange) and change.after is None
    }
    for change in edit.changes:
        if isinstance(change, DecisionChange) and is_model(change.key.reviewer):
            expected.setdefault(change.key, change.before)
    stored = _stored(connection, document, gone | {key.node for key in expected}, people)
    for key in stored:
        if key.node in gone:
            expected.setdefault(key, None)
    changes = [DecisionChange(stored.get(key), wanted) for key, wanted in expected.items()]
    return Edit("set suggestions aside", tuple(one for one in changes if one.before != one.after))


def _stored(
    connection: Connection, document: int, nodes: set[str], people: dict[int, str]
) -> dict[DecisionKey, Decision]:
    query = (
        select(DECISION, NODE.c.id.label("node_id"))
        .join(NODE, NODE.c.pk == DECISION.c.node)
        .where(NODE.c.document == document, DECISION.c.reviewer.in_(people))
    )
    found: dict[DecisionKey, Decision] = {}
    for chunk in chunks(sorted(nodes)):
        for row in connection.execute(query.where(NODE.c.id.in_(chunk))).mappings():
            decision = decision_from(dict(row), row["node_id"], people[row["reviewer"]])
            found[decision.key] = decision
    return found
