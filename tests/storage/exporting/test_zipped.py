"""Files of a dataset that are archives: what is damaged in them is told when they are read back."""

from __future__ import annotations

import pytest

from storage.exporting import export
from storage.exporting.formats import format_named


@pytest.mark.parametrize("name", ["docx", "qdpx", "xlsx"])
def test_an_archive_that_is_damaged_is_not_read_back(project, tmp_path, name):
    path = export(project, [name], tmp_path)[0]
    whole = path.read_bytes()
    half = len(whole) // 2
    for damaged in (whole[:half], whole[:half] + bytes([whole[half] ^ 0x55]) + whole[half + 1 :]):
        path.write_bytes(damaged)
        with pytest.raises(ValueError, match=r"zip|CRC|damaged|tag|token|invalid"):
            list(format_named(name).read_back(path))


@pytest.mark.parametrize("name", ["docx", "qdpx", "xlsx"])
def test_an_archive_with_empty_blocks_is_damaged_or_says_the_same(harbours, tmp_path, name):
    path = export(harbours, [name], tmp_path)[0]
    whole, rows = path.read_bytes(), list(format_named(name).read_back(path))
    told = 0
    for start in range(0, len(whole), len(whole) // 20):
        path.write_bytes(whole[:start] + bytes(len(whole[start : start + 512])) + whole[start + 512 :])
        try:
            assert list(format_named(name).read_back(path)) == rows
        except (ValueError, KeyError, TypeError):  # what `export` expects
            told += 1
    assert told
