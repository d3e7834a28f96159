"""Vocabularies as CSV: what is read, what is mended, what is refused."""

from __future__ import annotations

import pytest

from model.labels import Slot
from model.vocabularies import DEFAULTS, BadVocabulary, default_vocabulary, load, load_csv

CRIME = """code,broader,label:en,label:fr,synonyms:en,definition,our own column
crime,,Crime,Criminalité,,All of it,x
trafficking,crime,Trafficking in persons,Traite des personnes,human trafficking|slavery,,
smuggling,crime|movement,Smuggling of migrants,Trafic illicite de migrants,,,
movement,,Movement,,,,
"""


def test_concepts_come_with_labels_synonyms_and_what_is_above_them():
    vocabulary = load_csv(CRIME, "Crime")
    concept = vocabulary.get("trafficking")
    assert concept.labels == {"en": "Trafficking in persons", "fr": "Traite des personnes"}
    assert concept.synonyms == {"en": ("human trafficking", "slavery")}
    assert [one.code for one in vocabulary.below()] == ["crime", "movement"]
    assert [one.code for one in vocabulary.below("crime")] == ["trafficking", "smuggling"]
    assert vocabulary.get("smuggling").broader == ("crime", "movement")
    assert vocabulary.label("movement", "fr") == "Movement"
    assert vocabulary.label("unheard-of") == "unheard-of"


@pytest.mark.parametrize("content", ["code;label:en\na;One\n", "\ufeffcode\tlabel:en\r\na\tOne\r\n",
                                     "code,label\na,One\n\n,,\n", "sep=;\r\ncode;label\r\na;One",
                                     '"sep=\t"\ncode\tlabel\na\tOne\n',
                                     "Code, Label:EN\na,One\n"])  # fmt: skip
def test_other_separators_marks_capitals_and_empty_lines_are_taken(content):
    assert load_csv(content).label("a") == "One"


def test_circles_and_lost_links_are_cut_and_said():
    vocabulary = load_csv("code,broader,label\na,b,A\nb,c,B\nc,a|gone,C\nd,d,D\n")
    assert [one.broader for one in vocabulary.concepts] == [("b",), ("c",), (), ()]
    assert [one.code for one in vocabulary.below()] == ["c", "d"]
    assert len(vocabulary.notes) == 2


def test_a_chain_deeper_than_the_stack_is_walked():
    rows = "".join(f"c{n},c{n + 1},L{n}\n" for n in range(20_000))
    (top,) = load_csv(f"code,broader,label\n{rows}c20000,c0,end\n").below()
    assert top.code == "c20000"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "code and label"),
        ("code,name\na,A\n", "code and label"),
        ("code,label\n", "no concept"),
        ("code,label\n,A\n", "line 2: no code"),
        ("sep=,\ncode,label\n,A\n", "line 3: no code"),
        ("code,label\na,A\na,B\n", "line 3: the code a is in two lines"),
        ("code,label\na,\n", "line 2: a has no label"),
        ('code,label\na,"A\n', "line 2: not CSV"),
        ('"code,label\na,A\n', "line 2: not CSV"),
        ('"code"x,label\na,A\n', "line 1: not CSV"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, content, said):
    path = tmp_path / "mine.csv"
    path.write_text(content)
    with pytest.raises(BadVocabulary, match=said) as caught:
        load(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_wrong_with_a_text_is_said_with_its_name():
    with pytest.raises(BadVocabulary, match=r"^The text: has no concept"):
        load_csv("code,label\n")
    with pytest.raises(BadVocabulary, match=r"^Crime: has no concept"):
        load_csv("code,label\n", "Crime")


def test_what_is_no_text_or_not_there_is_said(tmp_path):
    path = tmp_path / "mine.csv"
    with pytest.raises(BadVocabulary, match="no such file"):
        load(path)
    path.write_bytes(b"code,label\na,\xff\xfe\n")
    with pytest.raises(BadVocabulary, match="UTF-8"):
        load(path)
    with pytest.raises(BadVocabulary, match="not a vocabulary"):
        load(tmp_path / "mine.docx")


@pytest.mark.parametrize("name", DEFAULTS)
def test_what_comes_with_it_is_whole(name):
    vocabulary = default_vocabulary(name)
    assert vocabulary.notes == ()
    for concept in vocabulary.concepts:
        assert set(concept.labels) >= {"en", "fr", "es", "ru", "ar", "zh"}, concept.code


def test_the_addressee_types_are_those_of_the_slot():
    from model.labels import Addressee

    vocabulary = default_vocabulary("addressee-types")
    assert [one.code for one in vocabulary.concepts] == [one.value for one in Addressee]
    assert vocabulary.slot is Slot.ADDRESSEES
