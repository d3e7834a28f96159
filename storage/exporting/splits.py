"""Divides documents among splits so that nothing leaks: a report with its versions in other languages, its
revisions and corrigenda, or a series of meetings, stays whole.

Roles and forces are spread as evenly as whole documents allow: the largest group first, each goes to the
split that lacks most of what it holds (after Sechidis, Tsoumakas and Vlahavas, On the Stratification of
Multi-Label Data, 2011). A hash of the seed and the group's name breaks ties, so that the same project gives
the same splits anywhere.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping

from model.documents import Document
from model.errors import UserFacingError
from storage.exporting.settings import Splits, SplitUnit

Strata = Counter[str]
_SESSION = re.compile(r"\(\d+\)|(?<=[A-Z]{3})\d.*$")  # COP(8), WHA66.9
_BODY = re.compile(r"[A-Za-z]+(\.\d+)?")  # HRC, WG.7
_PAPERS = frozenset(
    ("Add", "Amend", "CRP", "Corr", "INF", "L", "NGO", "PET", "PV", "R", "REP", "RES", "Rev", "SR", "Summary",
     "WP")
)  # fmt: skip
# What the symbols of a report's versions differ in: marks, spaces, and these at their end.
_MARKS, _REVISIONS = re.compile(r"[*\s]+"), re.compile(r"(/(Rev|Corr)\.\d+)+$")


def series_of(document: Document) -> str:
    """What the papers of one body have in common: the beginning of the symbol, up to its first part that is a
    year, a session, a number or a sort of paper (`CTOC/COP/WG.7/2013/5`: `CTOC/COP/WG.7`). A document without
    a symbol is a series of its own."""
    symbol = document.masthead.symbol.strip()
    if not symbol:
        return document.sha256
    first, *rest = symbol.split()[0].split("/")
    stem = [_SESSION.sub("", first)]
    for part in (_SESSION.sub("", part) for part in rest):
        if not _BODY.fullmatch(part) or part.split(".")[0] in _PAPERS:
            break
        stem.append(part)
    return "/".join(stem)


def assign(documents: Mapping[str, Document], strata: Mapping[str, Strata], splits: Splits) -> dict[str, str]:
    """The split of each document by id. `strata` counts each document's rows by what is to be spread.

    Raises UserFacingError if there are too few groups.
    """
    groups = _groups(documents, splits.by)
    counted = {
        name: sum((strata[member] for member in members), Strata()) for name, members in groups.items()
    }
    total = sum(counted.values(), Strata())
    held = {name: Strata() for name, _ in splits.shares}
    found: dict[str, str] = {}
    for name in sorted(groups, key=lambda name: (-counted[name].total(), _drawn(splits.seed, name))):
        chosen = _neediest(counted[name], held, total, splits, name)
        held[chosen] += counted[name]
        found.update(dict.fromkeys(groups[name], chosen))
    for name, rows in held.items():
        if not rows:
            of_series = splits.by is SplitUnit.SERIES
            what = "series of reports" if of_series else "reports, versions of one taken together"
            raise UserFacingError(
                f"the split “{name}” would be empty: too few {what} ({len(groups)}); "
                f"divide {'by document, or ' if of_series else ''}into fewer splits"
            )
    return found


def _groups(documents: Mapping[str, Document], by: SplitUnit) -> dict[str, list[str]]:
    """The ids of the documents that stay together: those that share a name, also by way of others. A group
    goes by the first of its names in the alphabet, which do not depend on the import."""
    above: dict[str, str] = {}  # a name of the same group that comes before, or itself
    names = {document_id: _names(document, by) for document_id, document in documents.items()}
    for of_one in names.values():
        firsts = {_first(above, name) for name in of_one}
        above.update(dict.fromkeys(firsts, min(firsts)))
    groups: dict[str, list[str]] = {}
    for document_id, of_one in names.items():
        groups.setdefault(_first(above, of_one[0]), []).append(document_id)
    return groups


def _names(document: Document, by: SplitUnit) -> list[str]:
    """What a document has in common with those that it stays with: its versions have its symbols."""
    symbols = {document.masthead.symbol, *document.masthead.symbols} - {""}
    works = [_REVISIONS.sub("", _MARKS.sub("", symbol)) for symbol in sorted(symbols)]
    series = [series_of(document)] if by is SplitUnit.SERIES else []
    return [*series, *works] or [document.sha256]


def _first(above: dict[str, str], name: str) -> str:
    while (before := above.setdefault(name, name)) != name:
        above[name] = name = above[before]
    return name


def _neediest(group: Strata, held: Mapping[str, Strata], total: Strata, splits: Splits, name: str) -> str:
    """The split that lacks most of what the group holds, each stratum counted by its share in all."""

    def need(split: str, share: float) -> tuple[float, float, str]:
        lack = sum(
            number * (1 - held[split][stratum] / (share * total[stratum]))
            for stratum, number in group.items()
        )
        return lack, share, _drawn(splits.seed, f"{split} {name}")

    return max(splits.shares, key=lambda pair: need(*pair))[0]


def _drawn(seed: int, name: str) -> str:
    return hashlib.sha256(f"{seed} {name}".encode()).hexdigest()
