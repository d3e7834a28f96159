"""`check` finds what is wrong in a project and names file, document and place; a sound one has no line."""

from __future__ import annotations

import sqlite3

import pytest

from model import editing
from model.nodes import Kind, Region
from storage.checking import check
from storage.errors import NotAProject, ProjectDamaged, ProjectMissing
from storage.project import Project
from tests.storage.stored_reports import MACHINE_ID, add_report, fill


@pytest.fixture
def stored(tmp_path):
    """A closed project with a report and some history."""
    path = tmp_path / "wells.paraph"
    with Project.create(path, "Ann") as project:
        review, ann = add_report(project), project.person("Ann")
        found = list(review.outline)
        steps = (
            lambda: editing.set_text(review, ann, found[1].id, "Other words — “daily”."),
            lambda: editing.merge_with_previous(review, ann, found[3].id),
            lambda: editing.split(review, ann, found[4].id, 20),
            lambda: editing.accept(review, ann, [found[1].id]),
            lambda: editing.flag(review, ann, [found[5].id]),
        )
        for step in steps:
            edit = step()
            project.apply(edit, review.document.id, ann).result()
            review.apply(edit)
        project.undo(review.document.id, ann).result()
        project.redo(review.document.id, ann).result()
        project.undo(review.document.id, ann).result()
    return path


def damage(path, *statements):
    """Changes a project behind its back."""
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA foreign_keys = OFF")
    triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_sound_project_has_no_line(stored):
    assert check(stored) == []


def test_words_typed_where_the_page_has_none_are_sound(tmp_path):
    with Project.create(tmp_path / "p.paraph", "Ann") as project:
        review, ann = add_report(project), project.person("Ann")
        place = (Region(1, 40, 40, 90, 60),)
        for edit in (
            lambda: editing.insert_node(review, ann, Kind.FIGURE, place, None, None),
            lambda: editing.set_text(review, ann, list(review.outline)[-1].id, "Typed"),
        ):
            step = edit()
            project.apply(step, review.document.id, ann).result()
            review.apply(step)
        assert [node.text for node in review.outline][-1] == "Typed"
    assert check(tmp_path / "p.paraph") == []


