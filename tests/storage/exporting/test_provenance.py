"""From any row of any of the document formats back to its page and rectangle, and to its words in the PDF."""

from __future__ import annotations

import random
import sys

import pymupdf
import pytest

from storage.errors import ExportFailed
from storage.exporting import export
from storage.exporting.formats import format_named
from tests.storage.exporting.places import assert_words_are_there

FORMATS = ("akn", "webanno", "labelstudio", "qdpx", "spacy", "pdf", "html", "docx")


@pytest.mark.parametrize("name", FORMATS)
def test_a_row_leads_to_its_words_on_the_page(project, tmp_path, name):
    written = export(project, [name], tmp_path)[0]
    rows = list(format_named(name).read_back(written))
    assert len(rows) == len(set(rows)) > 30
    reviews = {row.id: project.review(row.id) for row in project.documents()}
    assert {row.document for row in rows} == reviews.keys()
    pdfs = {key: pymupdf.open(project.source(key)) for key in reviews}
    for row in random.Random(name).sample(rows, 25):
        node = reviews[row.document].outline[row.node]
        assert_words_are_there(pdfs[row.document], node.anchor.regions, node.anchor.quote)
    for pdf in pdfs.values():
        pdf.close()


@pytest.mark.parametrize(("name", "package"), [("docx", "docx"), ("html", "jinja2")])
def test_a_format_whose_package_is_not_installed_says_how_to_get_it(
    project, tmp_path, monkeypatch, name, package
):
    for module in [name for name in sys.modules if name.split(".")[0] == package]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, package, None)  # as Python says "not there"
    with pytest.raises(ExportFailed, match=r"pip install 'paraph\[formats\]'"):
        export(project, [name], tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_it_cannot_carry(name):
    loses = format_named(name).loses
    assert loses
    assert all(phrase[0].islower() and not phrase.endswith(".") for phrase in loses)
