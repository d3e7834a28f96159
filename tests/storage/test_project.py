"""A project file keeps what was put into it, undoes it, and says in one line why it cannot be opened."""

from __future__ import annotations

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, event, inspect

from model.edits import DecisionChange, Edit, NodeChange
from model.ids import new_id
from model.labels import Decision, DecisionKey, Slot, Status
from model.nodes import Kind, Node
from model.outline import RANK_STEP
from storage.copying import copy_to
from storage.errors import (
    ConflictError,
    DiskFull,
    ProjectDamaged,
    ProjectError,
    ProjectExists,
    ProjectMoved,
    ProjectReadOnly,
)
from storage.migrations import Migration, latest_version, migrate
from storage.project import Project
from storage.schema import METADATA
from storage.sqlite import connect, driver_connection
from storage.writer import Priority
from tests.storage.stored_reports import WELLS, add_report, limit_pages


def contents(review):
    nodes = list(review.outline)
    said = {d.key: d for node in nodes for d in review.decisions(node.id)}
    return review.document, nodes, said, review.machines


def set_text(review, node_id, text):
    node = review.outline[node_id]
    return Edit("edit text", (NodeChange(node, replace(node, text=text)),), node_id)


def set_status(review, node_id, reviewer, status):
    key = DecisionKey(node_id, Slot.STATUS, reviewer.id)
    return Edit("set status", (DecisionChange(review.decision(key), Decision(key, status.value)),), node_id)


def insert_below(review, parent_id, rank):
    node = Node(new_id(), Kind.ITEM, "an item", parent_id, rank * RANK_STEP, 1, "a")
    return Edit("insert", (NodeChange(None, node),), node.id)


def drop(review, node_id):
    said = tuple(DecisionChange(d, None) for d in review.decisions(node_id))
    return Edit("drop", (*said, NodeChange(review.outline[node_id], None)))


def test_what_was_stored_is_what_is_read(project):
    stored = add_report(project)
    assert contents(project.review(stored.document.id)) == contents(stored)


def test_the_tables_for_queries_are_the_tables_of_the_file(project):
    engine = create_engine(f"sqlite:///{project.path}")
    for table in METADATA.tables.values():
        columns = [column["name"] for column in inspect(engine).get_columns(table.name)]
        assert columns == [column.name for column in table.c]
    engine.dispose()


def test_an_edit_and_its_undo_survive_a_restart(project):
    stored = add_report(project)
    ann, start = project.person("Ann"), contents(stored)
    node = list(stored.outline)[2]
    document_id = stored.document.id
    changed = project.apply(set_text(stored, node.id, "New words"), document_id, ann).result()
    assert changed.nodes == {node.id}
    project.close()
    with Project.open(project.path) as again:
        assert again.review(document_id).outline[node.id].text == "New words"
        assert again.undo_name(document_id, ann) == "edit text"
        again.undo(document_id, ann).result()
        assert contents(again.review(document_id)) == start
        assert again.undo(document_id, ann).result() is None
        assert again.redo_name(document_id) == "edit text"
        again.redo(document_id, ann).result()
        assert again.review(document_id).outline[node.id].text == "New words"
        kinds = [entry.kind.value for entry in again.history(document_id, node.id)]
        assert kinds == ["redo", "undo", "do"]


def test_a_new_edit_clears_what_could_be_redone(project):
    stored = add_report(project)
    ann, node = project.person("Ann"), list(stored.outline)[1]
    project.apply(set_text(stored, node.id, "One"), stored.document.id, ann).result()
    project.undo(stored.document.id, ann).result()
    project.apply(set_text(stored, node.id, "Two"), stored.document.id, ann).result()
    assert project.redo_name(stored.document.id, ann) is None
    assert project.redo(stored.document.id, ann).result() is None


def test_each_reviewer_undoes_his_own_edits(project):
    stored = add_report(project)
    ann, ben = project.person("Ann"), project.person("Ben")
    first, second = list(stored.outline)[1:3]
    project.apply(set_text(stored, first.id, "Ann's"), stored.document.id, ann).result()
    project.apply(set_text(stored, second.id, "Ben's"), stored.document.id, ben).result()
    project.undo(stored.document.id, ann).result()
    outline = project.review(stored.document.id).outline
    assert (outline[first.id].text, outline[second.id].text) == (first.text, "Ben's")


def test_an_edit_of_rows_that_changed_since_writes_nothing(project):
    stored = add_report(project)
    ann, node = project.person("Ann"), list(stored.outline)[1]
    stale = set_text(stored, node.id, "Late")
    project.apply(set_text(stored, node.id, "Early"), stored.document.id, ann).result()
    with pytest.raises(ConflictError, match="changed since"):
        project.apply(stale, stored.document.id, ann).result()
    assert project.review(stored.document.id).outline[node.id].text == "Early"
    assert len(project.history(stored.document.id)) == 1


