"""What is done to a label scheme before it is saved: labels made, named, moved and removed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from model.labels import Slot
from model.scheme_changes import named_anew, with_changed, with_moved, with_new, without
from model.schemes import default

SCHEME = default()
ROLES = [label.code for label in SCHEME.labels[Slot.ROLE]]


def codes(scheme):
    return [label.code for label in scheme.labels[Slot.ROLE]]


def below(scheme, code):
    return [label.code for label in scheme.labels[Slot.ROLE] if label.broader == code]


def test_each_new_label_has_a_name_and_a_code_of_its_own():
    scheme, first = with_new(SCHEME, Slot.ROLE)
    scheme, second = with_new(scheme, Slot.ROLE)
    assert codes(scheme) == [*ROLES, first, second] == [*ROLES, "new-label", "new-label-2"]
    assert scheme.label(Slot.ROLE, second).name == "New label 2"


def test_what_is_below_a_label_goes_up_where_it_is_removed_and_along_where_it_is_changed():
    top, middle, low = ROLES[:3]
    scheme = with_changed(SCHEME, Slot.ROLE, middle, replace(SCHEME.label(Slot.ROLE, middle), broader=top))
    scheme = with_changed(scheme, Slot.ROLE, low, replace(scheme.label(Slot.ROLE, low), broader=middle))
    assert below(without(scheme, Slot.ROLE, middle), top) == [low]
    renamed = replace(scheme.label(Slot.ROLE, middle), code="other-code")
    assert below(with_changed(scheme, Slot.ROLE, middle, renamed), "other-code") == [low]


@pytest.mark.parametrize(("code", "step", "where"), [(ROLES[1], -1, 0), (ROLES[0], 1, 1), (ROLES[0], -1, 0)])
def test_a_label_goes_up_and_down_as_far_as_there_are_places(code, step, where):
    moved = with_moved(SCHEME, Slot.ROLE, code, step)
    assert codes(moved).index(code) == where
    assert sorted(codes(moved)) == sorted(ROLES)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Joint commitment", "joint-commitment"), ("Decision", "decision-2"), ("建议", "new-label")],
)
def test_a_code_follows_the_name_where_no_other_label_has_it(name, code):
    scheme, own = with_new(SCHEME, Slot.ROLE)
    label = replace(scheme.label(Slot.ROLE, own), name=name)
    assert named_anew(scheme, Slot.ROLE, own, label).code == code
