"""Which types of addressee names stand for in the report at hand."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said, said_of, section


def test_authorities_with_an_adjective_are_offices_in_a_report_made_inside_their_state():
    one = said_of(
        section("Recommandations"),
        paragraph("Les autorités judiciaires et l’administration pénitentiaire doivent convenir d’un seuil."),
        language="fr",
        title="Rapport de visite de la prison",
    )[0]
    assert one.addressees == ["national-authority"]


def test_organizations_of_people_are_civil_society():
    one = said_of(
        section("Recommendations"),
        paragraph("Fishers’ organizations are encouraged to open their membership."),
        symbol="E/1/2",
    )[0]
    assert one.addressees == ["civil-society"]


@pytest.mark.parametrize("whose", ["older persons", "women", "indigenous peoples"])
def test_organizations_of_people_named_behind_are_civil_society(whose):
    text = f"Civil society organizations, in particular organizations of {whose}, are invited to take part."
    one = said_of(section("Follow-up"), paragraph(text), symbol="CROP/C/1")[0]
    assert one.addressees == ["civil-society"]


def test_a_committee_reports_to_the_house_that_its_name_holds():
    one = said(
        "The committee recommends that the Senate take note of the report.",
        "Recommendations",
        body="Senate Community Affairs References Committee",
    )
    assert one.addressees == ["parent-body"]


def test_what_a_labelled_proposal_says_somebody_could_do_is_offered():
    one = said("PROPOSITION 1 : La direction pourrait partager certains postes.", "Ateliers", "fr")
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 1, ["management"])


@pytest.mark.parametrize(
    "text",
    [
        "The Panel documented eleven attacks on wells.",
        "It is the view of the Commission that a house for thirty is an institution.",
        "In the Panel’s judgement there are many wells.",
    ],
)
def test_what_a_body_established_or_judged_is_its_finding(text):
    assert said(text, "Evidence").role is Role.OBSERVATION


@pytest.mark.parametrize("whose", ["The system’s", "The UN’s", "The United Nations’"])
def test_organizations_of_a_system_are_no_civil_society(whose):
    text = f"{whose} organizations should help."
    one = said_of(section("Recommendations"), paragraph(text), symbol="A/1")[0]
    assert one.addressees == ["un-igo"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Council calls upon the Parties to the dispute to resume talks."),
        ("fr", "Le Conseil engage les Parties au différend à reprendre les négociations."),
        ("es", "El Consejo exhorta a las Partes en la disputa a que reanuden las negociaciones."),
        ("pt", "O Conselho insta as Partes no litígio a retomar as negociações."),
        ("it", "Il Consiglio invita le Parti della controversia a riprendere i negoziati."),
        ("ar", "يدعو المجلس الأطراف المتنازعة إلى استئناف المفاوضات."),
    ],
)
def test_the_parties_to_a_dispute_are_no_parties_to_a_treaty(language, text):
    body = {"en": "Council", "fr": "Conseil", "es": "Consejo", "pt": "Conselho", "it": "Consiglio"}
    one = said_of(paragraph(text, "1"), title=body.get(language, "المجلس"), language=language)[0]
    assert one.addressees == ["specific-state"]


def test_welfare_organizations_are_civil_society():
    text = "The Committee invites States parties and seafarers’ welfare organizations to provide connections."
    one = said_of(section("Recommendations"), paragraph(text), symbol="E/1/2")[0]
    assert "civil-society" in one.addressees
    assert "un-igo" not in one.addressees


@pytest.mark.parametrize(
    ("whom", "kind"),
    [
        ("the Chief Executive of Blue Ferries Limited", "private-sector"),
        ("the Chief Executive of the Port Authority", "national-authority"),
    ],
)
def test_a_companys_name_says_whose_head_is_meant(whom, kind):
    one = said_of(
        section("Recommendations"),
        paragraph(f"The Commission recommended that {whom} draw up an inventory of hoses.", "4.2.1"),
        title="Marine accident investigation report: Ferry Selkie",
        body="Transport Accident Investigation Commission",
    )[0]
    assert one.addressees == [kind]
