"""German and Italian reports: how courts of audit, parliaments and investigators recommend there."""

from __future__ import annotations

import pytest

from model.labels import Role, Slot
from model.suggestions.sentences import sentence_starts
from tests.model.suggestions.said import RECOMMENDATIONS, item, paragraph, said, said_of, section

ASKS = [
    ("de", "Der Rechnungshof empfiehlt dem Ministerium, die Brunnen zu prüfen.", 3),
    ("de", "Der Rechnungshof fordert das Ministerium nachdrücklich auf, die Brunnen zu prüfen.", 4),
    ("de", "Der Rechnungshof fordert, dass das Ministerium die Brunnen schließt.", 5),
    ("de", "Der Rechnungshof regt an, dass das Ministerium die Brunnen zählt.", 2),
    ("de", "Das Ministerium sollte die Brunnen prüfen.", 3),
    ("de", "Das Ministerium hat umgehend sicherzustellen, dass die Brunnen geprüft werden.", 5),
    ("de", "Das Ministerium wird gebeten, die Brunnen zu prüfen.", 4),
    ("de", "Dem Ministerium wird empfohlen, die Brunnen zu prüfen.", 3),
    ("it", "La Corte raccomanda al Ministero di controllare i pozzi.", 3),
    ("it", "La Corte esorta il Ministero a controllare i pozzi.", 4),
    ("it", "Si invita il Ministero a controllare i pozzi.", 2),
    ("it", "Il Ministero dovrebbe controllare i pozzi.", 3),
    ("it", "Il Ministero deve chiudere i pozzi.", 5),
    ("it", "Si raccomanda al Ministero che controlli i pozzi.", 3),
]


@pytest.mark.parametrize(("language", "text", "force"), ASKS)
def test_each_way_of_asking_has_its_force_and_whom_it_asks(language, text, force):
    found = said(text, "Brunnen" if language == "de" else "Pozzi", language)

    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, force, ["national-authority"])


@pytest.mark.parametrize(
    "text",
    [
        "Zudem sollte das Ministerium die Brunnen prüfen.",
        "Zudem empfiehlt der Rechnungshof dem Ministerium, die Brunnen zu prüfen.",
        "Daher fordert der Rechnungshof das Ministerium auf, die Brunnen zu prüfen.",
    ],
)
def test_a_german_subject_stands_behind_its_verb_where_something_else_opens_the_sentence(text):
    found = said(text, "Brunnen", "de")

    assert (found.role, found.addressees) == (Role.RECOMMENDATION, ["national-authority"])


@pytest.mark.parametrize("subject", ["Norwegen", "er"])
def test_what_somebody_else_recommends_behind_a_german_verb_is_not_the_reports_word(subject):
    found = said(f"Zudem empfiehlt {subject}, die Brunnen zu prüfen.", "Brunnen", "de")

    assert found.role is not Role.RECOMMENDATION


def test_the_words_that_ask_hold_no_name():
    found = said("Der Rechnungshof fordert das Ministerium auf, die Brunnen zu prüfen.", language="de")

    assert found.evidence(Slot.VERB) == ["fordert"]
    assert found.evidence(Slot.ADDRESSEES) == ["Ministerium"]


@pytest.mark.parametrize(
    ("name", "whom"),
    [
        ("Das Wasserwirtschaftsministerium", "national-authority"),
        ("Die Brunnenaufsichtsbehörde", "national-authority"),
        ("Der Pumpenhersteller", "private-sector"),
    ],
)
def test_a_german_compound_is_whom_its_last_part_names(name, whom):
    assert said(f"{name} sollte die Brunnen prüfen.", language="de").addressees == [whom]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Das Ministerium sollte die Förderung der Brunnen ausbauen.", 4),
        ("Der Rechnungshof empfiehlt dem Ministerium, die Förderung auszubauen.", 4),
        ("Der Rechnungshof empfiehlt, dass das Ministerium die Richtlinie überarbeitet.", 5),
        ("Der Rechnungshof empfiehlt dem Ministerium, den Bau neuer Brunnen zu erwägen.", 3),
    ],
)
def test_what_is_to_be_done_is_known_in_the_forms_of_a_german_clause(text, action):
    assert said(text, language="de").value(Slot.ACTION) == action


def test_an_italian_subjunctive_is_what_is_to_be_done():
    found = said("La Corte raccomanda che il Ministero pubblichi i conti.", language="it")

    assert (found.value(Slot.ACTION), found.evidence(Slot.ACTION)) == (5, ["pubblichi"])


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("de", "Der Rechnungshof beanstandet, dass die Brunnen nicht geprüft wurden.", Role.OBSERVATION),
        ("de", "Das Ministerium hat erklärt, die Brunnen würden jährlich geprüft.", Role.STATEMENT),
        ("de", "Der Kapitän gab an, das Hindernis spät gesehen zu haben.", Role.STATEMENT),
        ("de", "Der Ausschuss hat einstimmig beschlossen, die Petition zu überweisen.", Role.DECISION),
        ("it", "Dai controlli è emerso che i pozzi non sono censiti.", Role.OBSERVATION),
        ("it", "L’Amministrazione ha risposto che i pozzi saranno censiti.", Role.STATEMENT),
        ("it", "La Sezione delibera di trasmettere la relazione al Consiglio regionale.", Role.DECISION),
    ],
)
def test_what_does_not_ask_has_its_role(language, text, role):
    assert said(text, "Brunnen" if language == "de" else "Pozzi", language).role is role


