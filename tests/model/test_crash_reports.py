from __future__ import annotations

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