def test_a_node_cannot_hang_below_itself(project):
    stored = add_report(project)
    ann, (section, paragraph) = project.person("Ann"), list(stored.outline)[:2]
    circle = Edit("move", (NodeChange(section, replace(section, parent=paragraph.id)),))
    with pytest.raises(ValueError, match="below itself"):
        project.apply(circle, stored.document.id, ann).result()


def test_removing_a_node_but_not_its_decisions_is_refused(project):
    stored = add_report(project)
    node = list(stored.outline)[1]
    with pytest.raises(ValueError, match="leaves its children or decisions"):
        project.apply(
            Edit("x", (NodeChange(node, None),)), stored.document.id, project.person("Ann")
        ).result()
    assert contents(project.review(stored.document.id)) == contents(stored)


def test_the_ledger_cannot_be_rewritten(project):
    stored = add_report(project)
    node = list(stored.outline)[1]
    project.apply(set_text(stored, node.id, "x"), stored.document.id, project.person("Ann")).result()
    for statement in ("UPDATE edit SET name = 'y'", "DELETE FROM edit", "DELETE FROM edit_node"):
        with pytest.raises(Exception, match="append-only"):
            project.write(lambda c, s=statement: c.exec_driver_sql(s), Priority.EDIT).result()


def test_the_library_counts_each_status(project):
    stored = add_report(project)
    ann, node = project.person("Ann"), list(stored.outline)[1]
    project.apply(set_status(stored, node.id, ann, Status.ACCEPTED), stored.document.id, ann).result()
    (row,) = project.documents()
    assert (row.symbol, row.pages, row.classified, row.reviewed) == ("X/1", 2, 5, 1)
    assert row.counts == {Status.ACCEPTED: 1, Status.UNREVIEWED: 4}


def test_two_threads_that_ask_for_one_pdf_both_get_it(project, request):
    """A thread that waits in the middle of its copy, while another one makes the same from its beginning."""
    where = add_report(project).document.id
    waits, goes_on = threading.Event(), threading.Event()
    first = []

    def before(connection, cursor, statement, *_):
        if "source_part" in statement and threading.current_thread() in first:
            waits.set()
            assert goes_on.wait(20)

    event.listen(Engine, "before_cursor_execute", before)
    request.addfinalizer(partial(event.remove, Engine, "before_cursor_execute", before))
    with ThreadPoolExecutor(1, initializer=lambda: first.append(threading.current_thread())) as pool:
        slow = pool.submit(project.source, where)
        assert waits.wait(20)
        quick = project.source(where)
        goes_on.set()
        assert slow.result().read_bytes() == quick.read_bytes() == WELLS
    assert list(quick.parent.iterdir()) == [quick]


def test_a_cache_that_takes_no_copy_of_a_pdf_is_told_in_one_line(project, tmp_path, monkeypatch):
    where = add_report(project).document.id
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_bytes(b"no folder")
    with pytest.raises(ProjectError, match="free some space there"):
        project.source(where)


def test_settings_are_remembered(project):
    project.set_setting("place", {"page": 3}).result()
    assert project.setting("place") == {"page": 3}
    assert project.setting("other", 7) == 7


def test_a_path_that_is_no_utf_8_is_remembered(project):
    project.set_setting("failed", ["d\udce9cisions.pdf"]).result()
    assert project.setting("failed") == ["d\udce9cisions.pdf"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(st.sampled_from(["text", "status", "insert", "drop"]), st.integers(0, 99)), max_size=8
    )
)
def test_any_edits_undone_are_the_start_and_redone_the_end(tmp_path_factory, steps):
    with Project.create(tmp_path_factory.mktemp("p") / "p.paraph", "Ann") as project:
        memory = add_report(project)
        document_id, ann = memory.document.id, project.person("Ann")
        start, count = contents(memory), 0
        for sort, number in steps:
            nodes = list(memory.outline)
            if not nodes:
                break
            node = nodes[number % len(nodes)]
            if sort == "drop" and memory.outline.children(node.id):
                continue
            edit = {
                "text": lambda n=node, k=number: set_text(memory, n.id, f"text {k}"),
                "status": lambda n=node, k=number: set_status(memory, n.id, ann, list(Status)[k % 5]),
                "insert": lambda n=node, k=number: insert_below(memory, n.id, k),
                "drop": lambda n=node: drop(memory, n.id),
            }[sort]()
            project.apply(edit, document_id, ann).result()
            memory.apply(edit)
            count += 1
        end = contents(memory)
        assert contents(project.review(document_id)) == end
        for _ in range(count):
            memory.apply(project.undo(document_id, ann).result().edit)
        assert contents(memory) == start
        assert contents(project.review(document_id)) == start
        for _ in range(count):
            project.redo(document_id, ann).result()
        assert contents(project.review(document_id)) == end


