"""Reports of sessions: what was asked earlier, what goes up to the parent body, what a session decides."""

from __future__ import annotations

import pytest

from model.labels import Role
from model.suggestions.lexicon_files import lexicon
from model.suggestions.places import Place, place_of
from tests.model.suggestions.said import item, paragraph, said, said_of, section

TITLE = "Report of the Working Group on Wells on its forty-eighth session"


def told(*texts: str):
    nodes = [paragraph(text, str(count)) for count, text in enumerate(texts, 1)]
    return said_of(section("Wells"), *nodes, title=TITLE, body="Working Group on Wells", symbol="A/9/1")


def test_what_was_asked_at_an_earlier_session_is_no_request():
    earlier, again, now = told(
        "At its forty-seventh session, in 2024, the Working Group requested the Secretariat to count wells.",
        "At its forty-seventh session (Vienna, May 2024), the Working Group met. It requested the "
        "Secretariat to publish the figures.",
        "At its forty-eighth session, held in 2025, the Working Group requested the Secretariat to mend it.",
    )
    assert Role.RECOMMENDATION not in (earlier.role, again.role)
    assert now.role is Role.RECOMMENDATION


def test_what_goes_up_asks_the_parent_body():
    asks, considers, proposes = told(
        "The Working Group recommended to the Committee that it adopt the guide.",
        "The Working Group considered that the Committee might wish to adopt the guide.",
        "The Working Group agreed to propose to the Committee that the wells be counted.",
    )
    for one in (asks, considers, proposes):
        assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["parent-body"])


def test_when_a_session_is_held_is_decided():
    one = told("The Working Group agreed that its next session should be held from 5 to 16 April 2027.")[0]
    assert one.role is Role.DECISION


def test_points_counted_from_one_below_a_numbered_lead_in_complete_it():
    nodes = said_of(
        section("Recommendations"),
        paragraph("The Working Group recommended that the Committee consider the following items:", "22"),
        paragraph("The mapping of wells.", "1"),
        paragraph("The price of water.", "2"),
        title=TITLE, body="Working Group on Wells", symbol="A/9/1",
    )  # fmt: skip
    assert [one.role for one in nodes] == [Role.RECOMMENDATION] * 3


@pytest.mark.parametrize("opening", ["If possible, ", "Where applicable, ", ""])
def test_a_clause_ahead_of_the_subject_leaves_a_request_one(opening):
    one = said(f"{opening}States should publish the tables.", "Recommendations")
    assert one.role is Role.RECOMMENDATION


def test_what_nobody_says_how_somebody_should_do_is_no_request():
    one = said("The manual does not say how an owner of limited means should learn of such change.", "Maps")
    assert one.role is not Role.RECOMMENDATION


def test_what_a_body_finds_among_its_decisions_it_finds():
    found = said_of(
        section("Decision 57/102"),
        paragraph("统计委员会："),
        item("赞赏价格统计政府间工作组的工作；", "a"),
        item("核可《价格数据指南》；", "b"),
        language="zh",
    )
    assert [one.role for one in found[1:]] == [Role.OBSERVATION, Role.DECISION]


def test_an_organs_formula_stands_above_headings_too():
    formula, one, other = said_of(
        section("Decision on wells"),
        paragraph("The Assembly,"),
        section("General matters", 2),
        paragraph("TAKES NOTE of the report;", "1"),
        section("Specific situations", 2),
        paragraph("On Norland, DEMANDS that all parties allow the passage of water;", "2"),
    )
    assert (formula.role, one.role, other.role) == (Role.PREAMBULAR, Role.DECISION, Role.RECOMMENDATION)


def test_a_bare_verb_below_a_request_says_what_is_requested():
    nodes = said_of(
        section("Decision on wells"),
        paragraph("The Assembly,"),
        paragraph("CALLS UPON Member States to:", "1"),
        item("Appoint a focal point;", "i"),
        paragraph("UNDERTAKES to count the wells of the south.", "2"),
    )
    assert [one.role for one in nodes[2:]] == [Role.RECOMMENDATION, Role.DECISION]


