"""The entries of all reports of a project, as they are shown and as CSV."""

from __future__ import annotations

import csv
import io

from model.editing.listing import change_entry
from model.labels import Slot
from model.review import Source
from storage.exporting.as_lists import write_csv
from storage.listing import COLUMNS, read_entries


def entries(project, reviewer=None):
    with project.reading() as connection:
        return read_entries(connection, reviewer)


def test_entries_come_in_reading_order_with_their_words(harbours):
    found = entries(harbours)
    (document,) = harbours.documents()
    review = harbours.review(document.id)
    assert len(found) == 79
    assert [entry.page for entry in found] == sorted(entry.page for entry in found)
    assert all(review.outline[e.node].text[slice(*e.span)] == e.name for e in found)
    assert {(e.document, e.symbol, e.year) for e in found} == {(document.id, document.symbol, "2024")}
    assert {e.source for e in found} == {Source.SUGGESTED}
    attended = [e for e in found if e.list == "attendance" and e.value["category"] == "states-parties"]
    assert [e.place for e in attended] == list(range(50))


def test_a_persons_word_takes_the_place_of_the_machines_until_it_is_undone(harbours):
    (document,) = harbours.documents()
    ada = harbours.person("Ada")
    before = next(e for e in entries(harbours) if e.name == "Bangladesh")
    edit = change_entry(harbours.review(document.id), ada, before.node, before.place, before.value,
                        country="Burma")  # fmt: skip
    harbours.apply(edit, document.id, ada).result()
    of_node = [e for e in entries(harbours, ada.id) if e.node == before.node]
    assert [(e.name, e.value["iso3"], e.source) for e in of_node] == [
        ("Bangladesh", "MMR", Source.OWN),
        ("Colombia", "COL", Source.OWN),
        ("Thailand", "THA", Source.OWN),
    ]
    assert next(e for e in entries(harbours) if e.node == before.node).source is Source.REVIEWER
    harbours.undo(document.id, ada).result()
    assert next(e for e in entries(harbours, ada.id) if e.node == before.node).value["iso3"] == "BGD"


def test_reports_that_were_taken_out_have_none(harbours):
    (document,) = harbours.documents()
    harbours.take_out(document.id).result()
    assert entries(harbours) == []


def test_every_entry_is_a_row_of_the_csv(harbours):
    found = entries(harbours)
    file = io.StringIO(newline="")
    assert write_csv(found, file) == len(found)
    file.seek(0)
    rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == len(found)
    assert [row["name"] for row in rows] == [entry.name for entry in found]
    agenda = [row for row in rows if row["list"] == "agenda"]
    assert [row["number"] for row in agenda] == ["1", "1 (a)", "1 (b)", "2", "3", "4", "5", "6"]


def test_they_are_decisions_of_the_entries_slot(harbours):
    (document,) = harbours.documents()
    review = harbours.review(document.id)
    held = {e.node for e in entries(harbours)}
    assert held == {
        node.id for node in review.outline
        if any(decision.key.slot is Slot.ENTRIES for decision in review.decisions(node.id))
    }  # fmt: skip
