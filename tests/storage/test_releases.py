"""A release stays what it was, proves itself, and tells what has changed since the one before."""

from __future__ import annotations

import json
import shutil
import sys
from functools import partial

import pyarrow.parquet
import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from model import editing
from model.errors import UserFacingError
from model.labels import Slot
from model.nodes import Kind
from model.review import OTHER_REVIEWER, Source
from storage.checking import check
from storage.errors import ProjectDamaged
from storage.exporting import export, reading_records
from storage.exporting.settings import Settings, Splits, SplitUnit, settings_from, splits_from
from storage.exporting.writing import write_dataset
from storage.project import Project
from storage.releases.comparing import compare
from storage.releases.freezing import freeze
from storage.releases.listing import next_version, release_named, releases
from storage.releases.preview import preview
from storage.releases.reading import Released
from storage.schema import DOCUMENT
from storage.writer import Priority
from tests.scheme_changes import changed
from tests.storage.exporting.reviewed import make_project

FORMATS = ("jsonl", "csv", "parquet", "xlsx", "hf")


@pytest.fixture(scope="module")
def stored(tmp_path_factory):
    return make_project(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def project(stored, tmp_path):
    shutil.copy(stored, tmp_path / "harbours.paraph")
    with Project.open(tmp_path / "harbours.paraph") as opened:
        yield opened


def write(project, version, folder, formats=FORMATS):
    with project.reading() as connection:
        release = release_named(connection, project.path, version)
        return write_dataset(Released(project, connection, release), formats, folder)


def bytes_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changes(project, old, new):
    with project.reading() as connection:
        return compare(
            connection, *(release_named(connection, project.path, version) for version in (old, new))
        )


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
    with pytest.raises(ProjectDamaged, match="the last are missing"):
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


def test_two_releases_are_compared_row_by_row_with_who_did_it(project):
    ann = project.person("Ann")
    freeze(project, "1.0", ann, Settings())
    first, second, third = edited(project)
    freeze(project, "1.1", ann, Settings())
    found = changes(project, "1.0", "1.1")
    by_node = {change.row.node: change for change in found.changes if not change.row.frame}
    assert found.counts["removed"] == 1
    assert by_node[third.id].what == "removed"
    assert by_node[first.id].fields["force"][1] == 1
    assert by_node[first.id].people == ("Ben",)
    assert by_node[second.id].fields["text"][1].startswith("Other words.")
    assert "(by Ben)" in by_node[second.id].line
    assert f"paragraph {second.number}" in by_node[second.id].line
    assert changes(project, "1.1", "1.0").counts["added"] == 1
    assert changes(project, "1.0", "1.0").counts == {"added": 0, "removed": 0, "changed": 0}


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


def test_agreement_of_two_people_is_in_the_manifest(project):
    review = project.review(project.documents()[0].id)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:6]
    for name, forces in (("Ann", (1, 2, 3, 4, 5, 5)), ("Ben", (1, 2, 3, 4, 5, 1))):
        person = project.person(name)
        for node, force in zip(found, forces, strict=True):
            edit = editing.label(review, person, [node], Slot.FORCE, force)
            project.apply(edit, review.document.id, person).result()
            review.apply(edit)
    made = freeze(project, "1.0", project.person("Ann"), Settings())
    said = made.manifest["agreement"]["force"]
    assert said["people"] == 3
    assert 0 < said["alpha"] < 1


def test_people_agree_who_name_the_same_addressees_in_another_order(project):
    review = project.review(project.documents()[1].id)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:2]
    for name, ordered in (("Ann", sorted), ("Ben", partial(sorted, reverse=True))):
        person = project.person(name)
        for node, addressees in zip(found, ({"secretariat", "states-parties"}, {"academia"}), strict=True):
            edit = editing.label(review, person, [node], Slot.ADDRESSEES, ordered(addressees))
            review.apply(project.apply(edit, review.document.id, person).result().edit)
    made = freeze(project, "1.0", project.person("Ann"), Settings())
    assert made.manifest["agreement"]["addressees"] == {
        "alpha": 1.0, "entries": 2, "same": 2, "people": 2,
    }  # fmt: skip