def test_recommendations_of_a_committee_of_ministers_have_a_preamble():
    first, second, _ = said_of(
        paragraph("Le Comité des Ministres, en vertu de l’article 15.b du Statut,"),
        paragraph("Rappelant la Convention sur les puits ;"),
        paragraph("Recommande aux gouvernements des États membres de compter les puits."),
        language="fr",
        title="Recommandation CM/Rec(2026)9 du Comité des Ministres aux États membres",
    )
    assert (first.role, second.role) == (Role.PREAMBULAR, Role.PREAMBULAR)


@pytest.mark.parametrize(
    ("text", "role", "whom"),
    [
        ("ويدعو الأمين العام صندوق النقد الدولي إلى نشر الأرقام.", Role.RECOMMENDATION, ["un-igo"]),
        ("طلبت عدة وفود إلى الأمانة إعداد ورقة.", Role.STATEMENT, None),
    ],
)
def test_whoever_stands_behind_an_arabic_verb_asks(text, role, whom):
    one = said_of(paragraph(text, "4"), language="ar", title="موجز الرئيس")[0]
    assert (one.role, one.addressees) == (role, whom)


def test_whose_view_is_given_recommends_in_the_next_sentence():
    one = said_of(
        section("Feststellungen"),
        paragraph(
            "Nach Ansicht des Rechnungshofes war das zu wenig. Er empfahl dem Bundesministerium, zu bauen."
        ),
        paragraph("Zusammenfassend empfahl der Rechnungshof:"),
        language="de",
        title="Bericht des Rechnungshofes",
    )
    assert [each.role for each in one] == [Role.RECOMMENDATION, Role.RECOMMENDATION]


def test_who_replies_states():
    one = said_of(
        section("Introduction"),
        paragraph("The Government is grateful to the Committee for its inquiry."),
        title="Wells: Government Response to the Committee’s Third Report",
    )[0]
    assert one.role is Role.STATEMENT


def test_a_list_parted_by_headings_completes_its_lead_in():
    nodes = said_of(
        section("Proposals"),
        paragraph("The Working Group recommended that the Committee take up the following items:", "22"),
        section("Regular items", 2),
        item("The mapping of wells.", "1"),
        section("New items", 2),
        item("The price of water.", "2"),
        title=TITLE,
        body="Working Group on Wells",
        symbol="A/9/1",
    )
    assert [one.addressees for one in nodes] == [["parent-body"]] * 3


def test_a_sessions_agenda_in_a_decision_is_business():
    nodes = said_of(
        section("Draft decision for adoption by the Council"),
        paragraph("The Commission recommends that the Council adopt the following draft decision:", "1"),
        section("Provisional agenda for the next session", 2),
        item("Election of officers.", "1"),
        item("The price of water.", "2"),
        symbol="E/9/1",
    )
    assert [one.role for one in nodes[1:]] == [Role.PROCEDURAL, Role.PROCEDURAL]


def test_what_leads_into_a_list_and_nobody_says_is_no_statement():
    lead, one = said_of(
        section("Discussion"),
        paragraph("By 31 March the following wells had been closed:"),
        item("two wells in the north.", "•"),
    )
    assert (lead.role, one.role) == (Role.BACKGROUND, Role.BACKGROUND)


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Wells", "The Chair, Ms. Ada Brook (Norland), opened the twentieth session."),
        ("en", "Wells", "Also at the same meeting, the head of the survey made a presentation."),
        ("ru", "Колодцы", "Комитет избрал г-жу Анну Ручей и г-на Ивана Берега сопредседателями."),
        ("ru", "Колодцы", "Комитет принял свои правила процедуры."),
        ("zh", "水井", "委员会选举安娜女士和伊万先生为共同主席。"),
        ("zh", "水井", "委员会通过了会议日程。"),
        ("ar", "الآبار", "انتخبت اللجنة السيدة آنا والسيد إيفان بالتزكية."),
        ("ar", "الآبار", "أقرت اللجنة برنامج عملها."),
    ],
)
def test_a_session_goes_about_its_business(language, heading, text):
    one = said_of(section(heading), paragraph(text, "4"), language=language)[0]
    assert one.role is Role.PROCEDURAL


