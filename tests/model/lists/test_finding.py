"""The lists of whole reports: in tables, below lead-ins, over several paragraphs."""

from __future__ import annotations

from collections import Counter

import pytest

import resources
from model.as_json import as_json
from model.extraction.extract import extract
from model.labels import Slot
from model.lists.finding import list_entries
from model.nodes import Kind, Node
from model.outline import Outline
from model.reading.pdf import Pdf
from model.workers.messages import Extracted


def extracted(path):
    """The report's entries by the printed number of what holds them, each checked against its words."""
    with Pdf(path) as pdf:
        extraction = extract(pdf, lambda done, total: None)
    texts = {node.id: node for node in extraction.nodes}
    by_number = {}
    for decision in extraction.decisions:
        if decision.key.slot is Slot.ENTRIES:
            node = texts[decision.key.node]
            assert [node.text[s:e] for s, e in decision.evidence] == [v["name"] for v in decision.value]
            by_number.setdefault(node.number or node.kind.value, []).extend(decision.value)
    return by_number


def found(*rows):
    """The entries in rows of (kind, number, text, id of the node above or None); ids count from 0."""
    nodes = [
        Node(str(at), kind, text, None if above is None else str(above), at, 1, number)
        for at, (kind, number, text, above) in enumerate(rows)
    ]
    decisions = list_entries(Outline(nodes), "en")
    return {decision.key.node: decision.value for decision in decisions}


@pytest.fixture(scope="module")
def sample():
    with resources.path("sample", "report.pdf") as path:
        return extracted(path)


def test_all_lists_of_the_sample_report_are_there(sample):
    counts = Counter((entry["list"], entry.get("category", "")) for held in sample.values() for entry in held)
    assert counts == {
        ("officers", ""): 5,
        ("speakers", "states"): 4,
        ("speakers", "other-organizations"): 1,
        ("agenda", ""): 8,
        ("attendance", "states-parties"): 50,
        ("attendance", "signatories"): 3,
        ("attendance", "intergovernmental"): 2,
        ("documents", ""): 6,
    }
    assert all(entry["iso3"] and entry["m49"] for entry in sample["30"])


def test_officers_below_their_office_agenda_items_and_documents(sample):
    officers = [(e["office"], e["name"], e["iso3"]) for e in sample["item"]]
    assert officers == [
        ("Chair", "Ilse Marrow", "NOR"),
        ("Vice-Chair", "Kwabena Oduro", "GHA"),
        ("Vice-Chair", "Lucía Ferrand", "CHL"),
        ("Rapporteur", "Tran Minh Hai", "VNM"),
    ]
    assert [sample[number][0]["number"] for number in ("1", "a", "b", "2")] == ["1", "1 (a)", "1 (b)", "2"]
    documents = sample["table"]
    assert documents[0] == {
        "list": "documents",
        "name": "HARB/CONF/WG.2/2024/1",
        "title": "Provisional agenda and annotations",
        "agenda_item": "1 (b)",
    }


def test_names_printed_twice_in_a_list_are_kept_and_marked():
    text = "The following States made statements: Belgium, Ghana, Chile, Belgium and Ghana."
    (entries,) = found((Kind.PARAGRAPH, "1", text, None)).values()
    assert [(e["iso3"], e.get("repeated", False)) for e in entries] == [
        ("BEL", False), ("GHA", False), ("CHL", False), ("BEL", True), ("GHA", True),
    ]  # fmt: skip


def test_votes_may_stand_below_their_headings():
    entries = found(
        (Kind.PARAGRAPH, "", "In favour:", None),
        (Kind.PARAGRAPH, "", "Albania, Côte d’Ivoire, Bosnia and Herzegovina, Viet Nam", None),
        (Kind.PARAGRAPH, "", "Against:", None),
        (Kind.PARAGRAPH, "", "None", None),
        (Kind.PARAGRAPH, "", "Abstaining: China, Egypt", None),
        (
            Kind.PARAGRAPH,
            "",
            "The draft (HARB/L.4) was adopted by 4 votes to none, with 2 abstentions.",
            None,
        ),
    )
    assert [(e["category"], e["iso3"]) for e in entries["1"]] == [
        ("in-favour", "ALB"), ("in-favour", "CIV"), ("in-favour", "BIH"), ("in-favour", "VNM"),
    ]  # fmt: skip
    assert [(e["category"], e["iso3"]) for e in entries["4"]] == [
        ("abstaining", "CHN"),
        ("abstaining", "EGY"),
    ]
    (result,) = entries["5"]
    assert (result["for"], result["against"], result["abstaining"], result["title"]) == (4, 0, 2, "HARB/L.4")
    assert "3" not in entries


def test_groups_of_organizations_below_a_lead_in():
    entries = found(
        (Kind.PARAGRAPH, "7", "The session was attended by the following organizations:", None),
        (
            Kind.ITEM,
            "a",
            "Intergovernmental organizations: Northern Harbours Commission and League of Pilots;",
            0,
        ),
        (Kind.ITEM, "b", "Non-governmental organizations: Keepers Without Borders.", 0),
    )
    assert [(e["category"], e["name"]) for held in entries.values() for e in held] == [
        ("intergovernmental", "Northern Harbours Commission"),
        ("intergovernmental", "League of Pilots"),
        ("non-governmental", "Keepers Without Borders"),
    ]


