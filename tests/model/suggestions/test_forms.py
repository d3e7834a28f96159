"""Forms in which offices of every kind recommend and decide, beyond "The Committee recommended"."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

LISTED_BY_STATES = [
    "Continue efforts to promote access to education (Chile);",
    "Modify the rules on the registry of births (Iceland, Canada);",
    "With the support of the international community, combat malaria (Ghana);",
    "Persevere in fighting corruption (Algeria).",
]


def test_paragraphs_that_end_with_the_states_that_make_them_recommend_without_an_introduction():
    rows = [paragraph(text, f"140.{count}") for count, text in enumerate(LISTED_BY_STATES, 219)]
    for one in said_of(*rows):
        assert one.role is Role.RECOMMENDATION, one.text
        assert one.force == 3
        assert one.addressees == ["specific-state"]


@pytest.mark.parametrize(
    ("language", "formula", "acts"),
    [
        ("fr", "L'Assemblée générale,", ["Adoptent les lignes directrices ;", "Ont approuvé le budget ;"]),
        (
            "es",
            "La Asamblea General,",
            ["Deciden establecer un grupo de trabajo;", "Aprueban el presupuesto;"],
        ),
    ],
)
def test_several_who_act_together_decide_in_the_plural(language, formula, acts):
    found = said_of(
        paragraph(formula), *(paragraph(act, str(n)) for n, act in enumerate(acts, 1)), language=language
    )
    assert [one.role for one in found[1:]] == [Role.DECISION] * len(acts)


def test_a_call_for_inputs_is_a_noun_and_asks_nobody():
    found = said("The report was informed by a call for inputs to which 40 States responded.", "Introduction")
    assert found.role is not Role.RECOMMENDATION


def test_a_ground_before_the_body_leaves_its_recommendation_its_own():
    text = "Pursuant to Article 19.1, the Panel recommends that Chile bring its measure into conformity."
    assert said(text, "Conclusions and recommendations").role is Role.RECOMMENDATION
    told = "In its report, the Board recommends that the Office keep records."
    assert said(told, "Discussion").role is not Role.RECOMMENDATION


def test_a_paragraph_may_open_with_the_verb_of_the_body_above():
    found = said("Encourages States parties to ratify the Convention.", "Conclusions")
    assert (found.role, found.force) == (Role.RECOMMENDATION, 2)


def test_among_recommendations_a_clause_says_what_is_to_be():
    found = said("That the Secretariat require all ships to carry rafts.", "Recommendations")
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 3, ["secretariat"])


def test_a_name_that_begins_like_a_verb_is_no_recommendation():
    *_, one = said_of(
        section("Participation"),
        paragraph("The following were represented:", "4"),
        item("Open Water Network", "•"),
    )
    assert one.role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "text", "addressees"),
    [
        (
            "en",
            "The Committee invites organizations of the United Nations system, international and regional "
            "organizations and other relevant stakeholders, including the media, to mark the day.",
            {"un-igo", "regional-org", "all-stakeholders", "civil-society"},
        ),
        (
            "en",
            "The Committee urges business enterprises, both large and small, as well as financial "
            "institutions of the international community, to report.",
            {"private-sector", "un-igo"},
        ),
        (
            "en",
            "The Committee requests the United Nations High Commissioner for Human Rights to report.",
            {"secretariat"},
        ),
        ("en", "The Committee invites Parties to submit their views.", {"states-parties"}),
        ("fr", "Le Comité demande instamment aux Parties de désigner des zones.", {"states-parties"}),
        (
            "fr",
            "Il faudrait que les institutions financières internationales et les partenaires de "
            "développement appuient ces efforts.",
            {"un-igo", "all-stakeholders"},
        ),
        (
            "es",
            "Se insta a las instituciones financieras internacionales y a los asociados para el "
            "desarrollo a que apoyen estos esfuerzos.",
            {"un-igo", "all-stakeholders"},
        ),
        ("ru", "Комитет рекомендует Сторонам принять меры.", {"states-parties"}),
    ],
)
def test_all_who_are_asked_in_one_breath_are_addressees(language, text, addressees):
    assert said(text, RECOMMENDATIONS[language], language, body="Committee").all_addressees == addressees


def test_parties_without_a_capital_are_nobody_in_particular():
    found = said("In such cases the parties should be heard.", "Recommendations")
    assert found.addressees == ["implicit"]


def test_an_organization_under_review_is_its_management():
    rows = (section("Recommendations"), paragraph("UNOPS should define its operating model.", "1"))
    assert said_of(*rows, title="Independent evaluation of UNOPS", symbol="DP/2025/1")[0].addressees == [
        "management"
    ]
    assert said_of(*rows, symbol="E/2025/1")[0].addressees == ["un-igo"]


def test_a_body_goes_on_as_it():
    text = (
        "The Committee discussed the matter at length. It also requested the Secretariat to prepare a study."
    )
    found = said(text, "Consideration of the item")
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["secretariat"])
    other = (
        "The delegation of Chile discussed the matter. It also requested the Secretariat to prepare a study."
    )
    assert said(other, "Consideration of the item").role is not Role.RECOMMENDATION


def test_several_who_enact_together_open_a_resolution():
    rows = [paragraph("Los Gobiernos,"), paragraph("Habiendo examinado el informe,"),
            paragraph("Aprueban el presupuesto;", "1")]  # fmt: skip
    roles = [one.role for one in said_of(*rows, language="es", symbol="LC/2025/4")]
    assert roles == [Role.PREAMBULAR, Role.PREAMBULAR, Role.DECISION]


def test_a_record_of_what_was_said_has_the_meetings_acts_too():
    record = [
        "The meeting was called to order at 10.05 a.m.",
        "Mr. Ito said that progress was slow.",
        "Draft resolution A/C.3/80/L.4 was adopted without a vote.",
    ]
    roles = [one.role for one in said_of(*map(paragraph, record), title="Summary record of the 14th meeting")]
    assert roles == [Role.PROCEDURAL, Role.STATEMENT, Role.DECISION]


def test_what_a_body_may_wish_to_do_is_offered_where_the_rest_is_background():
    found = said("The General Assembly may wish to approve the resources proposed.", "Background")
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 1, ["parent-body"])


def test_what_is_asked_of_somebody_in_a_list_has_its_own_force_and_addressee():
    rows = (section("Proposals"), paragraph("The Chair made the following proposals:", "1"),
            item("Request the Secretariat to report on progress;", "a"),
            item("Encourage participatory decision-making;", "b"))  # fmt: skip
    _, asked, plain = said_of(*rows, symbol="E/2025/1")
    assert (asked.force, asked.addressees) == (4, ["secretariat"])
    assert (plain.role, plain.force) == (Role.RECOMMENDATION, 3)


def test_items_complete_what_their_lead_in_ends_with_not_what_it_asked_before():
    rows = (section("Poverty"), paragraph("Governments should act. The Committee observed two trends:", "1"),
            item("a growing number of poor people;", "a"))  # fmt: skip
    lead, one = said_of(*rows, symbol="E/2025/1")
    assert lead.role is Role.RECOMMENDATION
    assert one.role is Role.OBSERVATION


@pytest.mark.parametrize(
    "text",
    [
        "The Working Group, in accordance with decision 2014/7, approved the country programme.",
        "The Committee and the World Bank decided to work together.",
    ],
)
def test_an_aside_or_a_companion_may_stand_between_the_body_and_its_act(text):
    assert said(text, "Country programmes").role is Role.DECISION


def test_what_a_headings_last_word_names_is_its_section():
    text = "The team collected data in 12 districts."
    assert said(text, "Evaluation methodology").role is Role.BACKGROUND
    assert said("Management should keep records.", "Financial statements").role is Role.RECOMMENDATION


def test_a_time_limit_may_stand_before_the_imperative():
    found = said("By the end of 2026, define an approach to the health of staff.", "Recommendations")
    assert (found.role, found.force) == (Role.RECOMMENDATION, 3)


def test_principles_by_which_recommendations_are_underpinned_are_none():
    rows = (section("Principles"), paragraph("The recommendations are underpinned by two principles:", "1"),
            item("Prevention is part of every health system.", "•"))  # fmt: skip
    assert said_of(*rows)[1].role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Safety recommendation 3: Owners carry rafts."),
        ("fr", "Proposition n° 2 : Un registre public."),
        ("es", "Recomendación 4: Un registro público."),
        ("ru", "Рекомендация 5. Общий реестр."),
        ("zh", "建议6：公共登记册。"),
    ],
)
def test_a_label_makes_a_recommendation_in_its_language(language, text):
    assert said(text, language=language).role is Role.RECOMMENDATION


def test_those_who_met_are_the_body_of_their_meetings_report():
    acts = ["ont adopté la décision.", "ont prié le Secrétariat de faire rapport."]
    rows = [section("Débats"), *(paragraph(f"Les Parties contractantes {act}", "1") for act in acts)]
    title = "Rapport de la vingtième réunion des Parties contractantes"
    decided, asked = said_of(*rows, language="fr", title=title, symbol="UNEP/2025/4")
    assert decided.role is Role.DECISION
    assert (asked.role, asked.addressees) == (Role.RECOMMENDATION, ["secretariat"])


def test_a_label_is_no_imperative():
    assert said("Target date: end of 2026", "Recommendations").role is not Role.RECOMMENDATION


def test_a_name_that_no_table_holds_pleads():
    assert said("Norland argues that there is no risk.", "Arguments").role is Role.STATEMENT
    assert said("Evidence suggested that there is no risk.", "Analysis").role is Role.OBSERVATION


def test_a_resolutions_date_is_none_of_its_paragraphs_and_a_further_limb_decides():
    rows = [
        paragraph("The General Assembly,"),
        paragraph("Recalling its resolution 78/1,"),
        paragraph("Recalls its resolution 79/2 of 2 May 2024, and decides that the panel will meet.", "1"),
        paragraph("103rd plenary meeting 13 August 2024"),
    ]
    roles = [one.role for one in said_of(*rows, symbol="A/RES/80/1")]
    assert roles[2:] == [Role.DECISION, Role.PROCEDURAL]


def test_a_formula_counts_wherever_it_stands_in_a_short_paragraph():
    text = (
        "The conclusions in the present report reflect the position of the submitting State and of "
        "the State under review, and they are theirs alone. They should not be construed as endorsed by the "
        "Working Group."
    )
    assert said(text, "Conclusions").role is Role.OTHER


def test_objectives_of_a_report_that_speaks_of_no_recommendations_are_none():
    rows = (
        section("Programme 3"),
        paragraph("Purpose of the programme", ""),
        item("Manage the registry.", "•"),
    )
    assert said_of(*rows, title="Vote 12: Estimates of expenditure")[1].role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("text", "force", "addressees"),
    [
        ("Recomenda-se ao Secretariado que publique os dados.", 3, ["secretariat"]),
        ("O Comité recomenda aos Estados Partes que adotem medidas.", 3, ["states-parties"]),
        ("Os Estados-Membros deveriam reforçar a cooperação.", 3, ["member-states"]),
        ("O Comité insta a União Africana a apoiar o plano.", 4, ["regional-org"]),
        ("Publicar os resultados todos os anos.", 3, ["implicit"]),
    ],
)
def test_portuguese_reports_recommend(text, force, addressees):
    rows = (section("Recomendações"), paragraph(text, "1"))
    found = said_of(*rows, language="pt", symbol="AU/2025/1")[0]
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, force, addressees)


def test_a_portuguese_lead_in_passes_its_addressee_to_its_items():
    rows = (section("Recomendações"), paragraph("Recomenda-se ao Ministério da Educação que:", "5"),
            item("elabore um plano de investimentos;", "a"))  # fmt: skip
    for one in said_of(*rows, language="pt"):
        assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["national-authority"])


def test_a_portuguese_audit_observes():
    found = said("Verificou-se que os custos não foram registados.", "Trabalho realizado", "pt")
    assert found.role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("language", "title", "acts", "told"),
    [
        (
            "en",
            "Outcomes of the Eleventh Meeting of Fisheries Ministers",
            "Ministers urged the Secretariat to prepare a plan.",
            "Several Ministers stressed that small administrations needed support.",
        ),
        (
            "es",
            "Acuerdos de la Octava Reunión de Autoridades de Aduanas",
            "Las autoridades instan a la Secretaría a que elabore un manual.",
            "Algunas autoridades señalaron que faltaban equipos.",
        ),
    ],
)
def test_those_who_meet_act_as_one_and_some_of_them_speak(language, title, acts, told):
    rows = (section("Climate"), paragraph(acts, "1"), paragraph(told, "2"))
    asked, said_by_some = said_of(*rows, language=language, title=title)
    assert (asked.role, asked.force, asked.addressees) == (Role.RECOMMENDATION, 4, ["secretariat"])
    assert said_by_some.role is Role.STATEMENT


def test_an_unclear_paragraph_among_statements_is_one_unless_the_body_finds_there():
    rows = [
        section("Arguments"),
        *(paragraph(f"{who} said that the plan was late.") for who in ("Chile", "Peru")),
    ]
    unclear = said_of(*rows, paragraph("Its costs had risen twice."), symbol="A/1/1")[-1]
    assert unclear.role is Role.STATEMENT
    own = said_of(*rows, paragraph("The Panel considers it unnecessary to decide."), symbol="A/1/1")[-1]
    assert own.role is not Role.STATEMENT


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("Analysis", "The team visited the site twice and reviewed the plan.", Role.BACKGROUND),
        ("Matters of concern", "The silos stood open to all.", Role.OBSERVATION),
        ("Safety", "There is no standard for entry into silos.", Role.OBSERVATION),
        ("Arguments", "The complainants allege that nobody was consulted.", Role.STATEMENT),
    ],
)
def test_what_offices_did_found_and_heard(heading, text, role):
    assert said(text, heading).role is role


def test_views_of_a_treaty_body_report_the_parties_and_ask_the_state():
    rows = (section("The complaint"), paragraph("The author claims that she was beaten.", "3.1"),
            section("Observations"), paragraph("The State party submits that the claim is late.", "4.1"),
            section("Remedy"), paragraph("The Committee wishes to receive from the State party news.", "10"),
            paragraph("The State party is also requested to publish the Views.", "11"))  # fmt: skip
    claims, submits, asks, requested = said_of(*rows, symbol="CCPR/C/140/D/1/2020")
    assert [claims.role, submits.role] == [Role.STATEMENT, Role.STATEMENT]
    for one in (asks, requested):
        assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 4, ["specific-state"])


def test_below_a_draft_decision_the_organ_that_it_names_decides():
    text = "The Governing Body requested the Director-General to prepare a revised plan."
    found = said(text, "Draft decision")
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["secretariat"])


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("Declaration", "We commit to reduce emissions by half.", Role.DECISION),
        ("Finance", "RESOLVED: That the tender be awarded.", Role.DECISION),
        ("Orders", "The appeal is dismissed with costs.", Role.DECISION),
        ("Disclosures of interest", "Cr Brown left the room for item 9.", Role.PROCEDURAL),
        ("Section-by-section analysis", "Section 2 sets the name of the fund.", Role.BACKGROUND),
        ("Recommendations", "Department response: Agreed.", Role.STATEMENT),
    ],
)
def test_acts_and_sections_of_other_offices(heading, text, role):
    assert said(text, heading).role is role


def test_french_says_that_before_a_vowel_too():
    assert said("Le pilote indique qu’il avait décollé.", "Vol", "fr").role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "With the support of other States, combat the dumping of waste in wells."),
        ("en", "Noting that wells are few, establish a register of them."),
        ("en", "Recommended lifting the ban on new wells."),
        ("en", "Release those who were detained at the well."),
        ("fr", "En coopération avec les communes, établir un registre des puits."),
        ("es", "Con el apoyo de los municipios, establecer un registro de pozos."),
    ],
)
def test_paragraphs_of_recommendations_open_with_a_verb_or_what_goes_with_it(language, text):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.force) == (Role.RECOMMENDATION, 3)


def test_a_sentence_with_a_modal_asks_whom_it_names_whatever_verb_follows_its_comma():
    one = said("In order to manage wells, States should register them.", "Recommendations")
    assert one.addressees == ["national-authority"]
    assert one.verb == "should"


@pytest.mark.parametrize(
    "text",
    [
        "Promptly, impartially and thoroughly investigate all reports.",
        "Officially and publicly condemn such acts.",
        "Register and promptly investigate every complaint.",
        "Always protect children at sea.",
        "Re-issue the invitation to the pilots.",
    ],
)
def test_adverbs_in_a_row_and_a_verb_ahead_may_stand_before_an_imperative(text):
    assert said(text, "Recommendations").role is Role.RECOMMENDATION


@pytest.mark.parametrize(
    "text",
    [
        "Record levels were reached.",
        "Early and full results were found.",
        "Women and elderly support groups exist in all districts.",
        "Staff and monthly pay are listed below.",
    ],
)
def test_what_only_looks_like_adverbs_and_verbs_asks_nothing(text):
    assert said(text, "Recommendations").role is not Role.RECOMMENDATION
