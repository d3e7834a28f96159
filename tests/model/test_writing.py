"""Files that are there whole or not at all."""

from __future__ import annotations

import pytest

from model.errors import UserFacingError
from model.writing import replacing


def test_a_file_is_put_in_place_at_the_end_and_nobody_elses_is_touched(tmp_path):
    path = tmp_path / "labels.csv"
    path.write_text("before")
    (tmp_path / "labels.csv.part").write_text("a download that goes on")
    with replacing(path) as beside:
        beside.write_text("after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["labels.csv", "labels.csv.part"]
    assert (tmp_path / "labels.csv.part").read_text() == "a download that goes on"


def test_what_fails_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "labels.csv"
    path.write_text("before")

    def fail():
        with replacing(path) as beside:
            beside.write_text("half")
            raise OSError

    with pytest.raises(UserFacingError, match=r"labels\.csv: cannot be written"):
        fail()
    assert [one.name for one in tmp_path.iterdir()] == ["labels.csv"]
    assert path.read_text() == "before"
