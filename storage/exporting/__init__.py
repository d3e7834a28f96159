"""A project as a dataset in any format, with a manifest that proves the files.

The same state of a project gives the same bytes. Files are read back and compared with the project before
they replace earlier ones, so that what is there is always whole. Where to look:

- what goes in: `settings`, `choosing`, `splits`, `leaks`; `live` is a project's dataset as it stands
- rows: `records`, read by `reading_records`; what they mean: `definitions`, `wording`, `naming`,
  `document_facts`
- writing: `writing`, `files`; what a format has to do: `formats`
- tables: `as_csv` with `as_codebook`, `as_xlsx`, `as_parquet` and `as_hf` by `arrow`; beside them `as_lists`,
  `as_bodies`, `follow_up_csv`; lines: `as_jsonl`, read by `jsonl_rows`
- reports to read: `readable`, `as_html`, `as_docx` with `word_parts`
- whole reports: `reports`, `as_akn` with `akn_body` and `akn_meta`, `as_pdf` and others with `sources`
- for other tools: `as_labelstudio`, `as_qdpx`, `as_spacy`, `as_webanno`
- what is said of a dataset: `about`, `agreement`, `card`, `croissant`
- texts and archives: `xml_text`, `xml_reading`, `yaml_text`, `zipped`
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.labels import Reviewer
from storage.exporting.formats import FORMATS, known_formats
from storage.exporting.live import Live
from storage.exporting.settings import Settings
from storage.exporting.writing import write_dataset
from storage.progress import Progress, no_progress
from storage.project import Project

__all__ = ["FORMATS", "export", "known_formats"]


def export(project: Project, formats: Sequence[str], folder: Path, *, settings: Settings | None = None,
           reviewer: Reviewer | None = None, on_progress: Progress = no_progress) -> list[Path]:  # fmt: skip
    """Writes the project as it stands in files named after it, and `NAME.release.json`; gives their paths.

    Of several people's words on an entry the adjudicated one counts, then the given reviewer's, then the
    latest of another person, then the machine's suggestion. Without a reviewer, as from the command line, it
    is the adjudicated one, then the latest of any person, then the suggestion; each row says whose word it
    is. `on_progress(done, of all)` may raise `model.errors.Cancelled`: then nothing is left behind.

    Raises ExportFailed for an unknown format, a folder that cannot be written to, a full disk, and where
    what was read back is not what the project holds.
    """
    wanted = known_formats(formats)
    with project.reading() as connection:
        return write_dataset(Live(project, connection, settings, reviewer), wanted, folder, on_progress)
