"""What a reviewer can do to a document, as functions from a review to an Edit.

Every function reads the review, changes nothing, and returns the Edit that the ledger then applies; it raises
NotPossible, with a sentence for the user, if the document has no place for the change. All of them keep the
reading order: a tree read from top to bottom gives the report's text before and after, even if nodes change
parents. Where to look:

- what all are made with: `draft`, `values`
- the tree: `structure`, `placing`, `taking_back`; several nodes made one: `joining`
- words: `wording`, `extent`, cells of tables: `tables`; what becomes of what was said about them: `sharing`
- labels: `labelling`, `recommending`, `settling`, `answering`; entries of lists: `listing`
"""

from model.editing.answering import link_answer, unlink_answer
from model.editing.draft import NotPossible
from model.editing.joining import merge
from model.editing.labelling import (
    accept,
    add_value,
    flag,
    label,
    reject,
    remove_value,
    replace_value,
    set_note,
    set_status,
)
from model.editing.recommending import add_recommendation, remove_recommendation
from model.editing.settling import settle
from model.editing.structure import delete_to_furniture, demote, insert_node, move, promote, set_kind
from model.editing.tables import change_cells
from model.editing.wording import merge_with_previous, set_number, set_text, split

__all__ = [
    "NotPossible",
    "accept",
    "add_recommendation",
    "add_value",
    "change_cells",
    "delete_to_furniture",
    "demote",
    "flag",
    "insert_node",
    "label",
    "link_answer",
    "merge",
    "merge_with_previous",
    "move",
    "promote",
    "reject",
    "remove_recommendation",
    "remove_value",
    "replace_value",
    "set_kind",
    "set_note",
    "set_number",
    "set_status",
    "set_text",
    "settle",
    "split",
    "unlink_answer",
]
