"""A dataset holds every entry once, says whose word each label is, and is whole or not there at all."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import editing
from model.edits import DecisionChange, Edit
from model.errors import Cancelled
from model.labels import Decision, DecisionKey, Slot, Span
from model.nodes import Kind
from storage.errors import ExportFailed
from storage.exporting import export
from storage.exporting.as_csv import columns, defused, restored
from storage.exporting.formats import DatasetContext
from storage.file_lock import FileLock
from storage.project import Project
from storage.writer import Priority
from tests.storage.stored_reports import MACHINE_ID, WELLS, add_report, csv_rows, document, nodes, store

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)


def jsonl(project, folder, **how):
    path, _ = export(project, ["jsonl"], folder, **how)
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def table(project, folder, **how):
    path, _ = export(project, ["csv"], folder, **how)
    return csv_rows(path)


def decide(project, review, reviewer, node_id, slot, value, *, at=NOON, adjudicated=False, evidence=()):
    """A person's word, applied to the file and to the review in memory."""
    key = DecisionKey(node_id, slot, reviewer.id)
    decision = Decision(key, value, at, evidence, adjudicated=adjudicated)
    edit = Edit("decide", (DecisionChange(review.decision(key), decision),))
    project.apply(edit, review.document.id, reviewer).result()
    review.apply(edit)


def test_every_entry_is_a_row_with_its_place_and_its_source(project, tmp_path):
    review = add_report(project)
    rows = jsonl(project, tmp_path / "out")
    found = list(review.outline)
    assert [row["id"] for row in rows] == [node.id for node in found]
    row, node = rows[1], found[1]
    assert row["document"] == {
        "id": review.document.id, "symbol": "X/1", "symbols": ["X/1", "Y/2"], "title": "Report on wells",
        "date": "2025-01-02", "date_printed": "2 January 2025", "distribution": "", "original_language": "",
        "body": "", "session": "", "agenda_item": "", "job_number": "", "language": "en", "pages": 2,
        "coverage": 0.98, "file": "wells.pdf", "sha256": hashlib.sha256(WELLS).hexdigest(),
        "extractor": "made-up@1",
    }  # fmt: skip
    assert (row["page_label"], row["page_size"], row["prefix"]) == ("i", [595.3, 841.9], "a")
    assert (row["parent"], row["order"], row["path"]) == (found[0].id, 2, ["I. Recommendations"])
    assert (row["kind"], row["level"], row["number"], row["page"]) == ("paragraph", None, "1", 1)
    assert row["text"] == row["quote"] == node.text
    assert row["bboxes"] == [list(region) for region in node.anchor.regions]
    assert row["force"] == {
        "value": 3, "source": "suggested", "reviewer": MACHINE_ID, "confidence": 0.8, "rule": "verb",
        "inherited_from": None, "at": None, "evidence": [{"start": 14, "end": 24, "words": "recommends"}],
    }  # fmt: skip
    assert row["addressees"]["value"] == ["member-states"]
    assert row["role"] is None
    assert (row["status"], row["reviewed_by"], row["reviewed_at"]) == ("unreviewed", None, None)
    assert (rows[0]["level"], rows[0]["path"]) == (1, [])


def test_csv_holds_the_same_rows_as_json_lines(project, tmp_path):
    review = add_report(project)
    ann = project.person("Ann")
    node = list(review.outline)[1]
    decide(project, review, ann, node.id, Slot.ROLE, "recommendation", evidence=(Span(0, 3), Span(14, 24)))
    decide(project, review, ann, node.id, Slot.STATUS, "corrected")
    plain, cells = jsonl(project, tmp_path / "out"), table(project, tmp_path / "out")
    assert [row["id"] for row in cells] == [row["id"] for row in plain]
    assert tuple(cells[0]) == columns(DatasetContext("wells"))
    row = cells[1]
    assert row["text"] == plain[1]["text"]
    assert json.loads(row["bboxes"]) == plain[1]["bboxes"]
    assert (row["role"], row["role_source"], row["role_reviewer"]) == (
        "recommendation",
        "reviewer",
        "Ann",
    )
    assert (row["role_evidence"], row["role_offsets"]) == ("The; recommends", "0-3; 14-24")
    assert (row["force"], row["addressees"], row["verb"]) == ("3", "member-states", "")
    assert (row["status"], row["reviewed_by"]) == ("corrected", "Ann")
    assert row["reviewed_at"] == NOON.isoformat()


