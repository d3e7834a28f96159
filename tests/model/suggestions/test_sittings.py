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


# An agenda or a report that was adopted, whoever adopted it.
PASSED = [
    ("en", "The Provisional Annotated Agenda (EC/48/CRP.2) and the report of the last meeting were both "
     "unanimously adopted."),
    ("fr", "L’ordre du jour provisoire (E/48/1) a été adopté sans modification."),
    ("es", "El temario provisional (E/48/1) fue aprobado sin cambios."),
    ("es", "Se aprobaron, con enmiendas, el temario y el programa de trabajo."),
    ("pt", "A ordem do dia (E/48/1) foi aprovada sem alterações."),
    ("it", "L’ordine del giorno (E/48/1) è stato approvato senza modifiche."),
    ("de", "Die Tagesordnung (E/48/1) wurde ohne Änderungen angenommen."),
    ("ru", "Предварительная повестка дня (E/48/1) была утверждена без изменений."),
    ("ar", "اعتُمد جدول الأعمال المؤقت (E/48/1) دون تعديل."),
    ("zh", "临时议程(E/48/1)获得通过。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PASSED)
def test_that_an_agenda_was_adopted_is_business(language, text):
    assert role_of(text, "Report", language) is Role.PROCEDURAL


def test_that_something_else_was_adopted_is_none():
    text = "The timetable of the Ministry listed the measures that were adopted in the north."
    assert role_of(text, "Report") is Role.BACKGROUND


# What was adopted in another year, though it is called as a session's papers are.
HISTORY = [
    ("en", "The 2030 Agenda for Sustainable Development was adopted in 2015."),
    ("es", "La Agenda 2030 para el Desarrollo Sostenible fue aprobada en 2015."),
    ("pt", "O regimento foi aprovado por lei em 2010."),
    ("fr", "Les pouvoirs du ministre ont été approuvés par la loi de 2012."),
    ("de", "Das Protokoll von Hellhafen wurde 1997 angenommen."),
]


@pytest.mark.parametrize(("language", "text"), HISTORY)
def test_what_was_adopted_in_another_year_is_history(language, text):
    assert role_of(text, "Report", language) is Role.BACKGROUND


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the last meeting were adopted on 9 November 2026.",
        "The timetable for 2027 was adopted without changes.",
    ],
)
def test_papers_adopted_on_a_day_or_for_a_year_are_business(text):
    assert role_of(text, "Report") is Role.PROCEDURAL


