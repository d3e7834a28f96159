"""Plain sentences without a word of judgement: a fact or a finding."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import item, paragraph, said, said_of, section

FINDINGS = [
    ("en", "The depot keeps its pumps, but nobody cleans them.", "but"),
    ("en", "Pumps stood idle because parts came from abroad.", "because"),
    ("fr", "Le dépôt garde des pompes, mais personne ne les nettoie.", "mais"),
    ("es", "El depósito guarda bombas que no funcionan.", "no"),
    ("pt", "O depósito guarda bombas que não funcionam.", "não"),
    ("ru", "На складе хранятся насосы, которые не работают.", "не"),
    ("ar", "في المستودع مضخات لا تعمل.", "لا"),
    ("zh", "仓库里的水泵从未清洗。", "从未"),
]
FACTS = [
    ("en", "The depot keeps 40 pumps."),
    ("fr", "Le dépôt garde 40 pompes."),
    ("es", "El depósito guarda 40 bombas."),
    ("pt", "O depósito guarda 40 bombas."),
    ("ru", "На складе хранятся 40 насосов."),
    ("ar", "في المستودع 40 مضخة."),
    ("zh", "仓库里有40台水泵。"),
]


@pytest.mark.parametrize(("language", "text", "word"), FINDINGS)
def test_what_falls_short_is_found(language, text, word):
    one = said(text, language=language)
    assert one.role is Role.OBSERVATION
    assert word in one.evidence(Slot.ROLE)


@pytest.mark.parametrize(("language", "text"), FACTS)
def test_what_is_there_is_told(language, text):
    assert said(text, language=language).role is Role.BACKGROUND


def test_a_word_counts_once():
    once = said("Pumps that do not run stand in the yard at Aville.").by_slot[Slot.ROLE]
    twice = said("Pumps that do not run do not stand at Aville.").by_slot[Slot.ROLE]
    assert once.confidence == twice.confidence


def test_a_name_and_a_number_deny_nothing():
    assert (
        said("Las organizaciones no gubernamentales tienen 40 bombas.", language="es").role is Role.BACKGROUND
    )
    assert said("Pump No. 4 stands at Aville, near the river, as of 2019.").role is Role.BACKGROUND


def test_a_year_makes_a_fact_of_what_is_denied():
    assert said("Until 2019 the depot did not keep pumps.").role is Role.BACKGROUND
    assert "2019" in said("In 2019 the depot was moved.").evidence(Slot.ROLE)


def test_a_section_of_background_tells_what_was_not_so():
    assert said("The depot keeps pumps which do not run.", "Background").role is Role.BACKGROUND


PRESENTED = [
    ("fr", "Présentation", "Les musées sont des établissements publics.", Role.BACKGROUND),
    ("fr", "Présentation par le directeur", "Les musées sont des établissements publics.", Role.STATEMENT),
    ("es", "Presentación", "Los museos son 40 establecimientos públicos.", Role.BACKGROUND),
    ("es", "Presentación del informe", "Los museos son 40 establecimientos públicos.", Role.STATEMENT),
    ("pt", "Apresentação", "Os museus são 40 estabelecimentos públicos.", Role.BACKGROUND),
]


@pytest.mark.parametrize(("language", "heading", "text", "role"), PRESENTED)
def test_a_presentation_is_somebodys_or_the_reports_own(language, heading, text, role):
    assert said(text, heading, language).role is role


HEADED = [
    ("ru", "Выводы:", "Ущерб составил 3 млн рублей."),
    ("en", "Conclusions:", "The loss was 3 million crowns."),
]


@pytest.mark.parametrize(("language", "heading", "text"), HEADED)
def test_a_lead_in_may_be_a_heading_of_findings(language, heading, text):
    lead, first = said_of(paragraph(heading, "5"), item(text, "a"), language=language)
    assert (lead.role, first.role) == (Role.OBSERVATION, Role.OBSERVATION)


VOTES = [
    ("pt", "Verifico que as falhas apontadas são formais."),
    ("es", "El Comité expresa además su agradecimiento por el diálogo con la delegación."),
    ("en", "She thanks the Government for its help in 2020."),
]


@pytest.mark.parametrize(("language", "text"), VOTES)
def test_what_one_judges_or_thanks_for_is_an_observation(language, text):
    assert said(text, language=language).role is Role.OBSERVATION


def test_why_an_accident_happened_is_found():
    assert said("The alarm had been turned off.", "Why it happened").role is Role.OBSERVATION


def test_what_a_state_maintains_is_a_statement():
    text = "El Estado sostuvo que los plazos fueron razonables."
    assert said(text, language="es").role is Role.STATEMENT


def test_a_decision_told_of_in_passing_is_none():
    text = "Much has changed since the resolution on wells, which was adopted by consensus, came into force."
    assert said(text).role is not Role.DECISION
    assert said("The resolution on wells was adopted by consensus.").role is Role.DECISION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The programme has three components, each managed by a different agency."),
        ("en", "The agency employs 230 staff, of whom 90 work abroad."),
        ("fr", "Le programme comprend trois volets, dont chacun est géré par un organisme différent."),
        ("es", "El programa consta de tres componentes, cada uno gestionado por un organismo distinto."),
        ("de", "Die Behörde beschäftigt 340 Personen und verwaltet 14 Häfen."),
        ("pt", "A entidade foi criada em 2008 e gere 14 portos."),
    ],
)
def test_what_something_is_made_of_is_told_among_findings_too(language, text):
    findings = {"en": "Findings", "fr": "Constatations", "es": "Hallazgos", "pt": "Conclusões"}
    heading = findings.get(language, "Feststellungen")
    assert said(text, heading, language).role is Role.BACKGROUND


def test_figures_prove_what_a_short_first_sentence_claims():
    proof = "In June 2024, 6 of 14 depots closed, 3 of them for good."
    assert said(f"Water is further away. {proof}", "Conclusions").role is Role.OBSERVATION
    assert said(proof, "Conclusions").role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The investigation found that the depot closed on 3 May 2019."),
        ("fr", "L’enquête a établi que le dépôt avait fermé le 3 mai 2019."),
        ("es", "La auditoría constató que el depósito cerró el 3 de mayo de 2019."),
        ("de", "Die Prüfung ergab, dass das Lager am 3. Mai 2019 schloss."),
        ("ru", "Проверка показала, что склад закрылся 3 мая 2019 года."),
    ],
)
def test_what_an_investigation_found_is_an_observation(language, text):
    assert said(text, language=language).role is Role.OBSERVATION


def test_an_accidents_analysis_stays_one_under_whatever_it_is_about():
    found = said_of(
        section("Analysis"),
        section("Action taken after the flood", 2),
        paragraph("The keeper closed the gate."),
        section("Aim", 2),
        paragraph("The keeper was to be heard."),
        title="Marine accident investigation report",
    )
    assert [one.role for one in found] == [Role.OBSERVATION, Role.BACKGROUND]


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Audit of the depots", "Of the 14 depots, 3 stand on 20 leased plots."),
        ("es", "Auditoría de los depósitos", "De los 14 depósitos, 3 ocupan 20 parcelas."),
        ("fr", "Audit des dépôts", "Sur 14 dépôts, 3 occupent 20 parcelles."),
    ],
)
def test_what_an_audit_counts_out_of_what_it_looked_at_is_found(language, title, text):
    audit = said_of(paragraph(text), language=language, title=title)
    study = said_of(paragraph(text), language=language, title="2026")
    assert (audit[0].role, study[0].role) == (Role.OBSERVATION, Role.BACKGROUND)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Audit of the depots", "Decree No. 7 of 12 March 2019 governs the depots."),
        ("es", "Auditoría de los depósitos", "La Ley 7 de 12 de marzo de 2019 regula los depósitos."),
        ("pt", "Auditoria dos depósitos", "Em 31 de dezembro de 2019, o depósito abriu."),
    ],
)
def test_an_acts_number_and_its_day_are_no_share(language, title, text):
    assert said_of(paragraph(text), language=language, title=title)[0].role is Role.BACKGROUND
