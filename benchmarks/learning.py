"""How many keystrokes suggestions save, and how many more when they are learned: a simulated review.

    PARAPH_GOLD=DIR PARAPH_CORPUS=DIR python -m benchmarks.learning [--svg FILE]

`PARAPH_GOLD` holds outlines made by hand as TSV (columns type, page, role, force, addressee, start), named after
the PDFs in `PARAPH_CORPUS`. Each report in turn is reviewed by somebody who wants what its outline says, after
so many decisions in the other reports were confirmed. A key accepts an entry, one puts a role right, one a
force, one adds or takes away an addressee; without suggestions each of these has to be given.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from model.edits import DecisionChange, Edit
from model.errors import UserFacingError
from model.extraction import extract
from model.labels import Decision, DecisionKey, Reviewer, Role, Slot
from model.learning.reviews import cases, suggestions
from model.nodes import CLASSIFIED
from model.reading.pdf import Pdf
from model.review import Review
from model.suggestions import MACHINE
from model.suggestions.phrases import lowered
from storage.learning import learn_slot, words_of

SIZES = (50, 200, 1000)
SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES)
ANN = Reviewer("ann", "Ann")
# So many letters of an entry's beginning tell it from the others on its page.
_TELLING = 24


class Wanted(NamedTuple):
    """What the reviewer wants an entry to say."""

    role: str
    force: int | None
    addressees: list[str]

    def value(self, slot: Slot) -> object:
        return {Slot.ROLE: self.role, Slot.FORCE: self.force, Slot.ADDRESSEES: self.addressees}[slot]


class Report(NamedTuple):
    """A report as extracted, and by entry what the reviewer wants."""

    name: str
    review: Review
    wanted: dict[str, Wanted]


def main() -> None:
    gold, corpus = (Path(os.environ[name]) for name in ("PARAPH_GOLD", "PARAPH_CORPUS"))
    reports = list(_reports(gold, corpus))
    keys = dict.fromkeys((None, *SIZES), 0)
    bare = entries = 0
    for out in range(len(reports)):
        report = reports[out]
        entries += len(report.wanted)
        bare += sum(_bare(wanted) for wanted in report.wanted.values())
        others = reports[out + 1 :] + reports[:out]
        for size in keys:
            learned = _learned(others, size) if size else {}
            keys[size] += _reviewed(_fresh(report), learned)
        print(f"{report.name}: {len(report.wanted)} entries", file=sys.stderr, flush=True)
    points = [(size or 0, used / entries) for size, used in keys.items()]
    print(f"{len(reports)} reports, {entries:,} entries\n")
    print("| suggestions | keys an entry | saved |\n|---|---|---|")
    print(f"| none | {bare / entries:.3f} | |")
    for size, used in points:
        name = f"learned from {size:,} entries" if size else "the rules"
        print(f"| {name} | {used:.3f} | {1 - used * entries / bare:.1%} |")
    if "--svg" in sys.argv:
        drawn = _drawn(points, bare / entries)
        Path(sys.argv[sys.argv.index("--svg") + 1]).write_text(drawn, encoding="utf-8")


def _reports(gold: Path, corpus: Path) -> Iterator[Report]:
    pdfs = {path.stem: path for path in corpus.rglob("*.pdf")}
    for outline in sorted(gold.glob("*.tsv")):
        pdf = pdfs.get(outline.stem)
        if pdf is None:
            continue
        try:
            with Pdf(pdf) as opened:
                found = extract(opened, _quiet)
        except UserFacingError:
            continue
        review = Review(found.document, found.nodes, found.decisions, frozenset({MACHINE.id}))
        yield Report(outline.stem, review, _matched(outline, review))


def _quiet(done: int, total: int) -> None:
    """Nobody waits for it."""


def _matched(outline: Path, review: Review) -> dict[str, Wanted]:
    """What the outline wants, by entry: those on the row's page that begin with its words."""
    with outline.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted: dict[str, Wanted] = {}
    for row in rows:
        start = _letters(row["start"])[:_TELLING]
        if row["type"] not in ("PARA", "ITEM") or not start:
            continue
        for node in review.outline:
            here = node.anchor.regions and node.anchor.regions[0].page == int(row["page"])
            free = node.kind in CLASSIFIED and node.id not in wanted
            if here and free and _letters(node.text).startswith(start):
                asked = sorted(row["addressee"].split("|")) if row["addressee"] else []
                wanted[node.id] = Wanted(row["role"], int(row["force"]) if row["force"] else None, asked)
                break
    return wanted


