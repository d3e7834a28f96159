"""Names of bodies in a project: listed as printed, made one, in lists and datasets, kept in versions."""

from __future__ import annotations

import openpyxl

from model.bodies import NAME, Bodies
from model.labels import Slot
from storage import bodies as module
from storage.bodies import keep_bodies, read_bodies
from storage.exporting import export
from storage.exporting.formats import format_named
from storage.exporting.settings import Settings
from storage.listing import read_entries
from storage.printed_names import Use, printed_names
from storage.project import Project
from storage.releases.freezing import freeze
from storage.vocabularies import stored_vocabularies, use_vocabulary
from tests.storage.stored_reports import csv_rows

ONE = Bodies().joined(["States parties", "States"], "Parties to the Convention")


def names(project):
    with project.reading() as connection:
        return {one.name: one for one in printed_names(connection)}


def kept(project):
    with project.reading() as connection:
        return read_bodies(connection)


def test_names_are_listed_as_printed_with_their_places(harbours):
    found = names(harbours)
    parties = found["States parties"]
    assert parties.uses[Use.ADDRESSEE] > 1
    assert parties.reports == 1
    review = harbours.review(harbours.documents()[0].id)
    assert all(review.outline[node].text[slice(*span)] == one.name for one in found.values()
               if set(one.uses) == {Use.ADDRESSEE} for _, node, span in one.places)  # fmt: skip
    assert any(Use.SPEAKING in one.uses for one in found.values())
    listed = {one.name for one in found.values() if Use.LISTED in one.uses}
    with harbours.reading() as connection:
        entries = read_entries(connection)
    assert listed == {entry.name for entry in entries if entry.body}
    assert listed.isdisjoint(entry.name for entry in entries if entry.value.get("country"))


def test_names_that_are_one_are_kept_and_found_after_opening_again(harbours):
    keep_bodies(harbours, ONE)
    assert kept(harbours) == ONE
    harbours.close()
    with Project.open(harbours.path) as again:
        assert kept(again) == ONE


def test_lists_say_the_project_s_name_and_keep_the_printed_one(harbours, tmp_path):
    with harbours.reading() as connection:
        before = next(entry for entry in read_entries(connection) if entry.body)
    keep_bodies(harbours, Bodies().joined([before.name], "One name"))
    with harbours.reading() as connection:
        after = next(entry for entry in read_entries(connection) if entry.body)
    assert (after.name, after.body) == (before.name, "One name")
    path, _ = export(harbours, ["lists"], tmp_path)
    assert (before.name, "One name") in {(row["name"], row["body"]) for row in csv_rows(path)}


def test_a_dataset_s_bodies_have_the_printed_words_and_the_project_s_name(harbours, tmp_path):
    keep_bodies(harbours, ONE)
    path, _ = export(harbours, ["bodies"], tmp_path)
    assert path.name.endswith(".bodies.csv")
    rows = csv_rows(path)
    parties = [row for row in rows if row["printed"] == "States parties"]
    assert {row["body"] for row in parties} == {"Parties to the Convention"}
    assert {row["kind"] for row in parties} >= {"states-parties"}
    assert any(row["inherited_from"] for row in rows)
    review = harbours.review(harbours.documents()[0].id)
    for row in rows:
        node = review.outline[row["inherited_from"] or row["entry"]]
        if row["end"] != "0" and row["named_as"] == "addressee":
            assert node.text[int(row["start"]) : int(row["end"])] == row["printed"]
    back = list(format_named("bodies").read_back(path))
    assert len(back) == len(set(back)) == len({(row["entry"], row["frame"]) for row in rows})


def test_excel_has_the_project_s_names_beside_the_words(harbours, tmp_path):
    keep_bodies(harbours, ONE)
    path, _ = export(harbours, ["xlsx"], tmp_path)
    head, *rows = openpyxl.load_workbook(path)["recommendations"].iter_rows(values_only=True)
    found = [dict(zip(head, row, strict=True)) for row in rows]
    asked = {(row["addressees_words"], row["addressees_bodies"]) for row in found}
    assert ("States parties", "Parties to the Convention") in asked
    assert all(row["attribution_bodies"] for row in found if row["attribution"])


def test_the_same_names_twice_are_one_version_and_an_older_one_can_be_used_again(harbours):
    keep_bodies(harbours, ONE)
    keep_bodies(harbours, ONE)
    more = ONE.joined(["Governments"], "Governments of the world")
    keep_bodies(harbours, more)
    keep_bodies(harbours, ONE)  # as Undo does
    mine = [one for one in stored_vocabularies(harbours) if one.name == NAME]
    assert [(one.slot, one.current) for one in mine] == [(Slot.ADDRESSEES, False), (Slot.ADDRESSEES, True)]
    use_vocabulary(harbours, mine[0].key)
    assert kept(harbours) == more


def test_no_name_is_one_any_more_once_all_are_parted(harbours):
    keep_bodies(harbours, ONE)
    keep_bodies(harbours, Bodies())
    assert not kept(harbours)


def test_old_versions_go_but_not_those_of_releases(harbours, monkeypatch):
    monkeypatch.setattr(module, "_KEPT", 2)
    keep_bodies(harbours, ONE)
    freeze(harbours, "1.0", harbours.person("Ada"), Settings())
    for number in range(5):
        keep_bodies(harbours, Bodies().joined(["States parties"], f"Name {number}"))
    mine = [one for one in stored_vocabularies(harbours) if one.name == NAME]
    assert len(mine) == 4  # the one in use, two to go back to, the release's
    assert mine[-1].version == "1"
