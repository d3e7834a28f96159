"""What a project says, for tests of what comes in."""

from __future__ import annotations

from model.labels import Slot


def document(project, place=0):
    return project.documents()[place].id


def node(project, number, place=0):
    """A paragraph by its printed number."""
    outline = project.review(document(project, place)).outline
    return next(node for node in outline if node.number == number and node.kind == "paragraph")


def word(project, entry, slot: Slot, name, frame=0):
    """A reviewer's standing decision; None if there is none."""
    for row in project.documents():
        for decision in project.review(row.id).decisions(entry.id):
            whose = next(one.name for one in project.reviewers() if one.id == decision.key.reviewer)
            if (decision.key.slot, whose, decision.key.frame) == (slot, name, frame):
                return decision
    return None


def everything(project):
    """All decisions without their times."""
    found = {}
    for row in project.documents():
        review = project.review(row.id)
        for entry in review.outline:
            for one in review.decisions(entry.id):
                found[one.key] = (one.value, one.evidence, one.adjudicated)
    return found