@pytest.mark.parametrize(
    ("language", "heading"),
    [("de", "Stellungnahme des Ministeriums"), ("it", "Contraddittorio")],
)
def test_a_section_of_what_the_audited_say_holds_statements(language, heading):
    text = {"de": "Die Brunnen seien sicher.", "it": "I pozzi sono sicuri."}[language]
    assert said(text, heading, language).role is Role.STATEMENT


def test_a_motion_of_an_italian_chamber_asks_its_government():
    found = said_of(
        paragraph("La Camera,"),
        paragraph("premesso che i pozzi non sono censiti;"),
        paragraph("impegna il Governo:"),
        item("a censire i pozzi.", "1"),
        language="it",
        body="Camera dei deputati",
        title="Risoluzione sui pozzi",
    )

    assert [one.role for one in found[1:]] == [Role.PREAMBULAR, Role.RECOMMENDATION, Role.RECOMMENDATION]
    assert [(one.force, one.addressees) for one in found[2:]] == [(4, ["specific-state"])] * 2


def test_an_item_below_a_german_lead_in_is_asked_with_it():
    *_, one = said_of(
        section(RECOMMENDATIONS["de"]),
        paragraph("Die Kommission empfiehlt der Landesregierung,", "1"),
        item("ein Verzeichnis der Brunnen anzulegen.", "a"),
        language="de",
    )

    assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 3, ["national-authority"])


@pytest.mark.parametrize(
    "text",
    [
        "Er wurde am 28. Juni 2018 eingesetzt.",
        "Nach Art. 44 Abs. 1 zahlt der Bund 2,5 Mio. Euro, z. B. für Brunnen.",
        "Ai sensi della legge 20 agosto, n. 174, il dott. Rossi controlla.",
    ],
)
def test_a_stop_behind_an_abbreviation_or_a_day_ends_no_sentence(text):
    assert sentence_starts(text) == (0,)


def test_a_german_clause_that_describes_ends_with_its_verb_and_asks_nobody():
    found = said("Der Bau des Brunnens, der das Dorf versorgen soll, ist unnötig.", "Brunnen", "de")

    assert found.role is Role.OBSERVATION
    asked = said(
        "Der Rechnungshof stellt fest, dass das Ministerium die Brunnen prüfen sollte.", "Brunnen", "de"
    )
    assert (asked.role, asked.addressees) == (Role.RECOMMENDATION, ["national-authority"])


def test_figures_in_german_do_not_outweigh_a_plain_finding():
    text = "Die Verwaltung hat den Brunnen zu Unrecht bezahlt. Die Forderung beträgt 8,8 Mio. Euro."
    assert said(text, "Brunnen", "de").role is Role.OBSERVATION


def test_an_italian_section_resolves_to_request():
    found = said("La Sezione ha deliberato di richiedere al Ministero i dati dei pozzi.", "Pozzi", "it")
    assert (found.role, found.force, found.addressees) == (Role.RECOMMENDATION, 4, ["national-authority"])


def test_a_report_to_a_committee_of_parliament_asks_it_as_its_parent():
    found = said_of(
        paragraph("Bericht des Rechnungshofes an den Haushaltsausschuss des Bundestages"),
        section("Empfehlungen"),
        paragraph("Der Rechnungshof empfiehlt dem Ministerium, die Häfen zu beleuchten.", "1"),
        paragraph("Der Rechnungshof regt an, dass der Haushaltsausschuss jährlich berichten lässt.", "2"),
        language="de",
        title="Beleuchtung der Häfen",
    )
    assert found[-1].addressees == ["parent-body"]


@pytest.mark.parametrize(
    ("text", "force", "whom"),
    [
        ("Der Bundestag wolle beschließen, den Antrag abzulehnen.", 3, "parent-body"),
        (
            "Der Deutsche Bundestag fordert die Bundesregierung im Rahmen der Mittel auf, zu handeln.",
            4,
            "specific-state",
        ),
        (
            "Die Kommission fordert die Bundesregierung und die Länder nachdrücklich und mit Sorge auf, zu"
            " handeln.",
            4,
            "specific-state national-authority",
        ),
    ],
)
def test_a_parliament_asks_its_government_and_its_committee_asks_it(text, force, whom):
    told = said_of(
        section("Beschlussempfehlung"), paragraph(text), language="de", body="Deutscher Bundestag"
    )[0]

    assert (told.role, told.force, told.addressees) == (Role.RECOMMENDATION, force, whom.split())


@pytest.mark.parametrize(
    ("language", "told", "asked"),
    [
        (
            "de",
            "Im Jahr 2019 wurde dem Ministerium empfohlen, Häfen zu zählen.",
            "Dem Ministerium wird empfohlen, Häfen zu zählen.",
        ),
        ("de", "2019 wurde empfohlen, Häfen zu zählen.", "Es wird empfohlen, Häfen zu zählen."),
        (
            "it",
            "Nel 2019 è stato raccomandato al Ministero di censire i porti.",
            "Si raccomanda al Ministero di censire i porti.",
        ),
        (
            "pt",
            "Em 2019 recomendou-se ao Ministério que contasse os portos.",
            "Recomenda-se ao Ministério que conte os portos.",
        ),
        (
            "en",
            "In 2019 it was recommended that the Ministry count the ports.",
            "It is recommended that the Ministry count the ports.",
        ),
    ],
)
def test_what_was_recommended_in_a_year_is_told(language, told, asked):
    found = said_of(paragraph(told, "3"), paragraph(asked, "4"), language=language)
    assert [one.role for one in found] == [Role.BACKGROUND, Role.RECOMMENDATION]
