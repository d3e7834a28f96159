"""Whom a pronoun beside a verb that asks means: whoever the sentence named before it."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, paragraph, said, said_of, section

REQUESTED = [
    (
        "en",
        "The Committee commends the efforts of the Secretary-General and requests him to count the wells.",
        ["secretariat"],
        ["Secretary-General"],
    ),
    (
        "fr",
        "Le Comité félicite le secrétariat de ses efforts et l’invite à les poursuivre.",
        ["secretariat"],
        ["secrétariat"],
    ),
    (
        "fr",
        "Le Comité prend note du rapport du Secrétaire général et lui demande de le tenir informé.",
        ["secretariat"],
        ["Secrétaire général"],
    ),
    (
        "es",
        "El Comité felicita a la secretaría por sus esfuerzos y la alienta a proseguirlos.",
        ["secretariat"],
        ["secretaría"],
    ),
    (
        "ru",
        "Комитет с удовлетворением отмечает усилия секретариата и призывает его продолжать их.",
        ["secretariat"],
        ["секретариата"],
    ),
    (
        "ar",
        "تثني اللجنة على الدولة الطرف وتشجعها على مواصلة جهودها.",
        ["specific-state"],
        ["الدولة الطرف"],
    ),
    ("zh", "委员会赞赏秘书处作出的努力,并请其继续努力。", ["secretariat"], ["秘书处"]),
]


@pytest.mark.parametrize(("language", "text", "asked", "names"), REQUESTED)
def test_a_pronoun_asks_whoever_was_named_before_it(language, text, asked, names):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)
    assert one.evidence(Slot.ADDRESSEES) == names


def test_a_pronoun_may_mean_whom_the_sentence_before_named():
    one = said("The Committee thanks Member States. It encourages them to count the wells.", "Wells")
    assert one.addressees == ["member-states"]
    assert one.evidence(Slot.ADDRESSEES) == ["Member States"]


def test_a_pronoun_does_not_mean_the_body_that_asks():
    one = said_of(
        section("Wells"),
        paragraph("The Committee, as its wells are dry, requests it to be noted in the minutes.", "1"),
        title="Report of the Committee on Wells",
    )[0]
    assert one.addressees == ["implicit"]


def test_it_behind_an_adverb_means_whom_the_sentence_before_is_about():
    text = "The State party is under an obligation to repair the harbour. Accordingly, it must pay the costs."
    found = said(text, "Merits")
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["specific-state"])


@pytest.mark.parametrize(
    ("language", "before", "it"),
    [
        ("en", "The World Health Organization knows the wells.", "It must count them."),
        ("fr", "L’Organisation mondiale de la Santé connaît les puits.", "Elle doit les compter."),
        ("ru", "Секретариат знает колодцы.", "Он должен их сосчитать."),
        ("de", "Das Sekretariat kennt die Brunnen.", "Es sollte sie zählen."),
    ],
)
def test_it_at_the_beginning_means_whom_the_paragraph_before_is_about(language, before, it):
    head = section(RECOMMENDATIONS[language])
    found = said_of(head, paragraph(before), paragraph(it), language=language)
    named = said_of(head, paragraph(it), language=language)
    assert found[1].addressees in (["un-igo"], ["secretariat"])
    assert named[0].addressees == ["implicit"]


def test_it_is_not_asked_where_something_should_be_done_to_it():
    found = said_of(
        section("Recommendations"),
        paragraph("The World Health Organization has a plan."),
        paragraph("It should be published."),
    )
    assert found[1].addressees == ["implicit"]


@pytest.mark.parametrize(
    ("language", "before", "it"),
    [
        ("en", "The Secretariat’s plan is weak.", "It should cover all wells."),
        ("en", "The Secretariat has a plan.", "It should come as no surprise that wells are dry."),
        ("fr", "Le Secrétariat connaît les puits.", "Il devrait y avoir un registre des puits."),
        ("de", "Das Sekretariat kennt die Brunnen.", "Es sollte ein Register eingerichtet werden."),
        ("de", "Das Sekretariat kennt die Brunnen.", "Es sollte ein Register geben."),
        ("de", "Das Sekretariat kennt die Brunnen.", "Es sollten Brunnen gezählt werden."),
    ],
)
def test_it_may_mean_a_thing_or_nobody(language, before, it):
    found = said_of(section(RECOMMENDATIONS[language]), paragraph(before), paragraph(it), language=language)
    assert found[1].addressees == ["implicit"]
