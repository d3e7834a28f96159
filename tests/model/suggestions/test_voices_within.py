"""Whose words stand in a report: repeated conclusions and answers, groups of a meeting, other bodies."""

from __future__ import annotations

import pytest

from model.labels import Role
from model.suggestions.asked_names import asked_names
from model.suggestions.lexicon_files import lexicon
from model.suggestions.reading import read
from tests.model.suggestions.said import item, paragraph, said, said_of, section


def roles(*nodes, **about):
    return [one.role for one in said_of(*nodes, **about)]


GROUPS = [
    ("en", "Report of the workshop on wells", "The group on tariffs felt that meters were too dear."),
    ("en", "Seminar on dams: report of the meeting", "Group 2 stressed that anglers had not been asked."),
    ("es", "Informe del taller sobre pozos", "El grupo de tarifas señaló que los contadores eran caros."),
    (
        "fr",
        "Rapport de l’atelier sur les puits",
        "Le groupe des tarifs a souligné que les compteurs étaient chers.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), GROUPS)
def test_groups_of_a_meeting_are_not_the_reporting_body(language, title, text):
    found = said_of(paragraph(text, "7"), language=language, title=title)
    assert found[0].role is Role.STATEMENT


def test_a_working_group_that_reports_finds():
    title = "Report of the Working Group on wells on its third meeting"
    found = said_of(
        paragraph("The Group stressed that meters were too dear.", "7"), title=title, symbol="A/9/1"
    )
    assert found[0].role is Role.OBSERVATION


ASKED = [
    ("en", "The Commandant of the Harbour Guard should repair the tugs.", {"national-authority"}),
    ("en", "The Chief Registrar of the Lake Office should publish the list.", {"national-authority"}),
    ("es", "Exhortar a la Comisión de Aguas Fluviales a revisar las cuotas.", {"national-authority"}),
    ("pt", "Recomendar à Comissão de Pescas Fluviais que reveja as quotas.", {"national-authority"}),
]


@pytest.mark.parametrize(("language", "text", "asked"), ASKED)
def test_offices_and_other_commissions_are_asked_inside_a_state(language, text, asked):
    headings = {"en": "Recommendations", "es": "Recomendaciones", "pt": "Recomendações"}
    titles = {"en": "Harbours: audit", "es": "Ríos: informe de la Defensoría", "pt": "Rios: auditoria"}
    found = said_of(
        section(headings[language]), paragraph(text, "7"), language=language, title=titles[language]
    )
    assert found[0].all_addressees == asked


def test_the_government_of_a_visited_state_is_that_state():
    found = said_of(
        section("Recommendations"),
        paragraph("The Special Rapporteur recommends that the Government map its wells.", "7"),
        title="Visit to Kenya: report of the Special Rapporteur on wells",
    )
    assert found[0].all_addressees == {"specific-state"}


def test_an_audit_inside_a_state_advises_with_may():
    text = "The Department may ensure that wells are tested before bills are paid."
    advised = said_of(paragraph(text, "2.1"), title="Performance audit of wells")[0]
    assert (advised.role, advised.force) == (Role.RECOMMENDATION, 3)
    allowed = said_of(
        paragraph("States may ensure that wells are tested.", "2"), title="Wells", symbol="A/9/1"
    )
    assert allowed[0].role is not Role.RECOMMENDATION


def test_what_only_permits_asks_nobody_by_a_name():
    permits = read("The ORVAK may review its rules every year.", lexicon("en"))
    assert not list(asked_names(permits))
    asks = read("The ORVAK should review its rules every year.", lexicon("en"))
    assert list(asked_names(asks))


def test_that_nothing_is_recommended_is_a_conclusion():
    text = "The Commission does not recommend any change to the law of wells."
    assert said(text, "Recommendations").role is Role.OBSERVATION


def test_what_a_body_asks_itself_is_no_statement():
    asked = "In the paper, we asked whether the rule should apply to all wells."
    assert said(asked, "Consideration").role is not Role.STATEMENT
    answered = "We asked whether the rule was known. Witnesses agreed that it was not."
    assert said(answered, "Consideration").role is Role.STATEMENT


def test_a_lead_in_that_is_a_clause_leads_into_findings():
    lead, first = said_of(
        section("Recomendaciones"),
        paragraph("El Comité celebra la ley de pozos. Sin embargo, le sigue preocupando que:", "7"),
        item("Las escuelas carezcan de agua;", "a"),
        language="es",
    )
    assert (lead.role, first.role) == (Role.OBSERVATION, Role.OBSERVATION)


def test_a_courts_decision_lists_what_it_recites_and_does():
    nodes = said_of(
        section("ACÓRDÃO Nº 12/2026"),
        paragraph("Processo nº 14/2025.", "1"),
        paragraph("Acórdão:", "5"),
        item("VISTOS e discutidos estes autos de auditoria;", ""),
        item("recomendar à Marinha que vistorie as balsas;", "5.1"),
        item("autorizar o monitoramento.", "5.2"),
        language="pt",
        title="Balsas: auditoria",
    )
    assert [one.role for one in nodes] == [
        Role.PROCEDURAL, Role.DECISION, Role.PREAMBULAR, Role.RECOMMENDATION, Role.DECISION,
    ]  # fmt: skip


def test_the_parts_of_an_agenda_are_one():
    assert (
        roles(
            section("Provisional agenda for the next session"),
            item("Election of officers.", "1"),
            section("Operational segment", 2),
            item("Wells of fishers:", "2"),
            symbol="E/9/1",
        )
        == [Role.PROCEDURAL] * 2
    )


def test_what_a_body_itself_finds_outweighs_facts_beside_it():
    found = said_of(
        section("Positive aspects"),
        paragraph(
            "The Committee welcomes the progress achieved since 2011, in particular the following:", "3"
        ),
        item("The Wells Act, which set up a fund;", "a"),
        symbol="CRC/C/NOR/CO/5",
    )
    assert [one.role for one in found] == [Role.OBSERVATION] * 2


def test_what_a_secretariat_indicates_is_passed_on():
    text = (
        "The Secretary-General indicates that wells were cut from 84 to 37, as drilling does not allow more."
    )
    assert said(text, "II. Wells").role is Role.BACKGROUND


def test_where_something_is_described_in_passing_says_nothing_of_its_paragraph():
    text = "The transfer constitutes a violation of the embargo by the network described in annex 4."
    assert said(text, "II. Transfers").role is Role.OBSERVATION


ORGANS = [
    ("fr", "Demande au Président de la Commission de soumettre un rapport ;", {"secretariat"}),
    ("fr", "Encourage la Commission du bassin du lac Bleu à poursuivre la coopération ;", {"regional-org"}),
]


@pytest.mark.parametrize(("language", "text", "asked"), ORGANS)
def test_a_unions_commission_is_its_secretariat_and_a_basins_is_none(language, text, asked):
    nodes = said_of(
        paragraph("Le Conseil de paix et de sécurité,"),
        paragraph("Rappelant ses décisions sur les puits,"),
        paragraph(text, "1"),
        language=language,
        title="Communiqué de la 12e réunion du Conseil de paix et de sécurité",
    )
    assert nodes[-1].all_addressees == asked


def test_an_ordinal_is_part_of_an_organs_name():
    nodes = said_of(
        paragraph("The Executive Board, having considered the report on wells, decided:"),
        item("to recommend to the Seventy-eighth World Health Assembly that it adopt the plan;", "1"),
        title="Executive Board: summary of decisions",
    )
    assert (nodes[-1].role, nodes[-1].all_addressees) == (Role.RECOMMENDATION, {"parent-body"})


def test_an_organizations_organ_is_none_of_the_reporting_bodys():
    text = "The Assembly of the International Seabed Authority should use its powers."
    asked = said_of(section("Recommendations"), paragraph(text, "7"), symbol="A/9/1")[0]
    assert asked.all_addressees == {"un-igo"}


def test_a_bracket_names_an_authority_in_small_letters():
    asked = said(
        "Publier chaque année l’état des puits (ministère de la santé publique).", "Recommandations", "fr"
    )
    assert asked.all_addressees == {"national-authority"}


def test_speakers_of_russian_summaries_speak():
    for who in ("Ряд ораторов отметили", "Один из выступавших отметил", "Многие ораторы подчеркнули"):
        assert said(f"{who}, что колодцы редки.", "Колодцы", "ru").role is Role.STATEMENT


def test_the_present_law_is_background():
    nodes = said_of(
        section("The present law"),
        paragraph("The courts have considered wells only once. The court did not define them.", "4.1"),
        section("Discussion"),
        paragraph("Toys that cannot harm anybody do not justify the cost of insurance.", "4.2"),
        title="Liability for wells: report of the Law Reform Commission",
    )
    assert [one.role for one in nodes] == [Role.BACKGROUND, Role.OBSERVATION]


SAID = [
    "Sergeant Adama Moor testified before the Commission that the wells had been poisoned.",
    "Ann Moor, who fell into the well and survived, told the Commission that nobody came.",
    "According to one Member State, the office sells wells.",
    "Member States assess that the group owns forty wells.",
    "Several host States reported in their submissions that wells had been poisoned.",
]


@pytest.mark.parametrize("text", SAID)
def test_who_tells_a_body_something_makes_a_statement(text):
    found = said_of(
        section("Wells"), paragraph(text, "7"), title="Report of the Commission on wells", symbol="X/1"
    )
    assert found[0].role is Role.STATEMENT


def test_where_something_holds_is_no_speaker():
    text = "In Kenya, the law provided for forty wells, and villages dug 12 of them in 2022."
    assert said(text, "Wells").role is Role.BACKGROUND


def test_a_commissioner_reports():
    urged, found = said_of(
        section("Wells"),
        paragraph("The Commissioner urges the authorities to repair the wells.", "7"),
        paragraph("The Commissioner met the Prime Minister in the course of the visit.", "8"),
        title="Report by the Commissioner for Human Rights of the Council of Europe on wells",
    )
    assert (urged.role, found.role) == (Role.RECOMMENDATION, Role.BACKGROUND)


def test_a_body_that_gives_its_view_finds():
    text = "In the view of the Monitoring Team, the office has become a hub for wells as far away as Kenya."
    assert said(text, "Developments").role is Role.OBSERVATION


def test_a_commissioner_reports_on_his_visit():
    text = "The Commissioner invites the Government to repair the wells."
    title = "Report following the visit of the Council of Europe Commissioner for Human Rights to Slovenia"
    found = said_of(section("Wells"), paragraph(text, "12"), title=title)
    assert (found[0].role, found[0].all_addressees) == (Role.RECOMMENDATION, {"specific-state"})


def test_a_special_rapporteurs_states_are_states():
    found = said_of(
        section("Recommendations"),
        paragraph("Host States should repair their wells.", "7"),
        title="Report of the Special Rapporteur on wells",
    )
    assert found[0].all_addressees == {"member-states"}


def test_the_office_of_the_title_is_under_review():
    found = said_of(
        section("Findings"),
        paragraph("The Board recommends that the Office plan its tenders.", "7"),
        title="Audit of the Office for Wells: report of the Board of Auditors",
        symbol="A/9/5",
    )
    assert found[0].all_addressees == {"management"}


def test_a_guidelines_publisher_recommends():
    nodes = said_of(
        section("Recommendations"),
        paragraph("WHO suggests that wells be tested for six weeks. (Low certainty evidence)", "1"),
        paragraph("WHO recommends that wells be covered. (Moderate certainty evidence)", "2"),
        title="Guideline on wells",
    )
    assert [one.force for one in nodes] == [2, 3]


QUOTING = [
    ("Guideline on wells", "", "", {"un-igo"}),
    ("Guideline on wells", "", "A/9/1", {"un-igo"}),
    ("Guideline on wells", "World Health Organization", "A/9/1", {"own-body"}),
    ("WHO guideline on wells", "", "A/9/1", {"own-body"}),
]


@pytest.mark.parametrize(("title", "body", "symbol", "asked"), QUOTING)
def test_an_organization_that_a_guideline_quotes_is_not_its_publisher(title, body, symbol, asked):
    nodes = said_of(
        section("Recommendations"),
        paragraph("We recommend that wells be tested.", "1"),
        paragraph("We recommend that wells be mapped.", "2"),
        paragraph("We recommend that wells be fenced.", "3"),
        paragraph("WHO recommends that wells be covered.", "4"),
        paragraph("WHO recommends that pumps be tested every year.", "5"),
        paragraph("WHO should review its advice.", "6"),
        title=title,
        body=body,
        symbol=symbol,
    )
    assert nodes[-1].all_addressees == asked


def test_nobody_asks_a_report():
    found = said_of(
        section("Follow-up"),
        paragraph(
            "The Committee invites the State party to report by 2031. The report should be brief.", "11"
        ),
        symbol="CRC/C/NOR/CO/5",
        title="Concluding observations on the fifth periodic report of Norway",
    )
    assert found[0].all_addressees == {"specific-state"}


def test_an_organ_that_condemns_in_its_statement_finds():
    nodes = said_of(
        section("Statement by the President of the Security Council"),
        paragraph("The Security Council strongly condemns the attack on the well."),
        title="Security Council: statement by its President",
        symbol="S/PRST/2026/3",
    )
    assert nodes[0].role is Role.OBSERVATION


OPENINGS = [
    ("pt", "Relatório da Comissão", "Pelo exposto, a Comissão recomenda ao Governo que abra os concursos."),
    ("pt", "Relatório da Comissão", "Em face do exposto, a Comissão recomenda ao Governo que:"),
    ("de", "Bericht der Kommission", "Angesichts dessen empfiehlt die Kommission der Regierung, zu bauen."),
    ("de", "Bericht des Ausschusses", "Aus diesen Gründen empfiehlt der Ausschuss der Regierung, zu bauen."),
]


@pytest.mark.parametrize(("language", "title", "text"), OPENINGS)
def test_a_body_recommends_behind_an_introduction(language, title, text):
    assert roles(section("Resultado"), paragraph(text), title=title, language=language) == [
        Role.RECOMMENDATION
    ]


def test_what_a_team_did_is_no_formula_with_which_it_decides():
    assert (
        roles(
            section("Methods"),
            paragraph("The team combined four sources of evidence:"),
            item("a census of wells;", "•"),
            item("interviews with owners.", "•"),
        )
        == [Role.BACKGROUND] * 3
    )


def test_a_draft_within_a_decision_has_a_formula_of_its_own():
    assert roles(
        section("17 Languages of the coast"),
        paragraph("The Executive Board,"),
        paragraph("Recalling resolution 42 C/29,", "1"),
        paragraph("Recommends that the General Conference adopt the following draft:", "2"),
        paragraph("The General Conference,"),
        paragraph("Recalling the Recommendation on the languages of the coast,"),
        paragraph("Urges Member States to report;", "1"),
        title="Decisions of the Executive Board",
    )[3:] == [Role.PREAMBULAR, Role.PREAMBULAR, Role.RECOMMENDATION]
