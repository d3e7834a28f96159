"""The commands without a window: what they print, where, and their exit status; the chief ones in a process
of their own."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

import main
from model.version import VERSION
from storage.commands import VERBS
from storage.project import Project
from storage.writer import Priority
from tests.model.learning import tables_made
from tests.reports import sample
from tests.storage.stored_reports import add_report

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample" / "report.pdf"
OK, FOUND_PROBLEMS, MENDABLE = 0, 1, 2


@pytest.fixture
def no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def process(tmp_path):
    """Runs `main.py` with arguments in an empty folder."""
    surroundings = os.environ | {"PYTHONWARNINGS": "error"}

    def run(*arguments):
        command = [sys.executable, ROOT / "main.py", *arguments]
        done = subprocess.run(
            command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, encoding="utf-8"
        )
        assert "Traceback" not in done.stderr
        assert done.returncode != main.OUR_BUG
        return done

    return run


@pytest.fixture
def paraph(tmp_path, monkeypatch, capsys):
    """Runs `main` with arguments in an empty folder, which takes a third of the time."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments):
        capsys.readouterr()
        try:
            status = main.main(list(map(str, arguments)))
        except SystemExit as end:
            status = end.code
        assert status != main.OUR_BUG
        return subprocess.CompletedProcess(arguments, status, *capsys.readouterr())

    return run


@pytest.fixture
def project(tmp_path):
    path = tmp_path / "wells.paraph"
    with Project.create(path, "Ann") as made:
        add_report(made)
    return path


def assert_one_line(done, *words):
    assert done.returncode == MENDABLE, done
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("paraph: ")
    for word in words:
        assert word in line


def test_the_version_is_that_of_the_package(process):
    assert process("--version").stdout == f"Paraph {VERSION}\n"
    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("verb", VERBS)
def test_each_argument_of_a_command_says_what_it_is(verb):
    actions = main.verb_parser(verb)._actions  # noqa: SLF001 (argparse has no other way to ask)
    assert [action.dest for action in actions if not action.help] == []


def test_help_names_every_command(paraph):
    text = paraph("--help").stdout
    for verb in VERBS:
        assert f"paraph {verb}" in text
        help_of_verb = paraph(verb, "--help")
        assert help_of_verb.returncode == OK
        assert help_of_verb.stdout.startswith(f"usage: paraph {verb}")


def test_the_whole_way_from_pdf_to_dataset(process, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "harbours.pdf")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nno more")
    imported = process("import", "harbours.pdf", "broken.pdf", "--project", "p.paraph", "--jobs", "2")
    assert imported.returncode == FOUND_PROBLEMS
    assert imported.stderr == ""
    *lines, last = imported.stdout.splitlines()
    assert len(lines) == 2
    assert any("harbours.pdf: " in line and " pages, " in line for line in lines)
    assert any("broken.pdf: not imported: damaged" in line for line in lines)
    assert last == "2 files: 1 imported, 1 not imported"

    again = process("import", "harbours.pdf", "--project", "p.paraph")
    assert (again.returncode, again.stderr) == (OK, "")
    assert again.stdout == "[1/1] harbours.pdf: already there\n1 file: 1 already there\n"

    checked = process("check", "p.paraph")
    assert (checked.returncode, checked.stdout) == (OK, "p.paraph: everything is in order\n")

    exported = process("export", "p.paraph", "--format", "jsonl,csv", "--out", "out")
    assert (exported.returncode, exported.stderr) == (OK, "")
    paths = [tmp_path / line for line in exported.stdout.splitlines()]
    assert [path.name for path in paths] == ["p.jsonl", "p.csv", "p.release.json"]
    rows = [json.loads(line) for line in paths[0].read_bytes().splitlines()]
    assert len(rows) == json.loads(paths[2].read_text("utf-8"))["rows"] > 100
    assert {row["document"]["symbol"] for row in rows} == {sample.MASTHEAD.symbol}
    assert sum(row["role"] is not None and row["role"]["value"] == "recommendation" for row in rows) > 10
    assert [path.name for path in tmp_path.glob("p.paraph*")] == ["p.paraph"]


def test_extracting_prints_json_and_nothing_else(process, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "harbours.pdf")
    printed = process("extract", "harbours.pdf", "--json", "-")
    assert (printed.returncode, printed.stderr) == (OK, "")
    whole = json.loads(printed.stdout)
    assert whole["document"]["symbol"] == sample.MASTHEAD.symbol
    assert whole["nodes"]
    written = process("extract", "harbours.pdf", "--json", "out.json")
    assert (written.returncode, written.stdout) == (OK, "")
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["nodes"]) == len(whole["nodes"])