def test_agreement_is_krippendorffs_alpha(project):
    """Worked out by hand: of 8 words 5 are one value and 3 the other, 2 of the 8 pairs differ, and by chance
    2 * 5 * 3 / 7 would: 1 - 2 / (30 / 7)."""
    document = project.documents()[1].id
    review = project.review(document)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:4]
    for name, said in (("Ann", "ddoo"), ("Ben", "ddod")):
        person = project.person(name)
        for node, role in zip(found, said, strict=True):
            role = {"d": "decision", "o": "observation"}[role]
            edit = editing.label(review, person, [node], Slot.ROLE, role)
            review.apply(project.apply(edit, document, person).result().edit)
    chosen = Settings(documents=(document,))
    there = preview(project, chosen)
    assert there.counts["agreement"]["role"] == {
        "alpha": 0.5333, "entries": 4, "same": 3, "people": 2,
    }  # fmt: skip
    assert "1 entry is judged differently by people, and not settled" in there.warnings
    ann = project.person("Ann")
    project.apply(editing.settle(review, ann, [found[3]]), document, ann).result()
    assert not [line for line in preview(project, chosen).warnings if "not settled" in line]


def test_who_accepts_what_another_person_said_agrees_with_nobody(project):
    document = project.documents()[1].id
    review = project.review(document)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:4]
    ann, ben = project.person("Ann"), project.person("Ben")
    for edit, person in (
        (partial(editing.label, review, ann, found, Slot.ROLE, "decision"), ann),
        (partial(editing.label, review, ben, found[:1], Slot.ROLE, "observation"), ben),
        (partial(editing.accept, review, ben, found[1:]), ben),
    ):
        review.apply(project.apply(edit(), document, person).result().edit)
    counted = preview(project, Settings(documents=(document,))).counts["agreement"]["role"]
    assert (counted["entries"], counted["same"]) == (1, 0)


def test_what_people_reject_and_accept_waits_to_be_settled_too(project):
    document = project.documents()[1].id
    review = project.review(document)
    found = [node.id for node in review.outline if node.kind is Kind.PARAGRAPH][:3]
    ann, ben = project.person("Ann"), project.person("Ben")
    for edit, person in (
        (partial(editing.accept, review, ann, found), ann),
        (partial(editing.label, review, ben, found[:1], Slot.ROLE, "observation"), ben),
        (partial(editing.reject, review, ben, found[1:2]), ben),
        (partial(editing.flag, review, ben, found[2:]), ben),
    ):
        review.apply(project.apply(edit(), document, person).result().edit)
    there = preview(project, Settings(documents=(document,)), reviewer=ben)
    warning = "2 entries are judged differently by people, and not settled"
    assert warning in there.warnings
    project.judge_alone(ben, True).result()
    assert warning not in preview(project, Settings(documents=(document,)), reviewer=ben).warnings


def test_agreement_is_that_of_the_dataset(project, monkeypatch):
    """Two people gave another force to an entry of the first report; the second is not in that dataset."""
    one, other = (listed.id for listed in project.documents())
    review = project.review(one)
    node = next(node.id for node in review.outline if node.kind is Kind.PARAGRAPH)
    ann = project.person("Ann")
    for name, force in (("Ann", 1), ("Ben", 2)):
        edit = editing.label(review, project.person(name), [node], Slot.FORCE, force)
        project.apply(edit, one, project.person(name)).result()
        review.apply(edit)

    def said(settings):
        return preview(project, settings).counts["agreement"].get("force")

    assert said(Settings()) == said(Settings(documents=(one,))) == said(Settings(languages=("en",)))
    assert said(Settings())["people"] == 3
    assert said(Settings(documents=(other,))) is said(Settings(languages=("fr",))) is None
    assert said(Settings(fields=("role",))) is None
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    with pytest.raises(UserFacingError, match=r"needs more packages \(krippendorff\): pip install"):
        freeze(project, "1.0", ann, Settings())


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


def test_the_preview_counts_labels_of_an_older_scheme_where_they_are_in_the_dataset(project):
    scheme = changed(project.scheme(), Slot.ROLE, "other", name="Rest")
    project.save_scheme(scheme, project.person("Ann")).result()
    line = "{} given by an older label scheme"
    assert line.format("5 labels were") in preview(project, Settings()).warnings
    assert line.format("1 label was") in preview(project, Settings(fields=("role",))).warnings
    other = project.documents()[1].id
    assert not any("older" in line for line in preview(project, Settings(documents=(other,))).warnings)


