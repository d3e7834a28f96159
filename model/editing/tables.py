"""Edits of tables: their cells, and with them their text."""

from __future__ import annotations

from dataclasses import replace

from model.cells import Cells, cells_of, spelled
from model.editing.draft import Draft, NotPossible, name_of
from model.editing.wording import put_words, with_cells
from model.edits import Edit
from model.labels import Reviewer
from model.review import Review


def set_cells(review: Review, reviewer: Reviewer, node_id: str, cells: Cells) -> Edit:
    """Corrects a table's cells; its text becomes their words, the anchor keeps the page's quote."""
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    if cells == cells_of(node):
        return Edit(f"edit {name_of(node)}", ())
    if not cells:
        raise NotPossible("A table keeps at least one word. Del in the outline removes it as a whole.")
    made = put_words(draft, node, spelled(cells))
    draft.put(replace(made, extra=with_cells(made.extra, cells)))
    draft.mark_corrected(node_id)
    return draft.edit(f"edit cells of {name_of(node)}", node_id)