def test_views_that_were_expressed_propose_nothing():
    found = said_of(
        paragraph("In the ensuing discussion, the following views, inter alia, were expressed:", "3"),
        item("crews should be trained; and", "1"),
        item("port States needed clear criteria.", "2"),
        title="Report of the Maritime Safety Committee on its ninth session",
    )
    assert [one.role for one in found] == [Role.STATEMENT] * 3


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("", "The Secretary-General welcomed participants and gave an address.", Role.PROCEDURAL),
        ("Appendix: list of witnesses", "Niall Harrigan, Director, Lost Gear Program", Role.PROCEDURAL),
        ("Evaluation features", "It was guided by four questions.", Role.BACKGROUND),
        ("Police", "By law, persons in custody must inform a relative.", Role.BACKGROUND),
        ("Recommendation 2", "Target implementation date: mid-2027.", Role.OTHER),
        ("", "The Committee had for its consideration document C 8/3 on wells.", Role.PROCEDURAL),
        ("", "Norland attended as an associate member.", Role.BACKGROUND),
        ("", "Guam attended as Associate Members.", Role.PROCEDURAL),
        ("", "The recommendations below were agreed upon by the Group on Friday.", Role.DECISION),
        ("The Director’s statement", "Staff will return with a plan.", Role.STATEMENT),
        ("Foreword", "We answered more letters than in any year since we opened.", Role.OBSERVATION),
        ("Follow-up", "UNIWAT accepted parts (a) and (c) of the recommendation.", Role.STATEMENT),
    ],
)
def test_what_is_no_finding(heading, text, role):
    above = (section(heading),) if heading else ()
    assert said_of(*above, paragraph(text))[0].role is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Secretariat introduced the item.", Role.PROCEDURAL),
        (
            "Norland introduced the item and explained that most comments were on the depth of wells.",
            Role.STATEMENT,
        ),
        (
            "Members in favour of a lower limit expressed the view that moulds were seen above it.",
            Role.STATEMENT,
        ),
        ("The Committee agreed on a limit of two metres for wells in sand.", Role.DECISION),
        ("At its meeting of October 2020, the Committee had recommended a second well.", Role.BACKGROUND),
    ],
)
def test_what_is_said_with_an_item_and_what_was_asked_before(text, role):
    found = said_of(paragraph(text, "7"), title="Report of the Committee on Wells on its 24th session")[0]
    assert found.role is role


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Protection of victims and witnesses", "Norland has no law on this."),
        ("fr", "Organisations à but non lucratif", "La Norlande n’a pas de loi en la matière."),
        ("pt", "Funcionamento dos serviços", "O serviço não tem regulamento próprio."),
        ("pt", "Sistema de votação eletrónica", "O sistema não tem regulamento próprio."),
        ("it", "Il sistema di votazione elettronica", "Il sistema non ha un regolamento."),
        ("en", "Wells", "The Committee welcomed young participants in the reform of wells."),
    ],
)
def test_what_a_report_is_about_is_no_sessions_business(language, heading, text):
    found = said_of(section(heading), paragraph(text), language=language)
    assert found[0].role is Role.OBSERVATION


def test_what_a_body_asks_in_a_sentence_of_its_own_behind_a_speaker_s_words_is_asked():
    regretted = "Several delegations regretted that the report was late. "
    found = said_of(
        section("Consideration of reports"),
        paragraph(regretted + "The Committee requested the secretariat to send reports earlier.", "1"),
        paragraph(regretted + "They held that the Committee should request the secretariat to hurry.", "2"),
        paragraph(regretted + "The Group encouraged Norland to help.", "3"),
        title="Report of the Committee on Lakes on its third session",
        body="Committee on Lakes",
        symbol="E/C.9/2",
    )
    assert [one.role for one in found] == [Role.RECOMMENDATION] + [Role.STATEMENT] * 2
    assert (found[0].force, found[0].addressees) == (4, ["secretariat"])


def test_a_summary_asks_in_the_past_tense_where_its_report_asks_in_the_present():
    asked = paragraph("The Committee recommends that States count their lamps.", "1")
    summed = paragraph("The Committee welcomed the survey and encouraged States to count their lamps.")
    found = said_of(section("Summary"), summed, section("Lamps"), *[asked] * 3, summed, symbol="E/2026/33")
    assert [one.role is Role.RECOMMENDATION for one in found] == [True] * 4 + [False]