def test_people_go_before_machines_and_the_latest_of_them_before_the_others(project, tmp_path):
    review = add_report(project)
    ann, ben = project.person("Ann"), project.person("Ben")
    one, two, three = (node.id for node in list(review.outline)[1:4])
    decide(project, review, ann, one, Slot.FORCE, 1, at=NOON)
    decide(project, review, ben, one, Slot.FORCE, 2, at=NOON + timedelta(seconds=1))
    decide(project, review, ann, two, Slot.FORCE, 4, at=NOON, adjudicated=True)
    decide(project, review, ben, two, Slot.FORCE, 5, at=NOON + timedelta(days=1))
    decide(project, review, ann, three, Slot.FORCE, None)
    rows = {row["id"]: row["force"] for row in jsonl(project, tmp_path / "out")}
    said = [(rows[i]["value"], rows[i]["source"], rows[i]["reviewer"]) for i in (one, two, three)]
    assert said == [(2, "reviewer", "Ben"), (4, "adjudicated", "Ann"), (None, "reviewer", "Ann")]
    seen = {row["id"]: row["force"] for row in jsonl(project, tmp_path / "out", reviewer=ann)}
    assert (seen[one]["value"], seen[one]["source"]) == (1, "own")


def test_an_inherited_label_says_what_the_lead_in_says_now_and_where(project, tmp_path):
    lead_in, item, below = nodes(4)[1:]
    lead_in = replace(lead_in, parent=None)
    item = replace(item, kind=Kind.ITEM, parent=lead_in.id)
    below = replace(below, kind=Kind.ITEM, parent=item.id)
    said = [
        Decision(DecisionKey(lead_in.id, Slot.FORCE, MACHINE_ID), 3, None, (Span(14, 24),), 0.8, "verb"),
        *(
            Decision(DecisionKey(node.id, Slot.FORCE, MACHINE_ID), 3, None, (), 0.7, "inherited: lead-in")
            for node in (item, below)
        ),
    ]
    review = store(project, document(), [lead_in, item, below], said, WELLS)
    ann = project.person("Ann")
    decide(project, review, ann, lead_in.id, Slot.FORCE, 5, evidence=(Span(4, 13),))
    for row in jsonl(project, tmp_path / "out")[1:]:
        assert row["force"] == {
            "value": 5, "source": "inherited", "reviewer": "Ann", "confidence": 0.7,
            "rule": "inherited: lead-in", "inherited_from": lead_in.id, "at": NOON.isoformat(),
            "evidence": [{"start": 4, "end": 13, "words": "Committee"}],
        }  # fmt: skip


def test_items_have_what_a_person_added_to_their_lead_in(project, tmp_path):
    lead_in, item, below = nodes(4)[1:]
    lead_in = replace(lead_in, parent=None)
    item = replace(item, kind=Kind.ITEM, parent=lead_in.id)
    below = replace(below, kind=Kind.ITEM, parent=item.id)
    said = [
        Decision(DecisionKey(node.id, Slot.ROLE, MACHINE_ID), "recommendation", None, (), 0.8, rule)
        for node, rule in ((lead_in, "verb"), (item, "inherited"), (below, "inherited"))
    ]
    review = store(project, document(), [lead_in, item, below], said, WELLS)
    ann = project.person("Ann")
    decide(project, review, ann, lead_in.id, Slot.FORCE, 4)
    for row in jsonl(project, tmp_path / "out", reviewer=ann)[1:]:
        shown = review.shown(row["id"], Slot.FORCE, ann.id)
        assert (
            (row["force"]["value"], row["force"]["source"]) == (shown.value, shown.source) == (4, "inherited")
        )
        assert row["force"]["inherited_from"] == shown.node == lead_in.id


def test_labels_are_those_that_the_window_shows_to_the_same_reviewer(project, tmp_path):
    review = add_report(project, 30)
    ann, ben, zoe = project.person("Ann"), project.person("Ben"), project.person("Zoe")
    found = list(review.outline)
    for index, node in enumerate(found):
        for reviewer, every in ((ann, 2), (ben, 3), (zoe, 5)):
            if node.kind is Kind.PARAGRAPH and index % every == 0:
                at = NOON + timedelta(hours=(7 * index + every) % 5)
                decide(
                    project, review, reviewer, node.id, Slot.FORCE, every, at=at, adjudicated=index % 7 == 0
                )
                status = ["accepted", "flagged"][every % 2]
                decide(project, review, reviewer, node.id, Slot.STATUS, status, at=at)
    for row in jsonl(project, tmp_path / "out", reviewer=ann):
        shown = review.shown(row["id"], Slot.FORCE, ann.id)
        label = row["force"] or {"value": None, "source": "none"}
        assert (label["value"], label["source"]) == (shown.value, shown.source.value)
        assert row["status"] == review.status(row["id"], ann.id).value


