"""Texts that open with a participle, as preambles do, and go on to what a body asks."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section


@pytest.mark.parametrize(
    ("language", "title", "formula", "lead", "point"),
    [
        ("en", "Report of the Committee on its third session", "The Committee,",
         "Taking into account the discussion, the Committee urged the Government to:",
         "lift the moratorium;"),
        ("en", "Report of the Committee on its third session", "The Committee,",
         "Having considered the report, the Committee strongly urged States to:",
         "lift the moratorium;"),
        ("fr", "Rapport de la Commission sur sa troisième session", "La Commission,",
         "Prenant en compte la discussion, la Commission a prié le Gouvernement de :",
         "lever le moratoire ;"),
        ("es", "Informe de la Comisión sobre su tercer período de sesiones", "La Comisión,",
         "Teniendo en cuenta el debate, la Comisión instó al Gobierno a:",
         "levantar la moratoria;"),
        ("pt", "Relatório da Comissão sobre a sua terceira sessão", "A Comissão,",
         "Tendo em conta o debate, a Comissão instou o Governo a:",
         "levantar a moratória;"),
        ("it", "Relazione del Comitato sulla sua terza sessione", "Il Comitato,",
         "Tenuto conto del dibattito, il Comitato ha esortato il Governo a:",
         "revocare la moratoria;"),
        ("de", "Bericht des Ausschusses über seine dritte Tagung", "Der Ausschuss,",
         "Unter Berücksichtigung der Aussprache forderte der Ausschuss die Regierung auf:",
         "das Moratorium aufzuheben;"),
        ("ru", "Доклад Комитета о работе его третьей сессии", "Комитет,",
         "Принимая во внимание обсуждение, Комитет настоятельно призвал правительство:",
         "отменить мораторий;"),
        ("ar", "تقرير اللجنة عن دورتها الثالثة", "إن اللجنة،",
         "وإذ تأخذ في اعتبارها المناقشة، حثت اللجنة الحكومة على ما يلي:", "رفع الوقف؛"),
        ("zh", "委员会第三届会议报告", "委员会，",
         "考虑到讨论情况，委员会敦促政府：", "取消暂停措施；"),
    ],
)  # fmt: skip
def test_a_body_that_asks_after_a_participle_asks(language, title, formula, lead, point):
    nodes = [section("X"), paragraph(formula), paragraph(lead), item(point, "a")]
    nodes = said_of(*nodes, language=language, title=title, body=title)
    assert [one.role for one in nodes[1:]] == [Role.RECOMMENDATION] * 2


def test_what_a_preamble_recalls_that_a_body_asked_is_no_request():
    text = "Recalling that, in its decision 4/1, the Committee urged States to count the wells:"
    _formula, recalled = said_of(section("X"), paragraph("The Committee,"), paragraph(text))
    assert recalled.role is Role.PREAMBULAR


def test_whose_conclusions_they_are_enacts_nothing():
    nodes = said_of(
        section("Case"),
        paragraph("Conclusions of the Committee"),
        paragraph("Welcoming the register, the Committee requested the Government to publish it."),
        paragraph("Taking note of the delays, it regretted them."),
    )
    assert Role.PREAMBULAR not in [one.role for one in nodes]


def test_a_report_in_a_list_of_documents_enacts_nothing():
    nodes = said_of(
        section("Provisional agenda for the thirtieth session"),
        item("Adoption of the agenda.", "1"),
        paragraph("Documentation"),
        paragraph("Report of the Secretary-General on the outcomes of the World Summit"),
        item("Readers of labels:", "2"),
        item("Election of the Chair.", "3"),
        title="Report of the Commission on its twenty-ninth session", body="Commission",
    )  # fmt: skip
    assert {one.role for one in nodes} == {Role.PROCEDURAL}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("RECALLING the value of wells;", "AWARE that wells run dry; and")),
        ("fr", ("RAPPELANT la valeur des puits;", "CONSCIENTE que les puits tarissent; et")),
        ("es", ("RECONOCIENDO el valor de los pozos;", "CONSCIENTE de que los pozos se secan; y")),
    ],
)
def test_a_counted_preamble_in_capitals_is_one(language, texts):
    nodes = said_of(
        section("X"), *(paragraph(text, str(at)) for at, text in enumerate(texts, 1)), language=language
    )
    assert [one.role for one in nodes] == [Role.PREAMBULAR] * 2
