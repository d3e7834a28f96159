"""The card of a dataset: what it holds, how it was made and agreed on, and what it cannot be used for.

The front matter is the YAML that the Hugging Face hub and `datasets` read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from model.labels import Slot
from storage.exporting.formats import DatasetContext
from storage.exporting.records import column
from storage.exporting.yaml_text import block_yaml

if TYPE_CHECKING:
    import pyarrow

_SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"))
_ARROW_NAMES = {"double": "float64", "float": "float32"}


class Size(NamedTuple):
    """How large a split is."""

    rows: int
    bytes: int


class Facts(NamedTuple):
    """What the card is made of. `counts` are those of `storage.exporting.about`, `sizes` go by split."""

    context: DatasetContext
    schema: pyarrow.Schema
    counts: Mapping[str, Any]
    sizes: Mapping[str, Size]
    loses: Sequence[str]

    @property
    def version(self) -> str | None:
        release = self.context.about.get("release")
        return release["version"] if release else None


def card(facts: Facts) -> str:
    """The text of `README.md`."""
    return f"---\n{''.join(block_yaml(_front_matter(facts)))}---\n\n{_body(facts)}"


def _front_matter(facts: Facts) -> dict[str, Any]:
    languages = sorted({document["language"] for document in facts.counts["documents"]} - {""})
    total = facts.counts["rows"]
    size = next((name for most, name in _SIZES if total < most), "1M<n<10M")
    files = [{"split": name, "path": f"data/{name}.parquet"} for name in facts.sizes]
    return {
        "pretty_name": facts.context.name,
        **({"version": facts.version} if facts.version else {}),
        **({"language": languages} if languages else {}),
        "task_categories": ["text-classification", "token-classification"],
        "tags": ["recommendations", "institutional-reports"],
        "size_categories": [size],
        "configs": [{"config_name": "default", "data_files": files}],
        "dataset_info": {
            "config_name": "default",
            "features": [_feature(field.name, field.type) for field in facts.schema],
            "splits": [
                {"name": name, "num_bytes": size.bytes, "num_examples": size.rows}
                for name, size in facts.sizes.items()
            ],
        },
    }


def _feature(name: str, type_: Any) -> dict[str, Any]:
    import pyarrow.types as types

    if types.is_list(type_):
        inside = type_.value_type
        if types.is_struct(inside):
            return {"name": name, "list": [_feature(field.name, field.type) for field in inside]}
        return {"name": name, "list": _dtype(inside)}
    if types.is_struct(type_):
        return {"name": name, "struct": [_feature(field.name, field.type) for field in type_]}
    return {"name": name, "dtype": _dtype(type_)}


def _dtype(type_: Any) -> str:
    return _ARROW_NAMES.get(str(type_), str(type_))


def _body(facts: Facts) -> str:
    sections = (
        (f"# {facts.context.name}", _introduction(facts)),
        ("## Splits", _splits(facts)),
        ("## Fields", _FIELDS.format(labels=", ".join(f"`{column(slot)}`" for slot in facts.context.slots))),
        ("## Labels", _labels(facts)),
        ("## Sources", _sources(facts)),
        ("## Agreement", _agreement(facts)),
        ("## How it was made", _made(facts)),
        ("## Limits", _limits(facts)),
    )
    return "\n\n".join(f"{title}\n\n{text}" for title, text in sections) + "\n"


def _introduction(facts: Facts) -> str:
    counts = facts.counts
    notes = (facts.context.about.get("release") or {}).get("notes", "")
    version = f" Version {facts.version}." if facts.version else ""
    said = (
        f"{counts['rows']:,} rows from {len(counts['documents']):,} reports.{version} A row is an entry of a "
        "report: a heading, a paragraph, an item of a list, a table, a note. An entry with several "
        "recommendations has a row for each (`frame`)."
    )
    return f"{said}\n\n{_line(notes)}" if notes else said


def _splits(facts: Facts) -> str:
    about = facts.context.about
    settings = (about.get("settings") or {}).get("splits")
    table = _table(("split", "rows"), ((name, f"{size.rows:,}") for name, size in facts.sizes.items()))
    if settings is None:
        return f"{table}\n\nThe dataset is not divided."
    listed = len(about.get("near_duplicates", ()))
    alike = about.get("near_duplicates_in_all", listed)
    whole = "all reports of one series" if settings["by"] == "series" else "each report with its versions"
    return (
        f"{table}\n\nDrawn with seed {settings['seed']}; {whole} in one split, roles and forces spread as "
        "evenly as that allows. Pairs of recommendations in two splits in nearly the same words: "
        f"{alike:,}" + (f", of which the manifest lists {listed:,}." if listed < alike else ".")
    )


def _labels(facts: Facts) -> str:
    parts = []
    for slot in facts.context.slots:
        values = facts.context.definitions.get(slot)
        if values:
            head = ["value", "name", "meaning"]
            rows = [[f"`{value}`", said.name, said.definition] for value, said in values.items()]
            if slot in _COUNTED:
                counts = facts.counts.get(_COUNTED[slot], {})
                head.append("rows")
                for row, value in zip(rows, values, strict=True):
                    row.append(f"{counts.get(value, 0):,}")
            parts.append(f"### `{column(slot)}`\n\n{_table(head, rows)}")
    return "\n\n".join(parts) or "None."


def _sources(facts: Facts) -> str:
    rows = [
        (*(document[name] for name in ("symbol", "file", "title", "language")), f"{document['rows']:,}",
         f"`{document['sha256'][:16]}…`")
        for document in facts.counts["documents"]
    ]  # fmt: skip
    return _table(("symbol", "file", "title", "language", "rows", "SHA-256 of the PDF"), rows)


def _agreement(facts: Facts) -> str:
    found = facts.context.about.get("agreement")
    if not found:
        return "No two people labelled the same entries."
    rows = [
        (
            f"`{slot}`",
            "–" if one["alpha"] is None else f"{one['alpha']:.3f}",
            f"{one['entries']:,}",
            one["people"],
        )
        for slot, one in found.items()
    ]
    return f"Krippendorff's alpha.\n\n{_table(('label', 'alpha', 'entries', 'people'), rows)}"


def _made(facts: Facts) -> str:
    about = facts.context.about
    extractors = ", ".join(sorted({document["extractor"] for document in facts.counts["documents"]}))
    vocabularies = [f"{one['name']} {one['version']}" for one in about.get("vocabularies", ())]
    lines = [
        f"Written by {about.get('made_by')}; the reports were taken apart by {extractors or 'no extractor'}.",
        "Each label says whose word it is: `adjudicated` counts before a person's, a person's before a "
        "machine's suggestion (`suggested`, `inherited` from a lead-in).",
        "Review: " + (_counted(facts.counts["states"]) or "none") + ".",
    ]
    if about.get("scheme"):
        lines.append(f"Label scheme: version {about['scheme']}.")
    if vocabularies:
        lines.append(f"Vocabularies: {', '.join(vocabularies)}.")
    return "\n".join(f"- {_line(line)}" for line in lines)


def _limits(facts: Facts) -> str:
    unreviewed = facts.counts["states"].get("unreviewed", 0)
    lines = [f"It does not carry {what}." for what in facts.loses]
    lines.append(
        "The reports' own copyright is untouched; their issuers say what may be done with their words."
    )
    if unreviewed:
        lines.insert(0, f"{unreviewed:,} entries were not reviewed by anybody: their labels are suggestions.")
    return "\n".join(f"- {line}" for line in lines)


def _counted(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in counts.items())


def _table(head: Sequence[str], rows: Any) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        f"| {' | '.join(_line(str(cell)).replace('|', '&#124;') for cell in line)} |" for line in lines
    )


def _line(text: str) -> str:
    return " ".join(text.split())


_COUNTED = {Slot.ROLE: "roles", Slot.FORCE: "forces"}
_FIELDS = """- `document`, `symbol`, `title`, `date`, `language`, `body`, `session`, `file`, `sha256`,
  `extractor`, `pages`: the report; the hash is that of the PDF, the date ISO 8601, the language ISO 639-1.
- `id`, `frame`, `parent`, `order`, `path`, `kind`, `level`, `number`, `text`: the entry, its place among the
  entries of its report, and the headings above it. `document` and `id` are the same in every export; a row is
  known by `id` and `frame`.
- `page`, `page_label`, `page_size`, `bboxes`, `quote`, `prefix`, `suffix`: where it stands. Rectangles are in
  points on the unrotated page, from the top left of its CropBox; pages count from 1; the quote is the text as
  extracted.
- `confidence`, `reasons`, `extra`: how sure the extraction is of the entry's kind, number and place, and why;
  marks of footnotes, cells of a table, the sort of a header or footer (JSON).
- {labels}: the labels, and beside each `…_said`: `source`, `reviewer`, `confidence`, `rule`,
  `inherited_from`, `at`, and `evidence`, the words that say it as code points of `text` (of the entry that
  passed it down where it is inherited). `attribution` is whose word a recommendation is, `time_frame.when` an
  ISO 8601 date or duration, `instruments.target` and `follow_up.target` the `id` of an entry or report,
  `entries` the names, items or votes of a list, each as JSON.
- `split`: the part of the dataset, where it is divided.
- `status`, `reviewed_by`, `reviewed_at`: how far the review of the entry has come."""
