"""Formats that hold the PDFs: what is missing is named, can be brought in, and locked ones open."""

from __future__ import annotations

import json

import pymupdf
import pytest

import main
import resources
from storage.checking import check
from storage.errors import ExportFailed
from storage.exporting import export
from storage.importing import import_files
from storage.importing_rows import import_rows
from storage.project import Project


@pytest.fixture
def bare(project, tmp_path):
    """The project's rows in another one, without the PDFs."""
    rows = export(project, ["jsonl"], tmp_path / "rows")[0]
    with Project.create(tmp_path / "bare.paraph") as made:
        import_rows(made, rows)
        yield made


@pytest.mark.parametrize("name", ["pdf", "qdpx"])
def test_missing_pdfs_are_named_and_nothing_is_left_behind(bare, tmp_path, name):
    with pytest.raises(ExportFailed) as caught:
        export(bare, ["jsonl", name], tmp_path / "out")
    message = str(caught.value)
    assert all(row.name in message for row in bare.documents())
    assert "leave this format out" in message
    assert "\n" not in message
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.parametrize("put_in", ["x", "4"])  # no UUID, and one of another version
def test_ids_that_another_program_made_are_named_where_a_format_takes_none(project, tmp_path, put_in):
    rows = export(project, ["jsonl"], tmp_path / "rows")[0]
    text = rows.read_text("utf-8")
    labelled = next(row["id"] for row in map(json.loads, text.splitlines()) if row["role"])
    strange = labelled[:14] + put_in + labelled[15:]
    rows.write_text(text.replace(labelled, strange), "utf-8")
    with Project.create(tmp_path / "strange.paraph") as made:
        import_rows(made, rows)
        with pytest.raises(ExportFailed, match=f"REFI-QDA needs ids .*{strange}"):
            export(made, ["qdpx"], tmp_path / "out")


def test_a_report_that_came_as_rows_gets_its_pdf(project, bare, tmp_path):
    files = []
    for row in project.documents():
        files.append(tmp_path / row.name)
        files[-1].write_bytes(project.source(row.id).read_bytes())
    import_files(bare, files, on_line=lambda line: None)
    assert len(bare.documents()) == len(project.documents())
    assert [bare.source(row.id).read_bytes() for row in bare.documents()] == [
        file.read_bytes() for file in files
    ]
    assert check(bare.path) == []
    annotated, archive, _ = export(bare, ["pdf", "qdpx"], tmp_path / "out")
    assert len(list(annotated.iterdir())) == len(files)
    assert archive.stat().st_size > sum(file.stat().st_size for file in files) / 2


def test_a_locked_pdf_opens_with_the_password(tmp_path, capsys):
    locked, project = tmp_path / "locked.pdf", tmp_path / "locked.paraph"
    with resources.path("sample", "report.pdf") as sample, pymupdf.open(sample) as pdf:
        pdf.save(locked, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="open", owner_pw="owner")
    assert main.main(["import", str(locked), "--project", str(project), "--password", "open"]) == 0
    wanted = ["export", str(project), "--format", "pdf,html", "--out", str(tmp_path / "out")]
    capsys.readouterr()
    assert main.main(wanted) == 2
    assert "needs a password" in capsys.readouterr().err
    assert main.main([*wanted, "--password", "wrong"]) == 2
    assert "password is wrong" in capsys.readouterr().err
    assert main.main([*wanted, "--password", "open"]) == 0
    assert "<img" in (tmp_path / "out" / "locked.html").read_text(encoding="utf-8")
