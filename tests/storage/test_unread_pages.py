"""Pages that nothing could read stay known, and are doubts of their report."""

from __future__ import annotations

from functools import partial

import pymupdf
import pytest

from model.doubts import Doubt, DoubtKind
from model.reading import ocr
from model.review_doubts import all_doubts
from storage.importing import import_files
from storage.project import Project
from storage.unread_pages import keep_unread, unread_of
from storage.writer import Priority

pytestmark = pytest.mark.skipif(ocr.is_available(), reason="here such pages are read")


def _report(path, pictures):
    """Two pages; those in `pictures` hold a picture alone."""
    with pymupdf.open() as pdf:
        for number in (1, 2, 3):
            page = pdf.new_page()
            if number in pictures:
                grey = pymupdf.Pixmap(pymupdf.csGRAY, (0, 0, 40, 60), False)
                grey.clear_with(200)
                grey.set_rect((5, 10, 35, 12), (30,))
                page.insert_image(page.rect, pixmap=grey, keep_proportion=False)
            else:
                page.insert_text((72, 90), f"{number}. Wells are dug by hand where no water runs.")
        pdf.save(path)
    return path


def test_a_page_that_is_a_picture_is_a_doubt_also_after_a_restart(tmp_path):
    file = _report(tmp_path / "wells.pdf", {2})
    with Project.create(tmp_path / "wells.paraph", "Ann") as project:
        import_files(project, [file])
    with Project.open(tmp_path / "wells.paraph") as project:
        document = project.documents()[0].id
        nodes = list(project.review(document).outline)
        found = all_doubts(nodes, {}, of_pages=unread_of(project, document))
    (doubt,) = [one for one in found if one.kind is DoubtKind.UNREAD]
    assert doubt.page == 2
    assert ocr.INSTALL in doubt.text


@pytest.mark.parametrize("kind", [DoubtKind.DAMAGED, DoubtKind.GARBLED, DoubtKind.ILLEGIBLE])
def test_a_damaged_garbled_or_illegible_page_is_a_doubt_of_its_own(tmp_path, kind):
    damaged = [Doubt(kind, "", 3, "")]
    with Project.create(tmp_path / "wells.paraph", "Ann") as project:
        import_files(project, [_report(tmp_path / "wells.pdf", set())])
        document = project.documents()[0].id
        project.write(partial(keep_unread, document_id=document, doubts=damaged), Priority.EDIT).result()
        assert [(doubt.kind, doubt.page) for doubt in unread_of(project, document)] == [(kind, 3)]


def test_a_report_of_text_has_none(tmp_path):
    with Project.create(tmp_path / "wells.paraph", "Ann") as project:
        import_files(project, [_report(tmp_path / "wells.pdf", set())])
        assert unread_of(project, project.documents()[0].id) == []
