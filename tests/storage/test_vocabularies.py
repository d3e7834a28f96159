"""A project's vocabularies: versions, what is in use, what old decisions mean, themes by them."""

from __future__ import annotations

import pytest

import resources
from model import editing
from model.edits import DecisionChange, Edit
from model.labels import Decision, DecisionKey, Slot
from model.vocabularies import load_csv
from storage.checking import check
from storage.importing import import_files
from storage.vocabularies import (
    VocabularyRefused,
    add_vocabulary,
    read_vocabulary,
    remove_vocabulary,
    stored_vocabularies,
    suggest_themes_again,
    use_vocabulary,
    vocabularies_in_use,
    vocabularies_out_of_use,
)

FIRST = """code,broader,label:en,label:fr,synonyms:en,definition
w,,Wells,Puits,pump|pumps,Holes
d,w,Deep wells,,,
"""
SECOND = "code,label:en\nw,Wells and springs\n"


def versions(project):
    return {(one.name, one.version): one.current for one in stored_vocabularies(project)
            if not one.comes_with_paraph}  # fmt: skip


def test_a_vocabulary_comes_back_as_it_was(project):
    vocabulary = load_csv(FIRST, "Water")
    stored = add_vocabulary(project, vocabulary)
    again = read_vocabulary(project, stored.key)
    assert sorted(again.concepts, key=lambda one: one.code, reverse=True) == list(vocabulary.concepts)
    assert (again.name, again.version, again.slot) == ("Water", "1", Slot.THEMES)
    assert stored in stored_vocabularies(project)


def test_a_newer_version_takes_the_place_of_the_older_which_stays(project):
    add_vocabulary(project, load_csv(FIRST, "Water"))
    add_vocabulary(project, load_csv(SECOND, "Water"))
    assert versions(project) == {("Water", "1"): False, ("Water", "2"): True}
    (current,) = [one for one in vocabularies_in_use(project) if one.name == "Water"]
    assert current.label("w") == "Wells and springs"
    older, goals = vocabularies_out_of_use(project)
    assert older.label("d") == "Deep wells"  # only the older one knows it
    assert goals.name == "Sustainable Development Goals"


def test_versions_that_files_give_themselves_are_kept_apart(project):
    add_vocabulary(project, load_csv(FIRST, "Water", version="2024"))
    add_vocabulary(project, load_csv(SECOND, "Water", version="2024"))
    assert versions(project) == {("Water", "2024"): False, ("Water", "2024 (2)"): True}


def test_the_same_file_again_is_no_new_version(project):
    first = add_vocabulary(project, load_csv(FIRST, "Water"))
    with pytest.raises(VocabularyRefused, match="Water: this very file is already in use"):
        add_vocabulary(project, load_csv(FIRST, "Water"))
    add_vocabulary(project, load_csv(SECOND, "Water"))
    assert add_vocabulary(project, load_csv(FIRST, "Water")).key == first.key
    assert versions(project) == {("Water", "1"): True, ("Water", "2"): False}


def test_what_is_in_use_can_be_chosen(project):
    def names():
        return [one.name for one in vocabularies_in_use(project, Slot.THEMES)]

    assert names() == ["Themes"]
    first = add_vocabulary(project, load_csv(FIRST, "Water"))
    use_vocabulary(project, "sdg")
    use_vocabulary(project, "themes", used=False)
    assert names() == ["Sustainable Development Goals", "Water"]
    use_vocabulary(project, first.key, used=False)
    assert names() == ["Sustainable Development Goals"]


def test_a_version_that_decisions_lean_on_stays(harbours):
    document = harbours.documents()[0].id
    stored = add_vocabulary(harbours, load_csv(FIRST, "Water"))
    ann, review = harbours.person("Ann"), harbours.review(document)
    node = next(node for node in review.outline if node.kind.value == "paragraph")
    edit = editing.label(review, ann, [node.id], Slot.THEMES, ["d"])
    harbours.apply(edit, document, ann).result()
    with pytest.raises(VocabularyRefused, match="1 entry has concepts of it"):
        remove_vocabulary(harbours, stored.key)
    harbours.undo(document, ann).result()
    nothing = Decision(DecisionKey(node.id, Slot.THEMES, ann.id), None)
    harbours.apply(Edit("say nothing", (DecisionChange(None, nothing),)), document, ann).result()
    remove_vocabulary(harbours, stored.key)
    assert versions(harbours) == {}


def themes(project, document):
    review = project.review(document)
    return {decision.value[0] for node in review.outline for decision in review.decisions(node.id)
            if decision.key.slot is Slot.THEMES}  # fmt: skip


OWN = "code,label\nx-1,smuggling of migrants|\nx-2,States parties\n"


def test_themes_are_suggested_by_what_is_in_use(harbours):
    document = harbours.documents()[0].id
    before = themes(harbours, document)
    assert before
    assert "x-2" not in before
    add_vocabulary(harbours, load_csv(OWN, "Own"))
    use_vocabulary(harbours, "themes", used=False)
    told = []
    (changes,) = suggest_themes_again(harbours, lambda *done: told.append(done) or True)
    assert told == [(0, 1)]
    assert changes.document == document
    assert "x-2" in themes(harbours, document)
    assert not themes(harbours, document) & before
    assert suggest_themes_again(harbours, lambda *_: True) == []
    assert suggest_themes_again(harbours, lambda *_: False) == []


def test_a_report_that_comes_later_gets_the_themes_of_the_project(project):
    add_vocabulary(project, load_csv(OWN, "Own"))
    with resources.path("sample", "report.pdf") as report:
        import_files(project, [report])
    assert "x-2" in themes(project, project.documents()[0].id)


def test_the_project_is_whole_after_it_all(harbours):
    add_vocabulary(harbours, load_csv(OWN, "Own"))
    suggest_themes_again(harbours, lambda *_: True)
    harbours.close()
    assert list(check(harbours.path)) == []
