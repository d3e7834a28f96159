"""Reports of unions of States, and of those who examine a council's complaint: whom one word means there."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said_of, section


@pytest.mark.parametrize(
    ("title", "body", "text", "whom"),
    [
        (
            "Resolution on the Commission’s work programme",
            "European Parliament",
            "The Commission should table a proposal on ferries by June.",
            {"regional-org"},
        ),
        (
            "Resolution on the Commission’s work programme",
            "European Parliament",
            "The Council should unblock the directive on wells.",
            {"regional-org"},
        ),
        (
            "Communiqué on the situation in the basin",
            "African Union",
            "The Summit instructs the Commission to convene the task force.",
            {"secretariat"},
        ),
        (
            "Report from the Commission to the European Parliament",
            "",
            "The Commission should publish the list.",
            {"own-body"},
        ),
    ],
)
def test_the_organs_of_a_union_are_called_by_one_word(title, body, text, whom):
    nodes = said_of(section(RECOMMENDATIONS["en"]), paragraph(text, "1"), title=title, body=body)

    assert nodes[-1].role is Role.RECOMMENDATION
    assert nodes[-1].all_addressees == whom


def test_italian_titles_say_that_a_commission_reports_too():
    nodes = said_of(
        section("Raccomandazioni"),
        paragraph("La Commissione dovrebbe pubblicare l’elenco.", "1"),
        title="Relazione della Commissione al Parlamento europeo",
        language="it",
    )

    assert nodes[-1].all_addressees == {"own-body"}


def test_a_council_in_the_title_of_an_ombudsmans_decision_is_the_one_complained_of():
    nodes = said_of(
        section("Agreed action"),
        paragraph("Within a month, the Council should apologise to Mr X.", "9"),
        title="Northam Borough Council: decision",
        body="Ombudsman for Local Government",
    )

    assert nodes[-1].all_addressees == {"national-authority"}


def test_a_unions_human_rights_commission_is_on_the_cover_of_its_own_report():
    found = said_of(
        section("Commission africaine des droits de l’homme et des peuples"),
        section("Recommandations"),
        paragraph("La Commission recommande à l’État partie de compter les puits.", "1"),
        language="fr",
        title="Observations conclusives relatives au rapport de Norland, membre de l’Union africaine",
    )
    assert (found[0].role, found[0].addressees) == (Role.RECOMMENDATION, ["specific-state"])
