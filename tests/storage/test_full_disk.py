"""A disk that takes no more says so in one line, and what was saved before is there afterwards.

The disk is the system's limit on the size of files, in a process of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model.errors import UserFacingError
from model.reading.annotating import annotate
from storage.checking import check
from storage.project import Project
from tests.data.make_project import DOCUMENT, FOLDER
from tests.storage.stored_reports import add_report

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "report.pdf"
LIMIT = (
    "import resource\ndef limit(n): resource.setrlimit(resource.RLIMIT_FSIZE, (n, resource.RLIM_INFINITY))\n"
)


def run(script, *arguments):
    done = subprocess.run([sys.executable, "-c", LIMIT + script, *map(str, arguments)], cwd=ROOT,
                          capture_output=True, text=True)  # fmt: skip
    assert done.stderr == ""
    return done.stdout.splitlines()


REVIEW = """
import sys
from model import editing
from storage.errors import DiskFull
from storage.project import Project
with Project.open(sys.argv[1]) as project:
    ann, review = project.person("Ann"), project.review(project.documents()[0].id)
    limit(1_000_000)
    done = 0
    try:
        while True:
            for node in list(review.outline)[1:]:
                edit = editing.set_text(review, ann, node.id, f"{node.text} again")
                project.apply(edit, review.document.id, ann).result()
                review.apply(edit)
                done += 1
    except DiskFull as error:
        print(done)
        print(error)
    limit(resource.RLIM_INFINITY)
    project.apply(edit, review.document.id, ann).result()
"""


def test_edits_stop_with_one_line_and_go_on_when_there_is_room_again(tmp_path):
    path = tmp_path / "p.paraph"
    with Project.create(path, "Ann") as project:
        document = add_report(project, 40).document.id
    done, line = run(REVIEW, path)
    assert line.startswith(f"{path}: the disk ")
    with Project.open(path) as project:
        assert len(project.history(document, limit=100_000)) == int(done) + 1
    assert int(done) > 5
    assert check(path) == []


OPEN = """
import sys
from storage.errors import ProjectError
from storage.project import Project
limit(int(sys.argv[2]))
try:
    Project.open(sys.argv[1]).close()
except ProjectError as error:
    print(error)
"""


def test_an_old_project_without_room_for_its_backup_stays_as_it_was(tmp_path):
    path = Path(shutil.copy(FOLDER / "project-v1.paraph", tmp_path / "p.paraph"))
    before = path.read_bytes()
    (line,) = run(OPEN, path, 100_000)
    assert line.startswith(f"{path}: the disk ")
    assert not list(tmp_path.glob("*.bak*"))
    with Project.open(path, read_only=True) as project:
        assert [row.id for row in project.documents()] == [DOCUMENT]
    assert path.read_bytes() == before


def test_opening_an_old_project_keeps_it_as_it_was_beside(tmp_path):
    path = Path(shutil.copy(FOLDER / "project-v1.paraph", tmp_path / "p.paraph"))
    Project.open(path).close()
    backup = tmp_path / "p.paraph.bak-v1"
    assert backup.exists()
    with Project.open(backup, read_only=True) as project:
        assert [row.id for row in project.documents()] == [DOCUMENT]
    Project.open(path).close()
    assert len(list(tmp_path.glob("*.bak*"))) == 1


EXPORT = """
import sys
from pathlib import Path
from model.workers.worker import PdfWorker
from storage.exporting import export
from storage.project import Project
if __name__ == "__main__":
    from model.errors import UserFacingError
    with Project.open(sys.argv[1], read_only=True) as project:
        project.documents()
        limit(int(sys.argv[3]))
        try:
            export(project, [sys.argv[4]], Path(sys.argv[2]))
        except UserFacingError as error:
            print(error)
"""


@pytest.mark.parametrize(("name", "room"), [("jsonl", 40_000), ("xlsx", 8_000), ("docx", 20_000)])
def test_an_export_without_room_is_one_line_and_leaves_nothing(tmp_path, sample_file, name, room):
    out = tmp_path / "out"
    (line,) = run(EXPORT, sample_file, out, room, name)
    assert line.startswith(f"{out / 'sample'}.{name}: cannot be written: the disk takes no file of this size")
    assert list(out.iterdir()) == []


def test_an_annotated_copy_without_room_is_one_line(tmp_path):
    with pytest.raises(UserFacingError, match=r"^report\.pdf: its annotated copy cannot be written: "):
        annotate(SAMPLE, None, tmp_path / "no such folder" / "copy.pdf", "d", ())