def test_a_large_project_is_sound(tmp_path):
    with Project.create(tmp_path / "p.paraph") as project:
        fill(project, 3, 400)
        assert check(project.path) == []


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE node SET parent = 999 WHERE pk = 2", "a row of node refers to a missing row of node"),
        ("UPDATE node SET parent = 2 WHERE pk = 1", "is below itself"),
        ("UPDATE node SET rank = (SELECT rank FROM node WHERE pk = 5) WHERE pk = 6", "has the same place"),
        ("UPDATE node SET kind = 'poem' WHERE pk = 2", "“poem” is not a kind of entry"),
        ("UPDATE node SET extra = '{' WHERE pk = 2", "its extra cannot be read"),
        ("UPDATE node SET regions = '[[1,2]]' WHERE pk = 2", "its rectangles cannot be read"),
        ("UPDATE node SET regions = '[[9,1,1,2,2]]', page = 9 WHERE pk = 2", "page 9 does not exist"),
        ("UPDATE node SET regions = '[[1,5,5,5,9]]' WHERE pk = 2", "an empty rectangle on page 1"),
        ("UPDATE node SET regions = '[[1,5,5,900,9]]' WHERE pk = 2", "a rectangle that is not on page 1"),
        ("UPDATE node SET regions = '[[1,NaN,5,9,9]]' WHERE pk = 2", "an empty rectangle on page 1"),
        ("UPDATE node SET regions = '[]', page = 0 WHERE pk = 2", "has no place on a page"),
        ("UPDATE node SET page = 2 WHERE pk = 2", "its page is not that of its first rectangle"),
        ("UPDATE node SET quote = ' ' WHERE pk = 2", "has no quote"),
        ("UPDATE decision SET value = '6' WHERE slot = 'force' AND node = 2", "force is not one"),
        ("UPDATE decision SET value = '[1]' WHERE slot = 'addressees' AND node = 2", "addressees is not one"),
        ("UPDATE decision SET slot = 'mood' WHERE slot = 'force' AND node = 2", "mood is not one"),
        ("UPDATE decision SET evidence = '[[1,999]]' WHERE node = 2", "its evidence is not in the text"),
        ("UPDATE decision SET confidence = 7 WHERE node = 2", "its confidence is 7"),
        ("DELETE FROM page WHERE number = 2", "the sizes of its 2 pages are incomplete"),
        ("UPDATE source_part SET bytes = x'00'", "its stored PDF is incomplete: 1 of 14 bytes"),
        ("UPDATE source_part SET bytes = zeroblob(14)", "its stored PDF has changed"),
        ("DELETE FROM source_part", "its stored PDF is incomplete: 0 of 14 bytes"),
        ("UPDATE document SET source = NULL", "its PDF is not in the project"),
        ("UPDATE document SET sha256 = 'x'", "the PDF in the project is not the one that was imported"),
        ("UPDATE document SET imported_at = NULL", "its import was broken off"),
        ("UPDATE edit SET changes = 'x' WHERE number = 1", "edit 1 (“edit text of 1”): cannot be read"),
        ("UPDATE node SET text = 'swapped' WHERE pk = 2", "edit 1 (“edit text of 1”): what it made is not"),
        ("DELETE FROM edit_node WHERE edit = 2", "edit 2 (“merge 2 with 3”): is not listed"),
        ("DELETE FROM edit WHERE number = 3", "edit 3: missing from the history"),
        ("UPDATE decision SET value = 'null' WHERE slot = 'status' AND node = 2", "what it made is not"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_file_document_and_place(stored, statement, words):
    damage(stored, statement)
    lines = check(stored)
    assert any(words in line for line in lines), lines
    for line in lines:
        assert line.startswith(f"{stored}: ")
        assert "\n" not in line
    if "missing" not in words:
        assert any(f"{stored}: wells.pdf: " in line for line in lines)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE page SET width = 'x'", "something other than a number in width (2 rows of page)"),
        ("UPDATE source_part SET bytes = 'x'", "something other than bytes in bytes (1 row of source_part)"),
        ("UPDATE node SET text = x'00' WHERE pk = 2", "something other than a text in text (1 row of node)"),
    ],
)
def test_values_of_another_kind_are_all_that_is_said(stored, statement, words):
    damage(stored, statement)
    assert check(stored) == [f"{stored}: {words}"]


def test_an_undo_that_is_no_inverse_is_found(stored):
    raw = sqlite3.connect(stored)
    (changes,) = raw.execute("SELECT changes FROM edit WHERE kind = 'redo'").fetchone()
    raw.close()
    damage(
        stored, f"UPDATE edit SET changes = '{changes.replace('flagged', 'accepted')}' WHERE kind = 'redo'"
    )
    assert any("what undid it is not its inverse" in line for line in check(stored))


def test_many_problems_of_one_sort_are_counted_not_listed(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path) as project:
        add_report(project, 60)
    damage(path, "UPDATE node SET page = 9")
    lines = check(path)
    assert len(lines) == 21
    assert lines[-1].endswith("40 more like this: its page is not that of its first rectangle")


def test_pages_of_the_file_that_were_overwritten_are_found(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path) as project:
        add_report(project, 2000)
    data = bytearray(path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8192] = b"\xff" * 8192
    path.write_bytes(data)
    lines = check(path)
    assert lines
    assert all(line.startswith(f"{path}: ") for line in lines)


def test_checking_works_beside_an_open_project_and_changes_nothing(stored):
    with Project.open(stored):
        assert check(stored) == []
    before = stored.read_bytes()
    assert check(stored) == []
    assert stored.read_bytes() == before
    assert [path.name for path in stored.parent.iterdir()] == [stored.name]


def test_what_is_no_project_is_an_error(tmp_path):
    with pytest.raises(ProjectMissing):
        check(tmp_path / "none.paraph")
    with pytest.raises(NotAProject):
        check(tmp_path)
    path = tmp_path / "p.paraph"
    with Project.create(path) as project:
        add_report(project, 400)
    path.write_bytes(path.read_bytes()[:20_000])
    with pytest.raises(ProjectDamaged):
        check(path)


def test_the_machine_is_named_where_its_label_is_wrong(stored):
    damage(stored, "UPDATE decision SET value = '9' WHERE slot = 'force' AND node = 2")
    assert f"{MACHINE_ID}'s force is not one that Paraph knows (9)" in check(stored)[0]
