"""What the paragraphs beside, above and below one say of it."""

from __future__ import annotations

import pytest

from model.labels import Role
from model.nodes import Kind, Node
from tests.model.suggestions.said import item, paragraph, said, said_of, section


def roles(*nodes, **more):
    return [found.role for found in said_of(*nodes, **more)]


def test_a_lead_in_whose_items_report_what_was_said_is_a_statement():
    found = roles(
        section("Organization of work"),
        paragraph("During the general discussion, several speakers took the floor, as set out here:", "8"),
        item("Several delegations stressed that harbours should be lit at night;", "a"),
        item("Some delegations called for a training centre and asked who would pay for it;", "b"),
        item("One representative said that the fees should be lowered.", "c"),
    )
    assert found == [Role.STATEMENT] * 4


def test_quoted_words_behind_an_unfinished_sentence_are_a_statement():
    found = roles(
        paragraph("The tribunal had held in the case of the two lighthouses that", "6"),
        paragraph("“a light that is not kept is a danger, and whoever lit it answers for it” (para. 12)."),
        paragraph("“Lights” in this report are those of harbours."),
    )
    assert found[1:] == [Role.STATEMENT, Role.BACKGROUND]


def test_an_organs_act_given_in_quotation_marks_speaks_for_itself():
    found = said_of(
        paragraph("“The Security Council requests the Secretary-General to report on the matter by June.”"),
        body="Security Council",
        title="Statement by the President of the Security Council",
    )[0]
    assert (found.role, found.force) == (Role.RECOMMENDATION, 4)


def test_it_may_mean_the_body_with_which_the_paragraph_before_begins():
    found = roles(
        paragraph("The Committee noted the progress made in the marking of wrecks.", "2"),
        paragraph("It encouraged Member States to mark all wrecks by 2030.", "3"),
        paragraph("The harbour of Lira was enlarged in 2019.", "4"),
        paragraph("It encouraged Member States to visit.", "5"),
    )
    assert found[1] is Role.RECOMMENDATION
    assert found[3] is not Role.RECOMMENDATION


def test_a_report_that_a_decision_gives_in_full_has_roles_of_its_own():
    found = roles(
        section("Action taken"),
        paragraph("The Commission decided to take note of the report below, which read as follows:", "56"),
        item("The Working Group noted with concern these sorts of accidents that had been reported:", "7"),
        item("Groundings in narrow waters;", "a", 2),
        body="Commission on Harbours",
    )
    assert found == [Role.DECISION, Role.OBSERVATION, Role.OBSERVATION]


def test_an_item_asks_for_itself_below_what_is_only_told():
    found = roles(
        section("Background"),
        paragraph("The implementation of the rules was described at the meeting in some detail:", "4"),
        item("The national team should train two persons in each harbour.", "•"),
        item("The rules of 1994 were translated into four languages.", "•"),
    )
    assert found[1:] == [Role.RECOMMENDATION, Role.BACKGROUND]


@pytest.mark.parametrize("subject", ["The HDG", "In that regard, the HDG"])
def test_a_body_that_only_its_initials_name_is_the_reporting_one(subject):
    verbs = ("noted", "emphasized", "observed", "recognized", "stressed", "highlighted", "agreed", "noted")
    found = said_of(
        *(paragraph(f"{subject} {verb} that lamps should be tested every month.") for verb in verbs)
    )
    assert {one.role for one in found} == {Role.RECOMMENDATION}


def test_the_number_of_an_agenda_item_in_a_heading_says_nothing_of_its_section():
    text = "The wrecks in the northern channel were surveyed by two States."
    assert said(text, "Agenda item 4: Wrecks").role is Role.BACKGROUND
    assert said(text, "Adoption of the agenda (agenda item 2)").role is Role.PROCEDURAL
    french = "Les épaves du chenal nord ont été relevées par deux États."
    assert said(french, "Point 4 de l’ordre du jour : Épaves", "fr").role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("heading", "text", "role"),
    [
        ("Key points", "Traffic in the northern harbours was 4 per cent lower.", Role.OBSERVATION),
        ("Facts as submitted by the author", "The boat was seized in May 2019.", Role.BACKGROUND),
        ("Complaint", "The boat was seized without a warrant.", Role.STATEMENT),
        ("Armed groups", "The Panel identified three owners of the vessel.", Role.OBSERVATION),
        ("Background", "The Committee believes that the rules favour large harbours.", Role.OBSERVATION),
        ("Annexes", "The report contains a list of all harbours.", Role.BACKGROUND),
    ],
)
def test_what_a_body_finds_and_what_others_claim_is_told_from_what_is_known(heading, text, role):
    assert said(text, heading).role is role


def test_a_lead_in_that_ends_with_who_speaks_passes_a_statement_down():
    found = roles(
        section("Drainage"),
        paragraph("Eleven of the 36 drains were blocked. The representative of the owner said that:", "3"),
        item("the drains had been cleaned in 1988;", "a"),
        item("no funds had been received since.", "b"),
    )
    assert found[1:] == [Role.STATEMENT, Role.STATEMENT]


def test_a_heading_with_a_subject_below_a_sessions_business_opens_a_section_of_its_own():
    found = roles(
        section("Organizational and other matters"),
        section("The fund for fishers", 2),
        paragraph("The fund is managed by a trustee in Lira and covers 23 harbours.", "4"),
        section("List of participants"),
        section("Chile", 2),
        item("Ms. Marcela Rojas, Head of Division", ""),
    )
    assert found == [Role.BACKGROUND, Role.PROCEDURAL]


def test_a_report_that_is_only_presented_is_a_sessions_business():
    text = "The Director of the Ethics Office presented the annual report for 2024 (DP/2025/11)."
    assert said(text, "Ethics").role is Role.PROCEDURAL


