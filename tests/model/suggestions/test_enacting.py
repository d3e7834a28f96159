"""Where resolutions begin, and what goes on with their preambles."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section


def test_a_formula_stands_above_headings_of_several_levels():
    formula, asked = said_of(
        section("X/31 Protected areas"),
        paragraph("The Conference of the Parties"),
        section("A. Strategies", 2),
        section("1. National level", 3),
        paragraph("Invites Parties to close the wells.", "1"),
        symbol="UNEP/CBD/COP/DEC/X/31",
    )
    assert (formula.role, asked.role) == (Role.PREAMBULAR, Role.RECOMMENDATION)


def test_the_name_of_a_body_may_hold_commas():
    formula, _, second = said_of(
        section("XV/8 Ways and means"),
        paragraph("The Subsidiary Body on Scientific, Technical and Technological Advice"),
        paragraph("Requests the Executive Secretary to prepare papers;", "1"),
        paragraph("Encourages the participation of the Chair;", "2"),
        symbol="UNEP/CBD/X/1",
    )
    assert (formula.role, second.role) == (Role.PREAMBULAR, Role.RECOMMENDATION)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "fr",
            (
                "Le Conseil de sécurité,",
                "Rappelant sa résolution 12,",
                "Comptant que la prorogation améliorera l’efficacité des procédures,",
                "Décide de proroger le mandat ;",
            ),
        ),
        ("zh", ("大会,", "回顾其第43/47号决议,", "审查了秘书长的有关报告,", "宣布2011-2020年为国际十年;")),
    ],
)
def test_what_ends_in_a_comma_after_a_preambles_paragraph_goes_on_with_it(language, texts):
    *preamble, act = said_of(
        *map(paragraph, texts[:-1]), paragraph(texts[-1], "1"), language=language, symbol="A/RES/65/119"
    )
    assert [one.role for one in preamble] == [Role.PREAMBULAR] * 3
    assert act.role is Role.DECISION


def test_a_request_that_a_decision_only_mentions_asks_nobody():
    *_, decided, below = said_of(
        paragraph("Le Conseil de sécurité,"),
        paragraph("Rappelant sa résolution 12,"),
        paragraph("Décide, en réponse à la demande du Secrétaire général, que :", "1"),
        item("Les juges mèneront l’affaire à son terme ;", "a"),
        language="fr",
        symbol="S/RES/1581",
    )
    assert (decided.role, below.role) == (Role.DECISION, Role.DECISION)


def test_what_was_before_a_meeting_is_its_business():
    lead, below = said_of(
        section("Oils"),
        paragraph("The following standards were before the Commission:"),
        item("Revised Text of the Standard for Oils (Appendix II)", "-"),
    )
    assert (lead.role, below.role) == (Role.PROCEDURAL, Role.PROCEDURAL)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "fr",
            (
                "La Conférence régionale :",
                "est convenue que les puits manquent, et a recommandé aux pays d’en creuser.",
                "a engagé les pays à creuser des puits.",
            ),
        ),
        (
            "en",
            (
                "The Regional Conference:",
                "agreed that wells are few, and recommended that countries dig more.",
                "urged countries to dig wells.",
            ),
        ),
    ],
)
def test_what_a_body_asked_may_stand_in_paragraphs_below_its_name(language, texts):
    acts = said_of(section("Debate"), *map(paragraph, texts), language=language, symbol="LARC/1")[1:]
    assert [(one.role, one.addressees) for one in acts] == [(Role.RECOMMENDATION, ["member-states"])] * 2


@pytest.mark.parametrize(
    ("language", "formula", "act"),
    [
        ("en", "The Conference of the Parties,", "Having the report before it, and hoping for rain, ends."),
        ("fr", "La Conférence des Parties,", "Consciente que le rapport est long."),
        ("es", "El Comité,", "Habida cuenta de que el informe es largo."),
        ("pt", "A Assembleia Geral,", "Tendo presente o relatório do fundo."),
        ("it", "Il Consiglio,", "Letto il rapporto del fondo."),
        ("de", "Der Rat,", "In Kenntnis des Berichts des Fonds."),
        ("ru", "Совет управляющих,", "Имея в виду доклад фонда."),
        ("ar", "إن الجمعية العامة،", "وقد نظرت في تقرير الصندوق،"),
        ("zh", "大会，", "鉴于基金的报告，"),
    ],
)
def test_an_organ_that_stands_alone_before_a_comma_enacts(language, formula, act):
    texts = (paragraph(formula), paragraph(act))
    assert said_of(section("Wells"), *texts, language=language)[0].role is Role.PREAMBULAR


def test_those_who_are_spoken_to_enact_nothing():
    greeting = said_of(paragraph("Members of the Committee,"), paragraph("The wells are deep."))[0]
    assert greeting.role is not Role.PREAMBULAR


def test_what_a_body_finds_and_asks_below_its_formula_is_asked():
    asked = said_of(
        paragraph("The Conference of the Parties,"),
        paragraph("Welcomes the plan (E/48/1), and invites Parties to support it."),
    )[1]
    assert (asked.role, asked.addressees) == (Role.RECOMMENDATION, ["states-parties"])
