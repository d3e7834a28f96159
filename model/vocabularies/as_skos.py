"""Vocabularies as SKOS, in Turtle, RDF/XML, JSON-LD or N-Triples.

A concept's code is its notation, else the end of its address. Labels, alternative and hidden labels, broader
and narrower links, definitions and the scheme's title and version are read. Nothing is ever fetched: a file
that refers to a context or an entity elsewhere is refused.

Needs the extra `vocabularies` (rdflib), imported when it is used.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from model.garbage_collection import uncollected
from model.labels import Slot
from model.vocabularies.concepts import BadVocabulary, Concept, Vocabulary, tidied
from model.vocabularies.limits import MOST_CONCEPTS, file_bytes, shortened

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

FORMATS = {
    ".ttl": "turtle",
    ".rdf": "xml",
    ".xml": "xml",
    ".owl": "xml",
    ".skos": "xml",
    ".jsonld": "json-ld",
    ".json": "json-ld",
    ".nt": "nt",
}
# Entities stand for the beginnings of addresses; a longer one is made to fill the memory.
_LONGEST_ENTITY = 300
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_XL = "http://www.w3.org/2008/05/skos-xl#"  # labels that are things of their own, as large thesauri have them
_TITLES = (f"{_SKOS}prefLabel", "http://purl.org/dc/terms/title", "http://purl.org/dc/elements/1.1/title",
           "http://www.w3.org/2000/01/rdf-schema#label")  # fmt: skip
_VERSIONS = ("http://www.w3.org/2002/07/owl#versionInfo", "http://purl.org/dc/terms/modified",
             "http://purl.org/dc/terms/issued", "http://purl.org/dc/terms/created")  # fmt: skip
_DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated"


def load_skos(path: Path, slot: Slot) -> Vocabulary:
    """A vocabulary from a file, by its suffix. Raises BadVocabulary; takes seconds for 10,000 concepts."""
    content = file_bytes(path)
    with uncollected():
        graph = _graph(path, content)
        concepts = tuple(_concepts(path, graph))
    if not concepts:
        raise BadVocabulary(f"{path}: has no SKOS concept with a label; choose another file")
    name = _of_scheme(graph, _TITLES) or path.stem
    version = _of_scheme(graph, _VERSIONS)
    return tidied(Vocabulary(name, slot, concepts, version, hashlib.sha256(content).hexdigest()))


def _graph(path: Path, content: bytes) -> Graph:
    try:
        from rdflib import Graph
    except ImportError as error:
        raise BadVocabulary(
            f"{path}: reading SKOS needs more packages: pip install 'paraph[vocabularies]'"
        ) from error
    form = FORMATS[path.suffix.lower()]
    if form == "xml":
        _refuse_entities(path, content)
    if form == "json-ld":
        _refuse_remote_contexts(path, content)
    graph = Graph()
    # It warns of each odd address on the log; none of them matters here.
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    try:
        graph.parse(data=content, format=form)
    except Exception as error:  # each of its parsers has errors of its own kinds
        reason = (str(error) or type(error).__name__).splitlines()[0][:200]
        raise BadVocabulary(f"{path}: cannot be read as SKOS ({reason}); check the file") from error
    return graph


class _PrologRead(Exception):
    """The declarations are over."""


def _refuse_entities(path: Path, content: bytes) -> None:
    """Lets pass only entities that stand for a short text: no file, no address, no other entity."""

    def declared(name: str, is_parameter: int, value: str | None, base: str | None,
                 system: str | None, public: str | None, notation: str | None) -> None:  # fmt: skip
        if value is None or is_parameter or "&" in value or "%" in value or len(value) > _LONGEST_ENTITY:
            raise BadVocabulary(
                f"{path}: its entity {name} stands for something else; save it without entities"
            )

    def element(*_: object) -> None:
        raise _PrologRead

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = declared
    parser.StartElementHandler = element
    try:
        parser.Parse(content, True)
    except (_PrologRead, expat.ExpatError):
        return  # what is wrong with it, the one who reads it all says better


def _refuse_remote_contexts(path: Path, content: bytes) -> None:
    try:
        waiting = [json.loads(content)]
    except (ValueError, RecursionError) as error:
        raise BadVocabulary(f"{path}: not JSON-LD ({error}); check the file") from error
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict):
            context = value.get("@context")
            contexts = context if isinstance(context, list) else [context]
            if "@import" in value or any(isinstance(one, str) for one in contexts):
                raise BadVocabulary(f"{path}: its context is elsewhere; save it with the context inside")
            waiting += value.values()


def _concepts(path: Path, graph: Graph) -> Iterator[Concept]:
    from rdflib import RDF, BNode, Literal, URIRef
    from rdflib.namespace import SKOS

    retired = set(graph.subjects(URIRef(_DEPRECATED), Literal(True)))
    nodes = [node for node in graph.subjects(RDF.type, SKOS.Concept) if node not in retired]
    nodes = [node for node in dict.fromkeys(nodes) if not isinstance(node, BNode)]
    if len(nodes) > MOST_CONCEPTS:
        raise BadVocabulary(f"{path}: more than {MOST_CONCEPTS:,} concepts; take a part of it")
    codes = _codes(graph, sorted(nodes))
    for node, code in codes.items():
        labels = {language: words[0] for language, words in _by_language(graph, node, "prefLabel").items()}
        if labels:
            broader = [*graph.objects(node, SKOS.broader), *graph.subjects(SKOS.narrower, node)]
            above = tuple(sorted({codes[one] for one in broader if one in codes} - {code}))
            yield Concept(code, labels, above, _synonyms(graph, node), _definition(graph, node))


def _codes(graph: Graph, nodes: list[Any]) -> dict[Node, str]:
    """Each concept's notation, else the end of its address; its whole address where others have the same."""
    from rdflib.namespace import SKOS

    short = {}
    for node in nodes:
        notation = min((str(one).strip() for one in graph.objects(node, SKOS.notation)), default="")
        short[node] = notation or str(node).rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]
    times = Counter(short.values())
    return {node: code if code and times[code] == 1 else str(node) for node, code in short.items()}


