"""A dataset comes back as it was; a file from somebody else is taken for nothing that it does not prove."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from model.edits import DecisionChange, Edit
from model.errors import UserFacingError
from model.labels import Decision, DecisionKey, Reviewer, Slot, Span
from model.nodes import Kind
from storage.errors import ProjectError
from storage.exporting import export
from storage.exporting.settings import Settings
from storage.importing_rows import import_rows
from storage.project import Project
from storage.storing import begin_document, finish_document
from storage.writer import Priority
from tests.storage.stored_reports import MACHINE_ID, WELLS, add_report, decisions, document, nodes, store

NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


@pytest.fixture
def empty(tmp_path):
    (tmp_path / "empty").mkdir()
    with Project.create(tmp_path / "empty" / "wells.paraph") as made:
        yield made


def reviewed(project):
    """Every slot filled by a person or the machine, an item with inherited labels, two recommendations in one
    paragraph, and an entry without a place on a page."""
    tree = nodes(6)
    tree[3] = replace(tree[3], kind=Kind.ITEM, parent=tree[2].id, level=1)
    tree[5] = replace(tree[5], kind=Kind.TABLE, text="", anchor=tree[5].anchor._replace(regions=(), quote=""))
    said = decisions(tree[:5])
    said += [
        Decision(DecisionKey(tree[3].id, Slot.FORCE, MACHINE_ID), 3, None, (), 0.7, "inherited: lead-in"),
        Decision(DecisionKey(tree[2].id, Slot.FORCE, MACHINE_ID, 1), 5, None, (Span(4, 13),), 0.6, "verb"),
        Decision(DecisionKey(tree[2].id, Slot.VERB, MACHINE_ID, 1), "recommends", None, (Span(14, 24),), 0.6),
    ]
    review = store(project, document(), tree, said, WELLS)
    ann = project.person("Ann")
    values = {
        Slot.ROLE: "recommendation", Slot.STATUS: "corrected", Slot.ACTION: 4, Slot.TASK: "inspect well",
        Slot.ATTRIBUTION: {"by": "state", "name": "Canada"}, Slot.THEMES: ["water", "safety"],
        Slot.BENEFICIARIES: [], Slot.INSTRUMENTS: [{"name": "A/RES/1", "kind": "resolution", "target": None}],
        Slot.CONDITIONS: [{"kind": "discretion", "text": "daily"}],
        Slot.TIME_FRAME: [{"kind": "date", "text": "by 2030", "when": "2030"}],
        Slot.FOLLOW_UP: [{"target": tree[4].id, "response": "noted"}],
        Slot.ENTRIES: [{"list": "speakers", "name": "Ann"}], Slot.NOTE: "See “𝒳”\nand more", Slot.VERB: None,
    }  # fmt: skip
    changes = []
    for slot, value in values.items():
        key = DecisionKey(tree[1].id, slot, ann.id)
        changes.append(
            DecisionChange(review.decision(key), Decision(key, value, NOON, (Span(0, 3), Span(5, 5))))
        )
    adjudicated = DecisionKey(tree[4].id, Slot.FORCE, ann.id)
    changes.append(DecisionChange(None, Decision(adjudicated, 2, NOON, adjudicated=True)))
    project.apply(Edit("fill", tuple(changes)), review.document.id, ann).result()
    return review


def test_a_report_out_of_a_dataset_says_that_its_pdf_is_to_be_imported(project, empty, tmp_path):
    reviewed(project)
    import_rows(empty, export(project, ["jsonl"], tmp_path)[0])
    with pytest.raises(ProjectError, match=r"wells\.pdf: this PDF is not in the project; import it"):
        empty.source(empty.documents()[0].id)


def test_exported_imported_and_exported_again_gives_the_same_bytes(project, empty, tmp_path):
    reviewed(project)
    first, _ = export(project, ["jsonl"], tmp_path / "one")
    done = import_rows(empty, first)
    assert done == (1, 6)
    second, _ = export(empty, ["jsonl"], tmp_path / "two")
    assert second.read_bytes() == first.read_bytes()
    rows = [json.loads(line) for line in first.read_bytes().splitlines()]
    assert [row["frame"] for row in rows] == [0, 0, 0, 1, 0, 0, 0]
    # What comes down from a lead-in is what its last recommendation says.
    assert (rows[4]["force"]["source"], rows[4]["force"]["value"]) == ("inherited", 5)
    assert rows[1]["instruments"]["value"][0]["name"] == "A/RES/1"
    assert rows[1]["note"]["value"] == "See “𝒳”\nand more"


def test_a_dataset_that_calls_people_other_reviewers_comes_back(project, empty, tmp_path):
    reviewed(project)
    now, _ = export(project, ["jsonl"], tmp_path / "now")
    once = tmp_path / "once.jsonl"
    once.write_bytes(now.read_bytes().replace(b'"source": "reviewer"', b'"source": "other reviewer"'))
    assert once.read_bytes() != now.read_bytes()
    import_rows(empty, once)
    again, _ = export(empty, ["jsonl"], tmp_path / "again")
    assert again.read_bytes() == now.read_bytes()


def test_it_is_not_imported_twice(project, tmp_path):
    add_report(project)
    file, _ = export(project, ["jsonl"], tmp_path / "out")
    with pytest.raises(UserFacingError, match=r"wells.jsonl: X/1 is in the project already"):
        import_rows(project, file)


def test_a_dataset_that_lacks_headings_is_refused(project, empty, tmp_path):
    reviewed(project)
    file, _ = export(project, ["jsonl"], tmp_path / "out", settings=Settings(roles=("recommendation",)))
    with pytest.raises(UserFacingError, match=r"line 1: .*export whole reports"):
        import_rows(empty, file)
    assert empty.documents() == []


def broken(change):
    """A change of one row, by a function of it."""

    def make(rows):
        change(rows[1])

    return make


def put(name, value):
    return broken(lambda row: row.__setitem__(name, value))


def in_label(name, value):
    return broken(lambda row: row["force"].__setitem__(name, value))


def in_document(name, value):
    """A change of what all rows say of their document."""
    return lambda rows: [row["document"].__setitem__(name, value) for row in rows]


HOSTILE = {
    "a number for a text": put("text", 7),
    "an id with a path": put("id", "../../etc/passwd"),
    "an id that is there": lambda rows: rows[2].__setitem__("id", rows[1]["id"]),
    "an unknown parent": put("parent", "018f0000-0000-7000-8000-00000000000f"),
    "a loop": lambda rows: rows[0].__setitem__("parent", rows[1]["id"]),
    "an unknown kind": put("kind", "script"),
    "a list for a kind": put("kind", ["section"]),
    "a truth for a number": put("order", True),
    "an order that jumps": put("order", 9),
    "a huge number": put("order", 10**30),
    "a page that is not there": put("page", 3),
    "a rectangle of texts": put("bboxes", [[1, "a", 0, 0, 0]]),
    "a rectangle on no page": put("bboxes", [[99, 0, 0, 1, 1]]),
    "an infinite rectangle": put("bboxes", [[1, 0, 0, 1e999, 1]]),
    "a confidence above all": put("confidence", 1.5),
    "an unknown state": put("status", "done"),
    "a time that is none": put("reviewed_at", "yesterday"),
    "a time before all time": put("reviewed_at", "0001-01-01T00:00:00+14:00"),
    "half a character": put("text", "\ud800"),
    "reasons that are none": put("reasons", [1]),
    "a value of another slot": in_label("value", "recommendation"),
    "words outside the text": in_label("evidence", [{"start": 5000, "end": 5003, "words": "The"}]),
    "other words": in_label("evidence", [{"start": 0, "end": 3, "words": "Thy"}]),
    "words before the text": in_label("evidence", [{"start": -3, "end": 0, "words": "The"}]),
    "an unknown source": in_label("source", "the Oracle"),
    "inherited from nowhere": in_label("source", "inherited"),
    "no reviewer": in_label("reviewer", ""),
    "a long name": in_label("reviewer", "x" * 1000),
    "a label that is a list": put("force", [3]),
    "another document": broken(lambda row: row["document"].__setitem__("title", "Another")),
    "a hash that is none": in_document("sha256", "x"),
    "a million pages": in_document("pages", 10**6),
    "a day as no document has it": in_document("date", "2024-W39-5"),
    "a missing field": lambda rows: [row["document"].pop("symbol") for row in rows],
    "a frame before its entry": put("frame", 1),
}  # fmt: skip


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_what_is_wrong_is_one_line_with_its_number_and_nothing_is_written(project, empty, tmp_path, make):
    add_report(project)
    file, _ = export(project, ["jsonl"], tmp_path / "out")
    rows = [json.loads(line) for line in file.read_bytes().splitlines()]
    make(rows)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    with pytest.raises(UserFacingError, match=r"wells\.jsonl, line [123]: .*") as caught:
        import_rows(empty, file)
    assert "\n" not in str(caught.value)
    assert empty.documents() == []


@pytest.mark.parametrize(
    "data", [b"[]", b"{", b"\xff\xfe", b"NaN", b"[" * 100_000, b'{"id": 1}', b"\x00" * 64, b'"text"'],
    ids=range(8),
)  # fmt: skip
def test_what_is_no_row_is_one_line(empty, tmp_path, data):
    file = tmp_path / "a.jsonl"
    file.write_bytes(data + b"\n")
    with pytest.raises(UserFacingError, match=r"a\.jsonl, line 1: "):
        import_rows(empty, file)


def test_a_file_without_rows_is_one_line(empty, tmp_path):
    file = tmp_path / "a.jsonl"
    file.touch()
    with pytest.raises(UserFacingError, match=r"a\.jsonl: no rows in it"):
        import_rows(empty, file)


def test_a_short_file_cannot_claim_millions_of_pages(project, empty, tmp_path):
    add_report(project)
    file, _ = export(project, ["jsonl"], tmp_path / "out")
    row = {**json.loads(file.read_bytes().splitlines()[0]), "parent": None, "order": 1}
    with file.open("w", encoding="utf-8") as opened:
        for number in range(6):
            facts = {**row["document"], "id": f"report-{number}", "pages": 100_000}
            opened.write(json.dumps({**row, "id": f"entry-{number}", "document": facts}) + "\n")
    with pytest.raises(UserFacingError, match="more than 500,000 pages"):
        import_rows(empty, file)
    assert empty.documents() == []


def test_a_line_without_an_end_is_not_read_into_memory(empty, tmp_path):
    file = tmp_path / "a.jsonl"
    with file.open("wb") as opened:
        opened.truncate(64 * 2**20)
    with pytest.raises(UserFacingError, match="line 1: is longer than any row"):
        import_rows(empty, file)


def test_an_entry_of_another_project_is_not_taken_over(project, empty, tmp_path):
    """Ids are the project's: a file cannot put its own rows in the place of those that are there."""
    add_report(project)
    file, _ = export(project, ["jsonl"], tmp_path / "out")
    import_rows(empty, file)
    other = file.read_text("utf-8").replace(project.documents()[0].id, "018f0000-0000-7000-8000-000000000001")
    file.write_text(other, encoding="utf-8")
    with pytest.raises(UserFacingError, match="an entry with the same id is in the project already"):
        import_rows(empty, file)
    assert len(empty.documents()) == 1