def test_the_same_state_gives_the_same_bytes(project, tmp_path):
    add_report(project, 300)
    first = export(project, ["jsonl", "csv"], tmp_path / "one")
    project.close()
    with Project.open(project.path, read_only=True) as again:
        second = export(again, ["csv", "jsonl"], tmp_path / "two")
    assert {path.name: path.read_bytes() for path in first if "release" not in path.name} == {
        path.name: path.read_bytes() for path in second if "release" not in path.name
    }


def test_the_manifest_proves_the_files(project, tmp_path):
    add_report(project)
    paths = export(project, ["jsonl", "csv"], tmp_path / "out")
    assert [path.name for path in paths] == ["wells.jsonl", "wells.csv", "wells.release.json"]
    manifest = json.loads(paths[-1].read_text("utf-8"))
    assert manifest["rows"] == 6
    assert manifest["kinds"] == {"paragraph": 5, "section": 1}
    assert [entry["rows"] for entry in manifest["files"]] == [6, 6]
    for entry, path in zip(manifest["files"], paths, strict=False):
        data = path.read_bytes()
        assert (entry["name"], entry["bytes"]) == (path.name, len(data))
        assert entry["sha256"] == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "  =1",
        '"=1',
        "'=1",
        "“=1",
        "\u00a0=1",
        "＝1",
        "\tx",
        " \rx",
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_starts_with_an_apostrophe(cell):
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "x", "1 - 2", "'quoted'", "States' rights", "12", "(a) = b"])
def test_other_cells_stay_as_they_are(cell):
    assert defused(cell) == cell


@given(st.text(st.sampled_from("=+-@'\"“ \t\r\nx\u00a0，＝"), max_size=8))
def test_every_cell_can_be_restored(text):
    assert restored(defused(text)) == text


def test_formulas_and_odd_characters_survive_both_formats(project, tmp_path):
    texts = ['=HYPERLINK("x")', "a\r\nb, “c”; \u2028", "ضع = 𝒳", "'=1", '"', ""]
    tree = [replace(node, text=text) for node, text in zip(nodes(6), texts, strict=True)]
    store(project, document(), tree, [], WELLS)
    assert [row["text"] for row in jsonl(project, tmp_path / "out")] == texts
    assert [restored(row["text"]) for row in table(project, tmp_path / "out")] == texts
    raw = (tmp_path / "out" / "wells.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdocument,")
    assert b",=HYPERLINK" not in raw
    assert b',"=HYPERLINK' not in raw


