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

    def __len__(self) -> int:
        return len(self._nodes)

    def __contains__(self, node_id: str) -> bool:
        return node_id in self._nodes

    def __getitem__(self, node_id: str) -> Node:
        return self._nodes[node_id]

    def __iter__(self) -> Iterator[Node]:
        """All nodes in reading order, parents before their children."""
        nodes, children = self._nodes, self._children
        stack = children[None][::-1]
        while stack:
            _, node_id = stack.pop()
            yield nodes[node_id]
            below = children.get(node_id)
            if below:
                stack += below[::-1]

    def get(self, node_id: str | None) -> Node | None:
        return self._nodes.get(node_id) if node_id is not None else None

    def children(self, node_id: str | None) -> list[Node]:
        """The children in order; of None, the roots."""
        return [self._nodes[child] for _, child in self._children.get(node_id, ())]

    def siblings(self, node: Node) -> list[Node]:
        return self.children(node.parent)

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
        if old is not None:
            self._children[old.parent].remove((old.rank, old.id))
        self._nodes[node.id] = node
        insort(self._children.setdefault(node.parent, []), (node.rank, node.id))

    def drop(self, node_id: str) -> None:
        """Takes a node out. Its children, if any, must have been moved before."""
        node = self._nodes.pop(node_id)
        self._children[node.parent].remove((node.rank, node.id))
        if not self._children.get(node_id):
            self._children.pop(node_id, None)
