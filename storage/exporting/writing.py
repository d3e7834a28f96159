"""Writes a dataset in several formats: each beside its place, read back, compared, and then put there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

from model.errors import UnreadableFile
from storage.errors import ExportFailed, ProjectError, ProjectLocked
from storage.exporting.files import PartialFile, RowSet, Written, failing, make_folder, remove
from storage.exporting.formats import DatasetContext, Format, RowBatch, format_named, needing_packages
from storage.file_lock import FileLock
from storage.progress import Progress, no_progress
from storage.project_file import this_process

# After a dataset's name: the file that is placed last, and is locked while the dataset is written.
_RELEASE = ".release.json"
# Rows that are read back at once.
_AT_ONCE = 1000


class Dataset(Protocol):
    """Rows from wherever they come. `batches` may be gone through once for each format."""

    context: DatasetContext

    def batches(self, on_document: Progress) -> Iterator[RowBatch]:
        """All rows, document by document; `on_document(documents done, of all)` after each."""

    def manifest(self) -> Mapping[str, Any]:
        """What is in the dataset; asked for after `batches` has come to its end."""


def write_dataset(
    dataset: Dataset, formats: Sequence[str], folder: Path, on_progress: Progress = no_progress
) -> list[Path]:
    """Writes `NAME` with each format's suffix, and `NAME.release.json` with the files' hashes.

    Gives their paths. `on_progress(done, of all)` may raise; then nothing is left behind.
    Raises ExportFailed, also where another export writes the same files.
    """
    name = dataset.context.name
    _verify_name(folder / name)
    make_folder(folder)
    _clear_away(folder)
    with _alone(folder / name), ExitStack() as stack:
        parts: list[PartialFile] = []
        files: list[dict[str, Any]] = []
        for turn, wanted in enumerate(formats):
            format_ = format_named(wanted)
            part = stack.enter_context(
                PartialFile(folder / f"{name}{format_.suffix}", is_folder=format_.is_folder)
            )
            progress = _Progress(on_progress, turn, len(formats))
            rows, written = _write(format_, part, dataset, progress)
            parts.append(part)
            files += [
                {"name": file.name, "format": wanted, "rows": rows, "bytes": file.size, "sha256": file.sha256}
                for file in written
            ]
        part = stack.enter_context(PartialFile(folder / f"{name}{_RELEASE}"))
        manifest = {**dataset.manifest(), "files": files}
        with failing(part.target):
            part.path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        part.sync()
        return [part.place() for part in (*parts, part)]


def _verify_name(path: Path) -> None:
    """What is written names its files, in UTF-8."""
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError as error:
        raise ExportFailed(
            f"{path}: not a name in UTF-8; rename the project or choose another folder"
        ) from error


def _clear_away(folder: Path) -> None:
    """What exports that were killed left in a folder: their locks are there, and nobody holds them."""
    with suppress(OSError):
        parts = list(folder.glob(".*.part"))  # before the locks: of what begins meanwhile there is none yet
        locks = [path.name for path in folder.glob(f".*{_RELEASE}.lock")] if parts else []
        names = [lock.removeprefix(".").removesuffix(f"{_RELEASE}.lock") for lock in locks]
        for name in names:
            longer = tuple(f".{other}." for other in names if other.startswith(f"{name}."))
            own = [part for part in parts if part.name.startswith(f".{name}.")]
            with suppress(ProjectError), _held(folder / name):
                for part in own:
                    if not part.name.startswith(longer):
                        remove(part)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One export at a time writes the files that begin with this path: two would put together one dataset out
    of parts of both."""
    with ExitStack() as stack:
        try:
            stack.enter_context(_held(path))
        except ProjectLocked as error:
            raise ExportFailed(
                f"{path}: another export of that name is being written there; wait for its end, or choose "
                "another folder"
            ) from error
        except ProjectError:
            pass  # no file can be made or locked there: writing itself says what is wrong, if anything
        yield


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """The lock of an export to files that begin with this path. Raises ProjectLocked if another one has
    it, or ProjectReadOnly."""
    lock = FileLock(path.with_name(f"{path.name}{_RELEASE}"), this_process())
    try:
        yield
    finally:
        lock.release()


class _Progress:
    """One format's share in the progress of all."""

    def __init__(self, tell: Progress, turn: int, formats: int) -> None:
        self._tell = tell
        self._turn = turn
        self._formats = formats

    def __call__(self, done: int, documents: int) -> None:
        self._tell(self._turn * documents + done, self._formats * documents)


def _write(
    format_: Format, part: PartialFile, dataset: Dataset, progress: Progress
) -> tuple[int, list[Written]]:
    """How many rows were written, and the files."""
    carried = RowSet()
    batches = _counted(format_, dataset.batches(progress), carried)
    with failing(part.target), needing_packages(part.target.name):
        expected = format_.write(part.path, batches, dataset.context)
        if next(batches, None) is not None:
            raise ExportFailed(f"{part.target}: not all of the dataset was written; tell its makers")
    with ThreadPoolExecutor(2, "dataset") as pool:  # the disk and the hash take their time meanwhile
        syncing, hashing = pool.submit(part.sync), pool.submit(part.written)
        found = _read_back(format_, part)
        written = hashing.result()
        syncing.result()
    if found != carried or (expected is not None and [file.sha256 for file in written] != [expected]):
        raise ExportFailed(
            f"{part.target}: what was read back ({found.rows} rows) is not what was written "
            f"({carried.rows} rows); check the disk and export again"
        )
    return carried.rows, written


def _counted(format_: Format, batches: Iterator[RowBatch], carried: RowSet) -> Iterator[RowBatch]:
    carries_all = type(format_).carries is Format.carries
    for batch in batches:
        document = batch.document.id
        rows = batch.rows if carries_all else [row for row in batch.rows if format_.carries(row)]
        carried.add([(document, row[0], row[1]) for row in rows])  # as `Row`, which is slower to make
        yield batch


def _read_back(format_: Format, part: PartialFile) -> RowSet:
    found = RowSet()
    try:
        rest = format_.read_back(part.path)
        while rows := list(islice(rest, _AT_ONCE)):
            found.add(rows)
    except (OSError, ValueError, KeyError, TypeError, UnreadableFile) as error:
        raise ExportFailed(
            f"{part.target}: what was written cannot be read back ({error}); check the disk and export again"
        ) from error
    return found