def _letters(text: str) -> str:
    return "".join(letter for letter in lowered(text) if letter.isalnum())


def _fresh(report: Report) -> Report:
    """The report before anybody reviewed it."""
    review = report.review
    nodes = list(review.outline)
    said = [decision for node in nodes for decision in review.decisions(node.id)]
    return report._replace(review=Review(review.document, nodes, said, review.machines))


def _learned(others: Sequence[Report], size: int) -> dict[Slot, object]:
    """The models that do better than the rules, after so many entries of these reports were confirmed."""
    confirmed = [_fresh(report) for report in others]
    left = size
    for report in confirmed:
        for node, wanted in list(report.wanted.items())[:left]:
            _confirm(report.review, node, wanted)
        left = max(0, left - len(report.wanted))
    models = {}
    for slot in SLOTS:
        found = {report.name: list(cases(report.review, slot)) for report in confirmed}
        outcome, model = learn_slot(slot, found, curve=False)
        if outcome.better and not outcome.only:  # it holds in reports that it has not seen
            models[slot] = model
    return models


def _reviewed(report: Report, models: dict[Slot, object]) -> int:
    """Keys to review a report with the rules' suggestions and those of the models."""
    review = report.review
    for slot, model in models.items():  # the role first: it says which entries have the others
        for _, words in words_of(model, {report.name: list(cases(review, slot))}):
            review.apply(suggestions(review, {slot: ("model@x", words)}, [slot], datetime.now(UTC)))
    keys = 0
    for node in list(review.outline):
        wanted = report.wanted.get(node.id)
        if wanted is not None:
            keys += 1 + sum(_to_put_right(review, node.id, slot, wanted) for slot in _asked(wanted))
            _confirm(review, node.id, wanted)
    return keys


def _asked(wanted: Wanted) -> tuple[Slot, ...]:
    return SLOTS if wanted.role == Role.RECOMMENDATION else SLOTS[:1]


def _to_put_right(review: Review, node: str, slot: Slot, wanted: Wanted) -> int:
    shown, right = review.shown(node, slot, ANN.id).value, wanted.value(slot)
    if slot is Slot.ADDRESSEES:
        return len(set(shown or ()) ^ set(wanted.addressees))
    return int(shown != right)


def _bare(wanted: Wanted) -> int:
    """Keys without any suggestion."""
    return 2 + (1 + len(wanted.addressees) if wanted.role == Role.RECOMMENDATION else 0)


def _confirm(review: Review, node: str, wanted: Wanted) -> None:
    changes = []
    for slot in _asked(wanted):
        key = DecisionKey(node, slot, ANN.id)
        changes.append(DecisionChange(None, Decision(key, wanted.value(slot), datetime.now(UTC))))
    review.apply(Edit("confirm", tuple(changes)))


def _drawn(points: Sequence[tuple[int, float]], bare: float) -> str:
    """The share of keys saved over the number of confirmed entries, each step drawn alike, as SVG."""
    wide, high, left, top = 560, 260, 60, 20
    saved = [(size, 1 - used / bare) for size, used in points]
    step = (wide - left - 40) / (len(saved) - 1)
    low, best = min(s for _, s in saved) - 0.02, max(s for _, s in saved) + 0.02
    heights = [top + (high - 60) * (best - share) / (best - low) for _, share in saved]
    spots = [(left + 20 + step * at, y) for at, y in enumerate(heights)]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
    marks = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#0072B2"/>'
        f'<text x="{x:.1f}" y="{y - 10:.1f}" text-anchor="middle">{share:.1%}</text>'
        f'<text x="{x:.1f}" y="{high - 22}" text-anchor="middle">{f"{size:,}" if size else "rules alone"}</text>'
        for (x, y), (size, share) in zip(spots, saved, strict=True)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" '
        'font-family="sans-serif" font-size="12">'
        f'<rect width="{wide}" height="{high}" fill="white"/>'
        f'<polyline points="{line}" fill="none" stroke="#0072B2" stroke-width="2"/>{marks}'
        f'<text x="{wide / 2}" y="{high - 4}" text-anchor="middle" fill="#5C5C5C">'
        "entries confirmed in other reports; the share of keystrokes saved</text></svg>\n"
    )


if __name__ == "__main__":
    main()
