"""spaCy: documents that spaCy opens, with spans on the words, categories, and our ids."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from model.labels import Decision, DecisionKey, Slot, Span
from storage.exporting import export
from storage.project import Project
from tests.storage.exporting.spacy_files import docs_in
from tests.storage.stored_reports import WELLS, document, nodes, store


@pytest.fixture(scope="module")
def folder(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        return export(project, ["spacy"], tmp_path_factory.mktemp("spacy"))[0]


@pytest.fixture(scope="module")
def docs(folder):
    return docs_in(folder / "all.spacy")


def of(docs, project, number):
    review = project.review(project.documents()[0].id)
    node = next(node for node in review.outline if node.number == number and node.kind == "paragraph")
    return [doc for doc in docs if doc.user_data["id"] == node.id]


def test_spans_hold_the_words_and_entities_do_not_overlap(docs, project):
    (doc,) = of(docs, project, "5")
    spans = {(span.label_, span.text) for span in doc.spans["slots"]}
    assert {("verb", "should designate"), ("task", "designate one authority")} <= spans
    assert ("conditions/extent", "one") in spans
    assert {span.text for span in doc.ents} >= {"designate one authority"}
    for one in docs:
        taken = Counter(token.i for ent in one.ents for token in ent)
        assert max(taken.values(), default=1) == 1


def test_every_span_covers_the_exact_words(docs):
    count = 0
    for doc in docs:
        assert len(doc.spans["slots"]) == len(doc.user_data["regions"])
        for span, (start, end, label) in zip(doc.spans["slots"], doc.user_data["regions"], strict=True):
            assert (span.label_, doc.text[start:end] in span.text) == (label, True)
            count += 1
    assert count > 50


def test_categories_are_the_values_of_closed_slots(docs, project):
    (doc,) = of(docs, project, "5")
    assert doc.cats["role=recommendation"] == 1.0
    assert doc.cats["role=decision"] == 0.0
    assert doc.cats["force=4"] == 1.0
    assert doc.cats["addressees=secretariat"] == doc.cats["addressees=states-parties"] == 1.0
    assert doc.cats["themes=data & charts"] == 1.0


def test_every_paragraph_and_item_is_there_with_its_text(docs, project):
    by_id = {(doc.user_data["id"], doc.user_data["frame"]): doc for doc in docs}
    for row in project.documents():
        for node in project.review(row.id).outline:
            if node.kind in ("paragraph", "item"):
                assert by_id[node.id, 0].text == node.text
                assert by_id[node.id, 0].user_data["sha256"] == row.sha256
    assert [doc.user_data["frame"] for doc in of(docs, project, "6")] == [0, 1]


def test_the_same_project_gives_the_same_bytes(project, folder, tmp_path):
    again = export(project, ["spacy"], tmp_path)[0]
    assert (again / "all.spacy").read_bytes() == (folder / "all.spacy").read_bytes()


def test_texts_of_any_length_are_whole_with_their_words_where_they_stand(tmp_path):
    """A word that never ends is given to the tokenizer in pieces, for it takes signs off one by one."""
    smiling, long = "\U0001f600" * 20_000 + " ends", "so on " * 170_000  # more than its limit of a million
    tree = nodes(3)
    tree[1], tree[2] = replace(tree[1], text=smiling), replace(tree[2], text=long)
    key = DecisionKey(tree[1].id, Slot.VERB, "rules@1")
    said = [Decision(key, "ends", evidence=(Span(20_001, 20_005),))]
    with Project.create(tmp_path / "wells.paraph") as project:
        store(project, document(), tree, said, WELLS)
        folder, _ = export(project, ["spacy"], tmp_path / "out")
    found = docs_in(folder / "all.spacy")
    by_id = {doc.user_data["id"]: doc for doc in found}
    assert by_id[tree[1].id].text == smiling
    assert [span.text for span in by_id[tree[1].id].spans["slots"]] == ["ends"]
    assert by_id[tree[2].id].text == long
