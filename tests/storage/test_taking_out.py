"""A report taken out of a project is on no list and in no dataset, and comes back with all its work."""

from __future__ import annotations

import pytest

from model import editing
from model.labels import Status
from storage.checking import check
from storage.errors import ProjectReadOnly
from storage.exporting import export
from storage.importing import import_files
from storage.project import Project
from storage.searching import Criteria
from tests.storage.engines import ReportEngine
from tests.storage.stored_reports import WELLS, add_report


@pytest.fixture
def path(tmp_path):
    return tmp_path / "p.paraph"


def test_what_is_taken_out_is_nowhere_and_comes_back_with_its_review(path, tmp_path):
    with Project.create(path, "Ann") as project:
        review = add_report(project)
        ann, where = project.person("Ann"), review.document.id
        node = next(iter(review.outline))
        project.apply(editing.accept(review, ann, [node.id]), where, ann).result()
        project.take_out(where).result()
        assert project.documents() == []
        assert project.search(Criteria("well")) == []
        assert [row.id for row in project.taken_out()] == [where]
        (rows, *_) = export(project, ["jsonl"], tmp_path / "out")
        assert rows.read_bytes() == b""
        assert check(path) == []
        project.put_back(where).result()
        assert project.taken_out() == []
        assert project.review(where).status(node.id, ann.id) is Status.ACCEPTED
        assert [row.id for row in project.documents()] == [where]


def test_importing_it_again_puts_it_back(path, tmp_path):
    with Project.create(path, "Ann") as project:
        review = add_report(project)
        project.take_out(review.document.id).result()
        again = tmp_path / "again.pdf"
        again.write_bytes(WELLS)
        import_files(project, [again], engine=ReportEngine)
        assert [row.id for row in project.documents()] == [review.document.id]


def test_a_project_for_reading_keeps_its_reports(path):
    with Project.create(path, "Ann") as project:
        where = add_report(project).document.id
    with Project.open(path, read_only=True) as project, pytest.raises(ProjectReadOnly):
        project.take_out(where)
