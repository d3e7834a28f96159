"""Lists of a session's business: programmes by days, witnesses, those who took part."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said_of, section


def test_entries_below_days_are_a_programme_or_who_was_heard():
    nodes = said_of(
        section("Appendix A. Programme"),
        section("Monday 9 June", 2),
        paragraph("0900 Registration and welcome (Director of the Forum)"),
        section("Mardi 10 juin", 2),
        paragraph("0800 Field visit to the test plot at Myrdal"),
        section("Witnesses"),
        section("Tuesday 1 July 2025", 2),
        paragraph("Sheila Moss, Clerk, Wyreham Town Council; Cllr Ian Foulkes, Local Association Q45–79"),
        title="Wells without owners: report of a workshop",
    )
    assert {one.role for one in nodes} == {Role.PROCEDURAL}


@pytest.mark.parametrize(
    "text", ["The pump was started at noon, and ran dry.", "At noon, fire broke out in the tunnel."]
)
def test_what_happened_on_a_day_is_no_programme(text):
    (told,) = said_of(section("The fire"), section("Monday 9 June", 2), paragraph(text))
    assert told.role is Role.BACKGROUND


def test_a_label_below_a_day_is_no_programme():
    (told,) = said_of(section("Inspection"), section("3 June 2025", 2), paragraph("Overall rating: Good"))
    assert told.role is Role.BACKGROUND


def test_names_below_a_country_that_no_table_holds_took_part():
    nodes = said_of(
        section("Anexo 2 Lista de participantes"),
        section("Estados miembros de la Comisión de la zona norte", 2),
        section("ISLA MAYOR DEL NORTE GRANDE", 3),
        paragraph("Peter Warde, Superintendente del Puerto de Santa Rosa"),
        title="Informe de la Comisión sobre su tercera reunión", language="es",
    )  # fmt: skip
    assert nodes[0].role is Role.PROCEDURAL


def test_a_subject_within_a_sessions_business_is_none():
    (told,) = said_of(
        section("Organizational and other matters"), section("The fund for fishers", 2),
        paragraph("The fund was founded in 1991 and has paid for 40 boats."),
        title="Report of the Committee on its third session",
    )  # fmt: skip
    assert told.role is not Role.PROCEDURAL


def test_a_counted_paragraph_is_no_entry_of_a_list():
    nodes = said_of(
        section("Organizational and other matters"),
        section("Promotion of the Convention", 2),
        paragraph("Members of the Committee continued to promote it, including by the following.", "35"),
        paragraph("She regretted that no State had signed the Convention.", "36"),
        title="Report of the Committee on its third session",
    )
    assert Role.PROCEDURAL not in {one.role for one in nodes}


def test_finding_among_other_work_is_no_section_of_findings():
    beside, alone = (
        said_of(
            section("Methods compared"),
            section("Finding", 2),
            paragraph("Four techniques were compared in the field, on a plot with buried casings:"),
            section(other, 2),
            title="Wells without owners: report of a workshop",
        )[0]
        for other in ("Plugging", "Conclusion")
    )
    assert (beside.role, alone.role) == (Role.BACKGROUND, Role.OBSERVATION)
