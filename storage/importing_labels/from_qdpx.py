"""Labels out of a REFI-QDA project: codings of texts that Paraph wrote, or that hold the same paragraphs.

A code below one that is called like a slot is a value of it; a code that is called like a role is a role.
The archive may come from anybody: nothing of it is unpacked to the disk, members with names that lead
elsewhere are refused, sizes are counted while they are read, and the XML may define nothing.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from lxml import etree

from model.errors import UserFacingError, why_unreadable
from model.labels import Slot
from storage.exporting.as_qdpx import PROJECT, frames_of, is_entry, tag, verify_standard
from storage.exporting.xml_reading import parse_xml
from storage.importing_labels.words import MOST_BYTES, EntryName, Request, Word

# Files in an archive that is taken for a project.
_MOST_MEMBERS = 20_000
_AT_ONCE = 1 << 20
# A paragraph's printed number, which no word is: "12.", "(a)", "128.1", "•".
_NUMBER = re.compile(r"\s*(?:\d[\d.]*\.?|\([^\W_]{1,5}\)|[^\W_]{1,5}\)|[•–—-])\s+")


class _Code(NamedTuple):
    slot: Slot | None
    value: str


class _Selection(NamedTuple):
    start: int
    end: int
    guid: str
    element: etree._Element


def read(path: Path, request: Request) -> Iterator[Word]:
    """Raises UserFacingError that names the file."""
    try:
        with zipfile.ZipFile(path) as archive:
            _verify_names(path, archive)
            root = _parsed(path, _bytes_of(path, archive, PROJECT))
            users = {user.get("guid"): user.get("name") or "" for user in root.iter(tag("User"))}
            codes = {made.get("guid"): _meaning(made, request) for made in root.iter(tag("Code"))}
            notes = {note.get("guid"): note for note in root.iter(tag("Note"))}
            for source in (*root.iter(tag("Representation")), *root.iter(tag("TextSource"))):
                text = _text_of(path, archive, source)
                yield from _Source(source, text, request, users, codes, notes).words()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError) as error:
        raise UserFacingError(f"{path}: not a REFI-QDA project, or damaged; export it again") from error
    except OSError as error:
        raise UserFacingError(f"{path}: {why_unreadable(error)}") from error


class _Source:
    """One text with its selections."""

    def __init__(self, source: etree._Element, text: str, request: Request, users: Mapping[str, str],
                 codes: Mapping[str, _Code], notes: Mapping[str, etree._Element]) -> None:  # fmt: skip
        self._text, self._request, self._users = text, request, users
        self._codes, self._notes = codes, notes
        above = source.getparent()
        is_pdf = above is not None and above.tag == tag("PDFSource")
        self._document = request.document or str((above if is_pdf else source).get("guid"))
        self._selections = [
            _Selection(int(made.get("startPosition")), int(made.get("endPosition")), made.get("guid"), made)
            for made in source.iterfind(tag("PlainTextSelection"))
        ]
        self._entries = sorted(one for one in self._selections if is_entry(one.guid))

    def words(self) -> Iterator[Word]:
        holder = self._holders()
        for selection in self._selections:
            where = f"selection at {selection.start}"
            if not 0 <= selection.start <= selection.end <= len(self._text):
                raise UserFacingError(
                    f"{self._document}: the {where} is not in its text; export the project again"
                )
            entry = holder.get(selection.guid)
            words = self._text[selection.start : selection.end]
            if entry is not None:
                named = EntryName(where, entry.guid, self._document, text=self._text[entry.start : entry.end])
                start = selection.start - entry.start
                whole = (selection.start, selection.end) == (entry.start, entry.end)
            else:
                named, start = self._by_paragraph(selection, where)
                whole = start == 0 and len(words) >= len(named.text)
            place = (0, 0) if whole else (start, start + len(words))
            yield from self._of_selection(selection.element, named, "" if whole else words, place, entry)

    def _of_selection(self, made: etree._Element, named: EntryName, words: str, place: tuple[int, int],
                      entry: _Selection | None) -> Iterator[Word]:  # fmt: skip
        for coding in made.iterfind(tag("Coding")):
            code = self._codes.get(coding.find(tag("CodeRef")).get("targetGUID"))
            if code is None or code.slot is None:
                continue
            frame = 0 if entry is None else frames_of(entry.element, code.slot).get(coding.get("guid"), 0)
            yield Word(named, self._whose(coding), code.slot, code.value, words, *place, frame)
        for ref in made.iterfind(tag("NoteRef")):
            note = self._notes.get(ref.get("targetGUID"))
            content = None if note is None else note.findtext(tag("PlainTextContent"))
            if note is not None and content:
                yield Word(named, self._whose(note), Slot.NOTE, words=content)

    def _whose(self, made: etree._Element) -> str:
        return self._request.reviewer or self._users.get(made.get("creatingUser") or "", "")

    def _holders(self) -> dict[str, _Selection]:
        """For each selection the entry that it lies in."""
        found: dict[str, _Selection] = {}
        entries, at = self._entries, 0
        for selection in sorted(self._selections, key=lambda one: (one.start, -one.end)):
            while at < len(entries) - 1 and entries[at + 1].start <= selection.start:
                at += 1
            if entries and entries[at].start <= selection.start and selection.end <= entries[at].end:
                found[selection.guid] = entries[at]
        return found

    def _by_paragraph(self, selection: _Selection, where: str) -> tuple[EntryName, int]:
        """The paragraph of the text that holds a selection, without its number, and where that starts."""
        begin = self._text.rfind("\n", 0, selection.start) + 1
        end = self._text.find("\n", selection.start)
        paragraph = self._text[begin : end if end >= 0 else len(self._text)]
        number = _NUMBER.match(paragraph)
        skipped = number.end() if number is not None and begin + number.end() <= selection.start else 0
        return EntryName(
            where, "", self._document, text=paragraph[skipped:]
        ), selection.start - begin - skipped


def _meaning(code: etree._Element, request: Request) -> _Code:
    name, above = code.get("name", ""), code.getparent()
    slot = request.slot_of(name)
    if above is not None and above.tag == tag("Code"):
        return _Code(request.slot_of(above.get("name", "")), name)
    return _Code(slot, "") if slot is not None else _Code(Slot.ROLE, name)


def _verify_names(path: Path, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        raise UserFacingError(f"{path}: more than {_MOST_MEMBERS:,} files in it; this is not a project")
    for member in members:
        name = PurePosixPath(member.filename.replace("\\", "/"))
        if name.is_absolute() or ".." in name.parts or ":" in "".join(name.parts[:1]):
            raise UserFacingError(
                f"{path}: a file in it is named to land elsewhere ({member.filename}); do not trust it"
            )
    if PROJECT not in archive.namelist():
        raise UserFacingError(f"{path}: no {PROJECT} in it; export a REFI-QDA project (.qdpx)")


def _bytes_of(path: Path, archive: zipfile.ZipFile, name: str) -> bytes:
    """What the archive says of sizes may be wrong, so they are counted."""
    pieces, size = [], 0
    with archive.open(name) as member:
        while piece := member.read(_AT_ONCE):
            size += len(piece)
            if size > MOST_BYTES:
                raise UserFacingError(
                    f"{path}: {name} in it grows beyond {MOST_BYTES // 1_000_000} MB; export fewer texts"
                )
            pieces.append(piece)
    return b"".join(pieces)


def _parsed(path: Path, data: bytes) -> etree._Element:
    try:
        root = parse_xml(data)
        if root.getroottree().docinfo.doctype:
            raise UserFacingError(f"{path}: its XML defines things of its own; do not trust it")
        verify_standard(root)
    except ValueError as error:
        raise UserFacingError(
            f"{path}: {PROJECT} in it is not a REFI-QDA project ({error}); export it again"
        ) from error
    return root


def _text_of(path: Path, archive: zipfile.ZipFile, source: etree._Element) -> str:
    content = source.findtext(tag("PlainTextContent"))
    if content is not None:
        return str(content)
    inside = PurePosixPath(str(source.get("plainTextPath") or "").removeprefix("internal://")).name
    for name in archive.namelist():
        if PurePosixPath(name).parts[:1] in (("sources",), ("Sources",)) and name.endswith(f"/{inside}"):
            data = _bytes_of(path, archive, name)
            return data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
    raise UserFacingError(f"{path}: the text {inside or '?'} is not in it; export the project again")
