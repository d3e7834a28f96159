"""Recommendations that call whom they ask by a label, and guidelines that recommend."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

CALLED = [
    (
        "fr",
        "Recommandation 4. À l'attention du ministère de la santé : élaborer un plan de garde.",
        ["national-authority"],
    ),
    ("en", "Recommendation 4. For the attention of Member States: publish the tables.", ["member-states"]),
    ("es", "Recomendación 4. Dirigida a los Estados Miembros: publicar los cuadros.", ["member-states"]),
]


@pytest.mark.parametrize(("language", "text", "whom"), CALLED)
def test_a_numbered_recommendation_calls_whom_it_asks(language, text, whom):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, whom)


LABELLED = [
    ("en", "Publish the tables every year. Addressed to: Member States."),
    ("en", "Publish the tables every year. Implementing entity: Member States."),
    ("fr", "Publier les tableaux chaque année. Entité chargée : États Membres."),
    ("es", "Publicar los cuadros cada año. Dirigida a: Estados Miembros."),
    ("ru", "Публиковать таблицы ежегодно. Адресат: государства-члены."),
    ("ar", "نشر الجداول كل سنة. موجهة إلى: الدول الأعضاء."),
    ("zh", "公布统计表。牵头机构：会员国。"),
]


@pytest.mark.parametrize(("language", "text"), LABELLED)
def test_a_label_behind_a_recommendation_says_whom_it_asks(language, text):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["member-states"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Норландавиа: пересмотреть порядок допуска."),
        ("en", "To the Lene Pilots: install a light on the pier."),
        ("en", "Training: hold two courses a year."),
    ],
)
def test_what_stands_before_a_colon_may_be_a_name_that_no_table_holds(language, text):
    assert said(text, RECOMMENDATIONS[language], language).role is Role.RECOMMENDATION


def test_a_label_before_a_colon_recommends_nothing_by_itself():
    assert said("Training: the courses were short.", "Recommendations").role is not Role.RECOMMENDATION


def test_headquarters_can_be_asked():
    one = said("Recommandation 2. Le siège devrait allouer des fonds au suivi.", "Recommandations", "fr")
    assert one.addressees == ["management"]


def test_a_guideline_suggests():
    one = said("In adults with asthma, we suggest a spacer rather than a mask.", "Recommendations")
    assert (one.role, one.force) == (Role.RECOMMENDATION, 2)


@pytest.mark.parametrize(
    ("text", "action"), [("推荐对成人每年检测一次血压。", 5), ("推荐使用口服补液盐。", 4)]
)
def test_a_chinese_guideline_recommends_with_its_verb(text, action):
    one = said(text, "推荐意见", "zh")
    assert (one.role, one.force, one.value(Slot.ACTION)) == (Role.RECOMMENDATION, 3, action)


def test_what_a_panel_judged_is_its_finding():
    one = said_of(
        section("Rationale"),
        paragraph("The panel judged that spacers help.", "5"),
        title="Guideline on asthma",
    )[0]
    assert one.role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Debería reforzarse la vigilancia de las obras.", 4),
        ("Convendría que el Gobierno modificase el reglamento.", 5),
    ],
)
def test_spanish_verbs_name_their_action_in_every_form(text, action):
    assert said(text, "Recomendaciones", "es").value(Slot.ACTION) == action


def test_convendria_que_asks_whom_it_names():
    one = said("Convendría que los Estados Miembros modificasen el reglamento.", "Recomendaciones", "es")
    assert one.addressees == ["member-states"]


@pytest.mark.parametrize(
    ("heading", "text", "whom"),
    [
        ("Recommendations for donors", "Core funds should be increased.", ["all-stakeholders"]),
        ("Recommendations to Member States", "The treaty should be signed soon.", ["member-states"]),
    ],
)
def test_a_heading_says_more_of_whom_is_asked_than_the_kind_of_report(heading, text, whom):
    title = "Evaluation report: independent evaluation of the country programme"
    body = "United Nations Evaluation Office"
    assert said_of(section(heading), paragraph(text, "7"), title=title, body=body)[0].addressees == whom


def test_without_a_heading_an_evaluation_asks_management():
    title = "Evaluation report: independent evaluation of the country programme"
    body = "United Nations Evaluation Office"
    one = said_of(
        section("Recommendations"), paragraph("Core funds should be increased.", "7"), title=title, body=body
    )[0]
    assert one.addressees == ["management"]


FIRST_PERSON = [
    ("J'invite les États Membres à publier les tableaux.", 2, ["member-states"]),
    ("J’appelle les États Membres à publier les tableaux.", 4, ["member-states"]),
    ("Je souhaite que les États Membres publient les tableaux.", 3, ["member-states"]),
    ("Je propose la création d'un guichet.", 2, ["implicit"]),
]


@pytest.mark.parametrize(("text", "force", "whom"), FIRST_PERSON)
def test_who_writes_in_french_asks_in_the_first_person(text, force, whom):
    one = said(text, "Recommandations", "fr")
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, force, whom)


def test_who_hopes_for_rain_asks_nobody():
    assert said("J'espère que la récolte sera bonne.", "Recommandations", "fr").role is Role.OBSERVATION


def test_a_body_that_its_initials_name_asks_wherever_it_does():
    text = "Le CPLN recommande aux autorités de revoir la formation."
    title = "Rapport du Comité européen pour la prévention des naufrages (CPLN)"
    assert said_of(section("Les phares"), paragraph(text), language="fr", title=title)[0].role is (
        Role.RECOMMENDATION
    )
    assert said(text, "Les phares", "fr").role is Role.BACKGROUND
    others = (paragraph(text.replace("CPLN", name)) for name in ("CPLN", "CPLN", "CPLN", "ANPN"))
    told = paragraph("Le comité permanent a noté les progrès accomplis.")
    found = said_of(section("Les phares"), told, *others, language="fr")
    assert [one.role for one in found[1:]] == [Role.RECOMMENDATION] * 3 + [Role.BACKGROUND]


@pytest.mark.parametrize(
    ("language", "lead", "item_text"),
    [
        ("fr", "La Cour formule les trois recommandations suivantes :", "publier les comptes chaque année ;"),
        ("es", "El Tribunal formula las siguientes recomendaciones:", "Publicar las cuentas cada año;"),
        ("pt", "O Tribunal formula as seguintes recomendações:", "Publicar as contas todos os anos;"),
        ("ru", "Комитет выносит следующие рекомендации:", "Публиковать отчеты каждый год;"),
        ("ar", "تقدم اللجنة التوصيات التالية:", "نشر الحسابات كل سنة؛"),
    ],
)
def test_what_a_body_recommends_in_a_list_is_no_resolution(language, lead, item_text):
    found = said_of(
        section("2"),
        paragraph(lead),
        item(item_text, "1"),
        language=language,
        title="Rapport de la Cour",
    )
    assert [one.role for one in found] == [Role.BACKGROUND, Role.RECOMMENDATION]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We are making the following two recommendations to the Harbour Office:"),
        ("en", "The following recommendations are made. They are numbered over the years."),
        ("de", "Auf dieser Grundlage hob der Rechnungshof folgende Empfehlungen hervor:"),
    ],
)
def test_what_only_introduces_recommendations_asks_nobody(language, text):
    heading = section(RECOMMENDATIONS[language])
    assert said_of(heading, paragraph(text), language=language)[0].role is Role.BACKGROUND


def test_a_body_calls_itself_by_initials_among_its_recommendations():
    text = "Le BELN recommande aux États Membres de revoir la formation."
    assert said(text, "Recommandations de sécurité", "fr").addressees == ["member-states"]
    assert said("Le BELN a recommandé de revoir la formation.", "Recommandations", "fr").role is (
        Role.OBSERVATION
    )


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("ضرورة تحديث السجلات كل شهر.", 5),
        ("ضرورة تعزيز الرقابة.", 4),
        ("إعادة النظر في العقود.", 3),
        ("التحقيق في أسباب العجز.", 5),
    ],
)
def test_arabic_audits_open_with_what_is_to_be_done(text, action):
    one = said(text, "التوصيات", "ar")
    assert (one.role, one.value(Slot.ACTION)) == (Role.RECOMMENDATION, action)


@pytest.mark.parametrize(
    ("text", "action"), [("Dar seguimiento a los contratos.", 4), ("Instruir a las jefaturas.", 5)]
)
def test_spanish_audits_open_with_what_is_to_be_done(text, action):
    one = said(text, "Recomendaciones", "es")
    assert (one.role, one.value(Slot.ACTION)) == (Role.RECOMMENDATION, action)


def test_an_adverb_before_a_chinese_verb_is_no_action():
    assert said("进一步健全登记制度。", "建议", "zh").value(Slot.ACTION) == 4


def test_what_should_be_done_to_something_is_the_action():
    one = said("It is recommended that the manual be rewritten.", "Recommendations")
    assert one.value(Slot.ACTION) == 5
    assert one.evidence(Slot.ACTION) == ["rewritten"]


def test_of_the_view_that_somebody_should_asks_them():
    one = said(
        "The Committee is of the view that Member States should publish the tables.", "Recommendations"
    )
    assert one.addressees == ["member-states"]


@pytest.mark.parametrize(
    ("heading", "whom"),
    [
        ("Spending and cash management", ["implicit"]),
        ("Member States and donors", ["member-states", "all-stakeholders"]),
    ],
)
def test_a_matter_that_ends_like_a_name_is_not_asked(heading, whom):
    one = said_of(section("Recommendations"), section(heading, 2), paragraph("Publish the tables.", "7"))[0]
    assert one.addressees == whom


def test_bodies_of_the_council_of_europe_are_known_by_their_initials_in_french():
    assert said("Le GRECO recommande de revoir la loi.", "Prévention", "fr").role is Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Recommendation 2 (for FAO): Continue to test the wells.", "un-igo"),
        ("Recommendation 2 (to the Ministry of Health): Publish the tables.", "national-authority"),
        ("Recommendation 3 (addressed to the Ministry of Health). Publish the tables.", "national-authority"),
        ("(To the Ministry of Health) Publish the tables.", "national-authority"),
        ("Waiting lists should be cut. (To the Ministry of Health)", "national-authority"),
    ],
)
def test_a_bracket_names_whom_a_recommendation_asks(text, whom):
    one = said(text, "Recommendations")
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, [whom])


def test_a_bracket_that_tells_how_far_a_recommendation_has_come_calls_nobody():
    one = said("Recommendation 4 (in progress): The Ministry has begun the survey.", "Recommendations")
    assert one.role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il convient de renforcer les moyens de l’office."),
        ("zh", "交通运输部门要加强对企业的监管。"),
        ("ar", "على وزارة الداخلية فتح تحقيق مستقل في الوقائع."),
        ("ar", "دعوة البرلمان إلى إقرار مشروع القانون."),
    ],
)
def test_further_ways_of_recommending_in_a_list(language, text):
    assert said(text, RECOMMENDATIONS[language], language).role is Role.RECOMMENDATION


def test_external_auditors_recommend():
    one = said_of(
        paragraph("The External Auditor recommends that the Secretariat strengthen its controls.", "9"),
        symbol="GC/5/12",
    )[0]
    assert one.role is Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "text", "force"),
    [
        ("en", "It was agreed to request the Secretariat to count the wells.", 4),
        ("es", "Se acordó solicitar a la Secretaría un estudio de costos.", 4),
        ("fr", "Il a été décidé de prier le Secrétariat de compter les puits.", 4),
        ("ru", "Было решено просить Секретариат подготовить доклад.", 4),
        ("pt", "Foi decidido solicitar ao Secretariado um estudo.", 4),
    ],
)
def test_what_it_was_agreed_to_request_is_requested(language, text, force):
    one = said_of(section("3"), paragraph(text, "4"), language=language, symbol="GC/5/12")[0]
    assert (one.role, one.force) == (Role.RECOMMENDATION, force)


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Replies of the Commission", "The wells have been closed since 2021."),
        ("fr", "Réponse du ministre de la justice", "Le ministère partage le constat de la Cour."),
        ("zh", "讨论情况", "一些专家认为，期限过短。"),
        ("it", "Pozzi", "Il rappresentante della Spagna osserva che i dati sono incompleti."),
    ],
)
def test_who_replies_or_speaks_states(language, heading, text):
    assert said(text, heading, language).role is Role.STATEMENT
