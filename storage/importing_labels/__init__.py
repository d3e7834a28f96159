"""Labels that come in from elsewhere: Label Studio, REFI-QDA, a table, another project. They become
somebody's decisions.

Each report that gets labels gets one edit, which its reviewer can undo. What names no entry of the project,
or is not a value of its slot, is listed and left out; a file that cannot be trusted is refused as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from model.differing import differing
from model.editing.draft import Draft
from model.edits import Edit
from model.errors import NO_FILE, UserFacingError
from model.labels import Decision, DecisionKey, Reviewer, ReviewerKind, Slot
from model.nodes import CLASSIFIED, Node
from model.paths import PROJECT_SUFFIX, exists, is_project, isdir, isfile
from model.review import Review, Source
from model.schemes import Scheme
from storage.checking_nodes import is_value
from storage.importing_labels.applying import apply
from storage.importing_labels.matching import Entries, MatchedEntry, NotFound
from storage.importing_labels.outcome import ImportedLabels
from storage.importing_labels.values import BadValue, gathered
from storage.importing_labels.words import LONGEST_NAME, MOST_WORDS, Request, Word
from storage.project import Project
from storage.rows import to_json

SUFFIXES = (".json", ".qdpx", ".csv", ".tsv", ".parquet", PROJECT_SUFFIX)
SPREADSHEETS = (".xlsx", ".xls", ".ods")  # to be saved as CSV first
# Slots that entries of any kind have.
_OF_ANY_KIND = frozenset({Slot.NOTE, Slot.ENTRIES})
# Slots of an entry as a whole, however many recommendations it holds.
_OF_THE_ENTRY = frozenset({Slot.STATUS, Slot.ROLE, Slot.NOTE})
_PEOPLES = frozenset({Source.ADJUDICATED, Source.OWN, Source.REVIEWER})

Key = tuple[str, str]  # a document and a reviewer's name
Matched = Mapping[Key, list[tuple[MatchedEntry, list[Word]]]]


def import_labels(project: Project, path: Path, request: Request) -> ImportedLabels:
    """Raises UserFacingError that names the file where it is refused as a whole; nothing is written then."""
    if is_project(path):
        from storage.importing_labels.from_project import import_project

        outcome = import_project(project, path)
    else:
        outcome = _import_words(project, path, request)
    for document in dict.fromkeys(edit.document for edit in outcome.edits):
        review = project.review(document)
        count = sum(bool(differing(review, node.id)) for node in review.outline)
        outcome.differing |= {document: count} if count else {}
    return outcome


def _import_words(project: Project, path: Path, request: Request) -> ImportedLabels:
    read = list(islice(_reader(path)(path, request), MOST_WORDS + 1))
    if len(read) > MOST_WORDS:
        raise UserFacingError(f"{path}: more than {MOST_WORDS:,} labels; divide it")
    if not read:
        raise UserFacingError(f"{path}: no labels in it that Paraph knows; choose another file")
    words = [word for word in read if not word.is_suggested]
    if request.otherwise:
        words = [word if word.reviewer else word._replace(reviewer=request.otherwise) for word in words]
    if not all(word.reviewer for word in words):
        raise UserFacingError(f"{path}: it does not say whose labels these are; say so, with --reviewer NAME")
    _verify(path, read)
    outcome = ImportedLabels()
    if not request.is_machine:
        machines = {one.name for one in project.reviewers() if one.kind is ReviewerKind.MACHINE}
        words = [word for word in words if word.reviewer not in machines]  # those are in the project
    with project.reading() as connection:
        entries = Entries(connection)
    for (document, name), found in _matched(entries, words, outcome).items():
        reviewer = _reviewer(project, name, request)
        edit = partial(_edit, project, document, reviewer, found, path)
        apply(project, document, reviewer, edit, outcome)
    suggested = _matched(entries, [word for word in read if word.is_suggested], ImportedLabels())
    _tell_changed_suggestions(project, suggested, outcome)
    return outcome


def _tell_changed_suggestions(project: Project, matched: Matched, outcome: ImportedLabels) -> None:
    """Of values that a table calls suggestions, `outcome` lists those that nobody suggests: they were changed
    in it, or are older than what is suggested now."""
    scheme = project.scheme()
    for (document, _), found in matched.items():
        review = project.review(document)
        for entry, of_entry in found:
            for (slot, frame), of_slot in _by_slot(of_entry).items():
                shown = review.shown(entry.node, slot, "", frame)
                if shown.source in _PEOPLES or _say(of_slot, shown.value, entry.text, scheme):
                    continue
                said = ", ".join(word.code for word in of_slot)
                outcome.problems.append(
                    f"{of_slot[0].named.where}: {slot.value}: {said} is not what is suggested; "
                    f"if it is somebody's word, empty {slot.value}_source there"
                )


def _say(words: list[Word], value: Any, text: str, scheme: Scheme) -> bool:
    """Whether the words mean the value."""
    try:
        said, _ = gathered(words, text, scheme, None) or (None, ())
    except BadValue:
        return False
    return (sorted(said) == sorted(value)) if isinstance(said, list) and value else bool(said == value)


def _verify(path: Path, words: list[Word]) -> None:
    """Raises UserFacingError if the project could not hold what a word says."""
    for named, reviewer, _, code, said, *_ in words:
        if len(reviewer) > LONGEST_NAME:
            raise UserFacingError(
                f"{path}: {named.where}: a reviewer's name of {len(reviewer):,} characters; "
                "say whose labels these are, with --reviewer NAME"
            )
        try:
            "".join((*named, reviewer, code, said)).encode("utf-8")
        except UnicodeEncodeError as error:
            raise UserFacingError(
                f"{path}: {named.where}: holds half a character; save the file as UTF-8 again"
            ) from error


def _reader(path: Path) -> Callable[[Path, Request], Iterator[Word]]:
    if not exists(path):
        raise UserFacingError(f"{path}: there is no such file; check its name")
    if not isfile(path):
        what = "a folder, not a file" if isdir(path) else NO_FILE
        raise UserFacingError(f"{path}: {what}; choose a file of labels")
    if path.suffix.lower() in SPREADSHEETS:
        raise UserFacingError(f"{path}: a spreadsheet; save the sheet as CSV UTF-8, and import that")
    name = {".json": "from_labelstudio", ".qdpx": "from_qdpx"}.get(path.suffix.lower(), "from_table")
    try:
        read: Callable[[Path, Request], Iterator[Word]] = import_module(f"{__name__}.{name}").read
    except ModuleNotFoundError as error:
        raise UserFacingError(
            f"{path}: reading it needs more packages ({error.name}): pip install 'paraph[formats]'"
        ) from error
    return read


def _matched(entries: Entries, words: list[Word], outcome: ImportedLabels) -> Matched:
    """The words of each report and reviewer, with the entry that they are about."""
    by_entry: dict[object, list[Word]] = defaultdict(list)
    for word in words:
        by_entry[word.named._replace(where=""), word.reviewer].append(word)
    found: dict[Key, list[tuple[MatchedEntry, list[Word]]]] = defaultdict(list)
    for of_one in by_entry.values():
        named = of_one[0].named
        try:
            entry = entries.find(named)
        except NotFound as error:
            outcome.problems.append(f"{named.where}: {error}")
        else:
            found[entry.document, of_one[0].reviewer].append((entry, of_one))
    return found


def _edit(project: Project, document: str, reviewer: Reviewer, found: list[tuple[MatchedEntry, list[Word]]],
          path: Path, outcome: ImportedLabels) -> Edit:  # fmt: skip
    """What the words are to the report as it is now; `outcome` notes what becomes of them."""
    review, scheme = project.review(document), project.scheme()
    draft = Draft(review, reviewer)
    focus = None
    for entry, words in found:
        node = review.outline.get(entry.node)
        if node is None:
            outcome.problems.append(f"{words[0].named.where}: the entry has just been taken out")
            continue
        changed = 0
        for (slot, frame), of_slot in _by_slot(words).items():
            key = DecisionKey(entry.node, slot, reviewer.id, frame)
            try:
                _verify_place(review, node, slot, frame)
                said = gathered(of_slot, node.text, scheme, review.decision(key))
                if said is not None and not is_value(scheme, slot.value, to_json(said[0])):
                    raise BadValue(f"{said[0]} is not a value that the project knows")
            except BadValue as error:
                outcome.problems.append(f"{of_slot[0].named.where}: {slot.value}: {error}")
                continue
            if said is None:
                outcome.unchanged += 1
                continue
            value, evidence = said
            draft.decide(Decision(key, value, evidence=evidence))
            changed += 1
        if changed:
            outcome.changed += changed
            focus = focus or entry.node
            _count_as_reviewed(draft, review, entry.node, reviewer)
    return draft.edit(f"labels from {path.name}", focus)


def _by_slot(words: list[Word]) -> dict[tuple[Slot, int], list[Word]]:
    """What is said of an entry, by slot and recommendation."""
    found: dict[tuple[Slot, int], list[Word]] = defaultdict(list)
    for word in words:
        found[word.slot, 0 if word.slot in _OF_THE_ENTRY else word.frame].append(word)
    return found


def _verify_place(review: Review, node: Node, slot: Slot, frame: int) -> None:
    """Raises BadValue if the entry has no place for such a label."""
    if slot not in _OF_ANY_KIND and node.kind not in CLASSIFIED:
        raise BadValue(f"a {node.kind.value} has none")
    if frame >= review.frames(node.id):
        raise BadValue(f"there is no recommendation {frame + 1} in it")


def _count_as_reviewed(draft: Draft, review: Review, node: str, reviewer: Reviewer) -> None:
    """A person who labels an entry has seen it."""
    key = DecisionKey(node, Slot.STATUS, reviewer.id)
    if reviewer.kind is ReviewerKind.PERSON and review.decision(key) is None:
        draft.mark_corrected(node)


def _reviewer(project: Project, name: str, request: Request) -> Reviewer:
    if request.is_machine:
        return Reviewer(name, name, ReviewerKind.MACHINE)
    return project.person(name)


__all__ = ["SPREADSHEETS", "SUFFIXES", "ImportedLabels", "Request", "import_labels"]
