"""The tree of a document's nodes, in memory."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator

from model.nodes import Node

# Room between neighbours, so that a node usually moves without touching its siblings' ranks.
RANK_STEP = 1 << 20


class Outline:
    """Nodes by id, and the children of each in order. Nodes themselves never change: `put` replaces one.

    The order of siblings is (rank, id). Every method is O(depth + siblings) or better.
    """

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._nodes: dict[str, Node] = {}
        self._children: dict[str | None, list[tuple[int, str]]] = {None: []}
        for node in nodes:
            self._nodes[node.id] = node
            self._children.setdefault(node.parent, []).append((node.rank, node.id))
        for children in self._children.values():
            children.sort()
        self._order: list[str] | None = None  # of all, as long as nothing comes, goes or moves

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, node_id: str) -> bool:
        return node_id in self._nodes

    def __getitem__(self, node_id: str) -> Node:
        return self._nodes[node_id]

    def __iter__(self) -> Iterator[Node]:
        """All nodes in reading order, parents before their children."""
        if self._order is None:
            self._order = self._in_order()
        return map(self._nodes.__getitem__, self._order)

    def put_in_order(self) -> None:
        """Makes the reading order while there is time for it; else the first one who asks has to wait."""
        iter(self)

    def _in_order(self) -> list[str]:
        order, children = [], self._children
        stack = children[None][::-1]
        while stack:
            _, node_id = stack.pop()
            order.append(node_id)
            below = children.get(node_id)
            if below:
                stack += below[::-1]
        return order

    def get(self, node_id: str | None) -> Node | None:
        return self._nodes.get(node_id) if node_id is not None else None

    def children(self, node_id: str | None) -> list[Node]:
        """The children in order; of None, the roots."""
        return [self._nodes[child] for _, child in self._children.get(node_id, ())]

    def has_children(self, node_id: str) -> bool:
        return bool(self._children.get(node_id))

    def ancestors(self, node: Node) -> Iterator[Node]:
        """From the parent up to the root."""
        while node.parent is not None:
            node = self._nodes[node.parent]
            yield node

    def subtree(self, node: Node) -> Iterator[Node]:
        """The node and everything below it, in reading order."""
        yield node
        for child in self.children(node.id):
            yield from self.subtree(child)

    def put(self, node: Node) -> None:
        """Adds a node, or replaces the one with its id."""
        old = self._nodes.get(node.id)
        self._nodes[node.id] = node
        if old is not None and (old.parent, old.rank) == (node.parent, node.rank):
            return
        self._order = None
        if old is not None:
            self._children[old.parent].remove((old.rank, old.id))
        insort(self._children.setdefault(node.parent, []), (node.rank, node.id))

    def drop(self, node_id: str) -> None:
        """Takes a node out. Its children, if any, must have been moved before."""
        node = self._nodes.pop(node_id)
        self._order = None
        self._children[node.parent].remove((node.rank, node.id))
        if not self._children.get(node_id):
            self._children.pop(node_id, None)
