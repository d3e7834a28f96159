"""Resolutions: the enacting formula and the preamble, then operative paragraphs that decide or ask."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import item, paragraph, said_of, section

# language, title, body, formula, two preambular paragraphs, one that decides, two that ask
RESOLUTIONS = [
    ("en", "Resolution 5/1", "General Assembly", "The General Assembly,", "Recalling its resolution 1/2,",
     "Noting with concern that accidents are not reported,", "Decides to review the matter next year;",
     "Urges Member States to report accidents;", "Requests the Secretary-General to publish the reports."),
    ("fr", "Résolution 5/1", "Assemblée générale", "L’Assemblée générale,", "Rappelant sa résolution 1/2,",
     "Constatant avec préoccupation que les accidents ne sont pas signalés,",
     "Décide de réexaminer la question;", "Exhorte les États Membres à signaler les accidents;",
     "Prie le Secrétaire général de publier les rapports."),
    ("es", "Resolución 5/1", "Asamblea General", "La Asamblea General,", "Recordando su resolución 1/2,",
     "Observando con preocupación que los accidentes no se notifican,", "Decide examinar la cuestión;",
     "Insta a los Estados Miembros a que notifiquen los accidentes;",
     "Solicita al Secretario General que publique los informes."),
    ("ru", "Резолюция 5/1", "Генеральная Ассамблея", "Генеральная Ассамблея,",
     "ссылаясь на свою резолюцию 1/2,", "отмечая с озабоченностью, что о происшествиях не сообщается,",
     "постановляет рассмотреть этот вопрос;",
     "настоятельно призывает государства-члены сообщать о происшествиях;",
     "просит Генерального секретаря публиковать доклады."),
    ("ar", "القرار 5/1", "الجمعية العامة", "إن الجمعية العامة،", "إذ تشير إلى قرارها 1/2،",
     "وإذ تلاحظ مع القلق أن الحوادث لا يبلغ عنها،", "تقرر استعراض المسألة؛",
     "تحث الدول الأعضاء على الإبلاغ عن الحوادث؛", "تطلب إلى الأمين العام أن ينشر التقارير."),
    ("zh", "第5/1号决议", "大会", "大会，", "回顾其第1/2号决议，", "关切地注意到事故没有报告，",
     "决定审查这一问题；", "敦促会员国报告事故；", "请秘书长公布报告。"),
]  # fmt: skip


@pytest.mark.parametrize("resolution", RESOLUTIONS, ids=[one[0] for one in RESOLUTIONS])
def test_preambular_and_operative_paragraphs(resolution):
    language, title, body, *texts = resolution
    numbers = ["", "", "", "1", "2", "3"]
    found = said_of(
        *(paragraph(text, number) for text, number in zip(texts, numbers, strict=True)),
        language=language,
        title=title,
        body=body,
    )
    assert [one.role for one in found] == [Role.PREAMBULAR] * 3 + [Role.DECISION] + [Role.RECOMMENDATION] * 2
    assert [one.addressees for one in found[4:]] == [["member-states"], ["secretariat"]]
    assert [one.force for one in found[4:]] == [4, 4]


def test_the_formula_may_share_its_line_with_the_first_participle():
    found = said_of(
        paragraph("The Security Council, recalling its resolution 1/2,"),
        paragraph("Decides to remain seized of the matter.", "1"),
        title="Resolution 2/3",
        body="Security Council",
    )
    assert [one.role for one in found] == [Role.PREAMBULAR, Role.DECISION]


def test_a_draft_decision_inside_a_report_is_read_as_one_and_ends_with_its_section():
    found = said_of(
        section("Draft decision on harbour data"),
        paragraph("The Conference of the Parties,"),
        paragraph("Recalling its decision 2/4,"),
        paragraph("Welcomes the report of the Working Group;", "1"),
        paragraph("Urges States parties to report accidents within ninety days;", "2"),
        section("Attendance"),
        paragraph("The meeting was attended by representatives of 50 States.", "30"),
        body="Working Group on Harbour Data",
    )
    assert [one.role for one in found[:2]] == [Role.PREAMBULAR] * 2
    assert (found[3].role, found[3].force, found[3].addressees) == (
        Role.RECOMMENDATION,
        4,
        ["states-parties"],
    )
    assert found[4].role is Role.PROCEDURAL


def test_a_preambular_paragraph_is_shown_by_its_participle():
    found = said_of(
        paragraph("The General Assembly,"),
        paragraph("Recalling its resolution 1/2,"),
        paragraph("Decides to meet again.", "1"),
        title="Resolution 5/1",
        body="General Assembly",
    )
    assert found[1].evidence(Slot.ROLE) == ["Recalling"]


def test_a_preamble_goes_on_where_a_comma_is_lost_and_behind_a_long_formula():
    formula = (
        "The International Conference on Wells, convened by the Organization for Water and meeting at Port "
        "Ellery for its fourteenth session from the second to the ninth of September 1977,"
    )
    found = said_of(
        paragraph(formula),
        paragraph("Noting that wells are few in most countries and dry in many"),
        paragraph("Recalling the Convention on Wells"),
        paragraph("Recommends that Governments register their wells;", "1"),
    )
    assert [one.role for one in found[:3]] == [Role.PREAMBULAR] * 3
    assert found[2].evidence(Slot.ROLE) == ["Recalling"]


def test_a_numbered_preamble_is_a_preamble_and_a_motion_in_brackets_a_decision():
    found = said_of(
        paragraph("The World Heritage Committee,"),
        paragraph("Having examined Document 24/7B,", "1"),
        paragraph("Recalling its earlier decisions,", "2"),
        paragraph("Decides to inscribe the harbour of Lira.", "3"),
        paragraph("Resolved (Ahmed/Evans): That the Council:"),
    )
    roles = [one.role for one in found]
    assert roles[1:] == [Role.PREAMBULAR, Role.PREAMBULAR, Role.DECISION, Role.DECISION]


def test_what_explains_a_recommendation_is_no_part_of_it():
    found = said_of(
        paragraph("(Adopted by the Committee of Ministers on 11 February 2026)"),
        paragraph("The Committee of Ministers,"),
        paragraph("Recalling the Convention on Wells,"),
        paragraph("Recommends that the governments of member States:"),
        item("implement the principles in the appendix.", "1"),
        section("Appendix to Recommendation CM/Rec(2026)3"),
        section("Scope", level=2),
        paragraph("This recommendation applies to wells.", "1"),
        section("Explanatory memorandum"),
        paragraph("The recommendation was prepared by a committee of experts.", "1"),
        title="Recommendation CM/Rec(2026)3 of the Committee of Ministers to member States",
    )
    assert [one.role for one in found] == [
        Role.PROCEDURAL,
        Role.PREAMBULAR,
        Role.PREAMBULAR,
        Role.RECOMMENDATION,
        Role.RECOMMENDATION,
        Role.BACKGROUND,
        Role.BACKGROUND,
    ]


OPERATIVE = [
    ("fr", "L’Assemblée générale,", "Rappelant sa résolution 1/2,", "Prend acte du rapport;", None),
    ("fr", "L’Assemblée générale,", "Rappelant sa résolution 1/2,", "Invite instamment les États à agir;", 4),
    ("es", "La Asamblea General,", "Recordando su resolución 1/2,", "Conviene en reunirse de nuevo;", None),
    ("ar", "إن الجمعية العامة،", "إذ تشير إلى قرارها 1/2،", "تعين السيد فالك عضوا في اللجنة؛", None),
    ("ar", "إن الجمعية العامة،", "إذ تشير إلى قرارها 1/2،", "تكلف اللجنة بمتابعة المسألة؛", 4),
    ("zh", "大会，", "又铭记其第1/2号决议，", "核可宣言；", None),
    ("zh", "大会，", "还回顾其第1/2号决议，", "责成委员会跟进此事；", 4),
]


@pytest.mark.parametrize(("language", "formula", "preamble", "operative", "force"), OPERATIVE)
def test_operative_verbs_of_the_other_languages(language, formula, preamble, operative, force):
    found = said_of(
        paragraph(formula),
        paragraph(preamble),
        paragraph(operative, "1"),
        language=language,
        title="A/RES/5/1",
    )
    assert found[1].role is Role.PREAMBULAR
    assert found[2].role is (Role.RECOMMENDATION if force else Role.DECISION)
    assert found[2].force == force


def test_a_numbered_paragraph_does_not_complete_one_before_it():
    *_, stressed = said_of(
        paragraph("The General Assembly,"),
        paragraph("Invites Member States:", "1"),
        item("To celebrate the day of wells;", "a"),
        paragraph("Stresses that costs should be met from voluntary contributions;", "2"),
        title="Resolution 5/1",
        body="General Assembly",
    )
    assert stressed.role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("text", "role", "force"),
    [
        ("The training of boatmen should include the reading of charts.", Role.RECOMMENDATION, 3),
        ("Schools of navigation are invited to spread this text.", Role.RECOMMENDATION, 2),
        ("Stresses that care should be taken on the water;", Role.OBSERVATION, None),
        ("It is desirable that boats carry lamps.", Role.OBSERVATION, None),
    ],
)
def test_an_instrument_recommends_by_saying_what_should_be(text, role, force):
    one = said_of(
        paragraph("The General Conference,"),
        paragraph("Recalling the Convention on Lakes,"),
        paragraph("Adopts this Recommendation:", "1"),
        paragraph(text, "2"),
    )[3]
    assert (one.role, one.force) == (role, force)


@pytest.mark.parametrize(
    ("language", "formula", "text"),
    [
        ("en", "The Conference of the Parties,", "Encourages Parties and other Governments to act;"),
        ("fr", "La Conférence des Parties,", "Encourage les Parties et autres gouvernements à agir;"),
        ("es", "La Conferencia de las Partes,", "Alienta a las Partes y a otros Gobiernos a que actúen;"),
        ("ru", "Конференция Сторон,", "призывает Стороны и другие правительства принять меры;"),
        ("ar", "إن مؤتمر الأطراف،", "يشجع الأطراف والحكومات الأخرى على اتخاذ تدابير؛"),
        ("zh", "缔约方大会，", "鼓励缔约方和其他国家政府采取措施；"),
    ],
)
def test_a_conference_of_parties_asks_its_parties_beside_other_governments(language, formula, text):
    found = said_of(section("15/1"), paragraph(formula), paragraph(text, "1"), language=language)[1]
    assert set(found.addressees) == {"states-parties", "member-states"}


@pytest.mark.parametrize(
    ("language", "formula", "text"),
    [
        ("fr", "La Conférence des Parties,", "Invite les organisations concernées à communiquer leurs vues;"),
        ("es", "La Conferencia de las Partes,", "Invita a las organizaciones pertinentes a que informen;"),
        ("ru", "Конференция Сторон,", "предлагает соответствующим организациям представить мнения;"),
        ("ar", "إن مؤتمر الأطراف،", "يدعو المنظمات ذات الصلة إلى تقديم آرائها؛"),
        ("zh", "缔约方大会，", "邀请有关组织提交意见；"),
    ],
)
def test_relevant_organizations_are_international_ones(language, formula, text):
    found = said_of(section("15/1"), paragraph(formula), paragraph(text, "1"), language=language)[1]
    assert found.addressees == ["un-igo"]


@pytest.mark.parametrize(
    ("language", "lead", "welcomes", "requests"),
    [
        (
            "en",
            "The Executive Board, having considered the report, decided:",
            "to welcome the work of the Commission on Harbours;",
            "to request the Director-General to prepare a strategy on harbours.",
        ),
        (
            "fr",
            "Le Conseil exécutif, ayant examiné le rapport, a décidé :",
            "de se féliciter des travaux de la Commission ;",
            "de prier le Directeur général d’établir un projet de stratégie.",
        ),
    ],
)
@pytest.mark.parametrize("title", ["Harbours", "Summary record of the fourth meeting"])
def test_what_an_organ_decided_to_request_is_requested(language, lead, welcomes, requests, title):
    found = said_of(paragraph(lead), item(welcomes, "1"), item(requests, "2"), language=language, title=title)
    assert [one.role for one in found] == [Role.DECISION, Role.DECISION, Role.RECOMMENDATION]
    assert (found[2].force, found[2].addressees) == (4, ["secretariat"])


def test_only_a_short_line_with_a_year_at_its_end_says_when_a_resolution_was_adopted():
    found = said_of(
        paragraph("The General Assembly,"),
        paragraph("Recalling its resolution 6/3,"),
        paragraph("Requests States to map wells;", "1"),
        paragraph("4 May 2020"),
        paragraph("The wells of the north and of the south, and the harbours of the east, as of 2020"),
        title="Resolution adopted by the General Assembly",
    )
    assert [one.role is Role.PROCEDURAL for one in found] == [False, False, False, True, False]


def test_what_a_report_says_that_was_taken_note_of_is_not_asked():
    found = said_of(
        paragraph("The General Assembly,"),
        paragraph("Recalling its resolution 6/3,"),
        paragraph("Took note of the report, which says that States should map wells;"),
        title="Resolution adopted by the General Assembly",
    )
    assert found[2].role is Role.DECISION


LETTERED = [
    ("Noted with concern that sailors were still left without shelter;", Role.OBSERVATION),
    ("Reaffirmed the importance of open harbours;", Role.OBSERVATION),
    ("Recognized that many ports were open beyond their means;", Role.OBSERVATION),
    ("Called upon States to share what shelter costs;", Role.RECOMMENDATION),
    ("Endorsed the plan for shelters.", Role.DECISION),
]


@pytest.mark.parametrize(
    "preamble", [(), ("Recalling its conclusion on sailors,",)], ids=["formula", "preamble"]
)
def test_what_is_lettered_below_a_preamble_is_operative(preamble):
    found = said_of(
        paragraph("The Executive Committee,"),
        *(paragraph(text) for text in preamble),
        *(item(text, letter) for (text, _), letter in zip(LETTERED, "abcde", strict=True)),
        title="No. 12 (XXX) Shelter for sailors",
        body="Executive Committee of the Harbour Programme",
    )
    above = 1 + len(preamble)
    assert [one.role for one in found] == [Role.PREAMBULAR] * above + [role for _, role in LETTERED]


def test_what_a_preamble_names_in_a_list_is_part_of_it():
    found = said_of(
        paragraph("The Council,"),
        paragraph("Noting with concern reports on"),
        item("Wells;", "a"),
        item("Pumps;", "b"),
        paragraph("Decides to meet;", "1"),
        body="Council",
    )
    assert [one.role for one in found] == [Role.PREAMBULAR] * 4 + [Role.DECISION]


def test_what_a_preamble_lists_is_part_of_it():
    found = said_of(
        paragraph("The Executive Committee,"),
        paragraph("Considering that,"),
        item("ports are open beyond their means;", "a"),
        item("sailors have nowhere else to go,", "b"),
        paragraph("Requests States to share what shelter costs.", "1"),
    )
    assert [one.role for one in found] == [Role.PREAMBULAR] * 4 + [Role.RECOMMENDATION]


@pytest.mark.parametrize("formula", ["The Conference of the Parties", "The Conference of the Parties,"])
def test_a_resolution_may_begin_with_what_its_body_finds(formula):
    found = said_of(
        section("IV/7 Port surveys: in-depth review of the implementation of the programme of work"),
        paragraph(formula),
        paragraph("Welcomes the progress of the surveys;", "1"),
        paragraph("Thanks the Government of Norway for its support;", "2"),
        paragraph("Emphasizes the need for charts, and invites States to draw them.", "3"),
        title="Decision IV/7",
        body="Conference of the Parties",
    )
    roles = [Role.PREAMBULAR, Role.OBSERVATION, Role.OBSERVATION, Role.RECOMMENDATION]
    assert [one.role for one in found] == roles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Takes note of the progress made in the surveys;", Role.DECISION),
        ("Takes note with concern of the delays in the surveys;", Role.OBSERVATION),
        ("Takes note that some Parties have surveyed their harbours;", Role.OBSERVATION),
        ("Takes note of the delay, and decides to hold a further survey;", Role.DECISION),
        ("Takes note of the report of the Executive Secretary;", Role.DECISION),
        ("Notes the report of the Executive Secretary;", Role.DECISION),
        ("Notes that some Parties have surveyed their harbours;", Role.OBSERVATION),
        ("Agrees not to hold a survey in 2028;", Role.DECISION),
    ],
)
def test_a_body_decides_on_what_it_takes_note_of_by_name_and_finds_what_is_so(text, role):
    found = said_of(paragraph("The Conference of the Parties,"), paragraph(text, "1"))
    assert found[1].role is role


@pytest.mark.parametrize(
    ("language", "formula", "acts"),
    [
        (
            "ru",
            "Рассмотрев проект, Межпарламентская Ассамблея|постановляет:",
            ("Принять проект.", "Образовать бюро."),
        ),
        (
            "es",
            "Visto el informe, el Pleno|Resuelve:",
            ("Aprobar el informe.", "Remitir el texto al Gobierno."),
        ),
    ],
)
def test_below_a_verb_of_deciding_with_a_colon_infinitives_decide(language, formula, acts):
    first, verb = formula.split("|")
    found = said_of(
        paragraph(first),
        paragraph(verb),
        *(paragraph(act, str(number)) for number, act in enumerate(acts, 1)),
        language=language,
    )
    assert [one.role for one in found] == [Role.PREAMBULAR, *[Role.DECISION] * 3]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Re-affirming its resolution on wells,"), ("ar", "واذ نؤكد قرارنا بشأن الآبار،")],
)
def test_participles_are_spelled_in_more_than_one_way(language, text):
    assert said_of(paragraph(text), language=language)[0].role is Role.PREAMBULAR


def test_a_further_limb_of_a_french_act_has_its_own_auxiliary():
    found = said_of(
        paragraph("La Conférence:"),
        paragraph("A pris note de la reprise des travaux et a exhorté les pays à les poursuivre.", "1"),
        paragraph("A souligné l'importance des phares et a prié le Secrétariat de publier les cartes.", "2"),
        language="fr",
        body="Conférence régionale sur les ports",
    )
    asked = [(one.role, one.force, one.addressees) for one in found[1:]]
    assert asked == [
        (Role.RECOMMENDATION, 4, ["member-states"]),
        (Role.RECOMMENDATION, 4, ["secretariat"]),
    ]


def test_a_colon_alone_is_no_formula():
    assert said_of(paragraph(":"), paragraph("Decides to meet;", "1"))[0].role is not Role.PREAMBULAR


IN_FULL = [
    (
        "en",
        "Communiqué of the Peace and Security Council",
        "The Peace and Security Council of the African Union (AU), at its 207th meeting, held at "
        "Ostrand, Norway, on 29 October 2009, adopted the following decision on the situation in Chile:",
    ),
    (
        "fr",
        "Communiqué du Conseil de paix et de sécurité",
        "Le Conseil de paix et de sécurité de l'Union africaine (UA), en sa 263ème réunion tenue "
        "le 28 février 2011, a adopté la décision qui suit sur la situation au Chili :",
    ),
    (
        "es",
        "Comunicado del Comité Ejecutivo",
        "El Comité Ejecutivo de la Organización, en su 12.ª sesión, celebrada en Noruega el 4 de mayo, "
        "adoptó la siguiente decisión sobre la situación en Chile:",
    ),
    (
        "ru",
        "Совет мира и безопасности: коммюнике",
        "Совет мира и безопасности на своем 207-м заседании, состоявшемся в Норвегии 29 октября 2009 года, "
        "принял следующее решение о положении в Чили:",
    ),
    (
        "ar",
        "بيان مجلس السلام والأمن",
        "اعتمد مجلس السلام والأمن، في جلسته 207 المعقودة في 29 تشرين الأول/أكتوبر 2009، المقرر التالي:",
    ),
    (
        "zh",
        "和平与安全理事会公报",
        "和平与安全理事会在2009年10月29日举行的第207次会议上就局势通过了以下决定：",
    ),
    (
        "de",
        "Der Rat für Fischerei",
        "Der Rat für Fischerei hat auf seiner 20. Tagung am 4. Mai 2011 folgenden Beschluss angenommen:",
    ),
    (
        "pt",
        "Comunicado do Conselho Executivo",
        "O Conselho Executivo, na sua 12.ª sessão, realizada na Noruega em 4 de maio de 2011, adotou "
        "a seguinte decisão sobre a situação no Chile:",
    ),
    (
        "it",
        "Comunicato del Consiglio esecutivo",
        "Il Consiglio esecutivo, nella sua 12a sessione, tenuta in Norvegia il 4 maggio 2011, ha adottato la "
        "seguente decisione:",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), IN_FULL)
def test_a_body_decides_what_it_then_gives_in_full(language, title, text):
    assert said_of(paragraph(text), language=language, title=title)[0].role is Role.DECISION


def test_a_session_s_business_and_what_others_adopted_is_no_decision():
    agenda = "The Executive Board, at its fifth meeting, in Chile, adopted the following agenda:"
    others = "The Board was told that the Council, in June, had adopted the following decision:"
    told = said_of(paragraph(agenda), paragraph(others), title="Report of the Executive Board")
    assert Role.DECISION not in [one.role for one in told]


def test_a_body_to_which_a_report_is_made_does_not_decide_in_it():
    text = "The Executive Board, at its 207th session, held at Port Ellery, adopted the following decision:"
    found = said_of(paragraph(text, "1"), title="Report of the Committee to the Executive Board")
    assert found[0].role is Role.BACKGROUND


def test_an_enacting_formula_may_end_in_a_colon():
    formula, act = paragraph("The Executive Board:"), "Approves the plan;"
    assert said_of(formula, paragraph(act, "1"))[0].role is Role.PREAMBULAR
    assert said_of(formula, item(act, "a"))[0].role is Role.DECISION
    drafted = (paragraph("The Conference,"), paragraph(act, "1"), formula, paragraph("Recalling its plan,"))
    assert said_of(*drafted)[2].role is Role.PREAMBULAR


NOTED = [
    ("en", "The Council,", "Takes note of the briefings by the Commission on the situation in Chile;"),
    ("fr", "Le Conseil,", "Prend note du message du Commissaire sur la situation au Chili ;"),
    ("es", "El Consejo,", "Toma nota de los mensajes del Comisionado sobre la situación en Chile;"),
    ("ru", "Совет,", "принимает к сведению брифинги Комиссии о положении в Чили;"),
    ("ar", "إن المجلس،", "يحيط علما بالإحاطات التي قدمتها المفوضية عن الحالة؛"),
    ("zh", "理事会，", "注意到委员会关于局势的通报；"),
]


@pytest.mark.parametrize(("language", "formula", "text"), NOTED)
def test_a_body_decides_on_the_briefings_and_messages_of_which_it_takes_note(language, formula, text):
    found = said_of(paragraph(formula), paragraph(text, "1"), language=language)
    assert [one.role for one in found] == [Role.PREAMBULAR, Role.DECISION]


# language, formula, preamble, enacting word, then an act, what is asked besides, what is found
INFINITIVES = [
    ("es", "El Consejo Directivo,", "Habiendo considerado el informe,", "Resuelve:",
     "Tomar nota del informe del Director.",
     "Agradecer a los países que ya han pagado, e instar a los Estados Miembros a pagar.",
     "Felicitar a Norlandia por haber pagado."),
    ("fr", "Le Conseil de direction,", "Ayant examiné le rapport,", "Décide :",
     "De prendre note du rapport du Directeur.",
     "De remercier les pays et de prier les États Membres de payer leurs contributions.",
     "De féliciter la Norlande des paiements faits."),
    ("pt", "O Conselho Diretor,", "Tendo considerado o relatório,", "RESOLVE:",
     "Tomar nota do relatório do Diretor.", "Agradecer aos países e instar os Estados-Membros a pagar.",
     "Felicitar a Norlândia pelos pagamentos feitos."),
    ("it", "Il Consiglio,", "Considerando la relazione,", "Delibera:",
     "Di approvare la relazione del Direttore.",
     "Di ringraziare i paesi e di invitare gli Stati membri a pagare.",
     "Di ringraziare la Norlandia per i pagamenti."),
    ("ru", "Совет,", "Рассмотрев доклад,", "Постановляет:", "Принять к сведению доклад Директора.",
     "Поблагодарить страны и просить государства-члены внести взносы.", "Выразить благодарность Норландии."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "formula", "preamble", "enacts", "act", "asks", "finds"), INFINITIVES)
def test_infinitives_below_the_word_that_enacts_decide_and_ask(
    language, formula, preamble, enacts, act, asks, finds
):
    acts = (paragraph(text, str(number)) for number, text in enumerate((act, asks, finds), 1))
    above = (paragraph(formula), paragraph(preamble), paragraph(enacts))
    found = said_of(*above, *acts, language=language)[3:]
    assert [one.role for one in found] == [Role.DECISION, Role.RECOMMENDATION, Role.OBSERVATION]
    assert found[1].addressees == ["member-states"]


def test_an_infinitive_takes_note_of_what_is_so():
    above = (paragraph("El Consejo,"), paragraph("Recordando su resolución 5,"), paragraph("Resuelve:"))
    text = "Tomar nota de que los países han pagado."
    assert said_of(*above, paragraph(text, "1"), language="es")[3].role is Role.OBSERVATION


def test_infinitives_below_whoever_is_asked_are_recommended():
    above = (paragraph("El Consejo,"), paragraph("Recordando su resolución 5,"))
    asks = paragraph("Pide a los Estados Miembros:")
    one = said_of(*above, asks, paragraph("Adoptar un plan.", "1"), language="es")[3]
    assert one.role is Role.RECOMMENDATION


QUOTED_ACTS = [
    ("en", "“Takes note of the report of the Secretary-General;”", Role.DECISION),
    ("en", "“Urges all States to map their wells”;", Role.RECOMMENDATION),
    ("en", "“Welcomes the progress made;”", Role.OBSERVATION),
    ("fr", "« Prend note du rapport du Secrétaire général ; »", Role.DECISION),
    ("es", "“Exhorta a los Estados a que elaboren mapas de sus pozos”;", Role.RECOMMENDATION),
    ("ar", "“ تحيط علما بالتقرير المؤقت الذي قدمته المقررة الخاصة إلى الجمعية العامة”؛", Role.DECISION),
    ("ar", "“ تهيب بالحكومات المعنية إجراء تحقيقات عاجلة في هذه الحالات”؛", Role.RECOMMENDATION),
    (
        "ar",
        "“ تعيد تأكيد أن الحكومات ملزمة بحماية الحياة، وتهيب بالحكومات المعنية إجراء تحقيقات عاجلة”؛",
        Role.RECOMMENDATION,
    ),
]


@pytest.mark.parametrize(("language", "text", "role"), QUOTED_ACTS)
def test_a_drafts_paragraphs_may_be_quoted(language, text, role):
    assert said_of(paragraph(text, "6"), language=language)[0].role is role


def test_quoted_words_that_open_with_a_noun_are_no_act():
    assert said_of(paragraph("“Requests for information were made every day.”"))[0].role is Role.BACKGROUND
    assert said_of(paragraph("“Urge them to dig.”"))[0].role is Role.BACKGROUND


def test_a_further_limb_of_an_arabic_act_asks():
    text = "تؤكد من جديد أن الحق في الماء حق للجميع، وتهيب بالدول الأعضاء أن ترسم خرائط آبارها؛"
    nodes = (paragraph("إن الجمعية العامة،"), paragraph("إذ تشير إلى قرارها 5/1،"), paragraph(text, "3"))
    one = said_of(*nodes, language="ar", body="الجمعية العامة")[2]
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 4, ["member-states"])


def test_a_french_body_notes_a_report():
    nodes = (paragraph("Le Comité du patrimoine mondial,"), paragraph("Rappelant sa décision 5,"))
    text = "Note le rapport présenté par l'État partie et le développement positif de la situation ;"
    assert said_of(*nodes, paragraph(text, "1"), language="fr")[2].role is Role.DECISION


ENACTED = [
    ("en", "THE GENERAL ASSEMBLY,", "HAVING SEEN the report;", "RESOLVES:",
     "To transmit this text to the Chair."),
    ("es", "LA ASAMBLEA GENERAL,", "VISTO: Que los hechos son graves;", "RESUELVE",
     "Transmitir esta resolución al Presidente."),
    ("fr", "L’ASSEMBLÉE GÉNÉRALE,", "VU le rapport ;", "DÉCIDE :", "De transmettre le texte au Président."),
    ("pt", "A ASSEMBLEIA GERAL,", "TENDO VISTO o relatório;", "RESOLVE:",
     "Transmitir o texto ao Presidente."),
    ("it", "L’ASSEMBLEA GENERALE,", "VISTA la relazione;", "DELIBERA:",
     "Di trasmettere il testo al Presidente."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "formula", "preamble", "verb", "act"), ENACTED)
def test_what_is_passed_on_below_the_word_that_enacts_is_decided(language, formula, preamble, verb, act):
    texts = (paragraph(formula), paragraph(preamble), paragraph(verb), paragraph(act, "1"))
    found = said_of(*texts, title="Resolution", language=language)
    assert [one.role for one in found] == [Role.PREAMBULAR, Role.PREAMBULAR, Role.DECISION, Role.DECISION]


def test_what_a_cited_text_asks_below_such_a_word_is_not_asked():
    text = "Expresar su apoyo a la resolución mediante la cual se solicita al Secretario General que actúe."
    texts = (paragraph("LA ASAMBLEA GENERAL,"), paragraph("RESUELVE:"), paragraph(text, "1"))
    found = said_of(*texts, title="Resolución", language="es")
    assert found[-1].role is not Role.RECOMMENDATION


def test_a_conjunction_may_stand_before_the_word_that_opens_a_preamble():
    texts = ("LA ASAMBLEA GENERAL,", "VISTO: Que los hechos son graves;", "y CONSIDERANDO:",
             "Que la resolución exhorta a una solución,", "RESUELVE")  # fmt: skip
    found = said_of(*(paragraph(text) for text in texts), title="Resolución", language="es")
    assert [one.role for one in found] == [Role.PREAMBULAR] * 4 + [Role.DECISION]
