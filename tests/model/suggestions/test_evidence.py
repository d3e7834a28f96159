"""Whatever a report says, every value points at words of its own node, and nothing fails."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from model.labels import MACHINE, Role, Slot, Span
from model.suggestions.lexicon_files import LANGUAGES, lexicon
from model.suggestions.phrases import Phrases
from model.suggestions.sentences import quoted, sentence_starts
from model.words import Words
from tests.model.suggestions.said import item, paragraph, said_of, section

FROM_ABOVE = ("inherited from the lead-in", "follows its lead-in")
LISTED = (Slot.BENEFICIARIES, Slot.INSTRUMENTS, Slot.CONDITIONS, Slot.TIME_FRAME, Slot.FOLLOW_UP)
PIECES = [
    "States parties", "should", "The Working Group", "requested", "the Secretariat", "to publish",
    "Recalling", "İstanbul", "ﬁ", "“", "”", ":", ";", ".", ", ", "\n", "128.1", "одобряет", "Комитет",
    "اللجنة", "توصي", "委员会", "建议", "缔约国", "🙂", "ß", "the speaker said", "is encouraged to",
    "l’État", "No. 5", "women", "resolution 5/3", "paragraphs 8 and 9", "above", "by 2030", "annually",
    "(Canada)", "where appropriate", "the Convention", "第12段", "第5/3号决议", "A/80/16",
    "within two years", "and", "invites", "ـ", "\u0301", "\u200f",
]  # fmt: skip

texts = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join) | st.text(max_size=60)


@given(st.lists(texts, min_size=1, max_size=5), st.sampled_from(LANGUAGES), st.sampled_from(["", "1", "a"]))
@example(["requested States parties"] * 2, "en", "")  # the body is understood before the verb
def test_evidence_lies_on_the_words_of_its_node(contents, language, number):
    nodes = [section(contents[0]), *(paragraph(text, number) for text in contents)]
    nodes += [item(text, "a") for text in contents]
    found = said_of(*nodes, language=language)
    assert len(found) == 2 * len(contents)
    for one in found:
        role = one.by_slot[Slot.ROLE]
        assert role.key.reviewer == MACHINE.id
        for decision in (decision for frame in one.frames for decision in frame.values()):
            assert 0 < decision.confidence < 1
            assert decision.rule
            for start, end in decision.evidence:
                assert 0 <= start < end <= len(one.text) or (start == end and decision.rule in FROM_ABOVE)
            if decision.key.slot in LISTED:
                assert len(decision.evidence) == len(decision.value) > 0
        verb = one.by_slot.get(Slot.VERB)
        if verb is not None and verb.evidence:
            assert one.evidence(Slot.VERB) == [verb.value]
        if one.role is not Role.RECOMMENDATION:
            assert set(one.by_slot) == {Slot.ROLE}
        else:
            assert one.force in range(1, 6)
            assert one.addressees


def test_offsets_are_code_points_also_behind_letters_that_grow_in_lower_case():
    text = "In İİİ, 🙂 States parties should report."
    (found,) = said_of(paragraph(text, "1"))
    assert found.evidence(Slot.VERB) == ["should"]
    assert found.by_slot[Slot.VERB].evidence == (Span(text.index("should"), text.index("should") + 6),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_every_table(language):
    found = lexicon(language)
    assert found.language == language
    for table in (found.asks, found.openers, found.deciding, found.cues, found.actors, found.saying):
        assert isinstance(table, Phrases)
    assert found.actors.find(Words(_body_of[language], found.cjk))


_body_of = {
    "en": "The Working Group",
    "fr": "Le groupe de travail",
    "es": "El Grupo de Trabajo",
    "pt": "O grupo de trabalho",
    "ru": "Рабочая группа",
    "ar": "الفريق العامل",
    "zh": "工作组",
    "de": "Die Arbeitsgruppe",
    "it": "Il gruppo di lavoro",
}


def test_phrases_know_alternatives_open_endings_gaps_and_beginnings():
    phrases = Phrases(
        [
            ("call/calls upon", "call"),
            ("is ~ requested to", "passive"),
            ("weakness*", "weak"),
            ("^noting", "note"),
        ]
    )

    def found(text: str, starts: frozenset[int] = frozenset()) -> list[tuple[str, str]]:
        return [(text[hit.start : hit.end], hit.value) for hit in phrases.find(Words(text), starts=starts)]

    assert found("It calls upon us and they call upon you") == [("calls upon", "call"), ("call upon", "call")]
    assert found("The Chair is kindly requested to sit") == [("is kindly requested to", "passive")]
    assert found("is not by any means whatsoever requested to") == []
    assert found("The weaknesses") == [("weaknesses", "weak")]
    assert found("Noting this", frozenset({0})) == [("Noting", "note")]
    assert found("By noting this") == []


def test_a_phrase_ends_with_its_last_word():
    phrases = Phrases([("state", "state")])
    assert phrases.find(Words("statement of the states")) == []


def test_the_longest_phrase_at_a_place_wins():
    phrases = Phrases([("states", "short"), ("states parties", "long")])
    assert [hit.value for hit in phrases.find(Words("States parties and States"))] == ["long", "short"]


def test_a_phrase_is_no_longer_for_having_many_forms():
    table = Phrases([("invite/invites/invited/inviting", "2"), ("invite urgently", "4")])
    assert [hit.value for hit in table.find(Words("We invite urgently all States.", False))] == ["4"]


def test_sentences_do_not_end_at_abbreviations():
    text = "See No. 5 of para. 3. The rest follows; It is short."
    assert [text[start:].split()[0] for start in sentence_starts(text)] == ["See", "The", "It"]


def test_sentences_of_chinese_end_without_a_space():
    assert sentence_starts("大会决定。委员会建议；结束") == (0, 5, 11)


def test_quoted_words_are_somebody_elses():
    text = "He said “mark it” and «вот так» twice."
    assert [text[start:end] for start, end in quoted(text)] == ["“mark it”", "«вот так»"]