def test_bad_pdfs_are_one_line_each(paraph, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nno more")
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "folder.pdf").mkdir()
    said = {"missing": "no such file", "broken": "damaged", "empty": "is empty", "folder": "a folder"}
    for name, words in said.items():
        assert_one_line(paraph("extract", f"{name}.pdf"), f"{name}.pdf", words)
    assert_one_line(paraph("import", "missing.pdf", "--project", "p.paraph"), "missing.pdf", "no such file")
    assert_one_line(paraph("import", "folder.pdf", "--project", "p.paraph"), "folder.pdf", "no PDF")
    assert not (tmp_path / "p.paraph").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_keeps_nobody_waiting(paraph, project, tmp_path):
    for name in ("p.paraph", "p.pdf"):
        os.mkfifo(tmp_path / name)
    shutil.copy(SAMPLE, tmp_path / "a.pdf")
    for arguments in (
        ("check", "p.paraph"),
        ("export", "p.paraph", "--format", "csv", "--out", "out"),
        ("import", "a.pdf", "--project", "p.paraph"),
        ("import", "p.paraph", "--project", project),
        ("extract", "p.pdf"),
    ):
        assert_one_line(
            paraph(*arguments), "/p.p" if "p.paraph" in arguments else "p.pdf", "a pipe or a device"
        )


def test_a_locked_pdf_is_told_with_the_option_that_opens_it(paraph, tmp_path):
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), "1. Wells are dug.")
        pdf.save("locked.pdf", encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="please", owner_pw="owner")
    assert_one_line(
        paraph("extract", "locked.pdf"), "locked.pdf: it needs a password; give it with --password"
    )
    wrong = paraph("extract", "locked.pdf", "--password", "no")
    assert_one_line(wrong, "the password is wrong; try another one with --password")
    done = paraph("import", "locked.pdf", "--project", "p.paraph")
    assert "give it with --password" in done.stdout


def test_a_name_in_another_encoding_is_one_line(paraph, project):
    latin = b"Andr\xe9".decode("utf-8", "surrogateescape")
    done = paraph("release", project, "--version", "1.0", "--reviewer", latin)
    assert_one_line(done, "--reviewer Andr\\udce9: not in UTF-8")


def test_a_folder_that_is_gone_is_one_line(paraph, tmp_path, monkeypatch):
    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    folder.rmdir()
    assert_one_line(paraph("check", "p.paraph"), "the folder that you are in was deleted")
    assert paraph("--help").returncode == paraph("check", "--help").returncode == 0


def test_what_the_system_refuses_to_say_of_a_pdf_is_not_called_damage(paraph):
    long = "a" * 300 + ".pdf"
    assert_one_line(paraph("extract", long), long, "File name too long")


def test_formats_may_be_named_one_by_one(paraph, project):
    done = paraph("export", project, "--format", "csv", "--format", "jsonl,xlsx", "--out", "out")
    assert [Path(line).suffix for line in done.stdout.splitlines()] == [".csv", ".jsonl", ".xlsx", ".json"]


def test_a_package_that_is_missing_is_one_line(paraph, project, monkeypatch):
    monkeypatch.delitem(sys.modules, "storage.commands.check", raising=False)
    monkeypatch.setitem(sys.modules, "storage.checking", None)
    assert_one_line(paraph("check", project), "storage.checking", "make run")


def test_a_missing_file_of_any_sort_is_told_alike(paraph, project):
    for arguments in (
        ("extract", "gone.pdf"),
        ("import", "gone.jsonl", "--project", "p.paraph"),
        ("import", "gone.csv", "--project", project),
        ("import", "gone.json", "--project", project),
        ("import", "gone.qdpx", "--project", project),
        ("learn", "gone.csv", "--text", "a", "--label", "b", "--out", "m.model"),
        ("evaluate", "gone.model", "t.csv", "--text", "a"),
    ):
        assert_one_line(paraph(*arguments), "gone.", "there is no such file; check its name")


def test_a_folder_in_the_place_of_labels_is_told(paraph, project, tmp_path):
    (tmp_path / "labels.csv").mkdir()
    assert_one_line(
        paraph("import", "labels.csv", "--project", project), "labels.csv", "a folder, not a file"
    )


