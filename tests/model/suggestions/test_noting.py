"""What bodies take note of and doubt, confirm, or do under an act, told from what they decide."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Committee takes note of the harbour programme but is concerned that it is late.", "en"),
        ("Le Comité prend note du programme des ports, mais il est préoccupé par les retards.", "fr"),
        ("El Comité toma nota del programa de puertos, pero le preocupa que se retrase.", "es"),
        ("Комитет принимает к сведению программу портов, однако обеспокоен тем, что она запаздывает.", "ru"),
        ("تحيط اللجنة علماً ببرنامج الموانئ، لكنها تشعر بالقلق لأن فترات الانتظار طويلة.", "ar"),
        ("委员会注意到港口方案，但感到关切的是等待时间很长。", "zh"),
    ],
)
def test_taking_note_with_a_concern_is_an_observation(text: str, language: str) -> None:
    assert said(text, "Harbours", language, "Committee").role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The Committee takes note of the results achieved by the State party.", "en"),
        ("The Committee takes note of the legislative framework for asylum.", "en"),
        ("Le Comité prend note du cadre juridique applicable aux ports.", "fr"),
        ("El Comité toma nota del marco jurídico de los puertos.", "es"),
        ("Комитет принимает к сведению результаты, достигнутые государством-участником.", "ru"),
    ],
)
def test_what_a_state_has_is_no_paper(text: str, language: str) -> None:
    assert said(text, "Harbours", language, "Committee").role is Role.OBSERVATION


def test_taking_note_of_a_report_decides_though_something_else_is_contrasted() -> None:
    found = said("The Board took note of the report, but not of its annex.", "Reports", body="Board")
    assert found.role is Role.DECISION


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Le Comité note le plan, mais s’inquiète de ce que les ports ne sont pas tenus d’y veiller.",
            "fr",
        ),
        ("Комитет отмечает план, но обеспокоен тем, что порты не обязаны отчитываться.", "ru"),
    ],
)
def test_what_nobody_is_obliged_to_do_is_not_asked(text: str, language: str) -> None:
    assert said(text, "Harbours", language, "Committee").role is Role.OBSERVATION


def test_what_a_panel_confirmed_is_a_finding_and_what_a_board_confirmed_a_decision() -> None:
    assert said("The Panel confirmed the abduction of six nurses.", "Attacks").role is Role.OBSERVATION
    assert said("The Committee confirmed the minutes of its last meeting.", "Minutes").role is Role.DECISION


@pytest.mark.parametrize(
    "text",
    [
        "Pursuant to section 22(3) of the Harbours Act I recommend that the Commissioner of Police:",
        "Under the Act, I recommend that the Commissioner of Police:",
    ],
)
def test_who_writes_after_the_name_of_an_act_is_no_numeral(text: str) -> None:
    lead, withdrawn = said_of(
        section("Recommendations"), paragraph(text, "14"), item("withdraw all chairs from use by July;", "1")
    )
    assert (lead.role, lead.verb) == (Role.RECOMMENDATION, "recommend")
    assert withdrawn.role is Role.RECOMMENDATION


@pytest.mark.parametrize(
    "text",
    [
        "If there has been a fault, we may suggest a remedy.",
        "The Ombudsman can also recommend that a port pay.",
    ],
)
def test_what_a_body_has_the_power_to_recommend_is_not_asked(text: str) -> None:
    assert said(text, "Remedies", body="Ombudsman").role is not Role.RECOMMENDATION


def test_what_others_may_wish_to_recommend_is_asked() -> None:
    text = "The Council may wish to recommend that the Assembly adopt the draft."
    assert said(text, "Remedies", body="Committee").role is Role.RECOMMENDATION


def test_chamber_of_control_recommends() -> None:
    text = "В целом Контрольная палата рекомендует уточнить прогноз доходов."
    assert said(text, "Заключение", "ru").role is Role.RECOMMENDATION


def test_heading_that_says_something_of_staff_is_not_back_matter() -> None:
    claim, name = said_of(
        section("Staff are the strength of the system and its weak point"),
        paragraph("Locally employed staff may not sign contracts, although they know most.", "1"),
        section("Staff"),
        paragraph("Ada Berg, Director"),
    )
    assert claim.role is Role.OBSERVATION
    assert name.role is Role.OTHER


@pytest.mark.parametrize("of", ["report of Norland", "results of the survey"])
def test_what_a_body_takes_note_of_with_concern_it_finds(of):
    assert said(f"The Committee takes note with deep concern of the {of}.", "Wells").role is Role.OBSERVATION
