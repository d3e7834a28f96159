"""Words that only character recognition knows are kept with their report."""

from __future__ import annotations

import pytest

from model.recognized import from_json
from storage.importing import import_files
from storage.project import Project
from storage.recognized_words import recognized_of
from tests.storage.engines import RECOGNIZED, ReportEngine


@pytest.mark.parametrize(("name", "kept"), [("read.pdf", list(RECOGNIZED)), ("wells.pdf", [])])
def test_they_are_there_when_the_project_is_opened_again(tmp_path, name, kept):
    (tmp_path / name).write_bytes(b"a report")
    with Project.create(tmp_path / "a.paraph", "Ann") as project:
        import_files(project, [tmp_path / name], engine=ReportEngine)
    with Project.open(tmp_path / "a.paraph") as project:
        words = recognized_of(project, project.documents()[0].id)
    assert list(from_json(words).values()) == kept
