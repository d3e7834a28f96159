"""Reports whose outline is known come out with that outline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.nodes import Kind
from tests.model.extraction.comparing import expected_rows, extracted, found_rows
from tests.reports.random_reports import random_report, random_style
from tests.reports.sample import report as sample_report
from tests.reports.styles import STYLES, TWO_COLUMNS

ONE_COLUMN = tuple(style for style in STYLES if style.columns == 1)


@pytest.fixture(scope="module", params=ONE_COLUMN, ids=lambda style: style.name)
def sample(request, tmp_path_factory):
    """What was found in the sample report in one of the styles, and what was printed."""
    return extracted(tmp_path_factory.mktemp("sample"), sample_report(), request.param)


def test_sample_report_comes_out_as_written(sample) -> None:
    found, known = sample
    want, have = expected_rows(known), found_rows(found.nodes)
    assert [row for row in have if row.kind != "footnote"] == [row for row in want if row.kind != "footnote"]
    assert sorted(row for row in have if row.kind == "footnote") == sorted(
        row for row in want if row.kind == "footnote"
    )


def test_marks_of_footnotes_stand_where_they_were_printed(sample) -> None:
    found, known = sample
    want = [(row.text[offset - 12 : offset], mark) for row in known for offset, mark in row.marks]
    have = [
        (node.text[offset - 12 : offset], mark)
        for node in found.nodes
        for offset, mark in node.extra.get("marks", ())
    ]
    assert have == want


def test_regions_hold_the_rows_that_were_printed(sample) -> None:
    found, known = sample
    paragraphs = {
        (node.number, node.page): node for node in found.nodes if node.kind is Kind.PARAGRAPH and node.number
    }
    for row in known:
        if row.kind != "paragraph" or not row.number:
            continue
        regions = paragraphs[row.number, row.page].anchor.regions
        for page, x0, y0, x1, y1 in row.regions:
            assert any(
                page == r.page and r.x0 - 3 <= x0 and r.y0 - 4 <= y0 and x1 <= r.x1 + 3 and y1 <= r.y1 + 4
                for r in regions
            )


def test_every_letter_stands_in_a_node(sample) -> None:
    found, _ = sample
    assert found.document.coverage > 0.9995


def test_two_columns_keep_headings_and_numbered_paragraphs(tmp_path: Path) -> None:
    found, known = extracted(tmp_path, sample_report(), TWO_COLUMNS)
    want = [row for row in expected_rows(known) if row.number and row.kind in ("section", "paragraph")]
    have = [row for row in found_rows(found.nodes) if row.number and row.kind in ("section", "paragraph")]
    assert have == want


# The same seeds each time: about one report in 150 (2 of 300) has a sentence that happens to
# end short of the margin at a line's end, which no reader could tell from the end of a paragraph.
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.integers(0, 10_000), st.sampled_from(["en", "fr", "es", "ru"]))
def test_random_outline_in_same_outline_out(tmp_path: Path, seed: int, language: str) -> None:
    found, known = extracted(tmp_path, random_report(seed, language), random_style(seed, ONE_COLUMN))
    want = [row for row in expected_rows(known) if row.kind != "footnote"]
    have = [row for row in found_rows(found.nodes) if row.kind != "footnote"]
    assert have == want


@pytest.mark.parametrize(("seed", "language"), [(3934, "en"), (5004, "en"), (5031, "ru")])
def test_an_item_number_at_the_top_of_several_pages_is_no_running_header(
    tmp_path: Path, seed: int, language: str
) -> None:
    found, known = extracted(tmp_path, random_report(seed, language), random_style(seed, ONE_COLUMN))
    want = [row for row in expected_rows(known) if row.kind == "item"]
    assert [row for row in found_rows(found.nodes) if row.kind == "item"] == want


@pytest.mark.parametrize("rule", ["typed", "drawn"])
@pytest.mark.parametrize(("seed", "language"), [(0, "en"), (3, "en"), (2, "fr"), (1, "es"), (3, "ru")])
def test_each_of_two_columns_has_its_own_footnotes(
    tmp_path: Path, seed: int, language: str, rule: str
) -> None:
    style = replace(random_style(seed, [TWO_COLUMNS]), note_rule=rule)
    found, known = extracted(tmp_path, random_report(seed, language), style)
    want = [row for row in expected_rows(known) if row.kind == "footnote"]
    assert sorted(row for row in found_rows(found.nodes) if row.kind == "footnote") == sorted(want)
