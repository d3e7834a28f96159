"""A release stays what it was, proves itself, and tells what has changed since the one before."""

from __future__ import annotations

import json

import pyarrow.parquet
import pytest
from sqlalchemy.exc import IntegrityError

from model import editing
from model.errors import UserFacingError
from model.labels import Slot
from model.nodes import Kind
from storage.checking import check
from storage.errors import ProjectDamaged
from storage.exporting import export
from storage.exporting.settings import Settings, Splits, SplitUnit, settings_from, splits_from
from storage.releases.freezing import freeze
from storage.releases.listing import next_version, releases
from storage.releases.preview import preview
from storage.writer import Priority
from tests.storage.releases.released import FORMATS, edited, write


def bytes_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_release_gives_the_same_bytes_whatever_is_done_afterwards(project, tmp_path):
    settings = Settings(splits=splits_from("train=.5,test=.5", 3, SplitUnit.DOCUMENT))
    freeze(project, "1.0", project.person("Ann"), settings, "The first one")
    write(project, "1.0", tmp_path / "before")
    edited(project)
    write(project, "1.0", tmp_path / "after")
    before = bytes_of(tmp_path / "before")
    assert bytes_of(tmp_path / "after") == before
    assert len(before) == len(FORMATS) + 4
    assert pyarrow.parquet.read_table(tmp_path / "after" / "harbours-1.0.parquet").num_rows > 100


def test_a_release_holds_what_an_export_of_that_moment_holds(project, tmp_path):
    settings = Settings(roles=("recommendation",), fields=("role", "force", "time-frame"))
    freeze(project, "1.0", project.person("Ann"), settings)
    export(project, ["jsonl", "csv", "parquet", "xlsx"], tmp_path / "state", settings=settings)
    write(project, "1.0", tmp_path / "release", ["jsonl", "csv", "parquet", "xlsx"])
    state = bytes_of(tmp_path / "state")
    release = bytes_of(tmp_path / "release")
    for suffix in ("jsonl", "csv", "parquet"):
        assert state[f"harbours.{suffix}"] == release[f"harbours-1.0.{suffix}"]


def test_the_same_state_and_settings_have_the_same_content(project):
    ann = project.person("Ann")
    one = freeze(project, "1.0", ann, Settings())
    two = freeze(project, "1.1", ann, Settings(), "Again")
    assert one.content == two.content
    assert one.sha256 != two.sha256
    other = freeze(project, "2.0", ann, Settings(states=("accepted",)))
    assert other.content != one.content


def test_the_file_refuses_to_change_a_release(project):
    freeze(project, "1.0", project.person("Ann"), Settings())
    for statement in (
        "UPDATE release SET notes = 'x'",
        "DELETE FROM release",
        "UPDATE release_part SET bytes = x'00'",
        "DELETE FROM release_part",
    ):
        work = project.write(lambda c, s=statement: c.exec_driver_sql(s), Priority.EDIT)
        with pytest.raises(IntegrityError, match="a release is never changed"):
            work.result()
    with pytest.raises(UserFacingError, match=r"there is a release 1\.0 already"):
        freeze(project, "1.0", project.person("Ann"), Settings())


def tampered(project, statement):
    def tamper(connection):
        for name in ("release_is_never_changed", "release_part_is_never_changed"):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(statement)

    project.write(tamper, Priority.EDIT).result()


@pytest.mark.parametrize("kept", ["substr(bytes, 1, length(bytes) / 2)", "x''"])
def test_a_release_that_lost_rows_is_not_written_without_them(project, tmp_path, kept):
    freeze(project, "1.0", project.person("Ann"), Settings())
    tampered(project, f"UPDATE release_part SET bytes = {kept}")
    with pytest.raises(ProjectDamaged, match=r"the last are missing\); take it from a backup"):
        write(project, "1.0", tmp_path / "out", ["jsonl"])
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE release SET notes = 'x'", "what is said of it has changed"),
        ("UPDATE release_part SET bytes = zeroblob(length(bytes))", "cannot be read"),
        ("UPDATE release_part SET bytes = substr(bytes, 1, length(bytes) / 2)", "the last are missing"),
        (
            'UPDATE release SET manifest = replace(manifest, \'"content":"\', \'"content":"0\')',
            "their hash is",
        ),
        ("UPDATE release SET settings = '{}'", "cannot be read"),
    ],
)
def test_the_check_finds_a_release_that_was_changed_all_the_same(project, statement, words):
    freeze(project, "1.0", project.person("Ann"), Settings())
    assert check(project.path) == []
    tampered(project, statement)
    assert any("release" in line and words in line for line in check(project.path))


