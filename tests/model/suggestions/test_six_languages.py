"""The same kinds of report in the six languages: reviews of States, and what introduces their lists."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

REVIEWS = [
    (
        "en",
        "Report of the Working Group on the Universal Periodic Review: Mali",
        "Conclusions and/or recommendations",
        "The recommendations listed below will be examined by Mali:",
        "Ratify the Optional Protocol (France);",
        "Continue to combat trafficking (Cuba);",
    ),
    (
        "fr",
        "Rapport du Groupe de travail sur l'Examen périodique universel : Mali",
        "Conclusions et/ou recommandations",
        "Les recommandations ci-après seront examinées par le Mali :",
        "Ratifier le Protocole facultatif (France) ;",
        "Poursuivre la lutte contre la traite (Cuba) ;",
    ),
    (
        "es",
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal: Malí",
        "Conclusiones y/o recomendaciones",
        "Las recomendaciones siguientes serán examinadas por Malí:",
        "Ratificar el Protocolo Facultativo (Francia);",
        "Seguir luchando contra la trata (Cuba);",
    ),
    (
        "ru",
        "Доклад Рабочей группы по универсальному периодическому обзору: Мали",
        "Выводы и/или рекомендации",
        "Следующие рекомендации будут рассмотрены Мали:",
        "ратифицировать Факультативный протокол (Франция);",
        "продолжать усилия по борьбе с торговлей людьми (Куба);",
    ),
    (
        "zh",
        "普遍定期审议工作组的报告：马里",
        "结论和/或建议",
        "马里将审议下列建议：",
        "批准《任择议定书》(法国)；",
        "继续努力打击贩运人口(古巴)；",
    ),
]


@pytest.mark.parametrize(("language", "title", "heading", "lead", "ratify", "go_on"), REVIEWS)
def test_a_review_lists_what_states_recommend_to_a_state(language, title, heading, lead, ratify, go_on):
    first, *listed = said_of(
        section(heading),
        paragraph(lead, "128"),
        item(ratify, "128.1"),
        item(go_on, "128.2"),
        language=language,
        title=title,
    )
    assert first.role is Role.PROCEDURAL
    assert [(one.role, one.force, one.addressees) for one in listed] == [
        (Role.RECOMMENDATION, 3, ["specific-state"])
    ] * 2
    assert [one.value(Slot.ACTION) for one in listed] == [5, 2]


SPEAKERS = [
    ("fr", "Le Canada a salué les progrès et a recommandé de ratifier la Convention.", "Dialogue interactif"),
    ("es", "El Canadá celebró los avances y recomendó ratificar la Convención.", "Diálogo interactivo"),
    ("ru", "Канада приветствовала прогресс и рекомендовала принять закон.", "Интерактивный диалог"),
    ("ar", "رحبت كندا بالتقدم المحرز وأوصت بالتصديق على الاتفاقية.", "الحوار التفاعلي"),
    ("zh", "加拿大欢迎所取得的进展，并建议批准《公约》。", "互动对话"),
]


@pytest.mark.parametrize(("language", "text", "heading"), SPEAKERS)
def test_what_a_state_recommends_in_the_dialogue_is_a_statement(language, text, heading):
    assert said(text, heading, language).role is Role.STATEMENT


CONCERNS = [
    ("fr", "Le Comité est préoccupé par l’absence de données.", "Observations finales"),
    ("es", "El Comité observa con preocupación la falta de datos.", "Observaciones finales"),
    ("ru", "Комитет обеспокоен отсутствием данных.", "Заключительные замечания"),
    ("ar", "تعرب اللجنة عن قلقها إزاء نقص البيانات.", "الملاحظات الختامية"),
    ("zh", "委员会对缺乏数据表示关切。", "结论性意见"),
]


@pytest.mark.parametrize(("language", "text", "heading"), CONCERNS)
def test_a_committees_concern_is_its_finding(language, text, heading):
    assert said(text, heading, language).role is Role.OBSERVATION


SUPPORT = [
    ("en", "The recommendations listed below enjoy the support of Mali:", "Ratify the Optional Protocol;"),
    (
        "fr",
        "Les recommandations ci-après recueillent l'adhésion du Mali :",
        "Ratifier le Protocole facultatif ;",
    ),
    (
        "es",
        "Las recomendaciones siguientes cuentan con el apoyo de Malí:",
        "Ratificar el Protocolo Facultativo;",
    ),
]


@pytest.mark.parametrize(("language", "lead", "ratify"), SUPPORT)
def test_what_a_state_supports_is_asked_of_it_though_no_title_tells_of_a_review(language, lead, ratify):
    _, listed = said_of(section("II"), paragraph(lead, "65"), item(ratify, "1"), language=language)
    assert (listed.role, listed.addressees) == (Role.RECOMMENDATION, ["specific-state"])


def test_headings_in_the_reports_other_language_say_what_their_sections_are_for():
    told = (
        "Au-delà de ces textes, les îles ont des structures pour la protection des droits de la femme et de "
        "l'enfant, dont une direction nationale de la promotion du genre et trois services d'écoute."
    )
    rapporteurs = (
        "The following group of rapporteurs is to facilitate the review of the islands and of all that they "
        "have done for the rights of women and of the child in these years."
    )
    first, *_, last = said_of(
        section("Presentation by the State under review"),
        *(paragraph(told, str(number)) for number in range(5, 12)),
        section("Members"),
        paragraph(rapporteurs, "12"),
        language="fr",
    )
    assert first.role is Role.STATEMENT
    assert last.role is not Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le Gouvernement a précisé que le handicap n'est pas un problème dans le pays."),
        ("fr", "Le Gouvernement a conclu en remerciant tous les États de leurs commentaires."),
        ("fr", "Au sujet de la presse, le Gouvernement s'est déclaré favorable à une loi."),
        (
            "fr",
            "Concernant les violences conjugales, il a été rappelé que les femmes portent rarement plainte.",
        ),
    ],
)
def test_what_a_government_said_in_the_compound_past_is_a_statement(language, text):
    assert said(text, language=language).role is Role.STATEMENT


CONCLUDING = [
    (
        "en",
        "The Committee considered the third periodic report of Norland at its 75th and 76th meetings.",
        "A. Introduction",
        "The Committee thanks the State party for its written replies.",
    ),
    (
        "fr",
        "Le Comité a examiné le troisième rapport périodique du Pays du Nord à ses 75e et 76e séances.",
        "A. Introduction",
        "Le Comité accueille avec satisfaction le rapport et sait gré à l’État partie de ses réponses.",
    ),
    (
        "es",
        "El Comité examinó el tercer informe periódico del Norte en sus sesiones 75ª y 76ª.",
        "A. Introducción",
        "El Comité celebra que el Estado parte haya enviado una delegación de alto nivel.",
    ),
    (
        "ru",
        "Комитет рассмотрел третий периодический доклад Северной страны на своих 75-м и 76-м заседаниях.",
        "A. Введение",
        "Комитет благодарит государство-участник за письменные ответы.",
    ),
    (
        "ar",
        "نظرت اللجنة في التقرير الدوري الثالث لبلد الشمال في جلستيها 75 و76.",
        "ألف - مقدمة",
        "وترحب اللجنة أيضاً بالحوار البناء مع الوفد.",
    ),
    (
        "zh",
        "委员会在第75次和第76次会议上审议了北国的第三次定期报告，并通过了本结论性意见。",
        "A. 导言",
        "委员会注意到，北国是移民工人的来源国。",
    ),
]


@pytest.mark.parametrize(("language", "considered", "heading", "welcomed"), CONCLUDING)
def test_a_committee_considers_a_report_at_its_meetings_and_says_what_it_finds(
    language, considered, heading, welcomed
):
    first, second = said_of(
        paragraph(considered, "1"), section(heading), paragraph(welcomed, "2"), language=language
    )
    assert first.role is Role.PROCEDURAL
    assert second.role is Role.OBSERVATION


def test_a_state_behind_a_preposition_is_no_subject_between_a_body_and_its_second_verb():
    regret = "El Comité lamenta que se haya presentado el informe de Francia con retraso"
    found = said(f"{regret} e insta al Estado parte a presentar sus informes a tiempo.", language="es")
    assert found.role is Role.RECOMMENDATION
    assert (found.force, found.addressees) == (4, ["specific-state"])


def test_a_conference_that_asks_again_and_again_speaks_for_itself():
    asking = ["urges Governments to act", "calls on States to act", "recommends that States act"]
    found = said_of(
        *(paragraph(f"The World Conference on Fisheries {what}.", str(n)) for n, what in enumerate(asking)),
        symbol="A/CONF.157/23",
    )
    assert [(one.role, one.force) for one in found] == [
        (Role.RECOMMENDATION, 4),
        (Role.RECOMMENDATION, 4),
        (Role.RECOMMENDATION, 3),
    ]


WE = [
    ("fr", "Exhortons les États Membres à ratifier la Convention."),
    ("es", "Instamos a los Estados Miembros a que ratifiquen la Convención."),
    ("pt", "Solicitamos aos Estados-Membros que ratifiquem a Convenção."),
    ("ru", "Настоятельно призываем государства-члены ратифицировать Конвенцию."),
    ("ar", "نحث الدول الأعضاء على التصديق على الاتفاقية."),
]


@pytest.mark.parametrize(("language", "text"), WE)
def test_a_verb_that_says_we_asks_without_a_subject(language, text):
    found = said(text, language=language)
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 4, ["member-states"])


ISSUES = [
    ("en", "List of issues concerning Norland", "Please provide information on the measures taken."),
    ("fr", "Liste de points concernant le pays", "Veuillez fournir des renseignements sur les mesures."),
    ("es", "Lista de cuestiones relativa al país", "Sírvanse proporcionar información sobre las medidas."),
    ("ru", "Перечень вопросов в связи с докладом", "Просьба представить информацию о принятых мерах."),
    ("ar", "قائمة المسائل المتعلقة بالتقرير", "يرجى تقديم معلومات عن التدابير المتخذة."),
    ("zh", "与报告有关的问题清单", "请提供资料，说明已采取的措施。"),
]


@pytest.mark.parametrize(("language", "title", "text"), ISSUES)
def test_a_list_of_issues_requests_answers_of_a_state(language, title, text):
    (found,) = said_of(paragraph(text, "4"), language=language, title=title)
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 4, ["specific-state"])


def test_what_a_body_notes_with_satisfaction_it_finds():
    found = said("Le Comité prend note avec satisfaction des mesures prises.", language="fr")
    assert found.role is Role.OBSERVATION
    assert said("Le Comité prend note du rapport.", language="fr").role is Role.DECISION


GOES_ON = [
    (
        "fr",
        "Le Comité a invité le Secrétariat à agir.",
        "Il a en outre prié le Secrétariat de faire rapport.",
    ),
    ("es", "El Comité invitó a la Secretaría a actuar.", "Asimismo, solicitó a la Secretaría que informara."),
    ("ar", "ودعا الفريق العامل الأمانة إلى العمل.", "وطلب كذلك إلى الأمانة أن تقدم تقريرا."),
]


@pytest.mark.parametrize(("language", "first", "second"), GOES_ON)
def test_a_paragraph_goes_on_with_what_the_body_requested(language, first, second):
    found = said_of(paragraph(first, "1"), paragraph(second, "2"), language=language)
    assert (found[1].role, found[1].force, found[1].addressees) == (Role.RECOMMENDATION, 4, ["secretariat"])


BUSINESS = [
    ("en", "On 10 October, the Working Group adopted the present report."),
    ("fr", "Le 10 octobre, le Groupe de travail a adopté le présent rapport."),
    ("es", "En su primera sesión, el Grupo de Trabajo aprobó el siguiente programa:"),
    ("pt", "O Grupo de Trabalho realizou a sua sétima reunião em Viena."),
    ("ru", "10 октября Рабочая группа утвердила настоящий доклад."),
    ("ar", "وكانت الدول الأطراف التالية ممثلة في الاجتماع:"),
    ("zh", "在第1次会议上，工作组通过了以下议程："),
]
SESSION = {
    "en": "Organization of the session",
    "fr": "Organisation de la session",
    "es": "Organización del período de sesiones",
    "pt": "Abertura",
    "ru": "Организационные вопросы",
    "ar": "تنظيم الاجتماع",
    "zh": "会议的组织",
}


@pytest.mark.parametrize(("language", "text"), BUSINESS)
def test_a_session_s_business_in_seven_languages(language, text):
    assert said(text, SESSION[language], language).role is Role.PROCEDURAL


HEADS = [
    ("fr", "Les chefs de secrétariat des organismes des Nations Unies devraient adopter une politique."),
    ("ar", "ينبغي للرؤساء التنفيذيين لمؤسسات منظومة الأمم المتحدة أن يعتمدوا سياسة."),
    ("zh", "联合国系统各组织行政首长应在2026年底之前通过该政策。"),
]


@pytest.mark.parametrize(("language", "text"), HEADS)
def test_heads_of_organizations_are_asked_not_the_organizations(language, text):
    assert said(text, RECOMMENDATIONS[language], language).addressees == ["management"]


def test_whoever_writes_as_i_recommends_in_french():
    found = said("Je recommande au Conseil de maintenir ces projections.", language="fr")
    assert (found.role, found.force) == (Role.RECOMMENDATION, 3)
    assert said("Nous avons recommandé de maintenir ces projections.", language="fr").role is not found.role


AUDITORS = [
    ("fr", "La Cour recommande au ministère des finances de renforcer les contrôles."),
    ("es", "El Tribunal de Cuentas recomienda al Ministerio de Salud que fortalezca los controles."),
    ("ru", "Счетная палата рекомендует Министерству финансов усилить контроль."),
    ("ar", "يوصي ديوان المحاسبة وزارة المالية بتعزيز الرقابة."),
    ("zh", "审计署建议财政部加强控制。"),
]


@pytest.mark.parametrize(("language", "text"), AUDITORS)
def test_audit_offices_recommend_in_their_own_voice(language, text):
    found = said(text, language=language)
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 3, ["national-authority"])


TOLD = [
    ("ru", "Министерству финансов разработать порядок возврата.", 5),
    ("ar", "على وزارة الصحة إنشاء سجل للآبار.", 5),
    ("es", "Al Ministerio de Salud aprobar el reglamento.", 5),
]


@pytest.mark.parametrize(("language", "text", "action"), TOLD)
def test_who_is_named_first_is_told_by_the_verb_behind(language, text, action):
    one = said_of(section(RECOMMENDATIONS[language]), paragraph(text, "1"), language=language)[0]
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 3, ["national-authority"])
    assert one.value(Slot.ACTION) == action


def test_a_passive_behind_who_is_named_first_keeps_its_force():
    text = "Les partenaires de développement sont invités à harmoniser leurs appuis."
    one = said_of(section("Recommandations"), paragraph(text, "1"), language="fr")[0]
    assert (one.role, one.force) == (Role.RECOMMENDATION, 2)


MINISTERIAL = [
    ("en", "Ministerial Declaration on Mountains", "Ministers urge States to intensify cooperation."),
    ("fr", "Déclaration ministérielle sur les montagnes", "Les ministres exhortent les États à coopérer."),
    ("ru", "Итоговый документ Министерской конференции", "Министры призывают государства сотрудничать."),
]


@pytest.mark.parametrize(("language", "title", "text"), MINISTERIAL)
def test_ministers_ask_as_one_where_the_title_is_of_a_ministerial_meeting(language, title, text):
    one = said_of(paragraph(text, "3"), language=language, title=title)[0]
    assert one.role is Role.RECOMMENDATION
    assert said_of(paragraph(text, "3"), language=language, title="1")[0].role is not Role.RECOMMENDATION


I_ASK = [
    ("es", "Observaciones", "Exhorto a todas las partes a que cesen las hostilidades.", 4),
    ("ru", "Замечания", "Я призываю все стороны прекратить военные действия.", 4),
    ("zh", "意见", "我呼吁所有各方停止敌对行动。", 4),
]


@pytest.mark.parametrize(("language", "heading", "text", "force"), I_ASK)
def test_whoever_writes_in_the_first_person_asks(language, heading, text, force):
    one = said_of(section(heading), paragraph(text, "9"), language=language, symbol="S/2025/1")[0]
    assert (one.role, one.force) == (Role.RECOMMENDATION, force)


@pytest.mark.parametrize(
    ("language", "heading", "text", "role"),
    [
        ("ru", "Выводы", "Совещание просило секретариат подготовить доклад.", Role.RECOMMENDATION),
        ("ru", "Выводы", "Совещание одобрило план работы целевой группы.", Role.DECISION),
        ("ar", "النتائج", "وتحث البعثة جميع الدول على دعم الضحايا.", Role.RECOMMENDATION),
        (
            "es",
            "Conclusiones",
            "La Misión recomienda al Estado que investigue los hechos.",
            Role.RECOMMENDATION,
        ),
        ("es", "Hallazgos", "Una vecina relató que el pozo se secó en 2019.", Role.STATEMENT),
        ("ru", "Общие сведения", "Заявители жаловались на то, что колодцы пересохли.", Role.STATEMENT),
        ("ru", "Право на воду", "Особую тревогу вызывает нехватка колодцев.", Role.OBSERVATION),
        ("zh", "结论", "《水法》第12条规定，人人有权获得饮用水。", Role.BACKGROUND),
        ("ar", "ملاحظات", "وأوضحت الحكومة في ردها أن الآبار قد جفت.", Role.STATEMENT),
        (
            "fr",
            "Analyse",
            "L’article L. 4 du code dispose que chacun a droit à un puits.",
            Role.BACKGROUND,
        ),
    ],
)
def test_what_missions_meetings_and_witnesses_say_in_other_languages(language, heading, text, role):
    assert said_of(section(heading), paragraph(text, "7"), language=language)[0].role is role


def test_an_adverb_before_a_verb_does_not_hide_that_it_tells_what_was_done():
    asked, urged = said_of(
        section("Доклад"),
        paragraph("Комиссия поручила секретариату подготовить доклад.", "1"),
        paragraph("Комиссия настоятельно призвала Стороны усилить контроль.", "2"),
        language="ru",
    )
    assert (asked.role, urged.role) == (Role.RECOMMENDATION, Role.RECOMMENDATION)


PLAIN = [
    ("ru", "Причиной происшествия стало обледенение насосов.", Role.OBSERVATION),
    ("ar", "وتشيد اللجنة بإصلاح الآبار.", Role.OBSERVATION),
    ("ar", "وأشار عدد من الموظفين إلى أن الآبار بعيدة.", Role.STATEMENT),
    ("zh", "有些代表团认为，水井应列入登记册。", Role.STATEMENT),
    ("zh", "多名受访官员指出，水井没有登记。", Role.STATEMENT),
]


@pytest.mark.parametrize(("language", "text", "role"), PLAIN)
def test_plain_findings_and_unnamed_speakers_in_russian_arabic_and_chinese(language, text, role):
    assert said(text, {"ru": "Колодцы", "ar": "الآبار", "zh": "水井"}[language], language).role is role


OFFICES = [
    ("ru", "Главам муниципальных районов обеспечить ремонт колодцев."),
    ("ar", "يتعين على إدارات المستشفيات إعداد سجلات للآبار."),
    ("zh", "省应急管理厅应当检查水井。"),
]


@pytest.mark.parametrize(("language", "text"), OFFICES)
def test_offices_of_one_state_are_asked_in_russian_arabic_and_chinese(language, text):
    found = said(text, RECOMMENDATIONS[language], language)
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["national-authority"])


def test_a_spanish_disclaimer_of_a_review_is_no_part_of_what_it_says():
    text = (
        "Todas las conclusiones y/o recomendaciones que figuran en el presente informe reflejan la posición "
        "del Estado o de los Estados que las formulan y/o del Estado examinado. No debe entenderse que han "
        "recibido el respaldo del Grupo de Trabajo en su conjunto."
    )
    rows = (section("Conclusiones y/o recomendaciones"), paragraph(text, "18"))
    title = "Informe del Grupo de Trabajo sobre el Examen Periódico Universal: Malí"
    assert said_of(*rows, language="es", title=title)[0].role is Role.OTHER
