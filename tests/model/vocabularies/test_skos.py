"""Vocabularies as SKOS, and files that were made to do harm."""

from __future__ import annotations

import json
import socket

import pytest

from model.vocabularies import BadVocabulary, load

# rdflib's own reader of JSON-LD uses it.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

TURTLE = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix t: <http://example.org/t/> .
t:scheme a skos:ConceptScheme ; dct:title "Fils"@fr, "Threads"@en ; owl:versionInfo "4.2" .
t:crime a skos:Concept ; skos:prefLabel "Crime"@en, "Criminalité"@fr ; skos:narrower t:trafficking .
t:trafficking a skos:Concept ; skos:prefLabel "Trafficking in persons"@EN ;
    skos:altLabel "human trafficking"@en ; skos:hiddenLabel "trafiking"@en ;
    skos:definition "Recruiting persons to exploit them"@en .
t:smuggling a skos:Concept ; skos:notation "S1" ; skos:prefLabel "Smuggling"@en ;
    skos:broader t:crime, t:gone .
t:old a skos:Concept ; skos:prefLabel "Old"@en ; owl:deprecated true .
t:unnamed a skos:Concept .
"""


def written(tmp_path, name, content):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def turtle(tmp_path):
    return written(tmp_path, "threads.ttl", TURTLE)


@pytest.fixture(params=["turtle", "xml", "json-ld", "nt"])
def any_format(request, tmp_path, turtle):
    from rdflib import Graph

    suffix = {"turtle": "ttl", "xml": "rdf", "json-ld": "jsonld", "nt": "nt"}[request.param]
    path = tmp_path / f"again.{suffix}"
    Graph().parse(turtle).serialize(path, format=request.param, encoding="utf-8")
    return path


def test_all_four_formats_say_the_same(any_format):
    vocabulary = load(any_format)
    assert (vocabulary.name, vocabulary.version) == ("Threads", "4.2")
    assert {one.code for one in vocabulary.concepts} == {"crime", "trafficking", "S1"}
    concept = vocabulary.get("trafficking")
    assert concept.broader == ("crime",)
    assert concept.labels == {"en": "Trafficking in persons"}
    assert concept.synonyms == {"en": ("human trafficking", "trafiking")}
    assert concept.definition == "Recruiting persons to exploit them"
    assert vocabulary.get("S1").broader == ("crime",)


def test_codes_that_two_share_become_whole_addresses(tmp_path):
    path = written(tmp_path, "two.ttl", """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <http://a.example/x#one> a skos:Concept ; skos:prefLabel "A" .
        <http://b.example/one> a skos:Concept ; skos:prefLabel "B" .
    """)  # fmt: skip
    assert {one.code for one in load(path).concepts} == {"http://a.example/x#one", "http://b.example/one"}


def test_labels_that_are_things_of_their_own_are_read(tmp_path):
    path = written(tmp_path, "xl.ttl", """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
        @prefix t: <http://example.org/> .
        t:a a skos:Concept ; xl:prefLabel t:l1 ; xl:altLabel t:l2, t:lost .
        t:l1 xl:literalForm "Wells"@en .
        t:l2 xl:literalForm "pumps"@en .
    """)  # fmt: skip
    (concept,) = load(path).concepts
    assert (concept.labels, concept.synonyms) == ({"en": "Wells"}, {"en": ("pumps",)})


def test_circles_are_cut(tmp_path):
    path = written(tmp_path, "round.ttl", """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix t: <http://example.org/> .
        t:a a skos:Concept ; skos:prefLabel "A" ; skos:broader t:b .
        t:b a skos:Concept ; skos:prefLabel "B" ; skos:broader t:a, t:b .
    """)  # fmt: skip
    vocabulary = load(path)
    assert len(vocabulary.below()) == 1
    assert vocabulary.notes


SKOS_XML = """<?xml version="1.0"?>
{doctype}
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:skos="http://www.w3.org/2004/02/skos/core#">
<skos:Concept rdf:about="http://example.org/a">
    <skos:prefLabel xml:lang="en">{label}</skos:prefLabel>
</skos:Concept>
</rdf:RDF>
"""
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
HOSTILE_XML = {
    "file": ('<!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]>', "&e;"),
    "network": ('<!DOCTYPE r [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>', "&e;"),
    "parameter": ('<!DOCTYPE r [<!ENTITY % e SYSTEM "http://127.0.0.1:9/e.dtd"> %e;]>', "A"),
    "laughs": (f'<!DOCTYPE r [<!ENTITY l0 "ha">{_LAUGHS}]>', "&l11;"),
    "long": (f'<!DOCTYPE r [<!ENTITY e "{"a" * 5000}">]>', "&e;" * 1000),
}


@pytest.fixture
def no_network(monkeypatch):
    """Whoever reaches for the network is caught at it, whatever becomes of it."""
    reached = []

    def refuse(*address, **_):
        reached.append(address)
        raise OSError("no network here")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    yield
    assert reached == []


@pytest.mark.parametrize(("doctype", "label"), HOSTILE_XML.values(), ids=HOSTILE_XML)
def test_entities_that_reach_out_or_blow_up_are_refused(tmp_path, no_network, doctype, label):
    path = written(tmp_path, "evil.rdf", SKOS_XML.format(doctype=doctype, label=label))
    with pytest.raises(BadVocabulary, match=r"evil\.rdf: .*entit"):
        load(path)


def test_a_document_type_elsewhere_is_not_fetched(tmp_path, no_network):
    doctype = '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/r.dtd">'
    path = written(tmp_path, "outside.rdf", SKOS_XML.format(doctype=doctype, label="Peace"))
    assert load(path).label("a") == "Peace"


def test_entities_for_addresses_are_taken(tmp_path):
    doctype = '<!DOCTYPE r [<!ENTITY ex "http://example.org/">]>'
    path = written(tmp_path, "fine.rdf", SKOS_XML.format(doctype=doctype, label="Peace &ex;"))
    assert load(path).label("a") == "Peace http://example.org/"


@pytest.mark.parametrize(
    "context",
    [
        "http://127.0.0.1:9/context.jsonld",
        ["file:///etc/hostname"],
        {"@import": "http://127.0.0.1:9/context.jsonld"},
        {"label": {"@id": "http://example.org/l", "@context": "http://127.0.0.1:9/c"}},
    ],
)
def test_contexts_elsewhere_are_refused(tmp_path, no_network, context):
    path = written(tmp_path, "evil.jsonld", json.dumps({"@context": context, "@graph": []}))
    with pytest.raises(BadVocabulary, match="context"):
        load(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("broken.ttl", "@prefix skos: <http"),
        ("broken.rdf", "<rdf:RDF"),
        ("broken.jsonld", "{"),
        ("deep.jsonld", "[" * 100_000),
        ("deep.ttl", "<http://a.example/> <http://b.example/> " + "[ <http://c.example/> " * 20_000),
        ("empty.ttl", ""),
        ("none.nt", "<http://a.example/> <http://b.example/> <http://c.example/> .\n"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, content):
    with pytest.raises(BadVocabulary) as caught:
        load(written(tmp_path, name, content))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nothing_in_turtle_is_followed(tmp_path, no_network):
    imports = "<http://example.org/t/scheme> owl:imports <http://127.0.0.1:9/more.ttl> .\n"
    assert load(written(tmp_path, "threads.ttl", TURTLE + imports)).label("crime") == "Crime"
