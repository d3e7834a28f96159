"""The tables of the lists by themselves: how rows are found and sorted."""

from __future__ import annotations

from gui.lists.columns import COLUMNS
from gui.lists.model import EntriesModel, searched
from gui.lists.pivot import PivotModel
from model.labels import NO_WORDS
from model.review import Source
from storage.listing import Listed


def listed(*names):
    return [
        Listed("d", "X/1", "2024-01-02", "n", place, 1, {"list": "attendance", "name": name, "country": name},
               NO_WORDS, Source.SUGGESTED, "rules@1")
        for place, name in enumerate(names)
    ]  # fmt: skip


def test_names_are_found_and_sorted_without_accents_and_kinds_of_apostrophes(qapp):
    entries = listed("Cuba", "Türkiye", "Côte d’Ivoire", "Congo")
    model = EntriesModel()
    model.show_entries(entries, [searched(entry) for entry in entries])
    model.sort(next(at for at, column in enumerate(COLUMNS) if column.title == "State"))
    assert [entry.name for entry in model.rows] == ["Congo", "Côte d’Ivoire", "Cuba", "Türkiye"]
    for words, name in (
        ("cote d'iv", "Côte d’Ivoire"),
        ("TURKIYE", "Türkiye"),
        ("Côte d’I", "Côte d’Ivoire"),
    ):
        model.narrow(words)
        assert [entry.name for entry in model.rows] == [name]
    pivot = PivotModel()
    pivot.show_entries(entries)
    assert [pivot.name_at(row) for row in range(4)] == ["Congo", "Côte d’Ivoire", "Cuba", "Türkiye"]
