"""The metadata of an Akoma Ntoso document: what it is (FRBR), what its labels mean, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import ascii_letters, digits

from lxml import etree

from model.documents import Document
from storage.exporting.document_facts import is_date
from storage.exporting.reports import ReportEntry, SlotLabel, SlotValue
from storage.exporting.xml_text import xml_text

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
# Attributes of ours, which the schema lets through: where the words of a label stand.
OWN = "urn:paraph:labels"
# The standard wants a date; this one says that none is known.
_NO_DATE = "0001-01-01"
_PLAIN = frozenset(ascii_letters + digits + "-._~")
_PARAPH, _UN = "paraph", "un"
# Three letters in names of documents, as the naming convention has it.
_LANGUAGES = {
    "ar": "ara",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fr": "fra",
    "it": "ita",
    "pt": "por",
    "ru": "rus",
    "zh": "zho",
}


def tag(name: str) -> str:
    """An element's name in the namespace of Akoma Ntoso."""
    return f"{{{NAMESPACE}}}{name}"


def add(parent: etree._Element, name: str, text: str = "", /, **attributes: str) -> etree._Element:
    """A new element below another one. An underscore ends names of attributes that are words of Python."""
    made = etree.SubElement(parent, tag(name), {key.rstrip("_"): value for key, value in attributes.items()})
    made.text = xml_text(text) or None
    return made


def _slug(text: str) -> str:
    """Words of letters and digits for a name: "CTOC/COP/WG.7/2013/5" → "ctoc-cop-wg.7-2013-5"."""
    return re.sub(r"[^\w.]+", "-", text.casefold()).strip("-.")


def quote(text: str) -> str:
    """A text as a part of a URI."""
    return "".join(sign if sign in _PLAIN else _percents(sign) for sign in text)


def _work_uri(document: Document) -> str:
    """`/akn/un/debateReport/report/{actor}/{date}/{number}`, after the profile of the United Nations."""
    head = document.masthead
    number = _slug(head.symbol) or document.sha256[:16]
    parts = (_actor(document), head.date if is_date(head.date) else _NO_DATE, number)
    return "/akn/un/debateReport/report/" + "/".join(quote(part) for part in parts)


def add_identification(meta: etree._Element, document: Document, component: str = "!main") -> None:
    """Who and what a document is, as the standard's work, expression and manifestation."""
    head = document.masthead
    uri = _work_uri(document)
    language = _LANGUAGES.get(document.language, document.language or "und")
    day = head.date if is_date(head.date) else _NO_DATE
    identification = add(meta, "identification", source=f"#{_PARAPH}")
    expression = f"{uri}/{language}@{day}"

    work = _add_level(identification, "FRBRWork", f"{uri}/{component}", uri)
    for symbol in head.symbols:
        add(work, "FRBRalias", value=xml_text(symbol), name="symbol")
    add(work, "FRBRalias", value=document.id, name="id")
    _add_origin(work, day, _UN)
    add(work, "FRBRcountry", value="un")
    add(work, "FRBRsubtype", value="report")
    if head.symbol:
        add(work, "FRBRnumber", value=xml_text(head.symbol))
    if head.title:
        add(work, "FRBRname", value=xml_text(head.title))

    text = _add_level(identification, "FRBRExpression", f"{expression}/{component}", expression)
    _add_origin(text, day, _UN)
    add(text, "FRBRlanguage", language=language)

    file = f"{expression}.akn"
    made = _add_level(identification, "FRBRManifestation", f"{expression}/{component}.akn", file)
    add(made, "FRBRalias", value=f"sha256:{document.sha256}", name="source")
    _add_origin(made, day, _PARAPH)
    add(made, "FRBRformat", value="application/akn+xml")


def _add_level(parent: etree._Element, name: str, this: str, uri: str) -> etree._Element:
    made = add(parent, name)
    add(made, "FRBRthis", value=this)
    add(made, "FRBRuri", value=uri)
    return made


def _add_origin(level: etree._Element, day: str, author: str) -> None:
    add(level, "FRBRdate", date=day, name="Generation")
    add(level, "FRBRauthor", href=f"#{author}")


def concepts(entry: ReportEntry) -> str:
    """The ids of the concepts that an entry's labels name, as `refersTo` wants them; empty for none."""
    found = (f"#{_concept_id(said, part)}" for said in entry.said for part in said.parts if part.code)
    return " ".join(dict.fromkeys(found))


def _concept_id(said: SlotLabel, part: SlotValue) -> str:
    return f"{said.slot.value}.{quote(part.code)}" if part.code else said.slot.value


def add_analysis(meta: etree._Element, labelled: Mapping[str, ReportEntry]) -> None:
    """Every label with its entry's place in the document, gathered by whose word it is."""
    by_whom: dict[str, list[tuple[str, SlotLabel]]] = {}
    for place, entry in labelled.items():
        for said in entry.said:
            by_whom.setdefault(said.reviewer, []).append((place, said))
    if not by_whom:
        return
    analysis = add(meta, "analysis", source=f"#{_PARAPH}")
    for reviewer in sorted(by_whom):
        made = add(analysis, "otherReferences", source=f"#{_reviewer_id(reviewer)}")
        for place, said in by_whom[reviewer]:
            for part in said.parts:
                _add_label(made, place, said, part)


def _add_label(parent: etree._Element, place: str, said: SlotLabel, part: SlotValue) -> None:
    own = {"frame": str(said.frame), "source": said.source, "leadIn": said.lead_in or ""}
    if part.span is not None:
        own |= {"start": str(part.span.start), "end": str(part.span.end)}
    made = add(parent, "implicitReference", for_=f"#{place}", refersTo=f"#{_concept_id(said, part)}",
               showAs=xml_text(part.words or part.code))  # fmt: skip
    for name, value in own.items():
        if value:
            made.set(f"{{{OWN}}}{name}", value)


def add_references(meta: etree._Element, entries: Iterable[ReportEntry]) -> None:
    """What labels and reviewers are called, each once."""
    made = add(meta, "references", source=f"#{_PARAPH}")
    add(made, "TLCOrganization", eId=_UN, href="/akn/ontology/organization/un", showAs="United Nations")
    add(made, "TLCOrganization", eId=_PARAPH, href="/akn/ontology/organization/paraph", showAs="Paraph")
    found: dict[str, str] = {}
    people: set[str] = set()
    for entry in entries:
        for said in entry.said:
            people.add(said.reviewer)
            for part in said.parts:
                found[_concept_id(said, part)] = part.code or said.slot.value
    for name in sorted(found):
        href = f"/akn/ontology/concept/paraph/{name.replace('.', '/', 1)}"
        add(made, "TLCConcept", eId=name, href=href, showAs=xml_text(found[name]))
    for person in sorted(people):
        where = f"/akn/ontology/person/{quote(_slug(person) or 'unnamed')}"
        add(made, "TLCPerson", eId=_reviewer_id(person), href=where, showAs=xml_text(person))


def _reviewer_id(name: str) -> str:
    return f"reviewer.{quote(name)}"


def _actor(document: Document) -> str:
    organ = document.masthead.symbol.split("/")[0]
    return _slug(document.masthead.body) or _slug(organ) or "unknown"


def _percents(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode())
