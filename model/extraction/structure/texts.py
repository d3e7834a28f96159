"""Texts of rows: spans joined with their spaces, footnote marks taken out, broken words healed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from model.extraction.rows import Row
from model.reading.superscripts import is_power
from model.reading.text import Span

_MARK = re.compile(
    r"[\s,]*((?:\d{1,3}|[*\u2217\u204e\uff0a]{1,4}|[†‡§¶#]{1,3}|[a-z])(?:\s*,\s*(?:\d{1,3}|[a-z*†‡§]))*)[\s,]*"
)
_TYPED = re.compile(
    r" (\d{1,3})/(?=[.,;:)\s]|$)|(?<=\S)\s?\[(\d{1,3})\]"
    r"|(?<=[^\W\d_])(?: (?=\S{1,3}$))?([*†‡]{1,3})(?=[.,;:)\s]|$)"
)
# Without one of these signs there is none of them.
_MAY_BE_TYPED = re.compile(r"[/\[*†‡]")
_SPACES = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
_SOFT = "\u00ad"
_WIDE = "\u2e80"  # from here on stand the scripts without spaces
_HYPHENS = "-\u2010\u2011\u00ad"


class NoteMark(NamedTuple):
    """A footnote's mark in a text, at a code-point offset. `raised`: the engine calls it a superscript."""

    offset: int
    mark: str
    raised: bool = True


class Text(NamedTuple):
    """A text and the footnote marks in it."""

    text: str
    marks: tuple[NoteMark, ...] = ()


# From its values in order, as one is made of every row.
_text = partial(tuple.__new__, Text)


def row_text(row: Row, marks: frozenset[str] | None = None) -> Text:
    """A row's text with single spaces, its marks out of it.

    `marks`: the marks that the document's footnotes have; a small raised numeral that is none of them stays
    in the text (m², 1st). None takes out nothing.
    """
    spans = row.spans
    if len(spans) == 1:
        text = bare(spans[0].text)
    elif marks and any(is_small(span, row) for span in spans):
        return _without_marks(row, marks)
    else:
        text = bare(_spaced(spans))
    if marks and _MAY_BE_TYPED.search(text) and _TYPED.search(text):
        return _without_typed(text, marks)
    return _text((text, ()))


def _without_typed(text: str, marks: frozenset[str]) -> Text:
    """A text without the marks that are set in its line: "development 1/.", "development.[1]", "care*."."""
    found: list[NoteMark] = []
    kept: list[str] = []
    end = length = 0
    for match in _TYPED.finditer(text):
        mark = match[1] or match[2] or match[3]
        if mark in marks:
            kept.append(text[end : match.start()])
            length += match.start() - end
            found.append(NoteMark(length, mark, raised=False))
            end = match.end()
    return Text("".join([*kept, text[end:]]), tuple(found))


def _spaced(spans: Sequence[Span]) -> str:
    """The texts of spans, with a space where they stand apart."""
    before = spans[0]
    texts = [before.text]
    for span in spans[1:]:
        if not before.text.endswith(" ") and _apart(before, span):
            texts.append(" ")
        texts.append(span.text)
        before = span
    return "".join(texts)


def _without_marks(row: Row, marks: frozenset[str]) -> Text:
    parts: list[str] = []
    found: list[NoteMark] = []
    length = 0
    before: Span | None = None
    for span in row.spans:
        text = span.text
        if before is not None:
            if before.text[-1:].isspace() or text[:1].isspace():
                if not (parts and parts[-1].endswith(" ")):
                    parts.append(" ")
                    length += 1
            elif _apart(before, span):
                parts.append(" ")
                length += 1
        if length and is_small(span, row) and (match := _MARK.fullmatch(text)):
            names = [mark_name(name) for name in re.split(r"[\s,]+", match[1]) if name]
            if all(name in marks for name in names) and not is_power(match[1], "".join(parts[-3:])):
                at = length - 1 if parts and parts[-1].endswith(" ") else length
                found.extend(NoteMark(at, name, span.raised) for name in names)
                before = span
                continue
        text = squeeze(text)
        if text:
            parts.append(text)
            length += len(text)
        before = span
    joined = "".join(parts)
    if not found:
        return Text(bare(joined))
    return _settled(joined, _SPACES.sub(" ", joined), found)


def _settled(joined: str, text: str, found: Sequence[NoteMark]) -> Text:
    """Strips the ends and keeps the marks where they belong."""
    if text == joined:
        lead = len(text) - len(text.lstrip())
        bare = text.strip()
        return Text(
            bare, tuple(NoteMark(max(0, min(m.offset - lead, len(bare))), m.mark, m.raised) for m in found)
        )
    marks = []
    for mark in found:
        ahead = _SPACES.sub(" ", joined[: mark.offset]).lstrip()
        marks.append(NoteMark(min(len(ahead), len(text.strip())), mark.mark, mark.raised))
    return Text(text.strip(), tuple(marks))


def mark_name(mark: str) -> str:
    """A mark as nodes name it: every kind of asterisk becomes the keyboard's."""
    return mark.replace("\u2217", "*").replace("\u204e", "*").replace("\uff0a", "*")


def is_small(span: Span, row: Row) -> bool:
    """Whether a span is set as a superscript: flagged, or smaller and higher than its row."""
    return span.raised or (span.size < 0.82 * row.size and span.baseline < row.baseline - 0.12 * row.size)


