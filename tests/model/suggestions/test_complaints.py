"""An ombudsman's cases: how each began and went on, and what is asked at their end."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said_of, section

OMBUDSMAN = {"en": "Ombudsman of Norland", "es": "Defensor del Pueblo Andaluz", "fr": "Défenseur des droits"}
ABOUT = [
    ("en", "The complaint concerned the noise of a bar, which the Council had not measured."),
    ("en", "In January 2016, we launched our inquiry into how floods can be prevented."),
    ("fr", "La plainte portait sur le bruit d’un bar, que la commune n’avait pas mesuré."),
    ("es", "Esta queja tenía su causa en la falta de respuesta del Ayuntamiento a un escrito."),
    ("es", "Admitimos a trámite la queja, pero tampoco recibimos respuesta del Ayuntamiento."),
    ("pt", "A queixa prendia-se com o ruído de um bar, que a Câmara não mediu."),
    ("it", "Il reclamo riguardava il rumore di un bar, che il Comune non aveva misurato."),
    ("de", "Die Beschwerde betraf den Lärm einer Bar, den die Gemeinde nicht gemessen hatte."),
    ("ru", "Жалоба касалась шума бара, который администрация не измерила."),
]


@pytest.mark.parametrize(("language", "text"), ABOUT)
def test_what_a_complaint_was_about_is_background(language, text):
    body = OMBUDSMAN.get(language, "Ombudsman")
    assert said_of(paragraph(text), body=body, title="Cases", language=language)[0].role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Complaint No. 24/6941", "The Council has at last written to the man who asked."),
        ("es", "Queja número 24/6941", "El Ayuntamiento emitió informe que daba respuesta al reclamante."),
    ],
)
def test_a_number_makes_a_complaint_a_case(language, heading, text):
    told = said_of(section(heading), paragraph(text), body=OMBUDSMAN[language], language=language)[0]
    assert told.role is not Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "decision", "facts", "text"),
    [
        ("en", "Decision in case 18/0879", "Facts", "The street is narrow, and cars are parked badly."),
        ("fr", "Décision n° 18/0879", "Antécédents", "La rue est étroite, et des voitures gênent."),
        (
            "es",
            "Resolución formulada en la queja 18/0879",
            "ANTECEDENTES",
            "La calle es estrecha y deficiente.",
        ),
    ],
)
def test_the_facts_of_a_decision_are_background(language, decision, facts, text):
    above = (section(decision), section(facts, 2))
    told = said_of(*above, paragraph(text, "1"), body=OMBUDSMAN[language], language=language)[0]
    assert told.role is Role.BACKGROUND


def test_what_we_recommend_first_gives_the_force():
    text = (
        "Formulamos Resolución al Ayuntamiento recomendando que actúe, y le instamos a procurar su retirada."
    )
    asked = said_of(paragraph(text), body=OMBUDSMAN["es"], title="Resolución", language="es")[0]
    assert (asked.role, asked.force) == (Role.RECOMMENDATION, 3)