def test_what_experts_said_outweighs_when_and_where_they_met():
    held = (
        "On 3 October 2024, the expert consultation was held in Port Lene and was co-organized by the port. "
    )
    said = "Experts noted the need for lamps. Experts highlighted that ports are dark."
    found = said_of(section("General discussion"), paragraph(held + said, "1"), paragraph(held, "2"))
    assert [one.role for one in found] == [Role.STATEMENT, Role.PROCEDURAL]


@pytest.mark.parametrize(
    "text",
    [
        "At the same meeting, the President of the Council, Bo Reed (Norland), addressed the Forum.",
        "A keynote statement was delivered by the head of the ferry office.",
        "Presentations were given by the following panellists: Bo Reed; Ann Moor.",
    ],
)
def test_that_somebody_spoke_is_the_session_s_business_where_no_word_of_it_is_given(text):
    told = "The Chair addressed the Commission. She stressed that harbours were dark."
    found = said_of(section("Discussion"), paragraph(text, "1"), paragraph(told, "2"), symbol="E/1")
    assert [one.role for one in found] == [Role.PROCEDURAL, Role.STATEMENT]


SUBJECTS = [
    ("en", "Implementation of the programme of work on lights", "Lights remain weak and pilots few."),
    ("fr", "Exécution du programme de travail sur les phares", "Les phares restent faibles et rares."),
    ("es", "Aplicación del programa de trabajo sobre faros", "Los faros siguen siendo débiles y escasos."),
    ("pt", "Execução do programa de trabalho sobre faróis", "Os faróis continuam fracos e escassos."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "heading", "text"), SUBJECTS, ids=[one[0] for one in SUBJECTS])
def test_a_programme_of_work_on_a_subject_is_no_business_of_the_session(language, heading, text):
    found = said_of(section(heading), paragraph(text, "1"), language=language)
    assert found[0].role is not Role.PROCEDURAL


def test_a_programme_of_work_of_a_session_is_its_business():
    found = said_of(section("Agenda and programme of work"), paragraph("Lights remain weak.", "1"))
    assert found[0].role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "Liste des délégations ayant pris part aux débats"),
        ("ru", "Место и сроки проведения сессии"),
        ("ar", "مدة الدورة"),
        ("zh", "会期"),
    ],
)
def test_headings_name_a_sessions_business_in_every_language(language, heading):
    assert place_of(heading, lexicon(language), Place.UNKNOWN) is Place.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "lead", "entry"),
    [
        ("en", "The Commission held a ministerial round table, in which the following ministers took part:",
         "The Minister of Science of Ghana, on water"),
        ("fr", "La Commission a tenu une table ronde ministérielle, à laquelle ont participé :",
         "La Ministre des sciences du Ghana"),
        ("es", "La Comisión celebró un diálogo ministerial con los participantes siguientes:",
         "La Ministra de Ciencia de Ghana"),
        ("ru", "Комиссия провела интерактивную дискуссию с участием:", "Министра науки Ганы"),
        ("ar", "عقدت اللجنة مائدة مستديرة وزارية شارك فيها:", "وزيرة العلوم في غانا"),
        ("zh", "委员会举行了部长级圆桌会议，与会者如下：", "加纳科学部长"),
    ],
)  # fmt: skip
def test_who_took_part_in_a_sessions_round_table_is_business(language, lead, entry):
    nodes = said_of(section("X"), paragraph(lead), item(entry, "a"), language=language)
    assert [one.role for one in nodes] == [Role.PROCEDURAL] * 2


def test_points_handed_to_committees_are_business_not_findings():
    lead = "Le Conseil a adopté l’ordre du jour. Il a renvoyé les points suivants à ses commissions :"
    nodes = said_of(section("X"), paragraph(lead), item("à la Commission financière : le point 5", "a"),
                    language="fr")  # fmt: skip
    assert [one.role for one in nodes] == [Role.PROCEDURAL] * 2


def test_a_longer_name_is_no_verb_of_saying():
    lead = "委员会选出下列主席团成员："
    entry = item("报告员：卡罗琳娜·萨拉斯（智利）", "a")
    nodes = said_of(section("选举主席团成员"), paragraph(lead), entry, language="zh")
    assert nodes[1].role is nodes[0].role