def test_a_dataset_that_fails_takes_nothing_away_from_an_import_beside_it(project, empty, tmp_path):
    add_report(project)
    file, _ = export(project, ["jsonl"], tmp_path / "out")
    import_rows(empty, file)
    beside = empty.write(lambda connection: begin_document(connection, document("b.pdf")), Priority.IMPORT)
    other = file.read_text("utf-8").replace(project.documents()[0].id, "018f0000-0000-7000-8000-000000000001")
    file.write_text(other, encoding="utf-8")
    with pytest.raises(UserFacingError, match="an entry with the same id"):
        import_rows(empty, file)
    empty.write(lambda connection: finish_document(connection, beside.result()), Priority.IMPORT).result()
    assert [row.name for row in empty.documents()] == ["wells.pdf", "b.pdf"]


def test_of_times_in_two_zones_the_later_counts_in_the_window_and_in_the_dataset(project, empty, tmp_path):
    review = add_report(project)
    ann, ben, node = project.person("Ann"), project.person("Ben"), list(review.outline)[1].id
    for person, value in ((ann, 4), (ben, 5)):
        key = DecisionKey(node, Slot.FORCE, person.id)
        said = Edit("say", (DecisionChange(None, Decision(key, value, NOON)),))
        project.apply(said, review.document.id, person).result()
    file, _ = export(project, ["jsonl"], tmp_path / "out", reviewer=ann)
    rows = [json.loads(line) for line in file.read_bytes().splitlines()]
    rows[1]["force"]["at"] = "2025-03-04T13:00:00+02:00"  # an hour before noon in UTC
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    import_rows(empty, file)
    (ann,) = [one for one in empty.reviewers() if one.name == "Ann"]
    later = Edit("say", (DecisionChange(None, Decision(DecisionKey(node, Slot.FORCE, "ben"), 5, NOON)),))
    empty.apply(later, review.document.id, Reviewer("ben", "Ben")).result()
    again, _ = export(empty, ["jsonl"], tmp_path / "again")
    shown = empty.review(review.document.id).shown(node, Slot.FORCE, "")
    assert json.loads(again.read_bytes().splitlines()[1])["force"]["value"] == shown.value == 5
