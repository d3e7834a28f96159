"""Releases written to files, and edits that make the next one differ."""

from __future__ import annotations

from model import editing
from model.labels import Slot
from model.nodes import Kind
from storage.exporting.writing import write_dataset
from storage.releases.listing import release_named
from storage.releases.reading import Released

FORMATS = ("jsonl", "csv", "parquet", "xlsx", "hf")


def write(project, version, folder, formats=FORMATS):
    with project.reading() as connection:
        release = release_named(connection, project.path, version)
        return write_dataset(Released(project, connection, release), formats, folder)


def edited(project):
    """Ben gives another force, corrects words and takes a paragraph away; gives the three entries."""
    ben = project.person("Ben")
    review = project.review(project.documents()[0].id)
    first, second, third = [node for node in review.outline if node.kind is Kind.PARAGRAPH][6:9]
    for edit in (
        lambda: editing.label(review, ben, [first.id], Slot.FORCE, 1),
        lambda: editing.set_text(review, ben, second.id, "Other words."),
        lambda: editing.merge_with_previous(review, ben, third.id),
    ):
        made = edit()
        project.apply(made, review.document.id, ben).result()
        review.apply(made)
    return first, second, third
