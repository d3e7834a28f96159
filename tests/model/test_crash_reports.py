from __future__ import annotations

import tempfile
from pathlib import Path

from model.crash_reports import account_of, reported, write_crash_report
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


def test_causes_that_go_round_in_a_circle_are_told_once():
    first, then = KeyError("12 bis"), ValueError("12 ter")
    first.__cause__, then.__cause__ = then, first
    assert account_of(first) == "ValueError\n\nThen:\n\nKeyError\n"


def test_a_long_chain_of_causes_is_told():
    error = Exception()
    for _ in range(5000):
        later = Exception()
        later.__cause__, error = error, later
    assert account_of(error).count("Exception\n") == 5001


def test_the_errors_of_a_group_are_told():
    cause, one, other = OSError(), KeyError(), ValueError()
    one.__cause__ = cause
    account = account_of(ExceptionGroup("12 bis", [one, ExceptionGroup("12 ter", [other])]))
    assert account.split("\n\nThen:\n\n") == [
        "OSError", "KeyError", "ValueError", "ExceptionGroup", "ExceptionGroup\n",
    ]  # fmt: skip


def test_where_the_users_data_cannot_be_written_it_goes_to_the_temporary_files(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "file").touch()
    path = write_crash_report(ZeroDivisionError("a bug"), "1.2.3", tmp_path / "file" / "logs")
    assert path.parent == tmp_path
    assert "ZeroDivisionError" in path.read_text(encoding="utf-8")


def test_an_error_is_told_in_one_line_where_no_report_can_be_written(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("model.crash_reports.user_log_path", lambda *_, **__: tmp_path / "logs")
    assert str(tmp_path / "logs") in reported(ZeroDivisionError("a bug"), "1.2.3")
    (tmp_path / "file").touch()
    monkeypatch.setattr("model.crash_reports.user_log_path", lambda *_, **__: tmp_path / "file" / "logs")
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "file"))
    assert reported(ZeroDivisionError("a bug"), "1.2.3").endswith("disk is full or read-only")