def test_paragraphs_of_a_report_given_in_full_are_none_of_the_session_until_its_own_count_on():
    found = roles(
        section("Action taken"),
        paragraph("The Commission decided to take note of the report, which read as follows:", "56"),
        paragraph("The Working Group noted with concern the accidents in narrow waters.", "1"),
        paragraph("Each year some forty ships ran aground there.", "2"),
        paragraph(
            "At the same meeting, statements were made by the representatives of Ruvia and Ostan.", "57"
        ),
        body="Commission on Harbours",
    )
    assert found == [Role.DECISION, Role.OBSERVATION, Role.BACKGROUND, Role.PROCEDURAL]


def test_what_says_as_much_for_one_role_as_for_the_other_goes_with_the_one_before():
    even = "Lamps in the northern harbours often stand on the western side."
    observed = "The Committee is concerned that lamps are not tested."
    told = "Pursuant to decision 2/4, the survey was established in 2022."
    assert roles(paragraph(observed, "1"), paragraph(even, "2"))[1] is Role.OBSERVATION
    assert roles(paragraph(told, "1"), paragraph(even, "2"))[1] is Role.BACKGROUND


DECIDES_ON = [
    ("en", "The Committee thanked the experts.", "It also decided to meet in Lima."),
    ("fr", "Le Comité s’est déclaré préoccupé.", "Il est convenu de tenir sa huitième session à Lima."),
]


@pytest.mark.parametrize(("language", "before", "text"), DECIDES_ON)
def test_it_decides_where_the_paragraph_before_begins_with_the_body(language, before, text):
    found = said_of(paragraph(before, "1"), paragraph(text, "2"), language=language, symbol="A/1")
    assert found[1].role is Role.DECISION


def test_she_is_the_speaker_of_the_paragraph_before_and_no_body():
    found = roles(
        section("Promotion of the Convention"),
        paragraph("The Chair stressed that the lamps of all harbours had been counted.", "38"),
        paragraph(
            "She took the opportunity to express regrets that none of the northern ports was lit. It was "
            "important that they be lit, not only because ships were lost there, but also because that "
            "was a strong message.",
            "39",
        ),
    )
    assert found == [Role.STATEMENT, Role.STATEMENT]


def test_among_statements_a_norm_and_a_list_of_nobodys_words_are_the_reports_own():
    found = roles(
        section("Measures taken by States"),
        paragraph("Norland indicated that it had lit its harbours.", "1"),
        paragraph("Sudland explained that it had no harbours.", "2"),
        paragraph("Under article 12 of the Convention, harbours are to be lit at night.", "3"),
        paragraph("Ostland and Westland said that they had lit theirs.", "4"),
        paragraph("Nordland stated that its lights were new.", "5"),
        paragraph("The measures found are the following:", "6"),
        item("Lights of three colours (7 States);", "a"),
    )
    assert (found[2], *found[5:]) == (Role.BACKGROUND,) * 3


def _quoted(entries: int):
    asked = [
        paragraph("Requests the Secretariat to chart the harbours.", str(n + 1)) for n in range(entries - 1)
    ]
    asked.append(paragraph("Requests the Secretariat to report to it.”", str(entries)))
    return [
        paragraph("“The General Assembly,"),
        paragraph("“Recalling its resolution 53/2 on lamps,"),
        *asked,
    ]


@pytest.mark.parametrize(("first", "entries"), [(4, 2), (4, 4), (1, 2), (2, 1)])
def test_a_resolution_given_in_full_ends_where_the_report_counts_on(first: int, entries: int) -> None:
    introduced = (
        "At the 39th meeting, the representative of Norland introduced a draft resolution, which read:"
    )
    adopted = "At the same meeting, the Committee adopted the draft resolution."
    quoted = [Role.PREAMBULAR] * 2 + [Role.RECOMMENDATION] * entries
    found = roles(
        section("Consideration of draft resolutions"),
        paragraph(introduced, str(first)),
        *_quoted(entries),
        paragraph(adopted, str(first + 1)),
        paragraph(introduced, str(first + 2)),
        *_quoted(entries),
        paragraph(adopted, str(first + 3)),
    )
    assert found == [Role.PROCEDURAL, *quoted, Role.DECISION] * 2


def test_recommendations_counted_from_one_behind_a_numbered_lead_in_are_no_quoted_report():
    intent = "The intent of this recommendation is that drains are known."
    found = roles(
        section("Recommendations"),
        paragraph("The following recommendations are made:", "22"),
        paragraph(intent, "1"),
        paragraph("The Port Authority should survey its drains."),
        paragraph(intent, "2"),
        paragraph("The Port Authority should revise its standard."),
        paragraph("The harbour was closed.", "23"),
    )
    assert found[1:5] == [Role.BACKGROUND, Role.RECOMMENDATION] * 2


def test_whoever_signs_may_stand_above_a_footnote():
    found = said_of(
        section("Wells"),
        paragraph("The wells are dry in all districts."),
        paragraph("Ana Cruz"),
        paragraph("Secretary-General"),
        Node("", Kind.FOOTNOTE, "See the chart."),
    )
    assert [one.role for one in found] == [Role.BACKGROUND, Role.OTHER, Role.OTHER]


@pytest.mark.parametrize(
    ("language", "text", "ending"),
    [
        ("ru", "Рекомендации прилагаются к тексту.", "Председатель Совета Ассамблеи С. М. Дуб"),
        ("fr", "Les annexes se trouvent dans le document.", "Genève, le 10 juin 2026"),
    ],
)
def test_whoever_signs_and_when_ends_an_international_text(language, text, ending):
    found = roles(paragraph(text), paragraph(ending), language=language, symbol="A/1")
    assert found[-1] is Role.OTHER