def test_a_full_disk_loses_nothing_that_was_saved(project):
    stored = add_report(project)
    ann, node = project.person("Ann"), list(stored.outline)[1]

    limit_pages(project, 1)  # SQLite takes the present size instead
    with pytest.raises(DiskFull, match="free some space"):
        project.apply(set_text(stored, node.id, "x" * 200_000), stored.document.id, ann).result()
    limit_pages(project, 100_000)
    assert contents(project.review(stored.document.id)) == contents(stored)
    project.apply(set_text(stored, node.id, "fits"), stored.document.id, ann).result()


def test_nothing_is_written_to_a_file_that_was_moved_away(project):
    elsewhere = project.path.with_name("elsewhere.paraph")
    project.path.rename(elsewhere)
    with pytest.raises(ProjectMoved, match="put it back under this name"):
        project.set_setting("place", 1).result()
    project.path.write_bytes(b"another file")
    with pytest.raises(ProjectMoved):
        project.set_setting("place", 1).result()
    elsewhere.replace(project.path)
    project.set_setting("place", 2).result()
    project.close()
    with Project.open(project.path) as again:
        assert again.setting("place", 0) == 2


def test_nothing_is_read_from_another_file_that_was_put_in_its_place(project):
    stored = add_report(project)
    other = project.path.with_name("other.paraph")
    with Project.create(other) as another:
        add_report(another, 9)
    other.replace(project.path)
    read_anew = pytest.raises(ProjectMoved, match="put it back under this name")
    with project.reading(), read_anew:  # the connection that is open already is in use
        project.documents()
    assert [row.id for row in project.documents()] == [stored.document.id]


def test_a_copy_holds_all_that_is_saved_also_of_a_file_that_is_gone(project):
    stored = add_report(project)
    copy = project.path.with_name("copy.paraph")
    project.verify_in_place()
    project.path.unlink()
    with pytest.raises(ProjectMoved):
        project.verify_in_place()
    project.path.with_name("copy.paraph.part").write_text("somebody's")
    project.save_copy(copy)
    assert project.path.with_name("copy.paraph.part").read_text() == "somebody's"
    for taken in (copy, project.path):
        with pytest.raises(ProjectExists, match="choose another name"):
            project.save_copy(taken)
    project.close()
    with Project.open(copy) as again:
        assert contents(again.review(stored.document.id)) == contents(stored)


def test_a_copy_says_where_it_cannot_be_written(project):
    with pytest.raises(ProjectReadOnly, match=r"nowhere.*choose another place"):
        project.save_copy(project.path.with_name("nowhere") / "copy.paraph")


@pytest.mark.parametrize("name", ["n" * 300 + ".paraph", "file/copy.paraph"])
def test_a_copy_that_the_system_refuses_is_told_in_one_line(project, name):
    project.path.with_name("file").write_bytes(b"no folder")
    with pytest.raises(ProjectReadOnly, match="choose another place"):
        project.save_copy(project.path.parent / name)


def test_a_copy_that_finds_no_place_leaves_nothing_behind(project, tmp_path):
    place = tmp_path / "copies"
    (place / "taken.paraph").mkdir(parents=True)
    with project.reading() as connection, pytest.raises(OSError):  # noqa: PT011
        copy_to(driver_connection(connection), place / "taken.paraph")
    assert [file.name for file in place.iterdir()] == ["taken.paraph"]


def test_a_log_that_cannot_be_moved_into_the_file_is_kept(project):
    def leave_unread(connection):
        unread.append(driver_connection(connection).execute("SELECT name FROM sqlite_schema"))
        unread[0].fetchone()

    unread = []
    project.set_setting("place", 1).result()
    project.write(leave_unread, Priority.EDIT).result()
    project.close()  # the writing thread raises nothing
    unread.clear()
    with Project.open(project.path) as again:
        assert again.setting("place", 0) == 1


def test_a_migration_keeps_a_backup_of_what_was(project):
    project.close()
    before = project.path.read_bytes()
    connection = connect(project.path, "rw")
    steps = [Migration(latest_version() + 1, "ALTER TABLE setting ADD COLUMN note TEXT;")]
    backup = migrate(connection, project.path, steps)
    connection.close()
    assert backup == project.path.with_name(f"wells.paraph.bak-v{latest_version()}")
    shutil.move(backup, project.path)
    assert len(before) == project.path.stat().st_size
    with Project.open(project.path) as restored:
        assert [reviewer.name for reviewer in restored.reviewers()] == ["Ann"]


def test_a_failed_migration_leaves_the_file_as_it_was(project):
    project.close()
    steps = [Migration(latest_version() + 1, "CREATE TABLE half (x);\nALTER TABLE missing ADD COLUMN x;")]
    connection = connect(project.path, "rw")
    with pytest.raises(ProjectDamaged, match="open a copy or a backup"):
        migrate(connection, project.path, steps)
    assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)
    assert connection.execute("PRAGMA user_version").fetchone() == (latest_version(),)
    connection.close()
    assert not list(project.path.parent.glob("*.bak*"))
