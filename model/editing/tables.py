"""Edits of tables: their cells, and with them their text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from model.cells import Cells, cells_of, spelled, with_cells, words_at
from model.editing.draft import Draft, NotPossible, name_of
from model.editing.wording import put_words
from model.edits import Edit
from model.labels import Reviewer
from model.review import Review

_CHANGED = "These cells have other words now. Look at them, and change them again."
_EMPTY = "A table keeps at least one word. Del in the outline removes it as a whole."


def change_cells(review: Review, reviewer: Reviewer, node_id: str, change: Callable[[Cells], Cells],
                 seen: Mapping[tuple[int, int], str]) -> Edit:  # fmt: skip
    """Changes a table's cells; its text becomes their words, the anchor keeps the page's quote.

    `seen` has the words of the cells at (row, column) that the change was asked for: where an edit before it
    has moved them, it is not possible.
    """
    draft = Draft(review, reviewer)
    node = draft.node(node_id)
    before = cells_of(node)
    if any(words_at(before, *place) != words for place, words in seen.items()):
        raise NotPossible(_CHANGED)
    cells = change(before)
    if cells == before:
        return Edit(f"edit {name_of(node)}", ())
    if not cells:
        raise NotPossible(_EMPTY)
    made = put_words(draft, node, spelled(cells))
    draft.put(replace(made, extra=with_cells(made.extra, cells)))
    draft.mark_corrected(node_id)
    return draft.edit(f"edit cells of {name_of(node)}", node_id)
