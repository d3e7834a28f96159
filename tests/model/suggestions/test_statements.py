"""What somebody says, and is not the word of the body that reports."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from tests.model.suggestions.said import item, paragraph, said, said_of, section

REPORTED = [
    ("en", "Deliberations", "One speaker recommended that States parties should report accidents."),
    ("en", "Statements", "Several delegations urged the Secretariat to publish the data."),
    (
        "en",
        "Recommendations",
        "The representative of Chile said that States parties should report accidents.",
    ),
    ("fr", "Débats", "Une délégation a recommandé que les États parties publient les données."),
    ("fr", "Débats", "Plusieurs orateurs ont souligné que les États devraient coopérer."),
    ("es", "Deliberaciones", "Un orador recomendó que los Estados partes publicaran los datos."),
    ("es", "Deliberaciones", "Varias delegaciones subrayaron que los Estados deberían cooperar."),
    ("ru", "Обсуждение", "Один оратор рекомендовал государствам-участникам публиковать данные."),
    ("ru", "Обсуждение", "Представитель Чили заявил, что государствам следует сотрудничать."),
    ("ar", "المناقشة", "أوصى أحد المتكلمين بأن تنشر الدول الأطراف البيانات."),
    ("ar", "المناقشة", "وقال ممثل شيلي إنه ينبغي للدول أن تتعاون."),
    ("zh", "讨论", "一名发言者建议缔约国公布数据。"),
    ("zh", "讨论", "智利代表说，各国应当合作。"),
]


TOLD = [
    ("en", "As the ferry left the quay, the chief officer said he had closed the ramp."),
    ("en", "According to the testimony of the driver, the brakes had failed."),
    ("fr", "D’après le témoignage du patron, l’eau est montée en dix minutes."),
    ("es", "Según el testimonio del patrón, el agua subió en diez minutos."),
    ("ru", "По словам капитана, вода поднялась за десять минут."),
    ("ru", "По пояснениям Минтранса, работы задержались из-за роста цен."),
    ("ar", "ووفقا لشهادة الربان، ارتفعت المياه في عشر دقائق."),
    ("zh", "据证人说，水在十分钟内上涨。"),
]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_what_witnesses_and_offices_told_is_a_statement(language, text):
    assert said(text, "", language).role is Role.STATEMENT


def test_a_mission_that_explains_itself_is_reviewed_and_does_not_report():
    text = "The Mission explained that a lack of staff had kept it from checking the deliveries."
    reviewed = said_of(
        section("Audit results"), paragraph(text, "4"), title="Audit of fuel", body="Internal oversight"
    )
    assert reviewed[0].role is Role.STATEMENT
    assert reviewed[0].evidence(Slot.ROLE) == ["Mission", "explained"]
    own = said_of(section("Findings"), paragraph(text, "4"), title="Report of the Mission on wells")
    assert own[0].role is not Role.STATEMENT


@pytest.mark.parametrize(("language", "heading", "text"), REPORTED)
def test_what_a_speaker_asks_is_a_statement_and_no_recommendation(language, heading, text):
    found = said(text, heading, language)
    assert found.role is Role.STATEMENT
    assert found.force is None
    assert found.addressees is None


def test_the_words_that_made_a_statement_are_the_speaker_and_the_verb():
    found = said("The representative of Chile said that harbours should be marked.", "Recommendations")
    assert found.evidence(Slot.ROLE) == ["representative", "said"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le requérant soutient que la balise n’était pas allumée."),
        ("es", "La parte peticionaria sostiene que el barco fue detenido."),
        ("en", "The Workers’ group was of the view that crews were too small."),
    ],
)
def test_what_a_party_claims_is_a_statement(language, text):
    assert said(text, language=language).role is Role.STATEMENT


RESPONSES = [
    "The Government accepts this recommendation.",
    "The Government partially accepts the Committee’s recommendation. Schemes should not all be paused.",
    "The Ministry does not agree with the recommendation.",
    "UNDP concurred with recommendation 4 and will revise its manual.",
]


@pytest.mark.parametrize("text", RESPONSES)
def test_whoever_accepts_a_recommendation_or_not_says_so(text):
    assert said(text, heading="Government response").role is Role.STATEMENT


def test_what_was_suggested_in_a_discussion_is_what_somebody_said():
    assert said("It was suggested that the secretariat collect practices.", heading="Discussion").role is (
        Role.STATEMENT
    )
    text = "Se sugirió que la secretaría elaborara un catálogo."
    assert said(text, heading="Debate general", language="es").role is Role.STATEMENT


def test_one_state_that_indicates_something_says_it():
    one = said("In its communication of 3 May, the Government indicates that the dismissals were lawful.")
    assert one.role is Role.STATEMENT


SOMEBODY = [
    ("en", "Pump attendants said that pumps broke down within months."),
    ("fr", "Les agents de santé interrogés ont déclaré que les puits étaient à sec."),
    ("ru", "В своих пояснениях министерство сообщило, что колодцы отремонтированы."),
]


@pytest.mark.parametrize(("language", "text"), SOMEBODY)
def test_whoever_says_that_something_is_so_makes_a_statement(language, text):
    headings = {"en": "Findings", "fr": "Constats", "ru": "Результаты проверки"}
    assert said(text, heading=headings[language], language=language).role is Role.STATEMENT


def test_the_audited_say_whether_they_accept_whatever_they_are_called():
    text = "The Centre accepted recommendation 1 and stated that focal points had been named."
    assert said(text, heading="Audit results").role is Role.STATEMENT


def test_whoever_informs_the_body_of_something_says_it():
    text = "Management informed the Board that the lists had been prepared during an emergency."
    assert said_of(section("Audit results"), paragraph(text, "20"), symbol="A/79/5")[0].role is Role.STATEMENT


def test_a_paragraph_in_which_speakers_said_something_again_and_again_is_a_statement():
    told = said(
        "One session was on wells. Speakers stressed that few are inspected. Participants noted gaps."
    )
    assert told.role is Role.STATEMENT
    assert {"stressed", "noted"} <= set(told.evidence(Slot.ROLE))


def test_names_in_an_introduction_do_not_hide_who_speaks_behind_its_comma():
    one = said(
        "In a session on wells, investors, the environment and States’ duties, speakers stressed gaps."
    )
    assert one.role is Role.STATEMENT
    assert one.evidence(Slot.ROLE) == ["speakers", "stressed"]


def test_what_somebody_owns_says_nothing_in_their_name():
    assert said("Chile’s strategy on wells emphasized inspection.").role is not Role.STATEMENT
    assert said("Chile emphasized inspection.").role is Role.STATEMENT


@pytest.mark.parametrize(
    "text",
    [
        "The observer for Fiji was asked why the wells were dry.",
        "The delegation of Chile visited the sites of the alleged massacres.",
    ],
)
def test_a_passive_or_a_participle_before_a_noun_tells_of_no_words(text):
    assert said(text).role is Role.BACKGROUND


def test_a_body_with_an_adverb_behind_it_is_no_name_that_speaks():
    text = "The Advisory Committee also notes that, while wells are few, their upkeep is dear."
    assert said(text, "Resources").role is Role.OBSERVATION


def test_an_update_that_goes_on_with_what_was_said_is_a_statement():
    update = "The Co-Chair of the Working Group provided an update on the progress of its work."
    said = " She recalled how it was established. The Co-Chair emphasized that it would meet again."
    found = said_of(section("Governance"), paragraph(update, "50"), paragraph(update + said, "51"))
    assert [one.role for one in found] == [Role.PROCEDURAL, Role.STATEMENT]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The Committee recalled that at its last session it had returned the draft.", Role.BACKGROUND),
        ("The Group recalls that this recommendation was partly implemented.", Role.BACKGROUND),
        ("The former head of the Authority denied the allegation.", Role.STATEMENT),
        ("The authorities reiterate that the change would require a law.", Role.STATEMENT),
    ],
)
def test_what_is_recalled_is_known_and_what_is_denied_is_said(text, role):
    assert said(text, "Wells").role is role


def test_quotation_marks_around_the_first_words_alone_hold_the_words_of_somebody_else():
    assert said("“States should map the wells”, said the driver.").role is not Role.RECOMMENDATION
    assert said("“States should map the wells.”").role is Role.RECOMMENDATION


def test_what_is_presented_goes_on_with_no_words_where_no_listener_stands_before_that():
    assert said("The company presented wells that were dry.").role is Role.BACKGROUND
    assert said("The company informed the inspector that wells were dry.").role is Role.STATEMENT


def test_a_name_that_speaks_may_have_an_article():
    assert said("In May, the Harbour Guild claimed that wells were dry.").role is Role.STATEMENT


def test_what_a_few_held_or_stated_should_be_done_is_their_word():
    held = "Some experts held that fees should cover all costs."
    assert said(held, "Wells").role is Role.STATEMENT
    stated = "Two heads of works stated that the wells should be deeper."
    assert said(stated, "Wells").role is not Role.RECOMMENDATION
    for opening in ("Most importantly, the", "Of the measures, the", "One point was that the"):
        own = f"{opening} Committee stressed that States should deepen their wells."
        assert said(own, "Wells").role is Role.RECOMMENDATION
    asked = "The study held up the works. The Ministry should finish them."
    assert said(asked, "Wells").role is Role.RECOMMENDATION


INSERTED = [
    ("en", "The wells, said the representative of Norland, were dry and ought to be mended."),
    ("en", "The annual cycle, argued Mexico, had been a success."),
    ("fr", "La question du cycle, a professé l’Égypte, n’est pas la seule."),
    ("fr", "Revenir en arrière est impossible, car les avantages sont réels, ont tranché les États-Unis."),
    ("es", "El ciclo anual, señaló México, ha mejorado la planificación."),
    ("pt", "O ciclo anual, afirmou o México, melhorou o planeamento."),
    ("it", "Il ciclo annuale, ha osservato il rappresentante, ha migliorato la pianificazione."),
    ("de", "Der Jahreszyklus, so der Vertreter Kanadas, habe die Planung verbessert."),
    ("ru", "Годовой цикл, отметила Мексика, улучшил планирование."),
]


@pytest.mark.parametrize(("language", "text"), INSERTED)
def test_who_says_something_may_be_named_between_commas(language, text):
    assert said(text, language=language).role is Role.STATEMENT


def test_who_did_something_in_a_relative_clause_says_nothing():
    text = "La Convention, que le Mexique a ratifiée en 2019, est en vigueur."
    assert said(text, language="fr").role is not Role.STATEMENT


def test_what_somebody_says_after_a_colon_goes_on_in_the_next_paragraph():
    lead, words, own = said_of(
        paragraph("In guidance on these reports, the Chief Coroner said they:", "182"),
        paragraph("are vital if something is to be learned. There is no doubt about it."),
        paragraph("The Coroner Service sits within a network of bodies.", "183"),
        body="House of Commons Justice Committee",
    )
    assert (lead.role, words.role) == (Role.STATEMENT, Role.STATEMENT)
    assert own.role is not Role.STATEMENT


def test_a_sentence_that_begins_with_whoever_speaks_may_go_on_below_in_lower_case():
    lead, words = said_of(
        paragraph("Opening the meeting, the representative of Norland said:", "4"),
        paragraph("wells are what keeps a village alive."),
        symbol="A/1",
    )
    assert (lead.role, words.role) == (Role.STATEMENT, Role.STATEMENT)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A number of Members regretted the reduction in cooperation on wells."),
        ("en", "The outgoing Chairman also emphasized that wells were few."),
        ("fr", "Un groupe d'États a constaté une tendance à la destruction des puits."),
        ("es", "Un grupo de países señaló que los pozos eran escasos."),
    ],
)
def test_groups_of_members_and_former_chairs_are_speakers(language, text):
    assert said_of(paragraph(text, "4"), language=language, title="Report")[0].role is Role.STATEMENT


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "M. Chêne a en outre rappelé que les puits étaient rares.", Role.STATEMENT),
        (
            "fr",
            "Plusieurs délégations ont par ailleurs souligné que les puits étaient rares.",
            Role.STATEMENT,
        ),
        ("fr", "Le Comité a également décidé de tenir sa session à Nairobi.", Role.DECISION),
        ("it", "Il Comitato ha inoltre raccomandato che il Governo pubblichi i dati.", Role.RECOMMENDATION),
    ],
)
def test_an_adverb_may_stand_before_a_participle(language, text, role):
    title = {"fr": "Rapport du Comité", "it": "Relazione del Comitato"}[language]
    found = said_of(paragraph(text, "4"), language=language, title=title, body=title.rpartition(" ")[2])
    assert found[0].role is role


@pytest.mark.parametrize(
    ("language", "lead", "question"),
    [
        ("en", "Participants discussed the following questions:", "what data municipalities should have;"),
        ("fr", "Les participants ont examiné les questions suivantes :",
         "quelles données les communes devraient avoir ;"),
        ("es", "Los participantes examinaron las cuestiones siguientes:",
         "qué datos deberían tener los municipios;"),
        ("ru", "Участники обсудили следующие вопросы:", "какими данными должны располагать города;"),
    ],
)  # fmt: skip
def test_questions_that_speakers_discussed_propose_nothing(language, lead, question):
    nodes = said_of(section("X"), paragraph(lead), item(question, "a"), language=language)
    assert nodes[1].role is nodes[0].role