def test_the_preview_says_what_was_rejected_and_who_extracted(project):
    ann, (one, other) = project.person("Ann"), project.documents()
    review = project.review(one.id)
    node = [node for node in review.outline if node.kind is Kind.PARAGRAPH][-1]
    edit = editing.label(review, ann, [node.id], Slot.STATUS, "rejected")
    project.apply(edit, one.id, ann).result()
    assert not any("extracted by" in line for line in preview(project, Settings()).warnings)
    older = update(DOCUMENT).where(DOCUMENT.c.id == other.id).values(extractor="grammar@0")
    project.write(lambda connection: connection.execute(older).close(), Priority.EDIT).result()
    warnings = preview(project, Settings()).warnings
    assert "1 entry was rejected, and is in it" in warnings
    assert warnings[-1].startswith("The reports were extracted by different versions: grammar@")
    assert not any(
        "extracted by" in line for line in preview(project, Settings(documents=(one.id,))).warnings
    )


def test_the_preview_says_which_reports_may_be_there_twice(project):
    line = "1 report has the symbol and the language of another in it"
    assert line not in preview(project, Settings()).warnings
    one, other = project.documents()
    same = {"symbol": "X/2024/1", "language": one.language}
    project.write(lambda connection: connection.execute(update(DOCUMENT).values(**same)).close(),
                  Priority.EDIT).result()  # fmt: skip
    assert line in preview(project, Settings()).warnings
    assert line not in preview(project, Settings(documents=(one.id,))).warnings
    french = update(DOCUMENT).where(DOCUMENT.c.id == other.id).values(language="fr")
    project.write(lambda connection: connection.execute(french).close(), Priority.EDIT).result()
    assert line not in preview(project, Settings()).warnings


def test_the_preview_counts_rows_and_says_what_to_mend_first(project):
    found = preview(project, Settings(roles=("recommendation",)))
    assert set(found.counts["roles"]) == {"recommendation"}
    assert any("not reviewed" in line for line in found.warnings)


def test_a_comparison_says_who_says_the_same_now(project):
    """The value is as it was; only whose word it is has changed."""
    ann, document = project.person("Ann"), project.documents()[1].id
    freeze(project, "1", ann, Settings())
    review = project.review(document)
    node = next(node for node in review.outline if node.kind is Kind.PARAGRAPH)
    role = review.shown(node.id, Slot.ROLE, ann.id).value
    edit = editing.label(review, ann, [node.id], Slot.ROLE, role)
    project.apply(edit, document, ann).result()
    freeze(project, "2", ann, Settings())
    (change,) = changes(project, "1", "2").changes
    assert change.fields["role said by"] == ("rules@1", "Ann")
    assert "role" not in change.fields


def test_a_comparison_says_what_of_the_reports_is_another(project):
    ann, (one, other) = project.person("Ann"), project.documents()
    halves = splits_from("train=.5,test=.5", 3, SplitUnit.DOCUMENT)
    freeze(project, "1", ann, Settings())
    freeze(project, "2", ann, Settings(splits=halves))
    freeze(project, "3", ann, Settings(documents=(one.id,)))
    assert changes(project, "1", "1").reports == ()
    divided = changes(project, "1", "2")
    assert divided.summary == "0 added, 0 removed, 0 changed"
    assert sorted(line.rpartition(": ")[2] for line in divided.reports) == ["– → test", "– → train"]
    (removed,) = changes(project, "1", "3").reports
    (added,) = changes(project, "3", "1").reports
    named = other.symbol or other.name
    assert (removed, added) == (f"removed report {named}", f"added report {named}")


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


def test_a_release_that_calls_people_other_reviewers_stays_so_and_differs_in_nothing_else(
    project, tmp_path, monkeypatch
):
    ann = project.person("Ann")
    review = project.review(project.documents()[0].id)
    node = next(node for node in review.outline if node.kind is Kind.PARAGRAPH)
    edit = editing.label(review, ann, [node.id], Slot.ROLE, "other")
    project.apply(edit, review.document.id, ann).result()
    once = tuple(OTHER_REVIEWER if name == Source.REVIEWER else name for name in reading_records.SOURCES)
    with monkeypatch.context() as patch:
        patch.setattr(reading_records, "SOURCES", once)
        freeze(project, "0.9", ann, Settings())
    freeze(project, "1.0", ann, Settings())
    assert changes(project, "0.9", "1.0").counts == {"added": 0, "removed": 0, "changed": 0}
    old, new = (write(project, version, tmp_path / version, ["jsonl", "html"]) for version in ("0.9", "1.0"))
    assert old[0].read_text("utf-8").replace(OTHER_REVIEWER, "reviewer") == new[0].read_text("utf-8")
    assert OTHER_REVIEWER in old[0].read_text("utf-8")
