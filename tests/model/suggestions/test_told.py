"""What somebody said, told from what somebody did: days, papers, relative clauses, whose discussion it is."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import item, paragraph, said, said_of, section


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Senate Committee", "In March 2019, the Minister announced that the well would be closed."),
        ("Health Inspectorate", "On 4 May 2018 the operator submitted its plan to the regulator."),
        ("Ombudsman", "Mrs Y asked the Council for a copy of the plan in June 2019. It did not answer."),
        ("Venice Commission", "By letter of 3 June 2020, the Minister of Justice requested an opinion."),
        ("Development Committee", "In 2019, Sweden provided 5 million for wells."),
    ],
)
def test_what_somebody_did_on_a_day_is_history(body, text):
    assert said_of(section("Background"), paragraph(text), body=body)[0].role is Role.BACKGROUND


@pytest.mark.parametrize(
    "text",
    [
        "At the third meeting, on 5 May 2021, the representative of Chile announced that wells were dug.",
        "The representative of Canada announced that her Government would host a workshop.",
        "In its reply, the Ministry states that the well will be closed.",
        "The department told the committee that the well was safe.",
        "The complainants explain that their wells were not emptied.",
        "The authorities refer to a new code of conduct for drillers.",
        "Human rights groups reported that the wells had been emptied.",
        "The Secretariat drew attention to the state of the wells.",
        "According to the source, the wells were emptied at dawn.",
        "According to the manufacturer, the pump had been tested.",
    ],
)
def test_what_somebody_says_is_a_statement(text):
    assert said(text).role is Role.STATEMENT


def test_a_verb_in_a_relative_clause_says_nothing():
    assert said("States that have never submitted a report: six (6).").role is not Role.STATEMENT


def test_what_was_pointed_out_is_said_among_recommendations_too():
    assert said("It was pointed out that wells differ.", "Recommendations").role is Role.STATEMENT


def test_an_individual_opinion_is_its_authors():
    told = said("I cannot agree with the majority on the wells.", "Dissenting opinion of Judge Ames")
    assert told.role is Role.STATEMENT


def test_who_decides_on_a_case_discusses_it_and_hears_its_parties():
    heads = (section("Submissions"), section("Communication from the source", 2))
    told = said_of(
        *heads,
        paragraph("The well was closed at dawn without a warrant."),
        section("Discussion"),
        paragraph("The closing of a well without a warrant is a particularly grave violation."),
        title="Opinions on wells",
    )
    assert [one.role for one in told] == [Role.STATEMENT, Role.OBSERVATION]


def test_a_commission_complained_of_is_not_the_one_that_reports():
    told = said_of(
        paragraph("In its comments the Commission explained that no well had been dug."),
        title="Decision of the European Ombudsman on a complaint against the European Commission",
        body="European Ombudsman",
    )
    assert told[0].role is Role.STATEMENT


@pytest.mark.parametrize(
    ("heading", "body", "text"),
    [
        ("Next steps", "European Commission", "The Commission will report again in 2027."),
        ("Conclusions", "Audit Office", "We will follow up our recommendations in 2027."),
        ("Conclusion", "Ombudsman", "I do not intend to investigate this complaint further."),
        ("Wells", "Committee on Wells", "The Committee, by the same resolution, also adopted the rules."),
        ("Wells", "Committee on Wells", "The amended proposal was adopted."),
    ],
)
def test_what_a_body_is_going_to_do_or_adopted_is_its_decision(heading, body, text):
    told = said_of(section(heading), paragraph(text), body=body, symbol="A/C.9/12")[0]
    assert told.role is Role.DECISION


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Ombudsman", "The report will examine three wells."),
        ("Committee on Wells", "The Committee shall consist of nine members."),
    ],
)
def test_what_a_report_will_say_and_a_statute_prescribes_is_no_decision(body, text):
    assert said_of(section("Wells"), paragraph(text), body=body)[0].role is not Role.DECISION


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Introduction", "The Committee held hearings on 4 and 5 May 2017 on the state of wells."),
        ("Introduction", "Ms. Vanova acted as rapporteur for this opinion."),
        ("Wells", "The Committee considered document CW 88/9 on wells."),
        ("Wells", "The Committee will hold its next session in Nairobi."),
        ("Wells", "On 3 May 2019 the Government of Norway filed in the Registry an application."),
    ],
)
def test_hearings_rapporteurs_and_papers_are_business(heading, text):
    assert said_of(section(heading), paragraph(text), body="Committee on Wells")[0].role is Role.PROCEDURAL


def test_a_methodology_of_evaluation_tells_how_it_was_made():
    found = said_of(
        section("Background and introduction"),
        section("Evaluation methodology", 2),
        paragraph("The draft went through an internal review before it was shared with the harbours.", "7"),
    )
    assert found[0].role is Role.BACKGROUND


def test_a_participle_behind_a_comma_says_nothing():
    held = "The Ministry of Harbours remained a leading partner, recognized for its work on lights."
    speaks = "The Minister of Harbours, opening the meeting, said that lights were few."
    assert said(held, "Findings").role is Role.OBSERVATION
    assert said(speaks, "Discussion").role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The agency published a guide at the Conference of Harbours, which was held in Norland."),
        ("fr", "L’agence a publié un guide lors de la Conférence des ports, qui s’est tenue à Norport."),
    ],
)
def test_what_is_added_of_a_meeting_is_no_session_s_business(language, text):
    assert said(text, language=language).role is Role.BACKGROUND


def test_registers_that_are_kept_by_hand_ask_nobody():
    told = said("Les registres y sont tenus à la main dans trois ports.", language="fr")
    held = said("Les États sont tenus de publier les registres.", language="fr")
    assert (told.role, held.role) == (Role.BACKGROUND, Role.RECOMMENDATION)


def test_remaining_concerned_finds():
    assert said("The Committee remains highly concerned about the harbours.").role is Role.OBSERVATION


def test_who_gives_an_update_and_stresses_something_says_it():
    told = "Norland provided an update on its harbours. It stressed that all of them had been lit."
    alone = "The secretariat provided an update on the harbours of Norland."
    assert said(told).role is Role.STATEMENT
    assert said(alone).role is Role.PROCEDURAL


def test_initials_speak_in_a_meeting():
    text = "WOHF drew attention to the lights of harbours."
    found = said_of(
        paragraph(text), title="Summary of the meeting of the Committee on Harbours", symbol="A/1"
    )
    assert found[0].role is Role.STATEMENT


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("On the basis of a report we took evidence from the Ministry of Harbours.", Role.PROCEDURAL),
        ("We asked whether lights were worth the effort. Witnesses agreed that they were.", Role.STATEMENT),
    ],
)
def test_a_committee_tells_whom_it_heard(text, role):
    found = said_of(section("Findings"), paragraph(text, "3"), title="House of Commons: lights in harbours")
    assert found[0].role is role


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "Regístrese, comuníquese y publíquese."), ("pt", "Publique-se. Registre-se.")],
)
def test_the_formula_behind_a_resolution_is_nothing_else(language, text):
    assert said(text, language=language).role is Role.OTHER


def test_where_findings_stand_says_nothing_of_them():
    text = "The key messages emerging from the discussions included those set out below."
    assert said(text, "Key messages").role is Role.BACKGROUND


def test_a_paper_is_presented_as_the_meetings_business():
    assert said("Dr Ito presented paper SC-12/04 on bycatch.", "Review of data").role is Role.PROCEDURAL


@pytest.mark.parametrize(
    "text",
    [
        "In the discussion, one representative, speaking on behalf of a group of States, supported the plan.",
        "Board members welcomed the report and asked about the funding gap.",
    ],
)
def test_one_of_many_and_members_of_a_board_speak(text):
    title = "Minutes of the meeting of the Board"
    found = said_of(section("Lights"), paragraph(text, "4"), title=title, symbol="A/1")
    assert found[0].role is Role.STATEMENT


def test_what_nobody_raised_is_the_meetings_business():
    assert said("No other matters were raised.", "Other matters").role is Role.PROCEDURAL


def test_thanks_are_given_in_an_introduction_too():
    assert said("She thanks the Government for its cooperation.", "Introduction").role is Role.OBSERVATION


def test_places_that_were_visited_show_what_was_found():
    text = "Water is not safe to drink in most of the communities visited."
    assert said(text, "Access to water").role is Role.OBSERVATION


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Summary record", "The Chair invited the Committee to take action on draft resolution L.20."),
        ("fr", "Compte rendu analytique", "Le Président invite la Commission à se prononcer sur le texte."),
        ("es", "Acta resumida", "El Presidente invita a la Comisión a adoptar una decisión sobre el texto."),
    ],
)
def test_to_invite_to_act_is_business_in_a_record(language, title, text):
    found = said_of(paragraph(text), language=language, title=title, symbol="A/C.3/79/SR.12")
    assert found[0].role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("language", "heading", "text"),
    [
        ("en", "Facts as submitted", "The author appealed on 10 June 2019; the appeal was dismissed."),
        ("fr", "Exposé des faits", "L’auteur a fait appel le 10 juin 2019."),
    ],
)
def test_what_an_author_did_on_a_day_is_a_fact_of_the_case(language, heading, text):
    found = said_of(section(heading), paragraph(text, "2.1"), language=language, symbol="CCPR/C/145/D/1")
    assert found[0].role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Несколько государств отметили, что зажгли огни."), ("zh", "若干国家指出，它们已点亮港口。")],
)
def test_several_states_speak(language, text):
    assert said(text, language=language).role is Role.STATEMENT


def test_a_reading_that_was_completed_is_a_sessions_business():
    assert said("The Committee completed its second reading of the draft.").role is Role.PROCEDURAL


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("{}this section examines how wells are tested.", Role.BACKGROUND),
        ("{}the Committee will continue to follow the matter.", Role.DECISION),
    ],
)
@pytest.mark.parametrize("introduction", ["", "In that regard, ", "In addition, "])
def test_an_introduction_changes_nothing(introduction, text, role):
    text = text.format(introduction)
    told = said_of(section("Findings"), paragraph(text[0].upper() + text[1:]), body="Committee on Wells")[0]
    assert told.role is role


def test_what_there_were_calls_for_somebody_said():
    told = said_of(
        section("Wells"),
        paragraph("There were calls for the fund to be renewed.", "1"),
        title="Co-chairs' summary of the dialogue on wells",
    )[0]
    assert told.role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In our report of 2021 we recommended that the Ministry map its wells."),
        ("en", "In our report of 2021 we found that the Ministry should map its wells, and recommended it."),
        ("fr", "En 2019, il a été recommandé au Gouvernement de cartographier les puits."),
        ("es", "En 2019, mediante la Resolución 14, se recomendó al Gobierno crear un registro de pozos."),
    ],
)
def test_what_was_asked_in_another_year_is_history(language, text):
    assert said(text, "Follow-up", language=language, body="Wells Office").role is Role.BACKGROUND


@pytest.mark.parametrize(
    ("heading", "more", "role"),
    [
        ("Follow-up", ", but few are mapped", Role.OBSERVATION),
        ("Findings", ". It did not", Role.OBSERVATION),
        ("Organization of the session", "", Role.PROCEDURAL),
    ],
)
def test_what_was_asked_in_another_year_is_found_with_a_judgment_and_business_among_it(heading, more, role):
    text = f"In our report of 2021 we recommended that the Ministry map its wells{more}."
    assert said(text, heading, body="Wells Office").role is role


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By the end of 2027, it is recommended that the Ministry map its wells."),
        ("fr", "En vue de 2030, il est recommandé au Gouvernement de cartographier les puits."),
    ],
)
def test_what_is_recommended_now_behind_a_year_is_asked(language, text):
    assert said(text, "Wells", language=language).role is Role.RECOMMENDATION


@pytest.mark.parametrize("lead", ["The Committee notes with concern:", "Al Comité le preocupa:"])
def test_what_a_body_finds_below_its_lead_in_is_found(lead):
    language = "en" if lead.startswith("The") else "es"
    title = "Concluding observations on the report of Chile" if language == "en" else "Observaciones finales"
    items = ("The lack of wells;", "The price of water.") if language == "en" else ("La falta de pozos;",)
    told = said_of(
        section("Principal areas of concern and recommendations" if language == "en" else "Recomendaciones"),
        paragraph(lead, "4"),
        *(item(text, number) for text, number in zip(items, "ab", strict=False)),
        language=language,
        title=title,
        symbol="CRPD/C/CHL/1",
    )
    assert {one.role for one in told} == {Role.OBSERVATION}


def test_what_is_said_in_a_concession_is_not_what_an_item_says():
    text = "The wells remain closed, although the delegation indicated that they are safe."
    lead = paragraph("The Committee is concerned that:", "4")
    told = said_of(section("Wells"), lead, item(text, "a"), title="Concluding observations on Chile")
    assert told[-1].role is Role.OBSERVATION


def test_a_labelled_reply_is_its_writers():
    assert said("Department of Wells response: Agreed.", "Findings").role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Emergency response: The Government should adopt a plan of evacuation."),
        ("en", "Response times: The Ministry should publish how long its engineers take."),
        ("en", "Comments by the Board: The Administration should publish its fees."),
        ("es", "Respuesta humanitaria: los Estados Miembros deberían financiar los pozos."),
    ],
)
def test_what_is_responded_to_and_the_bodys_own_comments_are_no_replies(language, text):
    told = said(text, "Wells", language=language, body="Board of Auditors")
    assert told.role is Role.RECOMMENDATION


def test_what_a_recommendation_is_for_is_no_recommendation():
    told = said_of(
        section("Recommendations"),
        paragraph("The following recommendations are made:", "22"),
        item("The intent of this recommendation is that drains are known about.", "1"),
        item("the crest is inspected once a year;", "a", 2),
    )
    assert [one.role for one in told[1:]] == [Role.BACKGROUND, Role.RECOMMENDATION]


def test_whoever_introduces_a_draft_does_a_sessions_business():
    text = "At the 39th meeting, the representative of Nepal introduced a draft resolution on wells."
    assert said(text, "Consideration of draft resolutions").role is Role.PROCEDURAL


def test_a_body_that_has_met_acts_in_what_follows():
    lead, *acts = said_of(
        paragraph("Having discussed the paper, the Ministers:", "8"),
        item("noted the report of the Secretariat;", "a"),
        item("expressed concern that only one well was dug;", "b"),
        item("requested the Secretariat to prepare a guide by March.", "c"),
        title="Outcomes of the Ninth Ministerial Meeting on Wells",
    )
    assert lead.role is Role.DECISION
    assert [one.role for one in acts] == [Role.DECISION, Role.OBSERVATION, Role.RECOMMENDATION]


@pytest.mark.parametrize(("verb", "role"), [("sont", Role.RECOMMENDATION), ("ont été", Role.BACKGROUND)])
def test_whoever_is_invited_to_act_in_a_year_is_asked_and_whoever_was_is_told_of(verb, role):
    text = f"En 2026, les États {verb} invités à cartographier les puits."
    now = paragraph("Le Comité recommande aux États de cartographier les puits.")
    assert said_of(section("Suivi"), paragraph(text), now, language="fr")[0].role is role


_INQUIRY = [
    "Most submissions supported the fee.",
    "A further concern raised with the committee was the time that licences take.",
    "The Harbour Guild (the Guild), in its submission, conceded that the fee would help.",
    "Professor Lind told us the levy was too low.",
    "Dr Anna Rees of the University of Kell compared the two schemes.",
    "Skippers described the form as a burden.",
    "Port officials saw the matter differently.",
]


@pytest.mark.parametrize("text", _INQUIRY)
def test_views_that_an_inquiry_was_given_are_statements(text):
    nodes = said_of(
        section("Key issues"), paragraph(text), body="House of Commons Select Committee on Fisheries"
    )
    assert nodes[0].role is Role.STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        "The report described the form as a burden.",
        "The Convention, in its article 3, provided that wells are common.",
        "The staff compared the two schemes.",
    ],
)
def test_what_papers_say_and_staff_do_is_no_view(text):
    nodes = said_of(
        section("Key issues"), paragraph(text), body="House of Commons Select Committee on Fisheries"
    )
    assert nodes[0].role is not Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Les magistrats rencontrés voient la question autrement."),
        ("es", "Los vecinos describieron el trámite como una carga."),
        ("de", "Die Hafenbeamten sahen das anders."),
        ("de", "Die Anwohner hielten das Verfahren für unfair."),
        ("ar", "أخبرنا المزارعون أن الآبار جفت."),
    ],
)
def test_a_view_is_a_statement_in_other_languages_too(language, text):
    assert said(text, language=language).role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The evaluation described how wells were drilled."),
        ("en", "The audit team regarded the controls as weak."),
        ("en", "The data told us little about wells."),
        ("en", "Funds were divided over three years."),
        ("fr", "Les chiffres nous ont dit peu de choses."),
        ("es", "Los datos nos dijeron poco."),
        ("de", "Die Behörden halten Personal für die Brunnen vor."),
        ("de", "Beide Studien beschrieben die Brunnen als alt."),
        ("ru", "Доклад описал колодцы как общее благо."),
    ],
)
def test_what_a_report_and_its_data_show_is_no_view(language, text):
    assert said(text, language=language).role is not Role.STATEMENT


FACTS = [
    ("en", "Many rights are enshrined in the Constitution, but none are those of villages."),
    ("en", "While no article names wells, section 11 (2) deals with the rights of villages."),
    ("en", "They are usually considered to be the first settlers, but others came early."),
    (
        "en",
        "In all of his missions, the Special Rapporteur focuses on the importance of the needs of villages.",
    ),
    ("en", "The main recommendations in this report are based on an analysis of what villages said."),
    ("fr", "De nombreux droits sont consacrés par la Constitution, mais aucun n'est celui des villages."),
    ("es", "Muchos derechos están consagrados en la Constitución, pero ninguno es de las aldeas."),
    ("pt", "Muitos direitos estão consagrados na Constituição, mas nenhum é das aldeias."),
    ("it", "Molti diritti sono sanciti dalla Costituzione, ma nessuno è dei villaggi."),
    ("de", "Viele Rechte sind in der Verfassung verankert, aber keines gilt den Dörfern."),
    ("ru", "Многие права закреплены в Конституции, но права деревень в ней не названы."),
]


@pytest.mark.parametrize(("language", "text"), FACTS)
def test_what_a_law_says_what_is_held_and_how_somebody_works_is_told(language, text):
    title = {"en": "Report of the Special Rapporteur on wells"}.get(language, "")
    assert said_of(paragraph(text, "5"), language=language, title=title)[0].role is Role.BACKGROUND


ALLEGATIONS = [
    ("en", "Allegations: the complainant organizations allege dismissals and a refusal by the Ministry"),
    (
        "fr",
        "Allégations : les organisations plaignantes allèguent des licenciements et un refus du ministère",
    ),
    ("es", "Alegatos: las organizaciones querellantes alegan despidos y una negativa del Ministerio"),
]


@pytest.mark.parametrize(("language", "text"), ALLEGATIONS)
def test_what_is_alleged_behind_a_label_is_somebodys_word(language, text):
    assert said_of(paragraph(text), language=language, body="Committee")[0].role is Role.STATEMENT


MEETING = "Department of Health Annual Performance Plan: AGSA assessment"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "The Portfolio Committee on Health convened a virtual meeting to be briefed by the Office of "
            "Wells on the plan of the Department.",
            Role.PROCEDURAL,
        ),
        ("The AGSA was concerned the same problems persist year after year.", Role.STATEMENT),
        ("The Ministry of Lands was concerned that wells are closed.", Role.STATEMENT),
        ("The Committee was concerned that wells are closed.", Role.OBSERVATION),
        ("The AGSA submitted its plan in 2021.", Role.BACKGROUND),
    ],
)
def test_another_bodys_concern_at_a_committees_meeting_is_a_statement(text, role):
    nodes = (section("Meeting summary"), paragraph(text))
    assert said_of(*nodes, title=MEETING, body="Portfolio Committee on Health")[0].role is role


@pytest.mark.parametrize(
    ("heading", "role"), [("Recommendations", Role.RECOMMENDATION), ("Background", Role.BACKGROUND)]
)
def test_below_a_heading_for_recommendations_a_dated_one_is_listed(heading: str, role: Role) -> None:
    text = "On 26 February 2025, the Commission recommended that the Harbour Authority inspect the lamps."
    body = "Transport Accident Investigation Commission"
    title = "Marine accident investigation report: Ferry Selkie"
    assert said_of(section(heading), paragraph(text, "4.2.1"), title=title, body=body)[0].role is role
