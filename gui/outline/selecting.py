"""A heading or a lead-in selected with everything below it, in one step."""

from __future__ import annotations

from gui.outline.selection_view import SelectionView
from gui.session import Session


def select_below(session: Session, tree: SelectionView) -> None:
    """Adds what hangs below the selected entries. It is unfolded, because what is selected is to be seen; of
    what a filter leaves in sight only what it asked for counts."""
    if session.review is None:
        return
    outline = session.review.outline
    chosen = [outline[node_id] for node_id in session.selection if node_id in outline]
    branches = [node.id for above in chosen for node in outline.subtree(above)]
    with tree.place_kept():
        tree.entries.unfold(branches)
    shown = set(tree.entries.walk())
    wanted = dict.fromkeys(node_id for node_id in (*session.selection, *branches) if node_id in shown)
    if wanted:
        session.select(tuple(wanted))
