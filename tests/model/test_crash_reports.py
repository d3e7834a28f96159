from __future__ import annotations

import tempfile
from pathlib import Path

from model.crash_reports import write_crash_report
from model.workers.errors import WorkerError


def test_a_crash_report_names_the_error_and_the_versions(tmp_path: Path):
    try:
        raise ZeroDivisionError("a bug")
    except ZeroDivisionError as error:
        path = write_crash_report(error, "1.2.3", tmp_path / "logs")
    text = path.read_text(encoding="utf-8")
    assert "Paraph 1.2.3" in text
    assert "\nZeroDivisionError\n" in text
    assert "test_crash_reports.py" in text


def test_a_crash_report_leaves_out_what_errors_quote(tmp_path: Path):
    try:
        try:
            {"States": 1}["Staaten"]
        except KeyError as missing:
            words = "12 bis"
            raise WorkerError(f"{words}: no number") from missing
    except WorkerError as error:
        error.add_note("Page 3 of 8")
        text = write_crash_report(error, "1.2.3", tmp_path).read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if "Error" in line and not line.startswith(" ")] == [
        "KeyError", "model.workers.errors.WorkerError",
    ]  # fmt: skip
    assert "Page 3 of 8" in text
    assert "12 bis: no" not in text
    assert "KeyError: " not in text


def test_where_the_users_data_cannot_be_written_it_goes_to_the_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "file").touch()
    path = write_crash_report(ZeroDivisionError("a bug"), "1.2.3", tmp_path / "file" / "logs")
    assert path.parent == tmp_path
    assert "ZeroDivisionError" in path.read_text(encoding="utf-8")