HOSTED = [
    ("en", "At the kind invitation of the Government of Norland, the sixth meeting of the Forum was held in "
     "Port Ellery from 9 to 13 November 2026."),
    ("fr", "À l’invitation du Gouvernement du Norland, la sixième réunion du Forum s’est tenue à Port Ellery"
     " du 9 au 13 novembre 2026."),
    ("es", "Por invitación del Gobierno de Norlandia, la sexta reunión del Foro se celebró en Puerto Claro "
     "del 9 al 13 de noviembre de 2026."),
    ("pt", "A convite do Governo da Norlândia, a sexta reunião do Fórum realizou-se em Porto Claro de 9 a 13"
     " de novembro de 2026."),
    ("it", "Su invito del Governo della Norlandia, la sesta riunione del Forum si è tenuta a Porto Chiaro "
     "dal 9 al 13 novembre 2026."),
    ("de", "Auf Einladung der Regierung von Nordland fand die sechste Tagung des Forums vom 9. bis 13. "
     "November 2026 in Hellhafen statt."),
    ("ru", "По приглашению правительства Норландии шестое совещание Форума проходило в Порту с 9 по 13 "
     "ноября 2026 года."),
    ("ar", "تلبية لدعوة كريمة من حكومة نورلاند، انعقد الاجتماع السادس للمنتدى في الفترة من 9 إلى 13 تشرين "
     "الثاني/نوفمبر 2026."),
    ("zh", "应诺兰政府邀请，论坛第六次会议于2026年11月9日至13日举行。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), HOSTED)
def test_a_session_that_somebody_invited_to_is_the_reported_one(language, text):
    assert role_of(text, "Report", language) is Role.PROCEDURAL


def test_a_visit_at_somebodys_invitation_is_no_session():
    text = "At the invitation of the Government, the expert visited Norland from 9 to 13 November 2026."
    assert role_of(text, "Report") is Role.BACKGROUND


MET = [
    ("en", "We, the Ministers of Fisheries of the Wells Region, met in Port Ellery on 9 November 2026 under "
     "the chairmanship of Norland."),
    ("fr", "Nous, ministres des pêches de la région, nous sommes réunis à Port Ellery le 9 novembre 2026."),
    ("es", "Nosotros, los Ministros de Pesca de la región, nos reunimos en Puerto Claro el 9 de noviembre de"
     " 2026."),
    ("pt", "Nós, os Ministros das Pescas da região, reunimo-nos em Porto Claro em 9 de novembro de 2026."),
    ("it", "Noi, i Ministri della pesca della regione, ci siamo riuniti a Porto Chiaro il 9 novembre 2026."),
    ("de", "Wir, die Fischereiministerinnen und -minister der Region, sind am 9. November 2026 in Hellhafen "
     "zusammengekommen."),
    ("ru", "Мы, министры рыболовства региона, собрались в Порту 9 ноября 2026 года."),
    ("ar", "نحن، وزراء الصيد في المنطقة، اجتمعنا في الميناء في 9 تشرين الثاني/نوفمبر 2026."),
    ("zh", "我们，本区域渔业部长，于2026年11月9日在总部举行会议。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), MET)
def test_those_who_declare_something_open_with_when_they_met(language, text):
    assert role_of(text, "Declaration", language) is Role.PROCEDURAL


def test_those_who_say_that_something_was_met_did_not_meet():
    text = "We, the auditors, noted that the targets were not met in 2025."
    assert role_of(text, "Report") is not Role.PROCEDURAL


CEREMONIES = [
    ("en", "The representatives of Norland and Kadoria attended the opening ceremony as guests."),
    ("en", "Her Excellency Ida Falk, President of Norland, addressed the opening ceremony of the sixth "
     "meeting."),
    ("fr", "Les représentants du Togo ont assisté à la cérémonie d’ouverture."),
    ("fr", "La Présidente du Togo a pris la parole à la séance d’ouverture."),
    ("es", "Los representantes de Chile asistieron a la ceremonia de apertura."),
    ("es", "La Presidenta de Chile intervino en la sesión inaugural."),
    ("pt", "Os representantes do Brasil participaram na cerimónia de abertura."),
    ("it", "I rappresentanti della Francia hanno assistito alla cerimonia di apertura."),
    ("de", "Die Vertreterinnen Kanadas nahmen an der Eröffnungsfeier teil."),
    ("ru", "Представители Чили присутствовали на церемонии открытия."),
    ("ar", "حضر ممثلو شيلي حفل الافتتاح بصفة ضيوف."),
    ("zh", "智利代表出席了开幕式。"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), CEREMONIES)
def test_who_was_or_spoke_at_a_ceremony_is_business(language, text):
    assert role_of(text, "Report", language) is Role.PROCEDURAL


def test_what_was_said_at_a_ceremony_is_a_statement():
    text = (
        "Lee Moor, Prime Minister of Norland, addressed the opening ceremony of the meeting. Noting that it "
        "was the sixth, Prime Minister Moor underlined that wells kept villages alive. This would go on."
    )
    assert role_of(text, "Report") is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "body", "text"),
    [
        ("en", "Working Party on Wells", "The Working Party approved its programme of work for 2027–2028."),
        ("es", "Comité de Pozos", "El Comité aprobó el programa de trabajo para 2027 y 2028."),
        ("fr", "Comité des puits", "Le Comité a adopté le programme de travail pour 2027 et 2028."),
    ],
)
def test_what_a_body_works_on_for_years_is_decided(language, body, text):
    found = said_of(paragraph(text, "11"), title=f"Report: {body}", body=body, language=language)
    assert found[0].role is Role.DECISION