def squeeze(text: str) -> str:
    """The text with one space for every stretch of white space."""
    return text if "  " not in text and text.isprintable() else _SPACES.sub(" ", text)


def bare(text: str) -> str:
    """The squeezed text without spaces at its ends."""
    return text.strip() if "  " not in text and text.isprintable() else " ".join(text.split())


def _apart(before: Span, span: Span) -> bool:
    start = span.x0
    gap = start - before.x1 if start >= before.x0 else before.x0 - span.x1
    return gap > 0.68 and gap > 0.17 * min(before.size, span.size)


def join(texts: Sequence[tuple[str, Sequence[NoteMark]]], words: frozenset[str] = frozenset()) -> Text:
    """Lines joined to one text.

    A hyphen at a line's end goes where the joined word stands elsewhere in the document (`words`), or where
    it is soft; a compound's hyphen stays. Chinese and Japanese lines join without a space.
    """
    if len(texts) == 1:  # as in most cells of tables
        ((text, found),) = texts
        return Text(text, tuple(found))
    out: list[str] = []
    marks: list[NoteMark] = []
    length = 0
    last = ""
    for text, found in texts:
        if not text:
            marks += [NoteMark(length, mark.mark, mark.raised) for mark in found]
            continue
        if last:
            end = last[-1]
            if end in _HYPHENS and len(last) > 1 and last[-2].isalnum() and text[0].isalnum():
                if end == _SOFT or (end != "\u2011" and _broken(last, text, words)):
                    out[-1] = out[-1][:-1]
                    length -= 1
            elif not (
                end == "/"
                or (end in "–—" and len(last) > 1 and not last[-2].isspace())
                or (end >= _WIDE and is_wide(end) and is_wide(text[0]))
            ):
                out.append(" ")
                length += 1
        if found:
            marks += [NoteMark(length + mark.offset, mark.mark, mark.raised) for mark in found]
        out.append(text)
        length += len(text)
        last = text
    return Text("".join(out), tuple(marks))


_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")


def _broken(line: str, after: str, words: frozenset[str]) -> bool:
    """Whether a hyphen at the end of `line` only breaks a word."""
    head, tail = _LAST.search(line[:-1]), _FIRST.match(after)
    if not head or not tail or not tail[0][0].islower():
        return False
    whole = (head[0] + tail[0]).casefold()
    if whole in words:
        return True
    if f"{head[0]}-".casefold() in words or f"-{tail[0]}".casefold() in words:
        return False  # "decision-makers" where there is "decision-making", or "law-makers"
    return (
        f"{head[0]}-{tail[0]}".casefold() not in words
        and len(head[0]) > 1
        and (head[0].casefold() not in words or tail[0].casefold() not in words)
    )


def is_wide(sign: str) -> bool:
    """Whether a sign is Chinese or Japanese: a line may be broken after any of them."""
    return _WIDE <= sign <= "\u9fff" or "\uff00" <= sign <= "\uffef" or "\u3000" <= sign <= "\u30ff"


# Shorter parts of compounds ("re-elected") begin many words that are not compounds.
_PART = 3
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of a document that stand whole on a line, compounds with their hyphens too, and the first and
    last parts of these.

    Where the document breaks words at the ends of lines, their parts are none.
    """
    lines = list(texts)
    words = _words_in(lines)
    ends = [
        (head[0].casefold(), tail[0].casefold())
        for line, after in itertools.pairwise(lines)
        if line[-1:] in _HYPHENS and (head := _LAST.search(line[:-1])) and (tail := _FIRST.match(after))
    ]
    whole = sum([head + tail in words for head, tail in ends])
    compounds = sum([f"{head}-{tail}" in words for head, tail in ends])
    are_broken = whole > compounds if whole > 1 else _has_hyphens_at_ends(lines, len(ends))
    return _words_in(_without_parts(lines)) if are_broken else words


# Of the compounds in reports that break no words, at most one in seven stands at the end of a line.
_AT_ENDS = 3
_FEW = 3
_COMPOUND = re.compile(r"[^\W\d_]{2,}-[^\W\d_]{2,}")


def _has_hyphens_at_ends(lines: Iterable[str], ends: int) -> bool:
    """Whether more words stand broken at the ends of lines than compounds would."""
    if ends < _FEW:
        return False
    return _AT_ENDS * ends > sum([len(_COMPOUND.findall(line)) for line in lines if "-" in line])


def _without_parts(lines: Iterable[str]) -> Iterator[str]:
    """The lines without what a hyphen at an end may only be a part of."""
    goes_on = False
    for line in lines:
        whole = line.partition(" ")[2] if goes_on else line
        goes_on = line[-1:] in _HYPHENS and line[-2:-1].isalpha()
        yield whole.rpartition(" ")[0] if goes_on else whole


def _words_in(texts: Iterable[str]) -> frozenset[str]:
    apart = set(map(str.casefold, set(" ".join(texts).split())))  # most come again and again
    plain = frozenset(filter(str.isalpha, apart))
    others = _WORD.findall(" ".join(apart - plain))
    return plain.union(others, _parts(word for word in others if "-" in word))


def _parts(compounds: Iterable[str]) -> Iterator[str]:
    """The first and last parts of compounds, with their hyphens: "decision-", "-making"."""
    for word in compounds:
        first, last = word.partition("-")[0], word.rpartition("-")[2]
        if len(first) >= _PART:
            yield f"{first}-"
        if len(last) >= _PART:
            yield f"-{last}"
