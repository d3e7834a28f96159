"""Bodies that no list of names holds, found where they are asked."""

from __future__ import annotations

import pytest

from model.labels import Slot
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said_of, section

SYMBOL = "A/HRC/58/2"
SHAPES = [
    "The Committee recommends that {} review the state of all wells.",
    "The Committee requests {} to publish the list of wells.",
    "The Committee calls on all Member States and {} to map the wells.",
    "The Committee recommends that the list be published by {}.",
    "In view of this, {} must adopt a plan for wells.",
    "It is recommended that {} adopt a new plan.",
    "Wells are unsafe. The mayors and {} should therefore close them.",
    "In this respect, {} is encouraged to publish the list.",
]
NAMES = [
    ("ORVAK", "un-igo"),
    ("the Directorate of Vessel Affairs", "secretariat"),
    ("Northport City Council", "national-authority"),
    ("the Chief Constable", "national-authority"),
    ("Harlow Rail Limited", "private-sector"),
    ("the Lake Rescue Service", "secretariat"),
    ("the Basin Partnership", "un-igo"),
    ("the Centre for Tidal Studies", "un-igo"),
    ("Arvendale University", "academia"),
    ("the Association of Net Menders", "civil-society"),
    ("Norvania", "specific-state"),
]


def asked_in(text: str, language: str = "en", *others: str) -> tuple[list[str], list[str]]:
    """Whom the first of some paragraphs asks, and by which words."""
    further = (paragraph(other, "8") for other in others)
    heading = section(RECOMMENDATIONS[language])
    one = said_of(heading, paragraph(text, "7"), *further, language=language, symbol=SYMBOL)[0]
    return one.addressees or [], one.evidence(Slot.ADDRESSEES)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_a_name_that_nobody_listed_is_asked(shape, name, kind):
    asked, words = asked_in(shape.format(name))
    assert kind in asked
    assert words[-1] in name


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("fr", "Le Comité prie l’Office du littoral de publier la liste.", "Office", "secretariat"),
        ("fr", "La Direction des affaires maritimes devrait publier la liste.", "Direction", "secretariat"),
        ("fr", "Le Comité recommande à ORVAK de publier la liste.", "ORVAK", "un-igo"),
        (
            "es",
            "El Comité recomienda que la Federación de Pescadores publique la lista.",
            None,
            "civil-society",
        ),
        ("es", "Además, ORVAK debe adoptar un plan.", "ORVAK", "un-igo"),
        ("pt", "Recomenda-se que a Universidade de Norvila adote um plano.", None, "academia"),
        ("it", "L'Ufficio dei Porti dovrebbe pubblicare l'elenco.", None, "secretariat"),
        ("de", "ORVAK sollte die Liste veröffentlichen.", "ORVAK", "un-igo"),
    ],
)
def test_a_name_that_nobody_listed_is_asked_in_other_languages(language, text, name, kind):
    asked, words = asked_in(text, language)
    assert asked == [kind]
    assert name is None or name in words


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Convention should cover all wells.",
        "The Strategic Plan should include all wells.",
        "The Committee recommends that Chapter Seven be amended.",
        "The Committee suggests that WELL policies should cover all ports.",
        "Attention should be paid to wells.",
        "Pilots must develop plans.",
    ],
)
def test_what_has_a_name_and_does_nothing_is_not_asked(text):
    assert asked_in(text) == (["implicit"], [])


def test_a_state_that_no_table_holds_has_a_name_everywhere():
    text = "Norvania should adopt a plan."
    assert asked_in(text)[0] == ["implicit"]
    assert asked_in(text, "en", "Wells in Norvania are deep.")[0] == ["specific-state"]
    assert asked_in(text, "en", "Wells of the Norvania are deep.")[0] == ["implicit"]
    assert asked_in("Training should include maps.", "en", "Some training is bad.")[0] == ["implicit"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Report of the Committee on Wells", "secretariat"),
        ("Audit of the wells of the mission", "management"),
    ],
)
def test_a_department_is_the_secretariats_or_the_reviewed_organizations(title, kind):
    text = "The Well Monitoring Division should publish the list."
    one = said_of(section("Recommendations"), paragraph(text, "7"), symbol=SYMBOL, title=title)[0]
    assert one.addressees == [kind]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (
            "Report of the Board of Auditors on the financial statements of the Arvendale University",
            "management",
        ),
        ("Report of the Special Rapporteur on the right to education", "academia"),
    ],
)
def test_what_the_title_of_an_audit_names_is_reviewed(title, kind):
    text = "It is recommended that the University review its leases."
    one = said_of(section("Recommendations"), paragraph(text, "7"), symbol="A/79/5", title=title)[0]
    assert one.addressees == [kind]


def test_what_a_subject_has_done_is_not_said():
    text = "The Lake Rescue Service has addressed the challenges identified in the report."
    asked = "The Committee recommends that the Lake Rescue Service review the wells."
    one = said_of(section("Findings"), paragraph(text, "7"), paragraph(asked, "8"), symbol=SYMBOL)[0]
    assert one.role.value != "statement"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("To {}", "Publish the list of wells."),
        ("Recommendations to {}", "Publish the list of wells."),
        ("Wells", "To {}: publish the list of wells."),
        ("Wells", "Publish the list of wells. (Action: {})"),
        ("Wells", "Publish the list of wells. Responsible: {}"),
        ("Wells", "{} should:"),
    ],
)
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ORVAK", "un-igo"),
        ("the Lake Rescue Service", "secretariat"),
        ("Harlow Rail Limited", "private-sector"),
    ],
)
def test_a_name_that_nobody_listed_is_called(heading, text, name, kind):
    told = text.format(name)
    above = section("Recommendations"), section(heading.format(name), 2)
    one = said_of(*above, paragraph(told[0].upper() + told[1:], "7"), symbol=SYMBOL)[0]
    assert one.addressees == [kind]


def test_a_heading_names_whom_another_paragraph_asks():
    asks = paragraph("The Committee requests the Lake Rescue Service to map the wells.", "7")
    listed = paragraph("Publish the list of wells.", "8")
    above = section("Recommendations"), section("Lake Rescue Service", 2)
    assert said_of(asks, *above, listed, symbol=SYMBOL)[1].addressees == ["secretariat"]
