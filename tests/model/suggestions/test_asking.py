"""Clauses that ask: after norms, in the middle of acts, without a subject, by what a body expects."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("text", "force", "whom"),
    [
        ("We expect the Department for Transport to write to us within six months.", 3, "national-authority"),
        ("The Committee expects Treasury to improve its audits by June.", 3, "national-authority"),
        ("The Committee desire that the Ministry of Railways test the wells.", 3, "national-authority"),
    ],
)
def test_what_a_committee_expects_it_asks(text, force, whom):
    asked = said_of(section("Conclusions"), paragraph(text), body="Public Accounts Committee")[0]
    assert (asked.role, asked.force, asked.all_addressees) == (Role.RECOMMENDATION, force, {whom})


def test_what_is_expected_of_nobody_is_no_request():
    told = said_of(
        section("Conclusions"),
        paragraph("The Committee expects revenue to grow."),
        paragraph("The inspectorate expects to fill its posts."),
        body="Public Accounts Committee",
    )
    assert Role.RECOMMENDATION not in {one.role for one in told}


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("L'école du village est ce que nous appelons aujourd'hui un centre.", None),
        ("Le Comité appelle les États à entretenir les phares.", 4),
        ("Nous appelons à un entretien régulier des phares.", 4),
        ("Le Comité appelle également à un entretien des phares.", 4),
        ("Le Comité appelle les marins à entretenir les phares.", 4),
    ],
)
def test_what_is_called_by_a_name_is_asked_of_nobody(text, force):
    assert said_of(section("Conclusions"), paragraph(text), language="fr")[0].force == force


def test_a_body_asks_in_accordance_with_a_norm():
    asked = said("In accordance with rule 76, the Committee requests States parties to reply.", "Follow-up")
    assert (asked.force, asked.all_addressees) == (4, {"states-parties"})


@pytest.mark.parametrize(
    "text",
    [
        "In accordance with section 12 of the Act, the ministry must keep a register of wells.",
        "According to the policy, wells must be tested yearly by each ministry.",
    ],
)
def test_what_a_norm_prescribes_asks_nobody(text):
    assert said(text, "Wells").role is Role.BACKGROUND


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 it hired 37 firms. Under its policy of 2018, each firm must report twice a year.",
        "Under the Harbour Regulations, 1985, no gear may bear another's tag. A finder must throw it back.",
        "Wells must be authorised by the Ministry before they are used (Article 21 of Directive 2016/797).",
    ],
)
def test_what_a_norm_named_later_prescribes_asks_nobody_either(text):
    report = said_of(section("Findings"), paragraph(text), title="Audit of the wells")
    assert report[0].role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Committee had recommended in 2017 that the Ministry test all wells."),
        ("fr", "Le Comité avait alors recommandé au Ministère de contrôler les puits."),
        ("es", "El Comité había recomendado al Ministerio que controlara los pozos."),
        ("ar", "وكانت اللجنة قد أوصت الوزارة في دورتها السابقة بفحص الآبار."),
        ("zh", "委员会曾建议教育部检查所有水井。"),
    ],
)
def test_what_a_body_had_asked_before_is_told(language, text):
    assert said(text, language=language).role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Committee, which had met twice, recommends that the Ministry test all wells."),
        ("fr", "Le Comité, qui avait délibéré, recommande au Ministère de contrôler les puits."),
        ("es", "El Comité, que había deliberado, recomienda al Ministerio que controle los pozos."),
        ("ar", "اللجنة، التي كانت قد اجتمعت، توصي الوزارة بفحص الآبار."),
    ],
)
def test_what_a_body_asks_that_had_done_something_else_before_is_asked(language, text):
    assert said(text, language=language).role is Role.RECOMMENDATION


def test_what_a_treatys_article_obliges_a_state_to_do_is_asked():
    text = "The State party must test wells (article 12 of the Covenant)."
    assert said(text, RECOMMENDATIONS["en"]).role is Role.RECOMMENDATION


def test_what_is_asked_behind_a_norm_has_its_own_force():
    text = "According to the policy, each ministry must test wells. We recommend that the Ministry do so."
    asked = said(text, "Wells")
    assert (asked.role, asked.force) == (Role.RECOMMENDATION, 3)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Also requests UNICEF to report on wells.", 4),
        ("Further strongly urges UNICEF to report on wells.", 4),
        ("Insists that Norway allow access to the wells;", 5),
    ],
)
def test_an_operative_verb_opens_a_text_behind_adverbs(text, force):
    asked = said_of(paragraph(text, "5"), body="Executive Board")[0]
    assert (asked.role, asked.force) == (Role.RECOMMENDATION, force)


def test_a_body_may_ask_behind_what_it_took_note_of():
    head = section("Action on wells")
    acts = (
        paragraph("The Committee:"),
        paragraph(
            "The Committee took note of the update on wells. It further urged organizations to report."
        ),
        paragraph("The Committee took note of the update on wells and approved the plan of work."),
    )
    asked, decided = said_of(head, *acts, body="High-level Committee on Wells")[1:]
    assert (asked.role, asked.force, asked.all_addressees) == (Role.RECOMMENDATION, 4, {"un-igo"})
    assert decided.role is Role.DECISION


def test_dots_within_a_sentence_end_none():
    text = "The Assembly, referring to its Resolution ... (2022), recommends that Norway update the rules."
    asked = said_of(
        section("Draft recommendation"), paragraph(text, "1"), title="Parliamentary Assembly: dry wells"
    )[0]
    assert (asked.role, asked.all_addressees) == (Role.RECOMMENDATION, {"specific-state"})


def test_what_an_assembly_resolves_to_do_is_its_decision():
    resolved = said_of(paragraph("The Assembly resolves to follow developments."), body="United Nations")[0]
    assert resolved.role is Role.DECISION


def test_may_is_a_month_with_a_number_beside_it():
    dated = said("The panel met the driver in May 2017, and again on 9 May.", "What I found")
    assert dated.evidence(Slot.ROLE)[:1] != ["May"] or dated.role is Role.BACKGROUND


def test_a_recommendation_that_is_followed_up_is_one():
    asked = said_of(
        section("Recommendations"),
        section("Recommendation iv", 2),
        paragraph("The Commission recommended that a register of wells be kept.", "7"),
        section("Conclusions"),
        paragraph("The Commission invites the authorities of Latvia to publish this report.", "9"),
        title="Compliance report",
        body="Commission on Wells",
    )
    assert [(one.role, one.force) for one in asked] == [(Role.RECOMMENDATION, 3), (Role.RECOMMENDATION, 2)]
    assert asked[1].all_addressees == {"specific-state"}


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("Consideration could be given to deeper wells.", 1),
        ("To close these gaps, the Code should be amended.", 3),
    ],
)
def test_what_nobody_is_named_for_is_asked_all_the_same(text, force):
    asked = said(text, "Legal framework")
    assert (asked.role, asked.force, asked.all_addressees) == (Role.RECOMMENDATION, force, {"implicit"})


def test_they_are_the_body_of_the_sentence_before():
    asked = said_of(
        section("Findings"),
        paragraph("The Committee find that wells were dry. They desire that the Ministry of Mines act."),
        body="Public Accounts Committee",
    )[0]
    assert (asked.role, asked.all_addressees) == (Role.RECOMMENDATION, {"national-authority"})


def test_what_is_directed_to_a_thing_asks_nobody():
    assert said("The guidance is directed to the owners of wells.").role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("whom", "addressee"),
    [
        ("the authorities", "national-authority"),
        ("the authorities of Latvia", "specific-state"),
        ("the Ivorian authorities", "specific-state"),
        ("all parties to the conflict", "specific-state"),
    ],
)
def test_authorities_are_a_state_where_its_name_says_so(whom, addressee):
    text = f"The Committee calls upon {whom} to protect wells."
    asked = said_of(
        section("Recommendations"), paragraph(text), symbol="A/HRC/55/70", body="Committee on Wells"
    )[0]
    assert asked.all_addressees == {addressee}


def test_what_a_body_is_asked_to_request_is_its_own_matter():
    text = "The Panel recommends that the Security Council request the Secretary-General to review wells."
    asked = said_of(section("Recommendations"), paragraph(text), title="Letter to the Security Council")[0]
    assert asked.all_addressees == {"parent-body"}


@pytest.mark.parametrize(
    ("symbol", "title", "text", "whom"),
    [
        (
            "E/ICEF/2024/28",
            "Decisions of the Executive Board",
            "Requests UNICEF to test wells.",
            "secretariat",
        ),
        ("E/ICEF/2024/28", "Decisions of the Executive Board", "Requests UNHCR to test wells.", "un-igo"),
        ("CRC/C/GC/27", "General comment No. 27", "States should test wells.", "states-parties"),
        ("A/80/188", "Report of the Special Rapporteur", "States should test wells.", "member-states"),
        (
            "",
            "Declaration of the African Union",
            "Calls upon AU Member States to test wells.",
            "member-states",
        ),
        (
            "",
            "Report of the observers",
            "The Central Election Commission should publish its rules.",
            "national-authority",
        ),
    ],
)
def test_a_document_says_who_is_meant_by_a_name(symbol, title, text, whom):
    asked = said_of(section("Recommendations"), paragraph(text, "1"), title=title, symbol=symbol)[0]
    assert asked.all_addressees == {whom}


def test_parties_and_other_governments_are_both():
    asked = said("Encourages Parties and other Governments to test wells.", "Recommendations")
    assert asked.all_addressees == {"states-parties", "member-states"}


def test_a_last_clause_that_names_nobody_leads_on_to_those_asked_before():
    asked = said_of(
        section("Recommendations"),
        paragraph("The Committee urges States parties to test wells. Heed should be given to:", "1"),
        item("Wells near schools;", "a"),
    )
    assert asked[1].all_addressees == {"states-parties"}


def test_the_managers_of_a_ship_are_a_company():
    asked = said_of(
        section("Recommendations"),
        paragraph("The managers are recommended to review their plans.", "1"),
        title="Marine accident investigation report: grounding of the Nora",
    )[0]
    assert asked.all_addressees == {"private-sector"}


def test_a_states_authorities_are_asked_in_a_clause_too():
    asked = said_of(
        section("Recommendations"),
        paragraph("The Committee recommends that the Ivorian authorities take steps to protect wells."),
        symbol="A/HRC/55/70",
        body="Committee on Wells",
    )[0]
    assert asked.addressees == ["specific-state"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Committee (see annex) will continue its work on wells.", Role.DECISION),
        ("The Committee (CW), in accordance with decision 2/7, approved the programme.", Role.DECISION),
    ],
)
def test_a_bracket_behind_a_name_changes_nothing(text, role):
    assert (
        said_of(section("Wells"), paragraph(text, "2"), body="Committee on Wells", symbol="CW/3")[0].role
        is role
    )


def test_a_request_behind_what_should_be_done_does_not_make_it_an_introduction():
    text = "To that end, States should be urged to act, and the Committee requests the Secretariat to help."
    assert said(text).all_addressees == {"national-authority", "secretariat"}


def test_what_a_body_asked_in_a_resolution_that_is_cited_first_is_told():
    text = "In its resolution 6/3, the Committee recommended that States map wells."
    assert said(text).role is Role.BACKGROUND
    assert said(text.partition(", ")[2].capitalize()).role is Role.RECOMMENDATION


CITED = [
    (
        "en",
        "The Committee on Lakes, in its general comment No. 15, stated that States should fence wells.",
        "The Committee on Lakes notes that States should fence wells.",
    ),
    (
        "fr",
        "Dans son observation générale no 15, le Comité a noté que les États devraient clôturer les puits.",
        "Le Comité des lacs note que les États devraient clôturer les puits.",
    ),
    (
        "zh",
        "湖泊委员会在第15号一般性意见中指出，各国应特别注意保护水井。",
        "湖泊委员会指出，各国应制定全面的战略。",
    ),
    (
        "zh",
        "湖泊委员会认为，上述规定构成各国应立即履行的核心义务。",
        "湖泊委员会认为，各国应立即制定全面的战略。",
    ),
]


@pytest.mark.parametrize(("language", "cited", "asked"), CITED)
def test_what_a_body_said_in_an_earlier_text_or_describes_it_does_not_ask(language, cited, asked):
    found = said_of(paragraph(cited, "1"), paragraph(asked, "2"), language=language, symbol="A/1")
    assert [one.role is Role.RECOMMENDATION for one in found] == [False, True]


def test_what_must_be_done_is_asked_where_the_body_itself_says_so():
    asked = "The Committee stresses that efforts to light harbours must be scaled up."
    found = said_of(paragraph(asked, "1"), paragraph("Lamps must be lit at night.", "2"), symbol="A/1")
    assert [one.role is Role.RECOMMENDATION for one in found] == [True, False]
    assert (found[0].force, found[0].addressees) == (5, ["implicit"])
    told = said("The Committee was told that the form must be submitted by May.", "Findings")
    assert told.role is not Role.RECOMMENDATION


def test_a_chinese_clause_that_only_tells_whom_it_means_asks_them():
    assert said("属于这一类别的国家应提交报告。", "结论", "zh").role is Role.RECOMMENDATION


NOBODYS_REQUESTS = [
    ("en", "The expert looks forward to a dialogue with Norland, to whom he has made requests to visit."),
    ("en", "As a result, most felt the present report should be a catalyst for action."),
    ("en", "The Forum also reiterated the fact that such measures ought to be monitored."),
    ("fr", "Le Forum rappelle le fait que ces mesures devraient être surveillées."),
    ("es", "El Foro reitera el hecho de que esas medidas deberían vigilarse."),
    ("pt", "O Fórum reitera o facto de que essas medidas deveriam ser vigiadas."),
    ("it", "Il Forum ribadisce il fatto che queste misure dovrebbero essere controllate."),
    ("de", "Das Forum betont die Tatsache, dass diese Maßnahmen überwacht werden sollten."),
    ("ru", "Форум напоминает тот факт, что эти меры следует проверять."),
]


@pytest.mark.parametrize(("language", "text"), NOBODYS_REQUESTS)
def test_nouns_and_what_is_known_or_felt_by_others_ask_nothing(language, text):
    one = said_of(paragraph(text, "9"), language=language, title="Report of the Special Rapporteur on wells")[
        0
    ]
    assert one.role is not Role.RECOMMENDATION


OTHERS_CALLS = [
    ("en", "The Committee reiterates the call made by participants, and recommends regional meetings.", 3),
    ("en", "The Committee reiterates its call upon States to meet.", 4),
    ("fr", "Le Comité réitère l'appel lancé par les participants et recommande des réunions régionales.", 3),
]


@pytest.mark.parametrize(("language", "text", "force"), OTHERS_CALLS)
def test_what_a_body_itself_asks_has_its_own_force(language, text, force):
    one = said_of(paragraph(text, "9"), language=language, body="Committee on Wells")[0]
    assert (one.role, one.force) == (Role.RECOMMENDATION, force)


def test_what_should_be_done_in_view_of_a_fact_is_asked():
    text = "In view of the fact that wells are dry States should map them."
    assert said(text, "Recommendations").role is Role.RECOMMENDATION