def test_an_empty_dataset_says_so(paraph, project):
    done = paraph("export", project, "--format", "csv", "--out", "out", "--adjudicated-only")
    assert done.stdout.splitlines()[-1] == "note: nothing fits these choices; the dataset is empty"


def test_a_mistyped_command_opens_nothing(paraph, project):
    assert_one_line(paraph("chekc", project), "chekc", "paraph --help")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have one")
def test_files_without_a_display_are_one_line(no_display, process):
    assert_one_line(process(SAMPLE), "no display", "paraph --help")


def test_what_cannot_be_written_is_one_line(paraph, project, tmp_path):
    shutil.copy(SAMPLE, tmp_path / "a.pdf")
    assert_one_line(paraph("extract", "a.pdf", "--json", "no/such/folder.json"), "folder.json")
    assert_one_line(paraph("import", "a.pdf", "--project", "no/p.paraph"), "no/p.paraph", "folder")
    assert_one_line(paraph("import", "a.pdf", "--project", "."), "a folder")
    assert_one_line(paraph("export", project, "--format", "jsonl", "--out", "a.pdf"), "a.pdf")


@pytest.mark.parametrize("verb", [("check",), ("export", "--format", "csv", "--out", "out")])
def test_bad_projects_are_one_line(paraph, project, tmp_path, verb):
    name, *rest = verb
    (tmp_path / "text.paraph").write_text("hello")
    (tmp_path / "cut.paraph").write_bytes(project.read_bytes()[:20_000])
    newer = bytearray(project.read_bytes())
    newer[60:64] = (99).to_bytes(4, "big")  # user_version, by SQLite's file format
    (tmp_path / "newer.paraph").write_bytes(newer)
    for path, words in (
        ("none.paraph", "not found"),
        (".", "a folder"),
        ("text.paraph", "not a Paraph project"),
        ("cut.paraph", "damaged"),
        ("newer.paraph", "newer Paraph"),
    ):
        assert_one_line(paraph(name, path, *rest), words)
    assert not (tmp_path / "out").exists()


def test_what_is_read_is_never_written_over(paraph, tmp_path):
    pdf, table = tmp_path / "a.pdf", tmp_path / "t.csv"
    shutil.copy(SAMPLE, pdf)
    tables_made.write(table)
    before = table.read_bytes()
    (tmp_path / "link.json").symlink_to(pdf)
    assert_one_line(paraph("extract", "a.pdf", "--json", "a.pdf"), "a.pdf", "another file")
    assert_one_line(paraph("extract", "a.pdf", "--json", "link.json"), "link.json", "another file")
    of_table = ("t.csv", "--text", "text")
    done = paraph("learn", *of_table, "--label", "action", "--out", "t.csv")
    assert_one_line(done, "t.csv", "another file")
    assert paraph("learn", *of_table, "--label", "action", "--out", "m.model").returncode == OK
    assert_one_line(paraph("suggest", "m.model", *of_table, "--out", "t.csv"), "t.csv", "another file")
    assert pdf.read_bytes() == SAMPLE.read_bytes()
    assert table.read_bytes() == before


def test_a_full_disk_leaves_the_file_that_was_there(paraph, monkeypatch, tmp_path):
    (tmp_path / "out.json").write_text("before")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        done = paraph("extract", SAMPLE, "--json", "out.json")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert_one_line(done, "out.json: cannot be written")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.json", "before")]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_any_name_of_a_file_is_one_line(paraph, project, tmp_path):
    assert_one_line(paraph("extract", "no\nsuch\x1b.pdf"), r"no\nsuch\x1b.pdf")
    assert_one_line(paraph("extract", "."), ".: a folder")
    latin = Path(os.fsdecode(b"\xe9t\xe9.pdf"))
    shutil.copy(SAMPLE, latin)
    assert_one_line(paraph("extract", latin), r"\udce9t\udce9.pdf", "UTF-8", "rename")
    assert_one_line(
        paraph("export", project, "--format", "csv", "--out", latin.stem), "UTF-8", "another folder"
    )
    shutil.copy(SAMPLE, "two\nlines.pdf")
    assert paraph("import", "two\nlines.pdf", "--project", "p.paraph").stdout.startswith(
        r"[1/1] two\nlines.pdf: "
    )


