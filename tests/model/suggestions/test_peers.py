"""Reviews of a State by its peers: what recommendations are about is not whom they ask."""

from __future__ import annotations

import pytest

from model.labels import Addressee, Role
from model.suggestions.addressing import heading_asks
from model.suggestions.lexicon_files import lexicon
from model.suggestions.voice import Voice
from tests.model.suggestions.said import item, paragraph, said_of, section

TITLE = "Fifth evaluation round: preventing corruption. Evaluation report"


@pytest.mark.parametrize("state", ["Norway", "Valdoria"])
def test_recommendations_to_a_state_pass_it_down_below_headings(state):
    lead, strategy, checks = said_of(
        section("Recommendations and follow-up"),
        paragraph(f"In view of its findings, the Group addresses the following recommendations to {state}:"),
        section("Regarding central governments (top executive functions)", 2),
        item("that a code of conduct for persons with top executive functions be adopted;", "i"),
        section("Regarding law enforcement agencies", 2),
        item("that checks on the integrity of members of the Police be carried out.", "ii"),
        title=f"{TITLE} {state}", body="Group of States against Corruption",
    )  # fmt: skip
    for one in (lead, strategy, checks):
        assert (one.role, one.force, one.addressees) == (Role.RECOMMENDATION, 3, ["specific-state"])


@pytest.mark.parametrize(
    ("language", "name", "topic"),
    [
        ("en", "Law enforcement agencies", "Regarding law enforcement agencies"),
        ("fr", "Ministère de la justice", "Concernant le Ministère de la justice"),
        ("es", "Ministerio de Justicia", "Sobre el Ministerio de Justicia"),
        ("pt", "Ministério da Justiça", "Sobre o Ministério da Justiça"),
        ("it", "Ministero della giustizia", "Riguardo al Ministero della giustizia"),
        ("it", "Ministero della giustizia", "Sul Ministero della giustizia"),
        ("de", "Justizministerium", "Bezüglich Justizministerium"),
        ("de", "Justizministerium", "Zum Justizministerium"),
        ("ru", "Министерство юстиции", "О Министерстве юстиции"),
        ("ru", "Министерство юстиции", "Что касается Министерства юстиции"),
        ("ar", "وزارة العدل", "بشأن وزارة العدل"),
        ("zh", "司法部", "关于司法部"),
    ],
)
def test_a_heading_that_says_what_recommendations_are_about_asks_nobody(language, name, topic):
    words = lexicon(language)
    assert heading_asks(topic, words, Voice(), True) == ()
    assert language == "zh" or heading_asks(name, words, Voice(), True) == (Addressee.NATIONAL_AUTHORITY,)
