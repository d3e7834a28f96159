"""Full-text search as SQLite does it: the index, its query language, and what it cannot do.

Words match with accents folded and in any case; the last one also as a beginning, because it may still be
typed. Words in double quotes match as a phrase. Chinese and Japanese have no spaces and Arabic glues its
articles to its words, so queries in these scripts look for the characters themselves.
"""

from __future__ import annotations

import re
from itertools import islice

from sqlalchemy import ColumnElement, String, column, func, literal_column, select, table, text
from sqlalchemy.engine import Connection
from sqlalchemy.sql import Select

from model.labels import Span
from storage.schema import NODE

# Marks that no report prints, around what the index found.
_OPEN, _CLOSE = "\x02", "\x03"
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
# The database refuses conditions that are too deep and patterns that are too long, and for an excerpt it
# weighs every place of every term.
_MOST_TERMS, _LONGEST_TERM = 50, 1000
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")
_EXCERPT_WORDS = 24
_EXCERPT_CHARACTERS = 160
_INDEX = table("node_text", column("rowid"), column("text"))
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
# Arabic and its presentation forms, kana, ideographs.
_UNSPACED = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff\u3040-\u30ff\u3400-\u9fff]")


def _terms_of(query: str) -> list[str]:
    """What is looked for: single words, and phrases as one string each; each once, and of a longer
    text, such as a page that was pasted, the beginning."""
    found = (" ".join((phrase or word).split()) for phrase, word in _TERM.findall(_NO_TEXT.sub(" ", query)))
    terms = (term[:_LONGEST_TERM] for term in found if any(character.isalnum() for character in term))
    return list(dict.fromkeys(islice(terms, _MOST_TERMS)))


def matching(query: str) -> Select[tuple[int, str]] | None:
    """A query for (node key, excerpt) of all nodes that match; None for an empty one. `excerpt_of` takes the
    excerpt apart."""
    terms = _terms_of(query)
    if not terms:
        return None
    if any(_UNSPACED.search(term) for term in terms):
        return _by_characters(terms)
    excerpt = func.snippet(literal_column("node_text"), 0, _OPEN, _CLOSE, "…", _EXCERPT_WORDS, type_=String)
    found = select(_INDEX.c.rowid.label("node"), excerpt.label("excerpt"))
    return found.where(_match(_expression(query, terms)))


def found_in(connection: Connection, query: str, node: str) -> tuple[Span, ...]:
    """Where the words that are looked for stand in the whole text of an entry, given by its id."""
    own = NODE.c.id == node
    terms = _terms_of(query)
    if any(_UNSPACED.search(term) for term in terms):
        whole = connection.execute(select(NODE.c.text).where(own)).scalar() or ""
        places = (re.finditer(re.escape(term), whole, re.IGNORECASE) for term in terms)  # LIKE does so, too
        return tuple(sorted({Span(*place.span()) for found in places for place in found}))
    if not terms:
        return ()
    marked = func.highlight(literal_column("node_text"), 0, _OPEN, _CLOSE, type_=String)
    key = select(NODE.c.pk).where(own).scalar_subquery()
    matches = _match(_expression(query, terms))
    answer = select(marked).select_from(_INDEX).where(_INDEX.c.rowid == key, matches)
    return excerpt_of(connection.execute(answer).scalar() or "")[1]


def everything() -> Select[tuple[int, str]]:
    """As `matching`, of all nodes."""
    excerpt = func.substr(NODE.c.text, 1, _EXCERPT_CHARACTERS, type_=String)
    return select(NODE.c.pk.label("node"), excerpt.label("excerpt"))


def excerpt_of(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The excerpt without its marks, and where the found words stand in it."""
    pieces: list[str] = []
    spans: list[Span] = []
    length = 0
    for index, piece in enumerate(_MARK.split(marked)):
        if index % 2 and piece:
            spans.append(Span(length, length + len(piece)))
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(spans)


def _match(expression: str) -> ColumnElement[bool]:
    return text("node_text MATCH :expression").bindparams(expression=expression)  # type: ignore[return-value]


def _expression(query: str, terms: list[str]) -> str:
    """Every term quoted, because `A/RES/78` and `AND` are syntax to the index."""
    quoted = [f'"{term}"' for term in terms]
    if not query.rstrip().endswith('"') and not query.endswith((" ", "\t")):
        quoted[-1] += "*"
    return " ".join(quoted)


def _by_characters(terms: list[str]) -> Select[tuple[int, str]]:
    where = [NODE.c.text.contains(term, autoescape=True) for term in terms]
    first = terms[0]
    at = func.instr(NODE.c.text, first)
    start = func.max(at - _EXCERPT_CHARACTERS // 2, 1)
    marked = func.replace(
        func.substr(NODE.c.text, start, _EXCERPT_CHARACTERS), first, f"{_OPEN}{first}{_CLOSE}", type_=String
    )
    return select(NODE.c.pk.label("node"), marked.label("excerpt")).where(*where)
