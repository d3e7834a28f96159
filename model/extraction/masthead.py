"""The fields that a report prints on its first page: symbol, date, distribution, body, session, ..."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from model.dates import find_date
from model.documents import Masthead
from model.extraction import wording
from model.extraction.rows import Row, Zone
from model.symbols import distinct, only_symbols

_HEAD = (Zone.MASTHEAD, Zone.HEADER, Zone.COVER)
_AFTER_COLON = re.compile(r"^[^:：]*[:：]\s*(.+)$")
_JOB = re.compile(r"(?:[A-Z]{1,4}\.)?\d{2}-\d{4,6}")


def read_masthead(rows: Sequence[Row], metadata: Mapping[str, str] | None = None) -> Masthead:
    """The masthead's fields, empty if the report prints none.

    `metadata` is the PDF's own; its title is used only where no title was found on the pages.
    """
    first = rows[0].page if rows else 1
    front = [row for row in rows if row.page <= first + 2]
    head = [row for row in front if row.zone in _HEAD and row.page == front[0].page] if front else []
    symbols = _symbols(rows, head)
    printed, iso = _date(head)
    title = joined(row for row in front if row.zone is Zone.TITLE)
    body, session, agenda = _body(head)
    return Masthead(
        symbol=symbols[0] if symbols else "",
        symbols=symbols,
        title=title or _own_title(metadata or {}),
        date=iso,
        date_printed=printed,
        distribution=_labelled(head, wording.DISTRIBUTION),
        original_language=_labelled(head, wording.ORIGINAL),
        body=body or _on_cover(head),
        session=session,
        agenda_item=agenda,
        job_number=_job_number(front),
    )


def _own_title(metadata: Mapping[str, str]) -> str:
    """The title that the PDF names as its own, unless its program made it up."""
    title = " ".join(metadata.get("title", "").split())
    return "" if wording.MADE_UP.fullmatch(title) else title


def joined(rows: Iterable[Row]) -> str:
    """The text of rows on one line, without raised footnote marks and trailing asterisks."""
    parts = ("".join(span.text for span in row.spans if not _is_mark(span.text, span.raised)) for row in rows)
    return re.sub(r"\s*[*∗]+(?=\s|$)", "", " ".join(" ".join(parts).split()))


def _is_mark(text: str, raised: bool) -> bool:
    return raised and len(text.strip()) <= 3


def _symbols(rows: Sequence[Row], head: Sequence[Row]) -> tuple[str, ...]:
    """The symbols printed alone in the masthead, or else in most running headers."""
    found = [symbol for row in head for symbol in only_symbols(row.text.strip(" *∗"))]
    if found:
        return distinct(found)
    running: Counter[tuple[str, ...]] = Counter(
        tuple(only_symbols(row.text)) for row in rows if row.zone is Zone.HEADER
    )
    running.pop((), None)
    if running:
        symbols, count = running.most_common(1)[0]
        return symbols if count > 1 or len(running) == 1 else ()
    titled = [s for row in rows if row.zone is Zone.TITLE for s in only_symbols(row.text.split(" ")[0])]
    return distinct(titled)


def _date(head: Sequence[Row]) -> tuple[str, str]:
    """The date of issue: a row that is a date and little else, the first below the distribution line."""
    label = next((i for i, row in enumerate(head) if wording.DISTRIBUTION.match(row.text)), 0)
    for row in [*head[label:], *head[:label]]:
        found = find_date(row.text)
        if found is not None and len(row.text.strip()) <= len(found[0]) + 8:
            return found
    return next((found for row in head if (found := _day_of_meeting(row.text))), ("", ""))


def _day_of_meeting(text: str) -> tuple[str, str] | None:
    """The date of a row that gives the weekday and the hour too ("Friday, 6 May 2025, 10 a.m.")."""
    found = find_date(text)
    if found is None:
        return None
    weekday, _, hour = text.strip().partition(found[0])
    return found if _WEEKDAY.fullmatch(weekday) and len(hour) <= _HOUR else None


# Chinese has the weekday after the date.
_WEEKDAY, _HOUR = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?(?: [^\W\d_]+)?,? "), 24


def _labelled(head: Sequence[Row], label: re.Pattern[str]) -> str:
    """What follows a label ("Distr.: General"), in its row or in the next one below it."""
    for row in head:
        if not label.match(row.text):
            continue
        text = row.text.strip()
        match = _AFTER_COLON.match(text)
        value = match[1] if match else label.sub("", text).strip(" .:：")
        if not value:
            below = [r for r in head if 0 < r.baseline - row.baseline < 20 and abs(r.x0 - row.x0) < 12]
            value = below[0].text.strip() if below else ""
        value = " ".join(value.split())
        return "/".join(map(str.capitalize, value.split("/"))) if value.isupper() else value
    return ""


def _body(head: Sequence[Row]) -> tuple[str, str, str]:
    """Body, session and agenda item from the left part of the masthead."""
    marks = [
        row.baseline
        for row in head
        if wording.DISTRIBUTION.match(row.text) or wording.ORIGINAL.match(row.text)
    ]
    if not marks:
        return *_of_records(head), ""
    right = min(
        row.x0 for row in head if wording.DISTRIBUTION.match(row.text) or wording.ORIGINAL.match(row.text)
    )
    organ = _organ([r for r in head if r.zone is Zone.MASTHEAD and r.x0 < right - 20], min(marks))
    names = [r for r in organ if not _is_head_word(r.text)]
    block = [
        r for r in head
        if r.zone is Zone.MASTHEAD and r not in organ and not _is_act(r.text)
        and r.baseline > max(marks) - 2 and r.x0 < right - 60
    ]  # fmt: skip
    session = next(
        (
            i
            for i, r in enumerate(block)
            if wording.SITTING.search(r.text) and not wording.AGENDA.match(r.text)
        ),
        None,
    )
    agenda = next((i for i, r in enumerate(block) if wording.AGENDA.match(r.text)), None)
    if session is not None and agenda is not None and session > agenda:
        session = None
    place = next((i for i, r in enumerate(block) if find_date(r.text) and i != session), None)
    ends = [i for i in (session, agenda, place) if i is not None]
    body = joined(block[: min(ends)]) if ends else ""
    topic = ""
    if agenda is not None:
        stop = next(
            (i for i in range(agenda + 1, len(block)) if block[i].size > block[agenda].size + 1), len(block)
        )
        topic = joined(block[agenda:stop])
    return (
        body or joined(names),
        joined([block[session]]) if session is not None else "",
        topic,
    )


def _of_records(head: Sequence[Row]) -> tuple[str, str]:
    """The body whose Official Records a report is in, named above or beside these words, and its session."""
    series = next((row for row in head if wording.OFFICIAL_RECORDS.match(row.text)), None)
    if series is None:
        return "", ""
    above = [row for row in head if row.baseline < series.baseline + 2 and row.size >= series.size]
    organ = max((row for row in above if row is not series), key=lambda row: row.baseline, default=None)
    below = (row for row in head if row.baseline > series.baseline and wording.SITTING.search(row.text))
    session = next(below, None)
    return (
        joined([organ]) if organ is not None and not _is_head_word(organ.text) else "",
        joined([session]) if session is not None else "",
    )


def _on_cover(head: Sequence[Row]) -> str:
    """The body that a cover names in a row by itself; not a name of one or two words, which may be part of
    it."""
    rows = (row.text.strip() for row in head if row.zone is not Zone.HEADER)
    return next((text for text in rows if text.count(" ") > 1 and wording.BODY.match(text)), "")


def _organ(left: Sequence[Row], distribution: float) -> list[Row]:
    """The organ's name: the large or bold rows that begin beside the distribution line."""
    found: list[Row] = []
    for row in left:
        goes_on = (
            bool(found)
            and row.baseline - found[-1].baseline < 1.6 * row.size
            and abs(row.size - found[-1].size) < 0.5
        )
        if wording.RESOLUTION.match(row.text) or (row.baseline > distribution + 90 and not goes_on):
            continue
        bold = all(span.bold for span in row.spans if span.text.strip())
        if row.size > 12.9 or (bold and (goes_on or abs(row.baseline - distribution) < 16)):
            found.append(row)
    return found


def _is_act(text: str) -> bool:
    """True for lines between masthead and title that name the act ("Resolution adopted ...")."""
    return bool(wording.RESOLUTION.match(text)) or text.startswith("[")


def _is_head_word(text: str) -> bool:
    """True for "United Nations" and for an organ's initials, which name no body."""
    return wording.UNITED_NATIONS.fullmatch(text) is not None or len("".join(text.split())) < 3


def _job_number(front: Sequence[Row]) -> str:
    for row in front:
        if row.zone is Zone.JOB_NUMBER and (match := _JOB.search(row.text)):
            return match[0]
    return ""
