"""How far a recommendation's action goes, and by which words."""

from __future__ import annotations

import pytest

from model.labels import Slot
from tests.model.suggestions.said import item, paragraph, said, said_of, section

IMPERATIVES = [
    ("Seek technical assistance for the registry of wells", 1, "Seek technical assistance"),
    ("Share its experience of open registries", 1, "Share its experience"),
    ("Continue to repair the wells", 2, "Continue"),
    ("Maintain the hotline for victims", 2, "Maintain"),
    ("Continue and strengthen the inspection of wells", 4, "strengthen"),
    ("Consider ratifying the Convention", 3, "Consider"),
    ("Consider and adopt a law on springs", 5, "adopt a law"),
    ("Strengthen the inspection of wells", 4, "Strengthen"),
    ("Take all measures needed to protect the springs", 4, "Take"),
    ("Adopt the measures needed to protect springs", 4, "Adopt the measures"),
    ("Protect the springs, including by promptly adopting a law", 5, "adopting a law"),
    ("Protect the springs through the establishment of a reserve", 5, "establishment of"),
    ("Protect the springs by trained wardens", 4, "Protect"),
    ("Protect the springs with a view to adopting a law", 4, "Protect"),
    ("Protect and register the springs", 5, "register"),
    ("Consider ways to protect springs by adopting a law", 3, "Consider"),
    ("Ratify the Convention on Wells", 5, "Ratify"),
    ("Adopt a law on springs", 5, "Adopt a law"),
    ("Establish an independent registry", 5, "Establish"),
]


@pytest.mark.parametrize(("text", "category", "words"), IMPERATIVES)
def test_the_first_action_named_gives_the_category(text, category, words):
    _, one = said_of(section("Recommendations"), paragraph("The body recommends:", "1"), item(text, "a"))
    assert one.value(Slot.ACTION) == category
    assert one.evidence(Slot.ACTION) == [words]


SENTENCES = [
    ("States parties are encouraged to ratify the Convention.", 2, 5),
    ("States parties should consider adopting a law.", 3, 3),
    ("The Committee urges States parties to continue their efforts.", 4, 2),
    ("States parties may wish to establish a registry.", 1, 5),
    ("States parties may consider adopting a law.", 1, 3),
]


@pytest.mark.parametrize(("text", "force", "category"), SENTENCES)
def test_force_and_action_are_independent(text, force, category):
    one = said(text, "Recommendations")
    assert (one.force, one.value(Slot.ACTION)) == (force, category)


OTHERS = [
    ("fr", "Recommandations", "Les États parties devraient ratifier la Convention.", 5),
    ("es", "Recomendaciones", "Los Estados partes deberían fortalecer la inspección.", 4),
    ("ru", "Рекомендации", "Государствам-участникам следует рассмотреть возможность принятия закона.", 3),
    ("ar", "التوصيات", "ينبغي للدول الأطراف مواصلة جهودها.", 2),
    ("zh", "建议", "缔约国应批准《公约》。", 5),
    ("es", "Recomendaciones", "El Comité recomienda al Estado que mantenga el registro de pozos.", 2),
    ("es", "Recomendaciones", "El Comité recomienda al Estado que haga públicas las inspecciones.", 4),
    ("es", "Recomendaciones", "El Comité recomienda al Estado que sancione los vertidos.", 5),
    ("fr", "Recommandations", "Les exploitants devraient transmettre leurs données.", 5),
    ("pt", "Recomendações", "O Estado deve fiscalizar os poços.", 4),
    ("ru", "Рекомендации", "Государству следует обновить реестр колодцев.", 5),
    ("zh", "建议", "缔约国应更新水井登记册。", 5),
    ("ar", "التوصيات", "توصي اللجنة الدولة بإعداد سجل للآبار.", 5),
    ("ar", "التوصيات", "توصي اللجنة الدولة بتعزيز التفتيش على الآبار.", 4),
]


@pytest.mark.parametrize(("language", "heading", "text", "category"), OTHERS)
def test_actions_in_the_other_languages(language, heading, text, category):
    assert said(text, heading, language).value(Slot.ACTION) == category


