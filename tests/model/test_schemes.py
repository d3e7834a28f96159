"""The label scheme: what comes with Paraph, what a user may change, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from model.labels import Action, Addressee, Force, Role, Slot
from model.schemes import SLOTS, BadScheme, Label, as_json, default, from_json
from tests.scheme_changes import changed

SCHEME = default()


def with_roles(*roles: Label):
    return replace(SCHEME, labels={**SCHEME.labels, Slot.ROLE: roles})


def test_every_value_that_the_rules_give_has_a_label_with_a_definition():
    for slot, values in (
        (Slot.ROLE, Role),
        (Slot.FORCE, Force),
        (Slot.ACTION, Action),
        (Slot.ADDRESSEES, Addressee),
    ):
        labels = {label.code: label for label in SCHEME.labels[slot]}
        assert list(labels) == [str(value.value) for value in values]
        assert all(label.definition and not label.retired for label in labels.values())


def test_roles_differ_in_colour_and_key():
    roles = SCHEME.offered(Slot.ROLE)
    assert len({role.color for role in roles}) == len(roles)
    assert [role.key for role in roles] == list("12345678")


def test_a_scheme_comes_back_from_its_json_whole():
    mine = changed(SCHEME, Slot.ROLE, "other", name="Rest", examples=("A signature.",), retired=True)
    assert from_json(as_json(mine), 3) == replace(mine, version=3)


def test_an_unknown_value_is_called_by_its_code():
    assert SCHEME.label(Slot.ROLE, "open-question").name == "Open question"
    assert not SCHEME.knows(Slot.ROLE, "open-question")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "DECISION"}, "name DECISION"),
        ({"key": "2"}, "key 2"),
        ({"key": "x"}, "from 1 to 9"),
        ({"color": "red"}, "#RRGGBB"),
        ({"broader": "nowhere"}, "no nowhere"),
        ({"broader": "other"}, "below itself"),
        ({"code": "No Code"}, "lower-case letters"),
    ],
)
def test_a_label_that_cannot_be_used_is_refused_in_one_line(changes, says):
    with pytest.raises(BadScheme, match=says) as refused:
        changed(SCHEME, Slot.ROLE, "other", **changes).verify()
    assert "\n" not in str(refused.value)


def test_labels_below_each_other_in_a_circle_are_refused():
    circle = changed(
        changed(SCHEME, Slot.ROLE, "other", broader="background"), Slot.ROLE, "background", broader="other"
    )
    with pytest.raises(BadScheme, match="below itself"):
        circle.verify()


def test_recommendations_cannot_be_retired_and_scales_keep_their_steps():
    with pytest.raises(BadScheme, match="has to stay"):
        changed(SCHEME, Slot.ROLE, "recommendation", retired=True).verify()
    four = replace(SCHEME, labels={**SCHEME.labels, Slot.FORCE: SCHEME.labels[Slot.FORCE][:4]})
    with pytest.raises(BadScheme, match="five steps"):
        four.verify()


def test_a_label_that_decisions_may_hold_stays():
    with pytest.raises(BadScheme, match="Other: a label cannot be deleted"):
        with_roles(*SCHEME.labels[Slot.ROLE][:-1]).verify_keeps(SCHEME)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"labels": 3}', "[" * 100_000,
     json.dumps({"labels": {slot.value: [{"code": 1}] for slot in SLOTS}}),
     json.dumps({"labels": {slot.value: "abc" for slot in SLOTS}})],
)  # fmt: skip
def test_a_file_that_is_no_scheme_is_refused(text):
    with pytest.raises(BadScheme, match="not a Paraph label scheme"):
        from_json(text)