def test_a_terminal_without_some_letters_gets_escapes(tmp_path):
    shutil.copy(SAMPLE, tmp_path / "تقرير.pdf")
    command = [sys.executable, ROOT / "main.py", "import", "تقرير.pdf", "--project", "p.paraph"]
    done = subprocess.run(
        command, cwd=tmp_path, env=os.environ | {"PYTHONIOENCODING": "ascii"}, capture_output=True
    )
    assert done.returncode == OK
    assert done.stdout.startswith(rb"[1/1] \u062a\u0642\u0631\u064a\u0631.pdf: ")


@pytest.mark.skipif(sys.platform != "linux", reason="it is Linux that has /dev/full")
def test_an_output_that_takes_no_more_is_one_line(project):
    for closed, status in ((" > /dev/full", MENDABLE), (" >&-", OK)):
        for arguments in (f'check "{project}"', f'extract "{SAMPLE}"'):
            command = f'"{sys.executable}" "{ROOT / "main.py"}" {arguments}{closed}'
            done = subprocess.run(command, shell=True, capture_output=True, text=True)
            assert done.returncode == status, done
            assert len(done.stderr.splitlines()) == (status == MENDABLE)


def test_a_project_is_called_like_one(paraph, tmp_path):
    assert_one_line(paraph("import", SAMPLE, "--project", "plain"), "plain", ".paraph")
    assert list(tmp_path.iterdir()) == []
    assert paraph("import", SAMPLE, "--project", "P.PARAPH").returncode == OK
    assert_one_line(paraph("evaluate", "P.PARAPH"), "P.PARAPH: nobody has decided")


def test_unknown_formats_are_one_line_that_lists_those_there_are(paraph, project):
    done = paraph("export", project, "--format", "jsonl,xls", "--out", "out")
    assert_one_line(done, "xls", "jsonl, csv")


def test_a_language_that_no_report_is_in_gives_no_empty_dataset(paraph, project, tmp_path):
    done = paraph("export", project, "--format", "csv", "--out", "out", "--languages", "xx")
    assert_one_line(done, "wells.paraph", "xx")
    assert not (tmp_path / "out").exists()


def test_wrong_arguments_are_the_users_to_mend(paraph, project):
    no_jobs = ("import", "a.pdf", "--project", "p", "--jobs", "0")
    for arguments in (("import", "a.pdf"), ("export", project), ("check",), no_jobs):
        assert_one_line(paraph(*arguments), f"`paraph {arguments[0]} --help`")


def test_a_project_that_is_open_elsewhere_can_be_checked_and_exported_but_not_imported_into(
    paraph, project, tmp_path
):
    shutil.copy(SAMPLE, tmp_path / "a.pdf")
    with Project.open(project):
        assert paraph("check", project).returncode == OK
        assert paraph("export", project, "--format", "jsonl", "--out", "out").returncode == OK
        done = paraph("import", "a.pdf", "--project", project)
        assert_one_line(done, "wells.paraph", "already open in another Paraph")


