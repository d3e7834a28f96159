"""Web Annotation: RDF by the standard's vocabulary, and selectors that lead to the words in the PDF."""

from __future__ import annotations

import json
import random
import re
import warnings

import pymupdf
import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF

from storage.exporting import export
from storage.exporting.as_webanno import CONTEXT
from storage.project import Project
from tests.storage.exporting.places import letters, words_in

OA = Namespace("http://www.w3.org/ns/oa#")
AS = Namespace("https://www.w3.org/ns/activitystreams#")
OWN = Namespace("urn:paraph:labels#")

# What the standard's context says of the words that are used, so that no test needs the network.
_IRIS = {"source": "hasSource", "selector": "hasSelector", "target": "hasTarget", "body": "hasBody",
         "refinedBy": "refinedBy"}  # fmt: skip
TERMS = {
    "id": "@id", "type": "@type",
    **{name: {"@id": f"{OA}{iri}", "@type": "@id"} for name, iri in _IRIS.items()},
    **{name: {"@id": f"{OA}{iri}", "@type": "@vocab"}
       for name, iri in (("motivation", "motivatedBy"), ("purpose", "hasPurpose"))},
    **{name: f"{OA}{name}" for name in (
        "Annotation", "TextualBody", "SpecificResource", "FragmentSelector", "TextQuoteSelector", "exact",
        "prefix", "suffix", "identifying", "classifying", "commenting", "describing", "tagging")},
    "AnnotationCollection": f"{AS}OrderedCollection", "AnnotationPage": f"{AS}OrderedCollectionPage",
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    "first": {"@id": f"{AS}first", "@type": "@id"}, "total": f"{AS}totalItems",
    "creator": {"@id": str(DCTERMS.creator), "@type": "@id"}, "created": str(DCTERMS.created),
    "conformsTo": {"@id": str(DCTERMS.conformsTo), "@type": "@id"},
    "Person": str(FOAF.Person), "Software": f"{AS}Application", "name": str(FOAF.name),
    "Text": "http://purl.org/dc/dcmitype/Text", "Dataset": "http://purl.org/dc/dcmitype/Dataset",
    "format": "http://purl.org/dc/elements/1.1/format", "language": "http://purl.org/dc/elements/1.1/language",
    "value": str(RDF.value), "label": "http://www.w3.org/2000/01/rdf-schema#label",
}  # fmt: skip


@pytest.fixture(scope="module")
def path(reviewed, tmp_path_factory):
    with Project.open(reviewed, read_only=True) as project:
        return export(project, ["webanno"], tmp_path_factory.mktemp("webanno"))[0]


@pytest.fixture(scope="module")
def collection(path):
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def items(collection):
    return collection["first"]["items"]


@pytest.fixture(scope="module")
def graph(collection):
    standard, own = collection["@context"]
    assert standard == CONTEXT
    text = json.dumps({**collection, "@context": [TERMS, own]})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's reader uses what rdflib calls old
        return Graph().parse(data=text, format="json-ld")


def test_it_is_the_standards_rdf(graph, items):
    made = set(graph.subjects(RDF.type, OA.Annotation))
    assert len(made) == len(items)
    for annotation in made:
        assert list(graph.objects(annotation, OA.motivatedBy))
        for target in graph.objects(annotation, OA.hasTarget):
            (source,) = graph.objects(target, OA.hasSource)
            assert str(source).startswith("urn:sha256:")
            kinds = {
                kind for s in graph.objects(target, OA.hasSelector) for kind in graph.objects(s, RDF.type)
            }
            assert kinds == {OA.TextQuoteSelector, OA.FragmentSelector}
    assert not [triple for triple in graph if isinstance(triple[1], URIRef) and ":" not in str(triple[1])]


def test_a_label_has_its_values_its_words_and_whose_they_are(graph, project):
    review = project.review(project.documents()[0].id)
    five = next(node for node in review.outline if node.number == "5" and node.kind == "paragraph")
    found = {}
    for annotation in graph.subjects(OWN.slot, None):
        quotes = {str(q) for q in graph.objects(annotation, OA.hasTarget / OA.hasSelector / OA.exact)}
        if five.anchor.quote in quotes:
            slot = str(graph.value(annotation, OWN.slot))
            found[slot] = annotation
    values = {str(v) for v in graph.objects(found["addressees"], OA.hasBody / RDF.value)}
    assert values == {"states-parties", "secretariat"}
    words = graph.objects(found["verb"], OA.hasTarget / OA.hasSelector / OA.refinedBy / OA.exact)
    assert list(words) == [Literal("should designate")]
    names = list(graph.objects(found["force"], DCTERMS.creator / FOAF.name))
    assert names == [Literal("Ben <&> Söhne")]
    assert list(graph.objects(found["note"], OA.hasBody / RDF.value)) == [Literal("see <b>=1+1</b> & “more”")]


def test_words_are_told_apart_by_what_stands_around_them_and_machines_from_people(items, project):
    texts = {
        f"urn:uuid:{node.id}": node.text
        for row in project.documents()
        for node in project.review(row.id).outline
    }
    entry, seen = "", 0
    for item in items:
        if item["motivation"] == "identifying":
            entry = texts[item["id"]]
            continue
        by_machine = item["takenAs"] in ("suggested", "inherited") and "@" in item["creator"]["name"]
        assert item["creator"]["type"] == ("Software" if by_machine else "Person")
        for target in item["target"]:
            for words in target["selector"][0].get("refinedBy", ()):
                assert words["prefix"] + words["exact"] + words["suffix"] in entry
                seen += bool(words["prefix"] and words["suffix"])
    assert seen > 20


def test_fragments_lead_to_the_quoted_words_in_the_pdf(items, project):
    pdfs = {row.sha256: pymupdf.open(project.source(row.id)) for row in project.documents()}
    entries = [item for item in items if item["motivation"] == "identifying"]
    turned = [item for item in entries if "turned" in item["target"][0]["source"]["name"]]
    assert turned
    for item in random.Random(2).sample(entries, 40) + turned:
        there = ""
        for target in item["target"]:
            quote, fragment = target["selector"]
            page_number, *box = map(float, re.findall(r"[\d.]+", fragment["value"]))
            page = pdfs[target["source"]["sha256"]][int(page_number) - 1]
            left, top, width, height = box
            shown = pymupdf.Rect(left, top, left + width, top + height)
            assert shown in page.rect
            there += words_in(page, shown * page.derotation_matrix)
        assert letters(quote["exact"]) in letters(there)
    for pdf in pdfs.values():
        pdf.close()


def test_every_entry_is_identified_and_the_total_is_right(collection, items, project):
    ids = {node.id for row in project.documents() for node in project.review(row.id).outline}
    identified = [item["id"] for item in items if item["motivation"] == "identifying"]
    assert sorted(identified) == sorted(f"urn:uuid:{node_id}" for node_id in ids)
    assert collection["total"] == len(items)
    assert len({item["id"] for item in items}) == len(items)


def test_what_an_item_takes_from_its_lead_in_says_from_which(items):
    entries = {item["id"] for item in items if item["motivation"] == "identifying"}
    taken = [item for item in items if item.get("takenAs") == "inherited"]
    assert taken
    assert [item for item in items if "leadIn" in item] == taken
    assert {item["leadIn"] for item in taken} <= entries


def test_the_same_project_gives_the_same_bytes(project, path, tmp_path):
    assert export(project, ["webanno"], tmp_path)[0].read_bytes() == path.read_bytes()