def test_releases_are_listed_with_hashes_and_a_citation(project):
    made = freeze(project, "1.0", project.person("Ann"), Settings(), " Reviewed by two people. ")
    with project.reading() as connection:
        (listed,) = releases(connection)
    assert listed == made
    assert listed.notes == "Reviewed by two people."
    year = listed.at[:4]
    assert listed.citation("harbours") == (
        f"Ann ({year}). harbours, version 1.0 [dataset]. SHA-256 {listed.content}"
    )
    assert listed.manifest["documents"][0]["extractor"]


def test_recommendations_that_stand_in_two_splits_are_reported(project, tmp_path, monkeypatch):
    """The turned page repeats one sentence in all its paragraphs; put into the other report, it leaks."""
    ben = project.person("Ben")
    one, other = (project.review(listed.id) for listed in project.documents())
    words = next(node.text for node in other.outline if node.number == "3" and node.kind is Kind.PARAGRAPH)
    target = next(node for node in one.outline if node.number == "7" and node.kind is Kind.PARAGRAPH)
    for build in (
        lambda: editing.set_text(one, ben, target.id, words),
        lambda: editing.label(one, ben, [target.id], Slot.ROLE, "recommendation"),
    ):
        made = build()
        project.apply(made, one.document.id, ben).result()
        one.apply(made)
    splits = splits_from("train=.9,test=.1", 1, SplitUnit.DOCUMENT)
    made = freeze(project, "1.0", ben, Settings(splits=splits))
    assert any(
        target.id in pair["one"] or target.id in pair["other"] for pair in made.manifest["near_duplicates"]
    )
    number = made.manifest["near_duplicates_in_all"]
    assert number == len(made.manifest["near_duplicates"]) > 1
    monkeypatch.setattr("storage.exporting.leaks._MOST_LISTED", 1)
    again = freeze(project, "1.1", ben, Settings(splits=splits))
    assert len(again.manifest["near_duplicates"]) == 1
    assert any(
        line.startswith(f"{number} pairs") and "in two splits in nearly the same words" in line
        for line in preview(project, Settings(splits=splits)).warnings
    )
    folder, _ = write(project, "1.1", tmp_path / "out", ["hf"])
    card = (folder / "README.md").read_text("utf-8")
    assert f"in nearly the same words: {number}, of which the manifest lists 1." in card


def test_too_few_series_for_the_splits_is_one_line(project):
    with pytest.raises(UserFacingError, match=r"too few reports, .* together \(2\); divide into fewer"):
        freeze(
            project,
            "1.0",
            project.person("Ann"),
            Settings(splits=splits_from("a=.4,b=.3,c=.3", 1, SplitUnit.DOCUMENT)),
        )


@pytest.mark.parametrize(
    ("version", "settings", "words"),
    [
        ("../1", Settings(), "not a version"),
        ("1.0", Settings(roles=("advice",)), "advice: not one of the roles"),
        ("1.0", Settings(fields=("status",)), "status: not one of the fields"),
        ("1.0", Settings(languages=("zz",)), "nothing to release"),
    ],
)
def test_what_cannot_be_released_is_one_line(project, version, settings, words):
    with pytest.raises(UserFacingError, match=words):
        freeze(project, version, project.person("Ann"), settings)


def test_settings_are_kept_as_they_were():
    settings = Settings(("d",), ("decision",), ("accepted",), ("Ann",), ("en",), True, ("role",),
                        Splits((("train", 0.8), ("test", 0.2)), 7, SplitUnit.DOCUMENT))  # fmt: skip
    assert settings_from(json.loads(json.dumps(settings.as_json()))) == settings


@pytest.mark.parametrize(("versions", "following"), [
    ([], "1.0"),
    (["1.0"], "1.1"),
    (["1.0", "1.9"], "1.10"),
    (["2024-06"], "2024-07"),
    (["v2"], "v3"),
    (["1.1", "1.0"], "1.2"),
    (["1.0", "final"], ""),
])  # fmt: skip
def test_the_version_after_others(versions, following):
    assert next_version(versions) == following
