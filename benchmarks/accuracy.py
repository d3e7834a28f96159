"""How much of a report's outline comes out right, on generated reports whose outline is known.

Random reports in four languages and in every office's style. A row counts as right when its kind, number,
level, page, words and the row above it are all exactly the generator's.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.timing import say
from tests.model.extraction.comparing import Seen, expected_rows, extracted, found_rows
from tests.reports.random_reports import random_report, random_style
from tests.reports.styles import STYLES

LANGUAGES = ("en", "fr", "es", "ru")
REPORTS_EACH = 4
_KINDS = {"headings": ("section",), "body": ("paragraph", "item"), "footnotes": ("footnote",)}


def main() -> None:
    wanted: list[Seen] = []
    had: list[Seen] = []
    with tempfile.TemporaryDirectory() as folder:
        for style in STYLES:
            for language in LANGUAGES:
                for seed in range(REPORTS_EACH):
                    report = random_report(seed, language)
                    found, known = extracted(Path(folder), report, random_style(seed, [style]))
                    wanted += expected_rows(known)
                    had += found_rows(found.nodes)
    say({f"generated_{name}_f1": round(_f1(wanted, had, kinds), 4) for name, kinds in _KINDS.items()})


def _f1(wanted: list[Seen], had: list[Seen], kinds: tuple[str, ...]) -> float:
    one, two = (Counter(row for row in rows if row.kind in kinds) for rows in (wanted, had))
    return 2 * (one & two).total() / (one.total() + two.total())


if __name__ == "__main__":
    main()
