"""When bodies and meetings sit, and the other business of their sessions and inquiries."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said_of, section


def role_of(text: str, title: str, language: str = "en", heading: str = "") -> Role:
    above = [section(heading)] if heading else []
    return said_of(*above, paragraph(text, "1"), title=title, body=title, language=language)[0].role


TITLE = "United Nations Report of the Conference of the Parties on its sixth meeting"
SITTINGS = [
    ("en", TITLE, "Introduction", "The sixth meeting of the Conference of the Parties to the Convention "
     "was held in Port Ellery from 9 to 13 November 2026. It was opened on Monday."),
    ("fr", "Nations Unies Rapport de la Conférence des Parties sur sa sixième réunion", "Introduction",
     "La sixième réunion de la Conférence des Parties à la Convention s’est tenue au siège du Programme à "
     "Port Ellery du 9 au 13 novembre 2026."),
    ("es", "Naciones Unidas Informe de la Conferencia de las Partes sobre su sexta reunión", "Introducción",
     "La sexta reunión de la Conferencia de las Partes en el Convenio se celebró en Puerto Claro del 9 al 13 "
     "de noviembre de 2026."),
    ("pt", "Nações Unidas Relatório da Conferência das Partes sobre a sua sexta reunião", "Introdução",
     "A sexta reunião da Conferência das Partes na Convenção realizou-se em Porto Claro de 9 a 13 de "
     "novembro de 2026."),
    ("it", "Nazioni Unite Relazione della Conferenza delle Parti sulla sua sesta riunione", "Introduzione",
     "La sesta riunione della Conferenza delle Parti della Convenzione si è tenuta a Porto Chiaro dal 9 al "
     "13 novembre 2026."),
    ("de", "Vereinte Nationen Bericht der Konferenz der Vertragsparteien über ihre sechste Tagung",
     "Einleitung",
     "Die sechste Tagung der Konferenz der Vertragsparteien des Übereinkommens fand vom 9. bis 13. November "
     "2026 am Sitz des Programms in Hellhafen statt."),
    ("ru", "Организация Объединенных Наций Доклад Конференции Сторон о работе её шестого совещания",
     "Введение",
     "Шестое совещание Конференции Сторон Конвенции проходило в Порту с 9 по 13 ноября 2026 года."),
    ("ar", "الأمم المتحدة تقرير مؤتمر الأطراف عن اجتماعه السادس", "مقدمة",
     "عُقد الاجتماع السادس لمؤتمر الأطراف في الاتفاقية في الفترة من 9 إلى 13 تشرين الثاني/نوفمبر 2026."),
    ("zh", "联合国缔约方会议第六次会议报告", "导言",
     "《公约》缔约方会议第六次会议于2026年11月9日至13日在总部举行。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "heading", "text"), SITTINGS)
def test_when_the_reported_session_was_held_is_its_business(language, title, heading, text):
    assert role_of(text, title, language, heading) is Role.PROCEDURAL


def test_when_an_earlier_session_was_held_is_history():
    text = "The fifth meeting of the Conference of the Parties was held in Bonn from 9 to 13 November 2024."
    assert role_of(text, TITLE, heading="Introduction") is Role.BACKGROUND


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A second workshop will be held in the spring of 2027."),
        ("fr", "Un deuxième atelier se tiendra au printemps 2027."),
        ("pt", "Um segundo seminário realizar-se-á na primavera de 2027."),
        ("it", "Un secondo seminario si terrà nella primavera del 2027."),
        ("de", "Ein zweiter Workshop wird im Frühjahr 2027 stattfinden."),
        ("ru", "Второй семинар состоится весной 2027 года."),
        ("ar", "ستعقد حلقة العمل الثانية في ربيع عام 2027."),
        ("es", "Un segundo taller se celebrará en la primavera de 2027."),
        ("zh", "第七次会议将于2027年5月3日至5日在日内瓦举行。"),
    ],
)
def test_when_a_further_meeting_will_be_held_is_business(language, text):
    titles = {one: title for one, title, *_ in SITTINGS}
    assert role_of(text, titles[language], language) is Role.PROCEDURAL


@pytest.mark.parametrize(
    "text",
    [
        "In accordance with article 7 of the Standing Orders, the Conference set up a Committee.",
        "The present report was adopted on the basis of the draft report circulated as document A/C.9/L.1.",
        "On 12 January 2026, the Department addressed a note verbale to all States.",
        "The programme and the list of participants are given in the appendices.",
        "The following witnesses gave evidence. Transcripts can be viewed on the Committee’s website.",
        "Summary agreed to.",
    ],
)
def test_formulas_of_sessions_and_inquiries_are_business(text):
    assert role_of(text, TITLE) is Role.PROCEDURAL


def test_what_somebody_was_unable_to_say_is_nobodys_word():
    lead, point = said_of(
        section("Guardianship"),
        paragraph("The Commission found the following in 2025:", "4"),
        item("Four residents of one institution were unable to complain to the Commission because:", "c"),
        title="Submission to the Committee", body="Lusenian Human Rights Commission",
    )  # fmt: skip
    assert point.role is lead.role
