"""Whom recommendations ask: in their clause, above them, after them, by another name."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

SYMBOL = "A/HRC/58/2"

IN_THE_CLAUSE = [
    ("Data on wells should be collected by all Member States.", ["member-states"]),
    ("Public wells should be guided by States’ obligations under the Covenant.", ["implicit"]),
    ("All large mining companies should report how much water they use.", ["private-sector"]),
    ("Modern human resources systems should be adapted.", ["implicit"]),
    ("The central bank law should be amended.", ["implicit"]),
    ("EU Member States should map their wells.", ["member-states"]),
    ("Invite members of the Forum to map their wells.", ["member-states"]),
    ("Invite members of the Collaborative Partnership on Forests to map their wells.", ["un-igo"]),
    ("The Global Partnership for Clean Wells should map them.", ["un-igo"]),
    ("The global partnership for clean wells should be strengthened.", ["implicit"]),
    ("The Committee of Ministers should map all wells.", ["parent-body"]),
    ("The European Union should fund the mapping of wells.", ["regional-org"]),
    ("The International Maritime Organization should review its rules.", ["un-igo"]),
    ("The United Nations system in Norway should continue its support.", ["un-igo"]),
    ("Those who drink from wells should be told of it.", ["implicit"]),
    ("The Committee recommends that the bill be passed by the House.", ["parent-body"]),
    ("The Committee recommends that wells be mapped by all Member States.", ["member-states"]),
    ("The Committee recommends to the Tenth World Health Assembly the mapping of wells.", ["parent-body"]),
    ("The Committee recommends access to rural wells for all.", ["implicit"]),
    ("The Committee trusts that data collected by the Secretariat will be published.", ["implicit"]),
    ("The Governing Council may wish to hear the owners every year.", ["parent-body"]),
    ("Each participating country should map its wells.", ["member-states"]),
]


@pytest.mark.parametrize(("text", "asked"), IN_THE_CLAUSE)
def test_whom_a_clause_asks(text, asked):
    one = said_of(section("Recommendations"), paragraph(text, "7"), symbol=SYMBOL)[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


BEFORE_THE_VERB = [
    ("ru", "Министерству здравоохранения рекомендуется открыть новые больницы.", ["national-authority"]),
    ("ru", "Страховым компаниям рекомендуется публиковать отчеты.", ["private-sector"]),
    ("fr", "Il est clair que les universités doivent publier leurs données.", ["academia"]),
    ("fr", "Le Comité recommande aux présidents des tribunaux de publier la liste.", ["national-authority"]),
    ("ar", "ينبغي لمنظمات المجتمع المدني أن تشارك في التنفيذ.", ["civil-society"]),
    ("pt", "Recomendar às prefeituras que promovam a compra de alimentos.", ["national-authority"]),
    ("es", "La Comisión insta firmemente al Gobierno a que derogue la prohibición.", ["specific-state"]),
    ("ar", "تشجع اللجنة القطاع الخاص والمجتمع المدني على المشاركة.", ["private-sector", "civil-society"]),
    ("ru", "Владельцам судов следует проверять трапы.", ["private-sector"]),
    ("zh", "委员会建议各成员国政府公布数据。", ["member-states"]),
    ("es", "Solicitar a la Secretaría que elabore un informe sobre los pozos.", ["secretariat"]),
]


@pytest.mark.parametrize(("language", "text", "asked"), BEFORE_THE_VERB)
def test_whom_a_clause_asks_in_other_languages(language, text, asked):
    one = said_of(section("1"), paragraph(text, "7"), language=language, symbol=SYMBOL)[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


def test_an_item_that_completes_its_lead_in_asks_whom_that_asks():
    found = said_of(
        paragraph("The Panel recommends that Member States:", "7"),
        item("Request the Secretary-General to report on wells;", "a"),
        symbol=SYMBOL,
    )
    assert [(one.force, one.addressees) for one in found] == [(3, ["member-states"])] * 2


def test_a_body_called_by_one_word_of_its_name():
    found = said_of(
        section("Recommendations"),
        paragraph("We found that the European Commission had not checked the plans.", "1"),
        paragraph("The Commission should check them.", "2"),
        title="Floods: special report of the auditors",
    )
    assert found[1].addressees == ["regional-org"]


def test_in_reports_on_the_european_union_its_commission():
    found = said_of(paragraph("The Commission should check the plans.", "1"), title="EU support for floods")
    assert found[0].addressees == ["regional-org"]
    own = said_of(
        paragraph("The Commission should check the plans.", "1"), title="Commission on wells in the EU"
    )
    assert own[0].addressees != ["regional-org"]


def test_a_body_that_acts_under_its_short_name_again_and_again_is_the_one_that_reports():
    found = said_of(
        paragraph("Members of the Guidelines Development Group (GDG) were appointed in 2015.", "1"),
        *(paragraph(f"The GDG noted that well {n} was dry.", str(n)) for n in range(2, 16)),
        paragraph("The GDG noted that wells should be audited by national authorities.", "16"),
        symbol=SYMBOL,
    )
    assert (found[-1].role, found[-1].addressees) == (Role.RECOMMENDATION, ["national-authority"])


def test_whom_a_paragraph_on_one_state_is_for():
    one = said_of(
        paragraph(
            "Bhutan graduated in 2023. The Committee recommends prioritizing the upkeep of its wells.", "7"
        ),
        symbol=SYMBOL,
    )[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["specific-state"])


def test_a_body_goes_on_from_the_paragraph_before():
    one = said("It further invites the State party to ratify the Protocol.")
    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 2, ["specific-state"])
    assert said("It further invited the State party to ratify the Protocol.").role is not Role.RECOMMENDATION


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I urge both Governments to withdraw from the harbour."),
        ("fr", "J’exhorte les deux Gouvernements à se retirer du port."),
        ("es", "Insto a los dos Gobiernos a que se retiren del puerto."),
        ("de", "Der Ausschuss fordert beide Regierungen auf, den Hafen zu räumen."),
    ],
)
def test_two_governments_are_not_all_governments(language, text):
    one = said(text, RECOMMENDATIONS[language], language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["specific-state"])


def test_an_expert_goes_on_from_the_paragraph_before():
    one = said("She encourages universities to monitor the quality of wells.")
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["academia"])


def test_what_announces_recommendations_and_says_what_for_is_none():
    text = "To prevent further harm, the Coalition makes the following recommendations."
    assert said(text, heading="Recommendations").role is not Role.RECOMMENDATION


def test_what_should_be_done_in_an_evaluations_recommendations_is_for_the_management():
    found = said_of(
        section("Findings"),
        paragraph("Baseline surveys should be simple.", "1"),
        section("Recommendations"),
        paragraph("Future projects should be accompanied by baseline surveys.", "2"),
        title="Independent evaluation of the country programme",
        symbol="DP/2026/3",
    )
    assert [one.addressees for one in found] == [["implicit"], ["management"]]


def test_names_in_an_aside_are_no_subjects():
    text = "The Committee, recalling its general comment No. 6 (2018), recommends that the State report."
    one = said(text)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, ["specific-state"])


def test_an_audited_mission_is_asked_as_management():
    heading = section("Recommendations")
    title = "Audit of the United Nations Mission in Norland"
    one = said_of(heading, paragraph("The Mission should clear the backlog.", "1"), title=title)[0]
    assert one.addressees == ["management"]


def test_an_organization_whose_initials_are_a_relative_word_asks_behind_a_comma():
    guideline = said_of(
        paragraph("WHO recommends that States map wells.", "1"),
        paragraph("In dry years, WHO recommends that Norland map wells.", "2"),
        paragraph("WHO urges States to act.", "3"),
        title="WHO guideline on wells",
        body="WHO",
    )
    assert [one.role for one in guideline] == [Role.RECOMMENDATION] * 3


def test_an_acronym_is_no_relative_word():
    heading = section("Recommendations")
    one = said_of(heading, paragraph("The staff of WHO should publish its data.", "1"), symbol="A/1")[0]
    assert one.role is Role.RECOMMENDATION


def test_a_guideline_recommends_in_its_background_too():
    text = "Adequate ventilation should be in place for isolation rooms."
    found = [
        said_of(section("Background"), paragraph(text, "1"), title=title, symbol="A/1")[0].role
        for title in ("Guidelines on infection prevention", "Report on infections")
    ]
    assert found == [Role.RECOMMENDATION, Role.BACKGROUND]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Ministry of Lands needs better maps. It should survey all wells.", ["national-authority"]),
        (
            "The Gambia continues to make progress. The Committee advises continued drilling.",
            ["specific-state"],
        ),
    ],
)
def test_whom_the_sentence_before_is_about(text, asked):
    one = said_of(section("Recommendations"), paragraph(text, "7"), symbol=SYMBOL)[0]
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


def test_a_panel_reports_to_the_committee_that_it_calls_so():
    *_, one = said_of(
        paragraph("The Security Council Committee received the report.", "1"),
        section("Recommendations"),
        paragraph("The Panel recommends that the Committee list the owners of the well.", "2"),
        title="Final report of the Panel of Experts on Norland",
    )
    assert one.addressees == ["parent-body"]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "The Panel recommends that the Committee list the two smugglers.", ["parent-body"]),
        ("en", "The Committee requests the working group to meet in May.", ["own-body"]),
        ("en", "The Committee trusts that the Committee will be informed.", ["implicit"]),
        ("fr", "Le groupe de travail recommande au Comité d’adopter le rapport.", ["parent-body"]),
        ("es", "El Grupo de Trabajo recomienda al Comité que apruebe el informe.", ["parent-body"]),
    ],
)
def test_a_panel_asks_the_committee_that_it_reports_to_and_a_committee_its_group(language, text, asked):
    one = said(text, "Matters", language)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, asked)


@pytest.mark.parametrize(
    ("text", "title", "asked"),
    [
        ("Executing agencies should publish audits.", "Evaluation of support to wells", "national-authority"),
        ("The Working Party requested the secretariat to prepare a note.", "Report of the Working Party",
         "secretariat"),
    ],
)  # fmt: skip
def test_agencies_that_execute_and_working_parties(text, title, asked):
    found = said_of(section("Recommendations"), paragraph(text, "1"), title=title)[0]
    assert (found.role, found.addressees) == (Role.RECOMMENDATION, [asked])


@pytest.mark.parametrize(
    ("title", "text", "asked"),
    [
        (
            "Report of the Committee on Wells",
            "The Committee requested the Chair to write to them.",
            "own-body",
        ),
        ("Decisions of the Conference of the Parties", "It requests the Bureau to invite them.", "own-body"),
        (
            "Report of the Committee on Wells",
            "The Committee instructed the Sub-Committee on Pumps to map them.",
            "own-body",
        ),
        (
            "Report of the Sub-Committee on Pumps to the Safe Water Committee",
            "The Safe Water Committee, at its tenth session, is invited to approve the list.",
            "parent-body",
        ),
        (
            "Evaluation report of UNEP",
            "Area departments should be given clear responsibility for wells.",
            "management",
        ),
        (
            "Report of the Board of Auditors on the United Nations Institute for Rivers",
            "The Board recommends that UNIRI enforce its rules. UNIRI accepted this. UNIRI stated so.",
            "management",
        ),
        ("Report of the meeting on wells", "The Statistics Division to add a chapter.", "secretariat"),
    ],
)
def test_whose_parts_and_parents_are_asked(title, text, asked):
    (one,) = said_of(section(RECOMMENDATIONS["en"]), paragraph(text, "7"), title=title, symbol=SYMBOL)
    assert (one.role, one.addressees) == (Role.RECOMMENDATION, [asked])


def test_a_government_that_a_numbered_clause_names_is_asked():
    text = "That the Government of Canada map all wells."
    (one,) = said_of(
        section(RECOMMENDATIONS["en"]), paragraph(text, "Recommendation 1"), body="House of Commons"
    )
    assert one.addressees == ["specific-state"]


def test_initials_of_an_office_of_the_state_are_no_state():
    found = said_of(
        section(RECOMMENDATIONS["es"]),
        paragraph("El Organismo Público Pozos del Estado (OPPE) gestiona los pozos.", "1"),
        paragraph("El OPPE debería dictar instrucciones.", "2"),
        language="es",
        title="Informe de fiscalización de los pozos por las autoridades",
        body="Tribunal de Cuentas",
    )
    assert found[1].addressees == ["national-authority"]


WELLS = [
    ("The Committee calls on all Parties to the Paris Agreement to raise their aims.", "", "states-parties"),
    ("The Committee urges distant-water fishing nations to accept observers.", "", "specific-state"),
    ("GRECO recommended that a code be adopted.", "Fourth evaluation round: Norvania", "specific-state"),
]


@pytest.mark.parametrize(("text", "title", "whom"), WELLS)
def test_whom_the_names_of_groups_mean(text, title, whom):
    found = said_of(section("Recommendations"), paragraph(text, "3"), title=title)[0]
    assert found.addressees == [whom]


def test_a_clause_that_says_what_is_to_be_names_whom_behind_its_time():
    asked = said("That, by 31 March, the Ministry of Wells reduce its fees.", "What should change")
    assert asked.all_addressees == {"national-authority"}


def test_a_company_is_asked_whatever_stands_between_it_and_its_verb():
    told = said_of(
        section("Recommendations"),
        paragraph("Network Rail, in consultation with its staff, should review the test.", "7"),
        title="Collision near Wells",
        body="Rail Accident Investigation Branch",
    )[0]
    assert told.addressees == ["private-sector"]


def test_the_authorities_are_the_state_that_a_title_names():
    told = said_of(
        section("Wells"),
        paragraph("ECRI recommends that the authorities amend the Wells Act.", "4"),
        title="ECRI report on Albania (sixth monitoring cycle)",
        body="European Commission against Racism and Intolerance",
    )[0]
    assert told.addressees == ["specific-state"]


def test_a_name_right_before_another_belongs_to_it():
    text = "Request the Committee secretariat to publish the data."
    assert said(text, "Recommendations", body="Committee on Wells").addressees == ["secretariat"]
    text = "The Committee requests the Secretary-General and Member States to map the wells."
    assert said(text).all_addressees == {"secretariat", "member-states"}


def test_words_that_choose_count_for_nothing_among_those_before_a_name():
    text = "The Committee requests all the other such regional small airlines to report."
    assert said(text).addressees == ["private-sector"]


def test_programmes_in_small_letters_are_none_that_can_be_asked():
    text = "The organization of wells programmes must be established with clear aims."
    assert said(text).role is not Role.RECOMMENDATION


def test_a_direction_in_small_letters_is_a_management():
    asked = [
        said_of(section("Recommandations"), paragraph(text, "4"), title="Audit des puits", language="fr")[0]
        for text in ("La direction devrait publier la carte.", "La Direction devrait publier la carte.")
    ]
    assert [one.addressees for one in asked] == [["management"], ["national-authority"]]


def test_what_begins_a_sentence_in_a_report_of_an_accident_is_a_company_with_all_its_capitals():
    title = "Rail Accident Investigation report: derailment at Port Ellery"
    found = said_of(
        section("Safety recommendations"),
        paragraph("Network Rail should check bridges.", "1"),
        paragraph("Bridges over rivers should have fences.", "2"),
        title=title,
    )
    assert [one.addressees for one in found] == [["private-sector"], ["implicit"]]


def test_whoever_a_committee_of_parliament_asks_by_an_organs_name_is_parliament():
    found = said_of(
        paragraph("The Assembly should map the wells.", "1"),
        section("Recommendations"),
        paragraph("The General Assembly should map the wells.", "2"),
        title="Report of the Select Committee on Wells",
        body="House of Commons",
    )
    assert [one.addressees for one in found] == [["own-body"], ["own-body"]]


def test_whom_nobody_names_is_less_sure_than_whom_words_name():
    named = said("States should map the wells.", "Recommendations").by_slot[Slot.ADDRESSEES]
    nobody = said("The wells should be mapped.", "Recommendations").by_slot[Slot.ADDRESSEES]
    assert nobody.value == ["implicit"]
    assert nobody.confidence < named.confidence


PARTIES = [
    ("en", "Conference of the Parties to the Wells Convention", "Requests parties to map their wells;"),
    ("en", "Conference of the Parties to the Wells Convention", "Requests the parties to map their wells;"),
    ("en", "Conference of the Parties to the Wells Convention", "Invites all parties to map their wells;"),
    ("fr", "Conférence des Parties à la Convention", "Prie les parties de cartographier leurs puits ;"),
    ("es", "Conferencia de las Partes", "Pide a las partes que cartografíen sus pozos;"),
    ("pt", "Conferência das Partes", "Solicita às partes que mapeiem os seus poços;"),
]


@pytest.mark.parametrize(("language", "body", "text"), PARTIES)
def test_parties_in_small_letters_are_those_of_their_conference(language, body, text):
    one = said_of(paragraph(text, "3"), language=language, title="Decisions", body=body)[0]
    assert one.addressees == ["states-parties"]


def test_parties_in_small_letters_are_any_parties_in_other_reports():
    one = said_of(paragraph("Requests the parties to lay down their arms;", "3"), body="Security Council")[0]
    assert one.addressees == ["specific-state"]


SORTED_AMONG = [
    ("en", "He recommends that OHCHR and other United Nations entities publish data.", ["un-igo"]),
    ("en", "He recommends that OHCHR publish data.", ["secretariat"]),
    ("en", "He recommends that the Secretary-General and other United Nations entities publish data.", None),
    (
        "fr",
        "Il recommande au HCDH et aux autres entités des Nations Unies de publier des données.",
        ["un-igo"],
    ),
    (
        "es",
        "Recomienda al ACNUDH y a otras entidades de las Naciones Unidas que publiquen datos.",
        ["un-igo"],
    ),
]


@pytest.mark.parametrize(("language", "text", "whom"), SORTED_AMONG)
def test_an_office_among_others_of_the_united_nations_is_one_of_them(language, text, whom):
    title = "Report of the Special Rapporteur on wells"
    heading = section(RECOMMENDATIONS[language])
    one = said_of(heading, paragraph(text, "80"), language=language, title=title)[0]
    assert one.addressees == (whom or ["secretariat", "un-igo"])


REGIONAL_GROUPS = [
    ("en", "Requests the regional group that has no member yet to nominate one;"),
    ("en", "Invites the regional groups to nominate members;"),
    ("fr", "Invite les groupes régionaux à désigner des membres ;"),
    ("es", "Invita a los grupos regionales a que designen miembros;"),
]


@pytest.mark.parametrize(("language", "text"), REGIONAL_GROUPS)
def test_a_regional_group_is_a_group_of_states(language, text):
    one = said_of(paragraph(text, "2"), language=language, body="Conference of the Parties")[0]
    assert one.addressees == ["specific-state"]


def test_the_governing_bodies_of_others_are_theirs():
    formula, preamble = paragraph("The General Assembly,"), paragraph("Recalling its resolution 2/1,")
    text = "Invites the governing bodies of all organizations to take account of the decisions;"
    title = "Resolutions adopted by the General Assembly"
    one = said_of(formula, preamble, paragraph(text, "2"), title=title, body="General Assembly")[2]
    assert one.addressees == ["un-igo"]


WORLD_HERITAGE = [
    (
        "en",
        "World Heritage Committee",
        "Requests the Director of the World Heritage Centre to map the sites;",
    ),
    (
        "fr",
        "Comité du patrimoine mondial",
        "Prie le Centre du patrimoine mondial de cartographier les sites ;",
    ),
    ("es", "Comité del Patrimonio Mundial", "Pide al Centro del Patrimonio Mundial que elabore un mapa;"),
]


@pytest.mark.parametrize(("language", "body", "text"), WORLD_HERITAGE)
def test_the_centre_of_the_world_heritage_committee_is_its_secretariat(language, body, text):
    one = said_of(paragraph(text, "5"), language=language, body=body, title=body)[0]
    assert one.addressees == ["secretariat"]


def test_the_advisory_bodies_are_organizations():
    text = "Requests the Director of the World Heritage Centre and the Advisory Bodies to visit the sites;"
    one = said_of(paragraph(text, "5"), body="World Heritage Committee")[0]
    assert one.addressees == ["secretariat", "un-igo"]


INSPECTORS = [
    (
        "en",
        "The General Assembly,",
        "Recalling its resolution 2/1,",
        "Requests the Joint Inspection Unit to map wells;",
    ),
    (
        "fr",
        "L’Assemblée générale,",
        "Rappelant sa résolution 2/1,",
        "Prie le Corps commun d’inspection de cartographier les puits ;",
    ),
    (
        "es",
        "La Asamblea General,",
        "Recordando su resolución 2/1,",
        "Pide a la Dependencia Común de Inspección que elabore mapas de los pozos;",
    ),
]


@pytest.mark.parametrize(("language", "formula", "preamble", "text"), INSPECTORS)
def test_the_joint_inspection_unit_is_the_assemblys(language, formula, preamble, text):
    nodes = (paragraph(formula), paragraph(preamble), paragraph(text, "2"))
    assert said_of(*nodes, language=language)[2].addressees == ["own-body"]