def test_a_project_in_a_folder_of_somebody_else_can_be_checked_and_exported(paraph, project, tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = Path(shutil.move(project, folder))
    path.chmod(0o444)
    folder.chmod(0o555)
    try:
        assert paraph("check", path).returncode == OK
        assert paraph("export", path, "--format", "jsonl", "--out", "out").returncode == OK
        if os.access(folder, os.W_OK):  # the superuser may write everywhere
            return
        shutil.copy(SAMPLE, tmp_path / "a.pdf")
        assert_one_line(paraph("import", "a.pdf", "--project", path), "read-only")
    finally:
        folder.chmod(0o755)


def test_problems_are_listed_with_status_one(paraph, project):
    with Project.open(project) as opened:
        opened.write(lambda c: c.exec_driver_sql("UPDATE node SET page = 9"), Priority.EDIT).result()
    done = paraph("check", project)
    assert (done.returncode, done.stderr) == (FOUND_PROBLEMS, "")
    assert len(done.stdout.splitlines()) == 6
    assert all(line.startswith(f"{project}: wells.pdf: ") for line in done.stdout.splitlines())


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_what_ends_an_import_leaves_no_traceback(tmp_path, end):
    for index in range(6):
        shutil.copy(SAMPLE, tmp_path / f"{index}.pdf")
        with (tmp_path / f"{index}.pdf").open("ab") as file:
            file.write(b"\n%" + str(index).encode())
    command = [sys.executable, ROOT / "main.py", "import", ".", "--project", "p.paraph"]
    surroundings = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=tmp_path, env=surroundings, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as child:  # fmt: skip
        assert child.stdout.readline().startswith("[1/6] ")
        child.send_signal(end)
        rest, errors = child.communicate(timeout=60)
    assert child.returncode == 130
    assert errors == ""
    assert rest.splitlines()[-1].startswith("stopped; ")
    with Project.open(tmp_path / "p.paraph") as opened:
        assert 1 <= len(opened.documents()) < 6


def test_output_into_a_closed_pipe_is_no_error(project):
    command = f'"{sys.executable}" "{ROOT / "main.py"}" --help | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    assert done.stdout.startswith("usage: paraph")
    assert done.stderr == ""


def test_releases_are_made_listed_compared_and_written(paraph, project, tmp_path):
    made = paraph("release", project, "--version", "1.0", "--notes", "First", "--reviewer", "Ann")
    assert made.returncode == OK
    assert "note: 5 paragraphs and items are not reviewed" in made.stdout
    (content,) = [line.split()[-1] for line in made.stdout.splitlines() if line.startswith("1.0: 6 rows")]
    paraph("release", project, "--version", "1.1", "--documents", "X/1", "--fields", "force")
    listed = paraph("releases", project).stdout.splitlines()
    assert [line.split()[0] for line in listed] == ["1.0", "1.1"]
    assert content in listed[0]
    assert listed[0].endswith("First")
    compared = paraph("diff", project, "1.0", "1.1").stdout.splitlines()
    assert compared[-1] == "0 added, 0 removed, 5 changed"
    assert all("addressees: member-states → –" in line for line in compared[:-1])
    halves = ("--splits", "train=1", "--split-by", "document")
    assert paraph("release", project, "--version", "1.2", "--fields", "force", *halves).returncode == OK
    assert paraph("diff", project, "1.1", "1.2").stdout.splitlines() == [
        "changed report X/1: split: – → train", "0 added, 0 removed, 0 changed",
    ]  # fmt: skip
    out = paraph("export", project, "--release", "1.0", "--format", "parquet,xlsx,hf", "--out", "out")
    assert [Path(line).name for line in out.stdout.splitlines()] == [
        "wells-1.0.parquet", "wells-1.0.xlsx", "wells-1.0-hf", "wells-1.0.release.json",
    ]  # fmt: skip
    said = json.loads((tmp_path / "out" / "wells-1.0.release.json").read_text("utf-8"))
    assert said["release"]["content"] == content
    assert paraph("check", project).returncode == OK


def test_what_is_wrong_with_a_release_is_one_line(paraph, project):
    assert "no releases yet" in paraph("releases", project).stdout
    assert_one_line(paraph("diff", project, "1.0", "1.1"), "no release 1.0", "none yet")
    assert_one_line(paraph("release", project, "--version", "1.0", "--roles", "x"), "x: not one of the roles")
    assert_one_line(paraph("release", project, "--version", "1.0", "--documents", "Y/9"), "no report Y/9")
    assert_one_line(paraph("release", project, "--version", "1.0", "--splits", "a"), "a: not a split")
    assert_one_line(paraph("release", project, "--version", "../1"), "../1: not a version")
    wanted = ("--format", "jsonl", "--out", "out")
    assert_one_line(paraph("export", project, "--release", "2", *wanted), "no release 2")
    assert_one_line(paraph("export", project, "--reviewers", "Zoe", *wanted), "nobody called Zoe")


def test_a_dataset_becomes_a_project_again(paraph, project, tmp_path):
    paraph("export", project, "--format", "jsonl", "--out", "one")
    done = paraph("import", tmp_path / "one" / "wells.jsonl", "--project", tmp_path / "two" / "wells.paraph")
    assert_one_line(done, "its folder does not exist")
    (tmp_path / "two").mkdir()
    done = paraph("import", tmp_path / "one" / "wells.jsonl", "--project", tmp_path / "two" / "wells.paraph")
    assert done.stdout == "wells.jsonl: 1 report, 6 entries\n"
    paraph("export", tmp_path / "two" / "wells.paraph", "--format", "jsonl", "--out", "two")
    again = (tmp_path / "two" / "wells.jsonl").read_bytes()
    assert again == (tmp_path / "one" / "wells.jsonl").read_bytes()
    (tmp_path / "bad.jsonl").write_text("{}\n")
    assert_one_line(paraph("import", tmp_path / "bad.jsonl", "--project", "new.paraph"), "bad.jsonl, line 1")
    assert not (tmp_path / "new.paraph").exists()