def test_states_in_columns_below_a_lead_in_or_a_heading():
    entries = found(
        (Kind.SECTION, "", "Attendance", None),
        (
            Kind.PARAGRAPH,
            "3",
            "The following States members of the Board were represented at the session:",
            0,
        ),
        (Kind.TABLE, "", "Albania Costa Rica Iran (Islamic Republic of) Belgium Côte d’Ivoire Norway", 0),
        (Kind.SECTION, "", "States signatories", 0),
        (Kind.PARAGRAPH, "", "Chad, Ghana and Viet Nam", 3),
        (Kind.SECTION, "", "Harbours of the world", None),
        (Kind.PARAGRAPH, "", "Chad, Ghana and Viet Nam", 5),
    )
    assert {key: [(e["category"], e["iso3"]) for e in held] for key, held in entries.items()} == {
        "2": [("member-states", code) for code in ("ALB", "CRI", "IRN", "BEL", "CIV", "NOR")],
        "4": [("signatories", code) for code in ("TCD", "GHA", "VNM")],
    }


def test_people_in_a_table_have_the_states_of_another_column():
    rows = [["Name of member", "Country", "Until"], ["Anna Berg", "Norway", "2027"], ["Bo Li", "China"],
            ["Efua Mensah", "Ghana", "2027"], ["José E. Nieto", "Côte d’Ivoire", "2025"]]  # fmt: skip
    text = " ".join(cell for row in rows for cell in row)
    section = Node("s", Kind.SECTION, "Membership of the Committee", None, 0, 1)
    table = Node("t", Kind.TABLE, text, "s", 1, extra={"cells": rows})
    (decision,) = list_entries(Outline([section, table]), "en")
    assert [(e["list"], e["name"], e["iso3"]) for e in decision.value] == [
        ("members", "Anna Berg", "NOR"),
        ("members", "Bo Li", "CHN"),
        ("members", "Efua Mensah", "GHA"),
        ("members", "José E. Nieto", "CIV"),
    ]
    assert [text[s:e] for s, e in decision.evidence] == [row[0] for row in rows[1:]]
    elsewhere = Node("s", Kind.SECTION, "Exports of salt", None, 0, 1)
    assert list_entries(Outline([elsewhere, table]), "en") == []


def test_states_can_hold_offices_and_be_members():
    entries = found(
        (Kind.PARAGRAPH, "6", "The Meeting elected its other officers, as follows:", None),
        (Kind.ITEM, "", "Vice-Presidents:", 0),
        (Kind.ITEM, "", "Austria", 1),
        (Kind.ITEM, "", "Cambodia", 1),
        (
            Kind.PARAGRAPH,
            "7",
            "The Meeting appointed Belize and Cabo Verde as members of its Committee.",
            None,
        ),
        (Kind.PARAGRAPH, "8", "The Meeting elected South Africa as President of the next Meeting.", None),
    )
    assert [(e["list"], e["iso3"], e.get("office", "")) for held in entries.values() for e in held] == [
        ("officers", "AUT", "Vice-President"),
        ("officers", "KHM", "Vice-President"),
        ("members", "BLZ", ""),
        ("members", "CPV", ""),
        ("officers", "ZAF", "President"),
    ]


def test_documents_before_the_body_in_a_sentence():
    text = (
        "For its consideration of item 4, the Board had before it a note by the Secretariat on moorings "
        "(HARB/2024/4) and the report of the Secretary-General on lights (HARB/2024/5)."
    )
    (entries,) = found((Kind.PARAGRAPH, "1", text, None)).values()
    assert [(e["name"], e["title"], e["agenda_item"]) for e in entries] == [
        ("HARB/2024/4", "note by the Secretariat on moorings", "4"),
        ("HARB/2024/5", "report of the Secretary-General on lights", "4"),
    ]


def test_speakers_of_a_dialogue_and_of_a_verbatim_record():
    entries = found(
        (Kind.SECTION, "B", "Interactive dialogue and responses", None),
        (Kind.PARAGRAPH, "21", "The United Kingdom welcomed the progress of Iceland.", 0),
        (Kind.PARAGRAPH, "22", "Progress had been made in Norway.", 0),
        (Kind.PARAGRAPH, "23", "Noting the new lights, Chile asked about moorings in Norway.", 0),
        (Kind.PARAGRAPH, "24", "Ghana, keeping in mind the tides, as well as the winds, urged care.", 0),
        (Kind.SECTION, "", "Agenda item 12", None),
        (Kind.PARAGRAPH, "", "Ms. Berg (Norway): Let me begin by thanking the Chair.", 5),
    )
    assert [(e["list"], e["name"], e["iso3"]) for held in entries.values() for e in held] == [
        ("speakers", "United Kingdom", "GBR"),
        ("speakers", "Chile", "CHL"),
        ("speakers", "Ghana", "GHA"),
        ("speakers", "Berg", "NOR"),
    ]


def test_what_an_agenda_does_not_lead_in_is_none():
    assert found(
        (Kind.SECTION, "", "General discussion of agenda items 3 and 4", None),
        (Kind.PARAGRAPH, "1", "At its 3rd meeting, the Forum held a general discussion. It was long.", 0),
        (Kind.PARAGRAPH, "2", "Under agenda item 3, the following points were made:", 0),
        (Kind.ITEM, "a", "Many representatives spoke of moorings;", 2),
        (Kind.ITEM, "b", "Some representatives spoke of lights.", 2),
    ) == {}  # fmt: skip


def test_extract_shows_the_entries_with_their_words():
    with resources.path("sample", "report.pdf") as path, Pdf(path) as pdf:
        extraction = extract(pdf, lambda done, total: None)
    whole = Extracted(extraction.document, tuple(extraction.nodes), tuple(extraction.decisions))
    node = next(node for node in as_json(whole)["nodes"] if node["number"] == "31")
    assert [entry["iso3"] for entry in node["entries"]] == ["BGD", "COL", "THA"]
    assert node["evidence"]["entries"] == ["Bangladesh", "Colombia", "Thailand"]
