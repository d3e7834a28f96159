"""A scripted review in a process of its own, to be killed: `python -m tests.storage.reviewing PROJECT SEED`.

Prints the number of each edit when it is on the disk. Every edit is one that a reviewer could do; some are
undone and redone.
"""

from __future__ import annotations

import random
import sys

from model import editing
from model.labels import Slot
from model.nodes import Kind
from storage.project import Project


def main(path: str, seed: str) -> None:
    chance = random.Random(int(seed))
    project = Project.open(path)
    ann = project.person("Ann")
    document = project.documents()[0].id
    review = project.review(document)
    print("open", flush=True)
    while True:
        done = _step(project, review, ann, chance)
        if done is not None:
            review.apply(done.edit)
            print(done.edit_number, flush=True)


def _step(project, review, ann, chance):
    document = review.document.id
    what = chance.choice(["text", "label", "accept", "flag", "split", "merge", "undo", "redo"])
    if what in ("undo", "redo"):
        return getattr(project, what)(document, ann).result()
    node = chance.choice([node for node in review.outline if node.kind is Kind.PARAGRAPH])
    try:
        edit = {
            "text": lambda: editing.set_text(review, ann, node.id, f"{node.text} {chance.randrange(1000)}"),
            "label": lambda: editing.label(review, ann, [node.id], Slot.FORCE, chance.randint(1, 5)),
            "accept": lambda: editing.accept(review, ann, [node.id]),
            "flag": lambda: editing.flag(review, ann, [node.id]),
            "split": lambda: editing.split(review, ann, node.id, len(node.text) // 2),
            "merge": lambda: editing.merge_with_previous(review, ann, node.id),
        }[what]()
    except editing.NotPossible:
        return None
    return project.apply(edit, document, ann).result() if edit else None


if __name__ == "__main__":
    main(*sys.argv[1:])
