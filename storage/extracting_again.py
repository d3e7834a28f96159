"""Extracts reports of a project again, with everything that people said and did kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import select

from model.edits import Edit
from model.errors import UnreadableFile, UserFacingError
from model.extracting_again import Again, extract_again
from model.labels import Reviewer, ReviewerKind
from model.recognition_cache import RecognitionCache
from model.user_name import user_name
from model.workers.messages import Extracted
from model.workers.pool import WorkerPool
from storage.ledger import edits_after
from storage.loading import load_review
from storage.people import tidy_name
from storage.project import Project
from storage.recognized_words import keep_recognized, recognition_cache_of
from storage.retrying import apply_with_retry
from storage.schema import DOCUMENT
from storage.unread_pages import keep_unread
from storage.vocabularies import with_own_vocabularies
from storage.writer import Priority


def worked_out(project: Project, document_id: str, extracted: Extracted) -> Again:
    """What a newer extraction changes in a report as it is now; nothing is written.

    Raises KeyError for an unknown document, UnreadableFile where it is not the report's PDF.
    """
    with project.reading() as connection:
        review = load_review(connection, document_id)
        edits = edits_after(connection, document_id, 0)
    if extracted.document.sha256 != review.document.sha256:
        raise UnreadableFile(
            f"{extracted.document.name}: it is not the PDF that was imported; import it by itself."
        )
    extracted = with_own_vocabularies(project, extracted)
    return extract_again(review, edits, extracted.document, extracted.nodes, extracted.decisions)


def apply_again(project: Project, document_id: str, extracted: Extracted, reviewer: Reviewer) -> Again:
    """Works it out and makes the edit. Waits for the disk."""
    tried: list[Again] = []

    def work_out() -> Edit:
        tried.append(worked_out(project, document_id, extracted))
        return tried[-1].edit

    apply_with_retry(project, document_id, reviewer, work_out)
    keep_pages(project, document_id, extracted)
    return tried[-1]


def keep_pages(project: Project, document_id: str, extracted: Extracted) -> None:
    """Remembers which pages a newer extraction could not read, and the words of those that it recognized.
    Waits for the disk."""
    for keep in (
        partial(keep_unread, document_id=document_id, doubts=extracted.doubts),
        partial(keep_recognized, document_id=document_id, pages=extracted.recognized),
    ):
        project.write(keep, Priority.SETTING).result()


def recognition_cache_for(project: Project, document_id: str) -> RecognitionCache:
    """What was recognized in a report's PDF before: its pages need not be read once more."""
    with project.reading() as connection:
        query = select(DOCUMENT.c.sha256).where(DOCUMENT.c.id == document_id)
        sha256 = str(connection.scalar(query))
    return recognition_cache_of(project, sha256)


def extract_files_again(project: Project, files: Sequence[tuple[Path, str]], reviewer: Reviewer,
                        password: str | None = None,
                        on_line: Callable[[str], object] = print) -> bool:  # fmt: skip
    """Reports of the project with the PDFs to read them from, one after the other, a line for each.

    True if all went well; one that fails never stops the rest.
    """
    fine = True
    with WorkerPool(1) as pool:
        for number, (file, document_id) in enumerate(files, 1):
            try:
                recognition = recognition_cache_for(project, document_id)
                extracted = pool.extract(file, password, recognition=recognition).result()
                again = apply_again(project, document_id, extracted, reviewer)
                said = f"extracted again: {again.summary}"
            except UserFacingError as error:
                fine = False
                said = f"not extracted again: {str(error).removeprefix(f'{file.name}: ')}"
            on_line(f"[{number}/{len(files)}] {file.name}: {said}")
    return fine


def person_at_work(project: Project, name: str | None) -> Reviewer:
    """Who extracts again, so that Undo takes it back, or makes a release: the named one, else the only
    person, else who works here, as the window names them.

    Raises UserFacingError if several people have reviewed, and neither is one named nor
    is who works here one of them.
    """
    if name:
        return project.person(name)
    people = [reviewer for reviewer in project.reviewers() if reviewer.kind is ReviewerKind.PERSON]
    here = tidy_name(user_name())
    if len(people) > 1 and here not in {reviewer.name for reviewer in people}:
        names = ", ".join(reviewer.name for reviewer in people)
        raise UserFacingError(f"{project.path}: say in whose name, with --reviewer: {names}.")
    return people[0] if len(people) == 1 else project.person(here)
