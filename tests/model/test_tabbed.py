"""Cells on their way to and from a spreadsheet."""

from __future__ import annotations

import pytest

from model.tabbed import as_tabbed, from_tabbed


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("a\tb\nc\t\n", [["a", "b"], ["c", ""]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb\n"a\ttab"\td', [["two\nlines", "b"], ["a\ttab", "d"]]),
        ('"says ""no""\nagain"\tb', [['says "no"\nagain', "b"]]),
        ('"Cape" port\t"quoted"', [['"Cape" port', '"quoted"']]),
        ('"never closed\tb\nc', [['"never closed', "b"], ["c"]]),
        ("a\u2028b\x0bc\td", [["a\u2028b\x0bc", "d"]]),  # no ends of lines to a spreadsheet
        ("\n\na", [[""], [""], ["a"]]),
    ],
)
def test_what_a_spreadsheet_copies_is_read(text, cells):
    assert from_tabbed(text) == cells


def test_what_is_copied_is_read_again():
    rows = [["a", '"Cape" port', ""], ['"', 'says "no"', '""'], ["", "", '"all"']]
    assert as_tabbed([["a", 'b "c"'], ["", "d"]]) == 'a\tb "c"\n\td'
    assert from_tabbed(as_tabbed(rows)) == rows
