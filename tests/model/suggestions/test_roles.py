"""What a paragraph does in its report, by its words and the heading above it."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        (
            "Opening of the meeting",
            "The meeting was opened by the Chair on 10 September 2024.",
            Role.PROCEDURAL,
        ),
        ("Election of officers", "The Working Group elected the following officers:", Role.PROCEDURAL),
        (
            "Introduction",
            "Pursuant to decision 2/4, the Working Group was established in 2022.",
            Role.BACKGROUND,
        ),
        (
            "Conclusions",
            "The Committee is concerned that most accidents are never reported.",
            Role.OBSERVATION,
        ),
        ("Recommendations", "The Working Group adopted the recommendations provided below.", Role.DECISION),
        ("Deliberations", "The Working Group observed that few accidents are reported.", Role.OBSERVATION),
        ("Adoption of the report", "Some States parties raised the issue of annex I.", Role.STATEMENT),
        ("References", "Marrow, I. Harbours in winter. Port Ellery, 2019.", Role.OTHER),
        ("", "The Committee decided to hold its next session in 2025.", Role.DECISION),
    ],
)
def test_words_and_the_heading_above_give_the_role(heading, text, role):
    assert said(text, heading).role is role


def test_the_same_sentence_means_another_thing_under_another_heading():
    text = "Harbours should be marked, and soundings should be published."
    assert said(text, "Recommendations").role is Role.RECOMMENDATION
    assert said(text, "Summary of the discussion").role is Role.STATEMENT


def test_a_heading_below_keeps_what_the_heading_above_was_for():
    found = said_of(
        section("Recommendations"),
        section("Lights", 2),
        paragraph("Establish two lights at every harbour entrance.", "4"),
    )
    assert found[0].role is Role.RECOMMENDATION


def test_every_paragraph_gets_exactly_one_role_in_reading_order():
    texts = ["The meeting was opened.", "States should report.", "Nothing in particular.", ""]
    found = said_of(section("Report"), *(paragraph(text, str(n)) for n, text in enumerate(texts, 1)))
    assert [one.text for one in found] == texts
    assert all(Role(one.value(Slot.ROLE)) for one in found)


def test_names_that_semicolons_part_are_one_sentence_of_a_session():
    found = said(
        "Presentations were made by the Minister of Fisheries of Norland, Ida Falk; the Minister of Wells of "
        "Kadoria, Omar Reis; and the head of a cooperative, Ana Lima.",
        "Panel discussion",
    )
    assert found.role is Role.PROCEDURAL


def test_a_body_that_recalls_what_should_be_observes():
    one = said("The Committee recalls that no person should be dismissed for joining a union.")
    assert one.role is Role.OBSERVATION


def test_what_is_to_be_done_is_no_business_of_the_session():
    one = said_of(
        paragraph("The Committee decided to place an item on wells on the agenda.", "4"), symbol="A/1"
    )
    assert one[0].role is Role.DECISION
    one = said_of(
        paragraph("The Committee endorsed the plan annexed to the present report.", "5"), symbol="A/1"
    )
    assert one[0].role is Role.DECISION


IN_SESSION = [
    (
        "Minutes of the 351st session of the Governing Body",
        "The Governing Body approved the costs of the wells.",
    ),
    ("Executive Board, 154th session: summary records", "The Board noted the report."),
]


@pytest.mark.parametrize(("title", "text"), IN_SESSION)
def test_an_organ_whose_session_a_report_is_of_decides_in_it(title, text):
    found = said_of(paragraph(text, "4"), title=title, symbol="GB.351/PV")
    assert found[0].role is Role.DECISION


def test_an_organ_asks_in_the_minutes_of_its_session_whatever_tense_a_committee_has_in_them():
    texts = (
        "The Committee requests the Government to reinstate them.",
        "The Committee urges the Government to reply.",
        "The Governing Body, having noted the views expressed, requested the Director-General to report.",
    )
    title = "Minutes of the 351st session of the Governing Body"
    found = said_of(*(paragraph(text, str(n)) for n, text in enumerate(texts)), title=title, symbol="GB/1")
    assert [one.role for one in found] == [Role.RECOMMENDATION] * 3
    assert found[2].addressees == ["secretariat"]


CRITERIA = [
    ("en", "The Procurement Manual requires that vendors be evaluated once a year."),
    ("en", "Under the terms of the contracts, invoices are payable within 30 days."),
    ("es", "De acuerdo con el manual operativo, cada pozo debe ser inspeccionado."),
    ("ru", "Согласно статье 34 кодекса, колодцы проверяются ежегодно."),
]


@pytest.mark.parametrize(("language", "text"), CRITERIA)
def test_what_a_norm_prescribes_is_background_among_results_too(language, text):
    headings = {"en": "Audit results", "fr": "Constats", "es": "Resultados", "ru": "Результаты проверки"}
    assert said(text, heading=headings[language], language=language).role is Role.BACKGROUND


def test_a_body_that_agrees_that_something_is_so_decides_nothing():
    text = "The Committee agreed that regular inspection is good practice."
    assert said_of(paragraph(text, "3"), symbol="A/1")[0].role is Role.OBSERVATION
    text = "The Committee agreed that its next session would be held in Rome."
    assert said_of(paragraph(text, "4"), symbol="A/1")[0].role is Role.DECISION


def test_what_a_norm_says_that_must_be_is_asked_by_nobody():
    text = "According to paragraph 4.2 of the policy, payment lists must be certified by staff members."
    assert said(text, heading="Findings and recommendations").role is Role.BACKGROUND
    text = "The manual requires that vendors be evaluated. The Mission should evaluate its vendors."
    assert said(text, heading="Findings and recommendations").role is Role.RECOMMENDATION


BUSINESS = [
    ("en", "The Committee elected Mr. Sow (Senegal) as Chair."),
    ("en", "The Chair declared the session open."),
    ("es", "Participaron en el período de sesiones representantes de 43 Estados."),
    ("pt", "Na sua primeira sessão, o Comité adotou a ordem do dia."),
    ("ru", "На своем 1-м заседании Комитет утвердил предварительную повестку дня."),
    ("ru", "Следующая сессия состоится в Женеве в июне 2025 года."),
    ("ar", "أقرت اللجنة في جلستها الأولى جدول الأعمال المؤقت."),
]


@pytest.mark.parametrize(("language", "text"), BUSINESS)
def test_what_a_session_adopts_and_whom_it_elects_is_its_business_under_any_heading(language, text):
    found = said_of(paragraph(text, "7"), language=language, symbol="A/79/21")
    assert found[0].role is Role.PROCEDURAL


def test_what_a_body_must_decide_is_not_decided():
    text = "The Committee must decide, in accordance with its rules of procedure, whether it is admissible."
    assert said_of(paragraph(text, "7"), symbol="A/79/21")[0].role is Role.BACKGROUND


NOTED = [
    ("en", "The Committee takes note of the measures taken by the State party.", Role.OBSERVATION),
    ("en", "The Committee took note of the report of the Secretary-General.", Role.DECISION),
    ("es", "El Comité toma nota de que el Estado parte ha aprobado una ley.", Role.OBSERVATION),
    ("es", "El Comité tomó nota del informe del Secretario General.", Role.DECISION),
    ("fr", "Le Comité prend note du fait que l’État partie a adopté une loi.", Role.OBSERVATION),
    ("ru", "Комитет принимает к сведению меры, принятые государством-участником.", Role.OBSERVATION),
    ("ar", "تحيط اللجنة علما بالتدابير التي اتخذتها الدولة الطرف.", Role.OBSERVATION),
    ("zh", "委员会注意到秘书长的报告。", Role.DECISION),
    ("zh", "委员会注意到该国尚未提交报告。", Role.OBSERVATION),
    ("zh", "工作组注意到许多国家缺乏数据。", Role.OBSERVATION),
]


@pytest.mark.parametrize(("language", "text", "role"), NOTED)
def test_taking_note_of_a_paper_decides_and_of_what_is_so_finds(language, text, role):
    assert said_of(paragraph(text, "5"), language=language, symbol="CRC/C/1")[0].role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Committee will recommend the plan of wells at its next session.", Role.DECISION),
        ("The Panel established that two owners knew of the leak.", Role.DECISION),
        ("The Committee was encouraged to note that wells had been drilled.", Role.RECOMMENDATION),
        ("The Board now appeals to this Court with leave.", Role.RECOMMENDATION),
        ("Hospitals should have conducted a test of the wells.", Role.RECOMMENDATION),
        ("The remaining funds are expected to be spent in full.", Role.RECOMMENDATION),
        ("While wells should help towns, the Committee reiterates its findings.", Role.RECOMMENDATION),
    ],
)
def test_what_is_foreseen_felt_or_found_neither_asks_nor_decides(text, role):
    assert said_of(section("Recommendations"), paragraph(text, "7"))[0].role is not role


ITSELF = [
    ("en", "This section examines how wells are inspected and highlights persistent gaps.", "This section"),
    ("en", "Wells are essential. This chapter describes how they are inspected.", "This chapter"),
    (
        "fr",
        "Le présent rapport examine les lacunes persistantes de l’inspection des puits.",
        "Le présent rapport",
    ),
    ("es", "La presente sección examina las deficiencias de la inspección.", "La presente sección"),
    ("ru", "В настоящем докладе рассматриваются недостатки проверок.", "В настоящем докладе"),
    ("ar", "يتناول هذا التقرير أوجه القصور في التفتيش.", "يتناول هذا التقرير"),
    ("zh", "本报告审查了检查工作的不足之处。", "本报告"),
]
FINDINGS = {
    "fr": "Constatations",
    "es": "Conclusiones",
    "ru": "Выводы",
    "ar": "الاستنتاجات",
    "zh": "审计结论",
}


@pytest.mark.parametrize(("language", "text", "itself"), ITSELF)
def test_what_a_report_says_of_what_is_in_it_is_no_finding(language, text, itself):
    one = said(text, FINDINGS.get(language, "Findings"), language)
    assert one.role is Role.BACKGROUND
    assert itself in one.evidence(Slot.ROLE)


def test_what_a_report_shows_is_a_finding():
    assert said("This study shows that wells are rarely inspected.", "Findings").role is Role.OBSERVATION


def test_what_tells_no_figures_is_a_little_more_often_a_finding():
    assert said("Clear inspections differ from district to district.").role is Role.OBSERVATION
    assert said("Clear inspections differ in 12 districts.").role is Role.BACKGROUND


def test_figures_without_a_word_of_finding_are_facts_even_among_findings():
    text = "In 2021 a total of 340 wells were dug in March and April for 56 million crowns."
    assert said(text, "Findings").role is Role.BACKGROUND
    assert said(f"{text} This is insufficient.", "Findings").role is Role.OBSERVATION


def test_those_who_would_be_well_advised_do_not_advise():
    one = said("Governments would be well advised to prepare for drought.")
    assert (one.role, one.force) == (Role.RECOMMENDATION, 3)


def test_a_verb_that_something_is_to_be_done_to_is_a_noun():
    assert said("Report to be considered.", "Recommendations").role is not Role.RECOMMENDATION


def test_the_board_that_an_audit_is_for_is_told_and_the_mission_reviewed():
    acts = [paragraph(f"The Executive Board approved plan {number}.", str(number)) for number in "123"]
    asks = [paragraph(f"The {body} should read it.", "4") for body in ("Executive Board", "Mission")]
    found = said_of(*acts, *asks, title="Audit of wells")
    assert [one.addressees for one in found[3:]] == [["parent-body"], ["management"]]


@pytest.mark.parametrize(
    ("language", "heading", "text", "role"),
    [
        ("en", "Wells", "The guidance does not define which wells come first.", Role.OBSERVATION),
        ("en", "Judgment", "In my judgment the order was unlawful.", Role.OBSERVATION),
        ("en", "Judgment", "For these reasons the order is hereby quashed.", Role.DECISION),
        ("en", "Judgment", "This is an appeal against the refusal of a permit.", Role.BACKGROUND),
        ("en", "Wells", "According to company officials, few wells are inspected.", Role.STATEMENT),
        ("en", "Wells", "Federal standards for wells state that lids should be locked.", Role.BACKGROUND),
        ("en", "Wells", "The Panel inspected four pumps at Port Ellery in May.", Role.BACKGROUND),
        ("fr", "Puits", "Le registre ne permet pas de suivre les contrôles.", Role.OBSERVATION),
        ("fr", "Débats", "Le point a été renvoyé à un groupe de contact.", Role.PROCEDURAL),
        ("es", "Pozos", "El registro no permite seguir las inspecciones.", Role.OBSERVATION),
        ("es", "Antecedentes", "En 2014 la empresa presentó el estudio del pozo.", Role.BACKGROUND),
        ("pt", "Poços", "O controlo dos poços é deficiente.", Role.OBSERVATION),
        ("ru", "Скважины", "Реестр не обеспечивает учета проверок.", Role.OBSERVATION),
        ("ar", "الآبار", "لوحظ عدم وجود سجل للآبار.", Role.OBSERVATION),
        ("ar", "الآبار", "أفادت الوزارة بأنها أعدت سجلا للآبار.", Role.STATEMENT),
        ("zh", "事故原因", "阀门老化，无人更换。", Role.OBSERVATION),
        ("zh", "水井", "据政府官员称，水井已经检查。", Role.STATEMENT),
        ("ru", "Скважины", "Правительство отрицает, что скважины не проверялись.", Role.STATEMENT),
        ("es", "Pozos", "La misión mantuvo reuniones con 25 operarios.", Role.BACKGROUND),
    ],
)
def test_words_of_courts_audits_and_inquiries(language, heading, text, role):
    assert said(text, heading, language).role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("For its part, the Assembly decides to publish fewer reports.", Role.DECISION),
        ("The Council decides that wells be mapped.", Role.DECISION),
        ("If the Assembly decides to publish fewer reports, the wells are told.", Role.BACKGROUND),
        ("The Assembly decided to publish fewer reports in 2014.", Role.BACKGROUND),
    ],
)
def test_who_decides_in_these_very_words_decides(text, role):
    assert said_of(section("Wells"), paragraph(text, "7"), symbol="A/2")[0].role is role


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Presentation of the brief", "The Forum heard a presentation of the policy brief."),
        ("Matters brought to the attention of the Council",
         "The following resolutions adopted by the Commission are brought to the attention of the Council:"),
        ("Evaluation", "The Director of the Audit Group presented the first evaluation of the plan."),
    ],
)  # fmt: skip
def test_what_a_session_heard_and_sends_on_is_business(heading, text):
    assert said(text, heading).role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Good practice: The Agency opens its wells to visitors."), ("zh", "结论：水井很少。")],
)
def test_what_is_labelled_as_found_is_found(language, text):
    assert said(text, "Wells", language=language).role is Role.OBSERVATION


def test_a_body_decides_in_these_very_words_with_nothing_between():
    text = "The General Assembly, as before, decides to map the wells."
    assert said(text).role is not Role.DECISION
    assert said(text.replace(", as before,", "")).role is Role.DECISION


def test_a_list_that_is_adopted_is_business_in_an_introduction():
    text = "The Committee adopted the list of questions on the report of Norland."
    assert said(text, "Introduction").role is Role.PROCEDURAL


def test_a_purpose_before_what_must_be_done_asks_nobody_in_a_background():
    assert said("To close these gaps, wells must be mapped.", "Background").role is Role.BACKGROUND
    assert said("To close these gaps, wells should be mapped.", "Background").role is Role.RECOMMENDATION


APPROVED = [
    ("en", "Committee", "The present text is the final version of the report that the Committee approved."),
    ("fr", "Comité", "Le présent texte est la version définitive du rapport que le Comité a approuvé."),
    ("es", "Comité", "El presente texto es la versión definitiva del informe que el Comité aprobó."),
    ("pt", "Comité", "O presente texto é a versão final do relatório que o Comité aprovou."),
    (
        "it",
        "Comitato",
        "Il presente testo è la versione finale della relazione che il Comitato ha approvato.",
    ),
]


@pytest.mark.parametrize(("language", "body", "text"), APPROVED)
def test_what_a_body_approved_is_told_where_a_clause_only_says_which_text_is_meant(language, body, text):
    one = said_of(paragraph(text, "1"), title=body, body=body, language=language)[0]
    assert one.role is Role.BACKGROUND


PUBLISHED = [
    ("en", "The recommendations database contains what we have asked for and what has not been done."),
    ("en", "As of December 7, 2021, there are 4653 recommendations that nobody has closed yet."),
    ("fr", "La base de données contient les recommandations qui ne sont pas encore appliquées."),
    ("es", "La base de datos contiene las recomendaciones que todavía no se han aplicado."),
    ("pt", "A base de dados contém as recomendações que ainda não foram aplicadas."),
    ("it", "La banca dati contiene le raccomandazioni non ancora attuate."),
    ("de", "Die Datenbank enthält die Empfehlungen, die noch nicht umgesetzt sind."),
]


@pytest.mark.parametrize(("language", "text"), PUBLISHED)
def test_what_an_office_publishes_is_background(language, text):
    assert said_of(paragraph(text), body="Audit Office", language=language)[0].role is Role.BACKGROUND


def test_what_a_register_shows_is_a_finding():
    text = "The national register shows that fees were not collected."
    audit = "Report of the Auditor-General on the inspection of schools"
    assert said_of(paragraph(text, "1"), title=audit, body=audit)[0].role is Role.OBSERVATION
