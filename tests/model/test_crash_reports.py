from __future__ import annotations

import tempfile
from pathlib import Path

from model.crash_reports import write_crash_report


def test_a_crash_report_names_the_error_and_the_versions(tmp_path: Path):
    try:
        raise ZeroDivisionError("a bug")
    except ZeroDivisionError as error:
        path = write_crash_report(error, "1.2.3", tmp_path / "logs")
    text = path.read_text(encoding="utf-8")
    assert "Paraph 1.2.3" in text
    assert "ZeroDivisionError: a bug" in text
    assert "test_crash_reports.py" in text


def test_where_the_users_data_cannot_be_written_it_goes_to_the_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "file").touch()
    path = write_crash_report(ZeroDivisionError("a bug"), "1.2.3", tmp_path / "file" / "logs")
    assert path.parent == tmp_path
    assert "ZeroDivisionError: a bug" in path.read_text(encoding="utf-8")
