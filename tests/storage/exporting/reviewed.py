"""Makes a project of real PDFs with decisions on every slot, some of them by two people."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pymupdf

import resources
from model.edits import DecisionChange, Edit
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Kind
from storage.importing import import_files
from storage.project import Project

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def make_project(folder: Path) -> Path:
    report = folder / "report.pdf"
    report.write_bytes(resources.read_bytes("sample", "report.pdf"))
    turned = write_turned(folder / "turned.pdf")
    path = folder / "harbours.paraph"
    with Project.create(path, "Ann") as project:
        import_files(project, [report, turned], on_line=lambda line: None)
        review_all(project)
    return path


def write_turned(path: Path) -> Path:
    """A report whose page is turned, as landscape sheets are, and cropped."""
    with pymupdf.open() as pdf:
        page = pdf.new_page(width=595, height=842)
        page.set_cropbox(pymupdf.Rect(30, 20, 580, 830))
        page.set_rotation(90)

        def write(x: float, y: float, words: str, size: float, font: str = "helv") -> None:
            where = pymupdf.Point(x, y) * page.derotation_matrix
            page.insert_text(where, words, fontsize=size, fontname=font, rotate=page.rotation)

        write(100, 100, "II. Recommendations of the meeting", 16, "hebo")
        for number in range(1, 8):
            y = 110 + 40 * number
            write(
                100,
                y,
                f"{number}. States parties should inspect the harbour of district {number} at least",
                11,
            )
            write(
                100, y + 14, "once a year, and publish what they found in all languages of the district.", 11
            )
        pdf.save(path, no_new_id=True)
    return path


def decide(project, review, reviewer, node, slot, value, *, frame=0, words=(), adjudicated=False):
    """A person's word in the file and in the review in memory; `words` are looked for in the node's text."""
    spans = []
    for word in words:
        start = node.text.index(word) if word else 0
        spans.append(Span(start, start + len(word)))
    key = DecisionKey(node.id, slot, reviewer.id, frame)
    decision = Decision(key, value, NOON, tuple(spans), adjudicated=adjudicated)
    edit = Edit("decide", (DecisionChange(review.decision(key), decision),))
    project.apply(edit, review.document.id, reviewer).result()
    review.apply(edit)


def review_all(project: Project) -> None:
    ann, ben = project.person("Ann"), project.person("Ben <&> Söhne")
    review = project.review(project.documents()[0].id)
    by_number = {node.number: node for node in review.outline if node.kind is Kind.PARAGRAPH}
    five, six = by_number["5"], by_number["6"]
    values = [
        (Slot.ROLE, "recommendation", ()),
        (Slot.FORCE, 3, ("should",)),
        (Slot.ADDRESSEES, ["states-parties", "secretariat"], ("States parties",)),
        (Slot.VERB, "should designate", ("should designate",)),
        (Slot.ACTION, 5, ("designate",)),
        (Slot.ATTRIBUTION, {"by": "body", "name": "Working Group"}, ()),
        (Slot.TASK, "designate one authority", ("designate one authority",)),
        (Slot.THEMES, ["safety", "data & charts"], ("", "")),
        (Slot.INSTRUMENTS, [{"name": "Convention", "kind": "convention", "target": None}], ("",)),
        (Slot.CONDITIONS, [{"kind": "extent", "text": "one"}], ("one",)),
        (Slot.TIME_FRAME, [{"kind": "date", "text": "by 2030", "when": "2030-12-31"}], ("",)),
        (Slot.FOLLOW_UP, [{"target": six.id, "response": "accepted"}], ("",)),
        (Slot.NOTE, "see <b>=1+1</b> & “more”", ()),
        (Slot.STATUS, "corrected", ()),
    ]
    for slot, value, words in values:
        decide(project, review, ann, five, slot, value, words=words)
    decide(project, review, ben, five, Slot.FORCE, 4, adjudicated=True, words=("should",))
    decide(project, review, ann, six, Slot.VERB, "shall report", words=("shall report",))
    decide(project, review, ann, six, Slot.FORCE, 5, frame=1, words=("not later",))
    decide(project, review, ann, six, Slot.STATUS, "accepted")
