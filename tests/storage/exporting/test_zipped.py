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
