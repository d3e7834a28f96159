"""Acts that a report lists by their verbs, with no subject: the body is understood."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import paragraph, said_of, section

DECIDES, FINDS = (Role.DECISION, None, None), (Role.OBSERVATION, None, None)
ACTS = [
    ("en", "Report of the Council", "Council", [
        ("Agreed not to replace the charts (para. 1).", *DECIDES),
        ("Stressed the importance of lights (para. 2).", *FINDS),
        ("Urged Member States to keep the lights (para. 3).", Role.RECOMMENDATION, 4, ["member-states"]),
        ("Took note of the delay and urged Member States to act.", Role.RECOMMENDATION, 4, ["member-states"]),
        ("Proposed that the Secretariat adopt a plan.", Role.RECOMMENDATION, 3, ["secretariat"]),
    ]),
    ("fr", "Rapport du Conseil", "Conseil", [
        ("Est convenu de ne pas remplacer les cartes (par. 1).", *DECIDES),
        ("A souligné l'importance des phares (par. 2).", *FINDS),
        ("A exhorté les États Membres à garder les phares.", Role.RECOMMENDATION, 4, ["member-states"]),
        ("A pris note du retard et a exhorté les pays à agir.", Role.RECOMMENDATION, 4, ["member-states"]),
        ("A proposé que le Secrétariat adopte un plan.", Role.RECOMMENDATION, 2, ["secretariat"]),
    ]),
    ("es", "Informe del Consejo", "Consejo", [
        ("Acordó no sustituir los mapas (párr. 1).", *DECIDES),
        ("Subrayó la importancia de los faros (párr. 2).", *FINDS),
        ("Exhortó a los países a mantener los faros.", Role.RECOMMENDATION, 4, ["member-states"]),
        ("Propuso que la Secretaría adoptara un plan.", Role.RECOMMENDATION, 3, ["secretariat"]),
    ]),
    ("pt", "Relatório do Conselho", "Conselho", [
        ("Decidiu não substituir os mapas.", *DECIDES),
        ("Exortou os países a manter os faróis.", Role.RECOMMENDATION, 4, ["member-states"]),
        ("Propôs que o Secretariado adotasse um plano.", Role.RECOMMENDATION, 3, ["secretariat"]),
        ("Aprovou o plano de trabalho.", *DECIDES),
    ]),
    ("it", "Relazione del Consiglio", "Consiglio", [
        ("Ha deciso di non sostituire le carte.", *DECIDES),
        ("Ha sottolineato l'importanza dei fari.", *FINDS),
        ("Ha esortato i paesi a mantenere i fari.", Role.RECOMMENDATION, 4, ["member-states"]),
    ]),
    ("ru", "Доклад Совета", "Совет", [
        ("Постановил не заменять карты.", *DECIDES),
        ("Подчеркнул важность маяков для судов.", *FINDS),
        ("Настоятельно призвал страны сохранить маяки.", Role.RECOMMENDATION, 4, ["member-states"]),
    ]),
]  # fmt: skip


@pytest.mark.parametrize("acts", ACTS, ids=[one[0] for one in ACTS])
def test_acts_listed_by_their_verbs_are_the_bodys(acts):
    language, title, body, told = acts
    texts = (paragraph(text) for text, *_ in told)
    found = said_of(section("2026"), *texts, language=language, title=title, body=body)
    assert [(one.role, one.force, one.addressees) for one in found] == [tuple(one[1:]) for one in told]


def test_one_text_that_opens_with_a_participle_lists_no_acts():
    found = said_of(
        section("The fund"),
        paragraph("Established in 1990, the fund pays for lights."),
        paragraph("The fund has paid for lights in nine harbours."),
        paragraph("Adopted texts are printed in the annex."),
        body="Council",
    )
    assert Role.DECISION not in [one.role for one in found]


@pytest.mark.parametrize(
    ("title", "body", "heading"),
    [
        ("Evaluation of the lights", "Evaluation Office", "Achievements"),
        ("Report of the Council", "Council", "Steps taken by the Government"),
        ("Report of the Council", "Council", "Measures by Norway"),
    ],
)
def test_acts_of_those_on_whom_a_report_or_section_is_are_not_the_bodys(title, body, heading):
    texts = ("Adopted a plan for lights.", "Approved a budget for lights.", "Decided to close the mine.")
    found = said_of(section(heading), *map(paragraph, texts), title=title, body=body)
    assert {one.role for one in found} == {Role.BACKGROUND}
