"""Edits of the tree: where a node hangs and what kind it is. Children always go along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.editing.draft import Draft, NotPossible, name_of, names_of
from model.editing.taking_back import take_back
from model.edits import Edit
from model.ids import new_id
from model.labels import Reviewer
from model.nodes import BY_HAND, CLASSIFIED, Anchor, Kind, Node, Region
from model.review import Review

# Kinds that hold others in the outline; below the rest only footnotes hang.
_HOLDERS = frozenset({Kind.SECTION, Kind.PARAGRAPH, Kind.ITEM})
_KIND_NAMES = {Kind.SECTION: "heading", Kind.FURNITURE: "page furniture"}


def move(review: Review, reviewer: Reviewer, node_ids: Sequence[str], parent: str | None,
         before: str | None) -> Edit:  # fmt: skip
    """Moves nodes below `parent` (None: the top), in front of its child `before` (None: at the end)."""
    draft = Draft(review, reviewer)
    nodes = _roots_of(draft, node_ids)
    if before is not None and before in {node.id for node in nodes}:
        raise NotPossible("It is there already.")
    for node in nodes:
        _check_holds(draft, parent, node)
    row = [node.id for node in draft.children(parent)]
    draft.place(nodes, parent, before)
    if [node.id for node in draft.children(parent)] == row:
        raise NotPossible("It is there already.")
    return _moved(draft, nodes, f"move {names_of(nodes)}")


def promote(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """Lifts nodes one level: after their parent. What followed them there comes below them, so that the
    reading order stays (as in a word processor's outline). What `demote` lowered is where it was."""
    draft = Draft(review, reviewer)
    nodes = _roots_of(draft, node_ids)
    for node in reversed(nodes):
        if node.parent is None:
            raise NotPossible(f"{name_of(node)} is at the top level already.")
        parent = draft.node(node.parent)
        siblings = draft.children(parent.id)
        following = siblings[[n.id for n in siblings].index(node.id) + 1 :]
        uncles = draft.children(parent.parent)
        after_parent = uncles[[n.id for n in uncles].index(parent.id) + 1 :]
        draft.place([draft.node(node.id)], parent.parent, after_parent[0].id if after_parent else None)
        stay = [n for n in following if n.kind is Kind.FOOTNOTE]
        follow = [n for n in following if n not in stay]
        if follow and node.kind not in _HOLDERS:
            raise NotPossible(f"{name_of(node)} cannot hold what follows it.")
        draft.place(follow, node.id)
    name = f"promote {names_of(nodes)}"
    return take_back(draft, nodes, name) or _moved(draft, nodes, name)


def demote(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """Lowers nodes one level: to the end of what hangs below their previous sibling. Where `promote` lifted
    them, what came below them then follows them again."""
    draft = Draft(review, reviewer)
    nodes = _roots_of(draft, node_ids)
    for node in nodes:
        siblings = [n for n in draft.children(node.parent) if n.kind is not Kind.FURNITURE or n.id == node.id]
        index = [n.id for n in siblings].index(node.id)
        if not index:
            raise NotPossible(f"There is nothing before {name_of(node)} to put it below.")
        _check_holds(draft, siblings[index - 1].id, node)
        draft.place([draft.node(node.id)], siblings[index - 1].id)
    name = f"demote {names_of(nodes)}"
    return take_back(draft, nodes, name) or _moved(draft, nodes, name)


def set_kind(review: Review, reviewer: Reviewer, node_ids: Sequence[str], kind: Kind) -> Edit:
    """Makes nodes headings, paragraphs, items, ... A new heading takes what follows it up to the next
    heading; what hung below a heading that is no longer one comes after it. What becomes a paragraph or an
    item has a role from then on, for which its review waits."""
    draft = Draft(review, reviewer)
    nodes = draft.chosen(node_ids)
    for node in nodes:
        _turn_into(draft, draft.node(node.id), kind)
        if node.kind not in CLASSIFIED:
            draft.await_role(node.id)
        draft.mark_corrected(node.id)
    return draft.edit(f"change {names_of(nodes)} to {_KIND_NAMES.get(kind, kind.value)}", nodes[0].id)


def delete_to_furniture(review: Review, reviewer: Reviewer, node_ids: Sequence[str]) -> Edit:
    """Takes nodes out of the report's text; they stay in the document as page furniture."""
    edit = set_kind(review, reviewer, node_ids, Kind.FURNITURE)
    nodes = [review.outline[node_id] for node_id in node_ids]
    return edit._replace(name=f"delete {names_of(nodes)}")


def insert_node(review: Review, reviewer: Reviewer, kind: Kind, regions: tuple[Region, ...],
                parent: str | None, before: str | None) -> Edit:  # fmt: skip
    """A node without words, where the reviewer drew it; `extent.insert_words` makes those with words."""
    draft = Draft(review, reviewer)
    node = Node(new_id(), kind, "", anchor=Anchor(regions), reasons=(BY_HAND,))
    _check_holds(draft, parent, node)
    draft.place([node], parent, before)
    draft.mark_corrected(node.id)
    return draft.edit(f"add {name_of(node)}", node.id)


def _turn_into(draft: Draft, node: Node, kind: Kind) -> None:
    if node.kind is kind:
        return
    was_section = node.kind is Kind.SECTION
    siblings = draft.children(node.parent)
    at = [n.id for n in siblings].index(node.id)
    preceding, following = siblings[:at], siblings[at + 1 :]
    node = replace(node, kind=kind, level=draft.level_below(kind, node.parent))
    if kind is Kind.SECTION:
        if node.parent is not None and draft.node(node.parent).kind is not Kind.SECTION:
            raise NotPossible(f"{name_of(node)} hangs below a paragraph: promote it first.")
        draft.put(node)
        draft.place(_up_to_section(following), node.id)
        draft.relevel(node.id)
        return
    draft.put(node)
    below = draft.children(node.id)
    if not was_section and kind in _HOLDERS:
        draft.relevel(node.id)
        return
    home, before = node.parent, following[0].id if following else None
    if was_section and preceding and preceding[-1].kind is Kind.SECTION:
        # what was a heading is now text of the section that ends before it
        home, before = preceding[-1].id, None
        draft.place([draft.node(node.id)], home)
    draft.place([n for n in below if n.kind is not Kind.FOOTNOTE], home, before)


def _up_to_section(nodes: Sequence[Node]) -> list[Node]:
    taken: list[Node] = []
    for node in nodes:
        if node.kind in (Kind.SECTION, Kind.FURNITURE):
            break
        taken.append(node)
    return taken


def _roots_of(draft: Draft, node_ids: Sequence[str]) -> list[Node]:
    """The chosen nodes in reading order, without those that go along with a chosen one above them."""
    chosen = set(node_ids)
    outline = draft.review.outline
    nodes = draft.chosen(list(chosen))
    nodes = [n for n in nodes if not any(above.id in chosen for above in outline.ancestors(n))]
    if len(nodes) > 1:
        order = {node.id: index for index, node in enumerate(outline)}
        nodes.sort(key=lambda n: order[n.id])
    return nodes


def _check_holds(draft: Draft, parent: str | None, node: Node) -> None:
    if parent is None:
        return
    above = draft.node(parent)
    if above.kind not in _HOLDERS and node.kind is not Kind.FOOTNOTE:
        raise NotPossible(f"{name_of(above)} cannot hold other entries.")
    if node.kind is Kind.SECTION and above.kind is not Kind.SECTION:
        raise NotPossible("A heading can only be below another heading.")
    while True:
        if above.id == node.id:
            raise NotPossible(f"{name_of(node)} cannot be moved into itself.")
        if above.parent is None:
            return
        above = draft.node(above.parent)


def _moved(draft: Draft, nodes: Sequence[Node], name: str) -> Edit:
    for node in nodes:
        draft.mark_corrected(node.id)
    return draft.edit(name, nodes[0].id)
