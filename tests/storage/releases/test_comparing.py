"""Two releases compared, and a release with what is there now."""

from __future__ import annotations

from sqlalchemy import update

from model import editing
from model.labels import Slot, Span
from model.nodes import Kind
from model.review import OTHER_REVIEWER, Source
from storage.exporting import reading_records
from storage.exporting.settings import Settings, SplitUnit, splits_from
from storage.releases.comparing import compare
from storage.releases.freezing import freeze
from storage.releases.listing import release_named
from storage.releases.preview import preview
from storage.schema import DOCUMENT
from storage.writer import Priority
from tests.scheme_changes import changed
from tests.storage.releases.released import edited, write


def changes(project, old, new):
    with project.reading() as connection:
        return compare(
            connection, *(release_named(connection, project.path, version) for version in (old, new))
        )


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


def test_words_that_moved_with_the_text_are_no_difference(project):
    ann, document = project.person("Ann"), project.documents()[1].id
    freeze(project, "1", ann, Settings())
    review = project.review(document)
    node = next(node for node in review.outline
                if any(decision.evidence for decision in review.decisions(node.id)))  # fmt: skip
    edit = editing.set_text(review, ann, node.id, f"Again, {node.text}")
    project.apply(edit, document, ann).result()
    freeze(project, "2", ann, Settings())
    found = changes(project, "1", "2").changes
    (change,) = (change for change in found if change.row == (document, node.id, 0))
    assert [name for name in change.fields if " " in name] == []
    assert change.fields["text"] == (node.text, f"Again, {node.text}")


def test_words_that_moved_with_the_text_of_a_lead_in_are_no_difference_of_its_items(project):
    ann, document = project.person("Ann"), project.documents()[0].id
    review = project.review(document)
    of_items = {node.id: review.shown(node.id, Slot.VERB, "") for node in review.outline}
    lead_in, verb = next((one.node, one.value) for node, one in of_items.items() if one.node != node)
    edit = editing.label(review, ann, [lead_in], Slot.VERB, verb, (Span(0, 4),))
    project.apply(edit, document, ann).result()
    freeze(project, "1", ann, Settings())
    review.apply(edit)
    edit = editing.set_text(review, ann, lead_in, f"Again, {review.outline[lead_in].text}")
    project.apply(edit, document, ann).result()
    freeze(project, "2", ann, Settings())
    assert {change.row.node for change in changes(project, "1", "2").changes} == {lead_in}


def test_a_note_of_several_lines_is_told_in_one(project):
    ann, document = project.person("Ann"), project.documents()[1].id
    freeze(project, "1", ann, Settings())
    review = project.review(document)
    node = next(node for node in review.outline if node.kind is Kind.PARAGRAPH)
    edit = editing.label(review, ann, [node.id], Slot.NOTE, "Unclear:\nwho is asked?")
    project.apply(edit, document, ann).result()
    freeze(project, "2", ann, Settings())
    (change,) = changes(project, "1", "2").changes
    assert "note: – → Unclear: who is asked?" in change.line
    assert "\n" not in change.line


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
