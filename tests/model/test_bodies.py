"""Names that a project makes one: joined, parted, found again in other letters, kept as a vocabulary."""

from __future__ import annotations

import pytest

from model.bodies import NAME, BadName, Bodies, as_vocabulary, from_concepts
from model.labels import Slot

SG = "Secretary-General"


def test_joined_names_are_one_body_in_any_letters():
    bodies = Bodies().joined(["SG", "the Secretary-General of the United Nations"], SG)
    assert bodies.name_of("SG") == SG
    assert bodies.name_of("The  Secretary‑General of the\nUnited Nations") == SG
    assert bodies.name_of("Secretariat") == "Secretariat"
    assert bodies.get("Secretariat") is None


def test_names_are_added_to_a_body_and_move_between_bodies():
    bodies = Bodies().joined(["SG"], SG).joined(["Secrétariat"], "Secretariat")
    more = bodies.joined(["the SG"], SG)
    assert dict(more)[SG] == ("SG", "the SG")
    moved = more.joined(["the SG"], "Secretariat")
    assert moved.name_of("the SG") == "Secretariat"
    assert moved.name_of("SG") == SG
    assert dict(bodies) == {SG: ("SG",), "Secretariat": ("Secrétariat",)}  # as it was


def test_a_name_in_other_capitals_is_the_same_body():
    bodies = Bodies().joined(["SG"], "secretary-general").joined(["the SG"], SG)
    assert dict(bodies) == {SG: ("SG", "the SG")}


def test_parted_names_are_bodies_of_their_own_and_an_empty_body_is_none():
    bodies = Bodies().joined(["SG", "the SG"], SG)
    assert dict(bodies.parted(["the sg"])) == {SG: ("SG",)}
    assert not bodies.parted(["SG", "the SG"])


@pytest.mark.parametrize("name", ["", "  ", "x" * 201])
def test_a_name_that_cannot_be_is_refused(name):
    with pytest.raises(BadName):
        Bodies().joined(["SG"], name)


def test_they_are_kept_as_a_vocabulary_and_read_again():
    bodies = Bodies().joined(["SG", "sg"], SG).joined(["UNODC"], "Office on Drugs and Crime")
    vocabulary = as_vocabulary(bodies)
    assert (vocabulary.name, vocabulary.slot) == (NAME, Slot.ADDRESSEES)
    assert from_concepts((one.labels, one.synonyms) for one in vocabulary.concepts) == bodies
    assert vocabulary.sha256 == as_vocabulary(Bodies(dict(reversed(list(bodies))))).sha256