def test_an_unknown_format_is_one_line_that_lists_those_there_are(project, tmp_path):
    with pytest.raises(ExportFailed, match=r"^xls: no format that Paraph knows; choose from jsonl, csv, "):
        export(project, ["jsonl", "xls"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_file_in_the_folders_place_is_one_line(project, tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(ExportFailed, match=r"out: cannot be written"):
        export(project, ["jsonl"], tmp_path / "out")


def test_entries_that_hang_nowhere_stop_the_export(project, tmp_path):
    review = add_report(project)
    section = next(iter(review.outline))
    project.write(
        lambda c: c.exec_driver_sql(
            f"UPDATE node SET parent = (SELECT max(pk) FROM node) WHERE id = '{section.id}'"
        ),
        Priority.EDIT,
    ).result()
    with pytest.raises(ExportFailed, match="6 entries are stored, but only 0 hang in its outline"):
        export(project, ["jsonl"], tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_what_cannot_be_read_back_is_not_put_in_place(project, tmp_path, monkeypatch):
    """The disk swallows a line: simulated where the file is finished."""
    from storage.exporting.as_jsonl import JsonLines

    add_report(project)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "wells.jsonl").write_text("an earlier dataset")
    write = JsonLines.write

    def lose_a_line(self, path, batches, context):
        sha256 = write(self, path, batches, context)
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(lines[:-1]))
        return sha256

    monkeypatch.setattr(JsonLines, "write", lose_a_line)
    with pytest.raises(ExportFailed, match=r"5 rows.*is not what was written \(6 rows\)"):
        export(project, ["jsonl"], tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["wells.jsonl"]
    assert (tmp_path / "out" / "wells.jsonl").read_text() == "an earlier dataset"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_a_folder_whose_name_is_no_text_gets_no_dataset(project, tmp_path):
    add_report(project)
    with pytest.raises(ExportFailed, match="not a name in UTF-8"):
        export(project, ["jsonl"], tmp_path / "d\udce9p\udce9t")
    assert not (tmp_path / "d\udce9p\udce9t").exists()


def test_a_cancelled_export_leaves_nothing_behind(project, tmp_path):
    add_report(project)

    def cancel(done, total):
        assert (done, total) == (1, 2)
        raise Cancelled("export")

    with pytest.raises(Cancelled):
        export(project, ["jsonl", "csv"], tmp_path / "out", on_progress=cancel)
    assert list((tmp_path / "out").iterdir()) == []


def test_what_exports_that_were_killed_left_is_removed_and_that_of_others_stays(project, tmp_path):
    add_report(project)
    out = tmp_path / "out"
    (out / ".old.akn.part").mkdir(parents=True)
    for name in (".old.release.json.lock", ".old.jsonl.part", ".old.v2.jsonl.part", ".notes.part"):
        (out / name).touch()
    going_on = FileLock(out / "old.v2.release.json", "another process")
    jsonl(project, out)
    left = {".notes.part", ".old.v2.jsonl.part", ".old.v2.release.json.lock"}
    assert {path.name for path in out.glob(".*")} == left
    going_on.release()


def test_an_export_that_begins_while_what_was_left_is_looked_for_loses_nothing(
    project, tmp_path, monkeypatch
):
    add_report(project)
    out, look, begun = tmp_path / "out", Path.glob, []
    out.mkdir()
    for name in (".old.release.json.lock", ".old.jsonl.part"):
        (out / name).touch()

    def glob(folder, pattern):
        yield from list(look(folder, pattern))
        if not begun:
            begun.append(FileLock(out / "old.v2.release.json", "another process"))
            (out / ".old.v2.jsonl.part").touch()

    monkeypatch.setattr(Path, "glob", glob)
    jsonl(project, out)
    assert {path.name for path in look(out, ".*.part")} == {".old.v2.jsonl.part"}
    begun[0].release()


def test_of_two_exports_of_one_name_at_once_the_second_is_refused_and_harms_nothing(project, tmp_path):
    add_report(project)
    (tmp_path / "elsewhere").mkdir()
    other = Project.create(tmp_path / "elsewhere" / project.path.name)
    refused = []

    def begin_another(done, total):
        with pytest.raises(ExportFailed, match="another export of that name") as error:
            export(other, ["jsonl"], tmp_path / "out")
        refused.append(error.value)

    assert len(jsonl(project, tmp_path / "out", on_progress=begin_another)) == 6
    assert refused
    assert not list((tmp_path / "out").glob(".*"))
    export(other, ["jsonl"], tmp_path / "out")
    other.close()


def test_an_export_takes_the_place_of_an_earlier_folder_but_for_what_is_hidden(project, tmp_path):
    folder, _ = export(project, ["akn"], tmp_path / "out")
    before = {path.name for path in folder.iterdir()}
    (folder / ".git").mkdir()
    (folder / ".git" / "HEAD").write_text("mine")
    (folder / "old.akn.xml").touch()
    export(project, ["akn"], tmp_path / "out")
    assert {path.name for path in folder.iterdir()} == before | {".git"}
    assert (folder / ".git" / "HEAD").read_text() == "mine"
    assert not list((tmp_path / "out").glob(".*"))


def test_documents_that_are_not_completely_imported_are_left_out(project, tmp_path):
    review = add_report(project)
    project.write(
        lambda c: c.exec_driver_sql("UPDATE document SET imported_at = NULL"), Priority.EDIT
    ).result()
    assert jsonl(project, tmp_path / "out") == []
    assert review.document.name == "wells.pdf"


def test_a_disk_that_takes_no_more_is_one_line_and_leaves_nothing(project, tmp_path):
    add_report(project, 300)
    project.close()
    script = (
        "import resource, signal; from pathlib import Path; from storage.project import Project\n"
        "from storage.exporting import export; from storage.errors import ExportFailed\n"
        f"project = Project.open({str(project.path)!r}, read_only=True); project.documents()\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        f"try: export(project, ['jsonl'], Path({str(tmp_path / 'out')!r}))\n"
        "except ExportFailed as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True)
    assert "wells.jsonl: cannot be written: the disk takes no file of this size" in done.stdout
    assert done.stderr == ""
    assert list((tmp_path / "out").iterdir()) == []


def test_an_edit_does_not_change_an_export_that_is_under_way(project, tmp_path):
    review = add_report(project)
    ann = project.person("Ann")
    add_report_of_another(project)

    def edit_between(done, total):
        if done == 1:
            node = list(review.outline)[1]
            project.apply(editing.flag(review, ann, [node.id]), review.document.id, ann).result()

    before = jsonl(project, tmp_path / "out", on_progress=edit_between)
    assert {row["status"] for row in before} == {"unreviewed"}
    assert {row["status"] for row in jsonl(project, tmp_path / "out")} == {"unreviewed", "flagged"}


def add_report_of_another(project):
    tree = nodes(4)
    return store(project, document("other.pdf", b"other"), tree, [], b"other")
