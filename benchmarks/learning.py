"""How many keystrokes suggestions save, and how many more when they are learned: a simulated review.

    PARAPH_GOLD=DIR PARAPH_CORPUS=DIR python -m benchmarks.learning [--svg FILE]

`PARAPH_GOLD` holds outlines made by hand as TSV (columns type, page, role, force, addressee, start), named
after the PDFs in `PARAPH_CORPUS`. Each report in turn is reviewed by somebody who wants what its outline
says, after a number of entries, spread evenly over the other reports, were confirmed. One key accepts an
entry, one corrects a role, one a force, one adds or removes an addressee; without suggestions each has to be
given.

Once the rules suggest beside what is learned, and once they are silent, as for labels of one's own.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from model.edits import DecisionChange, Edit
from model.errors import UserFacingError
from model.extraction.extract import extract
from model.labels import MACHINE, Decision, DecisionKey, Reviewer, Role, Slot
from model.learning.learned import LearnedModel
from model.learning.reviews import cases, suggestions
from model.nodes import CLASSIFIED
from model.reading.pdf import Pdf
from model.review import Review
from model.words import lowered
from storage.learning import learn_slot, words_of

SIZES = (50, 200, 1000)
SLOTS = (Slot.ROLE, Slot.FORCE, Slot.ADDRESSEES)
ANN = Reviewer("ann", "Ann")
# This many letters of an entry's beginning tell it from the others on its page.
_TELLING = 24
_WIDE, _HIGH, _LEFT, _RIGHT = 620, 260, 56, 120  # pixels
_COLORS = ("#0072B2", "#D55E00")


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
    bare = sum(_bare(wanted) for report in reports for wanted in report.wanted.values())
    entries = sum(len(report.wanted) for report in reports)
    with_rules, alone = (_shares_saved(reports, rules, bare) for rules in (True, False))
    print(
        f"{len(reports)} reports, {entries:,} entries, {bare / entries:.2f} keys each without suggestions\n"
    )
    print("| confirmed entries | with the rules | without the rules |\n|---|---|---|")
    for size, *saved in zip((0, *SIZES), with_rules, alone, strict=True):
        print(f"| {size:,} | {' | '.join(f'{share:.1%}' for share in saved)} |")
    if "--svg" in sys.argv:
        drawn = _drawn({"with the rules": with_rules, "without the rules": alone})
        Path(sys.argv[sys.argv.index("--svg") + 1]).write_text(drawn, encoding="utf-8")


def _shares_saved(reports: Sequence[Report], rules: bool, bare: int) -> list[float]:
    """The share of keys that suggestions save, from the rules alone (or none) and after each of the sizes."""
    keys = [0] * (1 + len(SIZES))
    for out, report in enumerate(reports):
        others = [*reports[out + 1 :], *reports[:out]]
        for at, size in enumerate((0, *SIZES)):
            learned = _learned(others, size, rules) if size else {}
            keys[at] += _reviewed(_fresh(report, rules), learned)
        print(f"{report.name}: {len(report.wanted)} entries", file=sys.stderr, flush=True)
    return [1 - used / bare for used in keys]


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


def _fresh(report: Report, rules: bool) -> Report:
    """The report before anybody reviewed it, with the rules' suggestions or without."""
    review = report.review
    nodes = list(review.outline)
    said = [decision for node in nodes for decision in review.decisions(node.id)] if rules else []
    return report._replace(review=Review(review.document, nodes, said, review.machines))


def _learned(others: Sequence[Report], size: int, rules: bool) -> dict[Slot, LearnedModel]:
    """The models that do better than the rules, after this many entries of these reports were confirmed."""
    confirmed = [_fresh(report, rules) for report in others]
    entries = [(report, node) for report in confirmed for node in report.wanted]
    for at in range(size):
        report, node = entries[at * len(entries) // size]
        _confirm(report.review, node, report.wanted[node])
    models: dict[Slot, LearnedModel] = {}
    for slot in SLOTS:
        found = {report.name: list(cases(report.review, slot)) for report in confirmed}
        outcome, model = learn_slot(slot, found, curve=False)
        holds = outcome.better and not outcome.only  # in reports that it has not seen
        if model is not None and holds:
            models[slot] = model
    return models


def _reviewed(report: Report, models: dict[Slot, LearnedModel]) -> int:
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


def _drawn(curves: Mapping[str, Sequence[float]]) -> str:
    """The share of keys saved over the number of confirmed entries, each step drawn alike, as SVG."""
    step = (_WIDE - _LEFT - _RIGHT) / len(SIZES)
    parts = []
    for at, size in enumerate((0, *SIZES)):
        parts.append(_text(_LEFT + step * at, _HIGH - 24, f"{size:,}", "middle"))
    for share in (0.0, 0.2, 0.4, 0.6):
        y = _height(share)
        parts.append(f'<line x1="{_LEFT}" x2="{_WIDE - _RIGHT}" y1="{y}" y2="{y}" stroke="#D5D5D1"/>')
        parts.append(_text(_LEFT - 8, y + 4, f"{share:.0%}", "end"))
    for (name, shares), color in zip(curves.items(), _COLORS, strict=True):
        spots = [(_LEFT + step * at, _height(share)) for at, share in enumerate(shares)]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in spots]
        parts.append(_text(spots[-1][0] + 8, spots[-1][1] + 4, name, "start"))
    parts.append(_text(_WIDE / 2, _HIGH - 6, "entries confirmed in other reports", "middle"))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE} {_HIGH}"'
    ground = f'<rect width="{_WIDE}" height="{_HIGH}" fill="white"/>'
    return f'{head} font-family="sans-serif" font-size="12">{ground}{"".join(parts)}</svg>\n'


def _height(share: float) -> float:
    """Where a share of keys saved stands; 70 % at the top."""
    return round(_HIGH - 44 - (_HIGH - 64) * max(share, 0.0) / 0.7, 1)


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#1F2328">{words}</text>'


if __name__ == "__main__":
    main()