def _by_language(graph: Graph, node: Node, *properties: str) -> dict[str, tuple[str, ...]]:
    from rdflib import Literal, URIRef

    found: dict[str, set[str]] = {}
    for name in properties:
        plain = graph.objects(node, URIRef(_SKOS + name))
        of_labels = (graph.value(label, URIRef(_XL + "literalForm"))
                     for label in graph.objects(node, URIRef(_XL + name)))  # fmt: skip
        for value in (*plain, *of_labels):
            if isinstance(value, Literal) and shortened(str(value)):
                found.setdefault((value.language or "").lower(), set()).add(shortened(str(value)))
    return {language: tuple(sorted(words)) for language, words in sorted(found.items())}


def _synonyms(graph: Graph, node: Node) -> dict[str, tuple[str, ...]]:
    return _by_language(graph, node, "altLabel", "hiddenLabel")


def _definition(graph: Graph, node: Node) -> str:
    for name in ("definition", "scopeNote"):
        by_language = _by_language(graph, node, name)
        words = by_language.get("en") or next(iter(by_language.values()), ())
        if words:
            return words[0]
    return ""


def _of_scheme(graph: Graph, properties: tuple[str, ...]) -> str:
    """The first of some properties that the only scheme has, in English if it can be."""
    from rdflib import RDF, Literal, URIRef
    from rdflib.namespace import SKOS

    schemes = list(dict.fromkeys(graph.subjects(RDF.type, SKOS.ConceptScheme)))
    for name in properties if len(schemes) == 1 else ():
        values = [one for one in graph.objects(schemes[0], URIRef(name)) if isinstance(one, Literal)]
        values.sort(key=lambda one: (not (one.language or "").startswith("en"), str(one)))
        if values and shortened(str(values[0])):
            return shortened(str(values[0]))[:200]
    return ""