def test_what_recommends_nothing_has_no_action():
    assert said("The Committee continued its work.", "Introduction").value(Slot.ACTION) is None


UNLISTED = [
    ("Update the register of wells to ensure its use", 5, "Update"),
    ("Swiftly update the register", 5, "update"),
    ("Criminalise the pollution of wells", 5, "Criminalise"),
    ("Honour the agreements on springs", 4, "Honour"),
]


@pytest.mark.parametrize(("text", "category", "words"), UNLISTED)
def test_what_has_a_verb_of_its_own_is_specific_unless_it_is_known_as_general(text, category, words):
    _, one = said_of(section("Recommendations"), paragraph("The body recommends:", "1"), item(text, "a"))
    assert one.value(Slot.ACTION) == category
    assert one.evidence(Slot.ACTION) == [words]


SUBJUNCTIVES = [
    ("es", "El Comité instó a los Estados miembros a que reforzaran la vigilancia.", 4, "reforzaran"),
    ("es", "El Comité recomienda que el Estado parte publique sus datos.", 5, "publique"),
    ("es", "El Comité recomienda al Congreso de la República que apruebe un código.", 5, "apruebe"),
    ("es", "El Estado debe, en un plazo de seis meses, publicar el resumen.", 5, "publicar"),
    ("es", "El Comité recomienda que el Estado parte establezca un registro.", 5, "establezca"),
    ("pt", "O Comité recomenda que o Estado Parte estabeleça um registo.", 5, "estabeleça"),
    ("fr", "Le Comité recommande que l’État partie adopte une loi.", 5, "adopte une loi"),
    ("fr", "Le Comité recommande que les États parties garantissent l’accès.", 4, "garantissent"),
]


PARTICIPLES = [
    ("en", "The Committee recommends that dumping be banned.", 5, "banned"),
    ("en", "The Committee recommends that the rule be applied in each district.", 5, "applied"),
    ("en", "The Committee recommends that access be permitted.", 5, "permitted"),
    ("en", "States should protect springs by stopping the dumping.", 5, "stopping"),
    ("en", "States should protect springs by guaranteeing access.", 4, "protect"),
    ("en", "States should consider training for wardens.", 3, "consider"),
    ("fr", "Les États parties devraient protéger les sources en adoptant une loi.", 5, "adoptant une loi"),
    ("ru", "Комитет рекомендует, чтобы государство-участник отменило закон.", 5, "отменило"),
    ("ar", "ينبغي للدول الأطراف تعزيز الحماية عن طريق اعتماد قانون للآبار.", 5, "اعتماد"),
]


@pytest.mark.parametrize(("language", "text", "category", "words"), PARTICIPLES)
def test_participles_and_gerunds_name_what_their_verb_names(language, text, category, words):
    one = said(text, language=language)
    assert one.value(Slot.ACTION) == category
    assert one.evidence(Slot.ACTION) == [words]


@pytest.mark.parametrize(("language", "text", "category", "words"), SUBJUNCTIVES)
def test_a_subjunctive_names_what_its_infinitive_names(language, text, category, words):
    one = said(text, language=language)
    assert one.value(Slot.ACTION) == category
    assert one.evidence(Slot.ACTION) == [words]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Consideration should be given to founding a museum.", 3),
        ("Priority should be given to the wells of the south.", 4),
        ("Services that do not have a well should consider digging one.", 3),
    ],
)
def test_words_around_a_modal_name_an_act(text, category):
    assert said(text, "Recommendations").value(Slot.ACTION) == category


@pytest.mark.parametrize("verb", ["ratificar", "revogar"])
def test_an_infinitive_behind_a_preposition_is_no_noun(verb):
    one = said(f"O Comité exorta o Estado Parte a {verb} o acordo.", language="pt")
    assert one.evidence(Slot.ACTION) == [verb]


def test_a_noun_that_could_be_a_verb_is_no_action():
    found = said("States should, with the support of partners, adopt a law on wells.", "Recommendations")
    assert found.evidence(Slot.ACTION) == ["adopt a law"]
