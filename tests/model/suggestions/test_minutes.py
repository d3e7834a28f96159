"""Minutes told in the present: who opens and closes, who asks and answers, what is decided."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said, said_of, section

TITLES = {
    "de": "Niederschrift über die 12. Sitzung des Umweltausschusses",
    "es": "Acta de la sesión ordinaria del Pleno del Ayuntamiento",
    "it": "Verbale della seduta del consiglio comunale",
    "pt": "Ata da reunião ordinária da Assembleia Municipal",
    "fr": "Relevé de la séance du conseil",
}
TOLD = [
    ("de", Role.PROCEDURAL, "Die Vorsitzende eröffnet die Sitzung und stellt die Beschlussfähigkeit fest."),
    ("de", Role.PROCEDURAL, "Die Tagesordnung wird einstimmig genehmigt."),
    ("de", Role.STATEMENT, "Herr Meier fragt nach dem Stand der Arbeiten am Brunnen."),
    ("de", Role.STATEMENT, "Die Verwaltung teilt mit, dass der Bau im Mai beginne."),
    ("de", Role.DECISION, "Der Ausschuss nimmt den Bericht zur Kenntnis."),
    ("es", Role.PROCEDURAL, "Se levanta la sesión a las 20.15 horas."),
    ("es", Role.STATEMENT, "El Sr. Gil pregunta por el estado de los pozos."),
    ("es", Role.DECISION, "El Pleno acuerda por unanimidad aprobar el convenio."),
    ("it", Role.PROCEDURAL, "La seduta è tolta alle ore 20.15."),
    ("it", Role.STATEMENT, "Il consigliere Rossi chiede a che punto siano i lavori."),
    ("pt", Role.PROCEDURAL, "Nada mais havendo a tratar, foi encerrada a reunião."),
    ("pt", Role.STATEMENT, "O vereador Silva perguntou pelo andamento dos poços."),
    ("fr", Role.PROCEDURAL, "La séance est levée à 20 h 15."),
]


@pytest.mark.parametrize(("language", "role", "text"), TOLD)
def test_minutes_tell_in_the_present(language, role, text):
    assert said_of(paragraph(text), language=language, title=TITLES[language])[0].role is role


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("ACTION: Clerk to write to the Council about the pump.", ["secretariat"]),
        ("Action – Secretariat to circulate the revised list.", ["secretariat"]),
        ("Action 3: Chair to send the minutes of the visit.", ["own-body"]),
        ("Action: circulate the minutes.", ["implicit"]),
        ("Action: JS to chase the builder.", ["implicit"]),
    ],
)
def test_what_is_labelled_as_to_be_done_is_asked(text, whom):
    told = said_of(section("Matters arising"), paragraph(text), body="Wells Users' Committee")[0]

    assert told.role is Role.RECOMMENDATION
    assert (told.force, told.addressees) == (3, whom)


@pytest.mark.parametrize(
    "text",
    ["Action: see annex II.", "Action: Letter to residents about the pump.", "Action: Access to water."],
)
def test_a_label_before_no_task_asks_nothing(text):
    assert said(text, "Matters arising").role is not Role.RECOMMENDATION
