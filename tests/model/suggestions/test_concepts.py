"""Themes that recommendations name, with the words that name them."""

from __future__ import annotations

from model.labels import MACHINE, Decision, DecisionKey, Slot, Span
from model.nodes import Kind, Node
from model.suggestions.concepts import suggest_concepts
from model.vocabularies import default_vocabulary, load_csv

THEMES = [default_vocabulary("themes")]
TEXT = (
    "States should ratify the Protocol and end child labour; they should combat corruption and child labour."
)


def said(slot, value, evidence=(), frame=0):
    return Decision(DecisionKey("n", slot, MACHINE.id, frame), value, evidence=evidence)


RECOMMENDS = said(Slot.ROLE, "recommendation")


def named(text, decisions, vocabularies=THEMES, language="en"):
    node = Node("n", Kind.PARAGRAPH, text)
    return suggest_concepts([node], decisions, Slot.THEMES, vocabularies, language)


def test_each_theme_is_named_once_by_its_first_words():
    (decision,) = named(TEXT, [RECOMMENDS])
    assert decision.key == DecisionKey("n", Slot.THEMES, MACHINE.id)
    assert decision.value == ["treaties", "child-labour", "corruption"]
    assert [TEXT[start:end] for start, end in decision.evidence] == ["ratify", "child labour", "corruption"]
    assert decision.rule == "named: ratify, child labour, corruption"
    assert 0 < decision.confidence < 1


def test_each_recommendation_of_a_paragraph_has_its_own():
    first, second = (Span(TEXT.index("should"), 13), Span(TEXT.rindex("should"), 70))
    found = named(
        TEXT, [RECOMMENDS, said(Slot.VERB, "should", (first,)), said(Slot.VERB, "should", (second,), 1)]
    )
    assert [(one.key.frame, one.value) for one in found] == [
        (0, ["treaties", "child-labour"]),
        (1, ["corruption", "child-labour"]),
    ]
    assert TEXT[slice(*found[1].evidence[1])] == "child labour"


def test_what_recommends_nothing_has_no_themes():
    assert named(TEXT, [said(Slot.ROLE, "background")]) == []
    assert named("States should do better.", [RECOMMENDS]) == []


def test_several_vocabularies_are_looked_through():
    own = load_csv("code,label\nx-1,Protocol\n")
    (decision,) = named(TEXT, [RECOMMENDS], [*THEMES, own])
    assert decision.value == ["treaties", "x-1", "child-labour", "corruption"]


def test_an_annex_in_another_language_is_read_in_its_own():
    text = (
        "Les États parties devraient prendre toutes les mesures nécessaires pour lutter contre "
        "la corruption et pour la protection des témoins dans les affaires de traite des personnes."
    )
    (decision,) = named(text, [RECOMMENDS])
    assert decision.value == ["corruption", "victims", "trafficking"]
