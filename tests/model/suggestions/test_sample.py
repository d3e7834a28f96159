"""The rules against the sample report, whose author said what each paragraph is."""

from __future__ import annotations

from model.nodes import Kind, Node
from tests.model.suggestions.said import said_of
from tests.reports.layout import lay_out
from tests.reports.sample import MASTHEAD, report
from tests.reports.styles import VIENNA


def test_the_rules_read_the_sample_report_as_its_author_meant_it():
    sample = report()
    rows = [row for row in lay_out(sample, VIENNA).outline if row.kind in ("section", "paragraph", "item")]
    nodes = [Node("", Kind(row.kind), row.text, level=row.level, number=row.number) for row in rows]
    meant = [
        (row.text, row.role, row.force, set(row.addressees))
        for row in rows
        if row.kind in ("paragraph", "item")
    ]
    found = said_of(*nodes, body=MASTHEAD.body, title=sample.title, symbol=MASTHEAD.symbol)
    said = [(one.text, one.role.value, one.force, one.all_addressees) for one in found]
    assert [pair for pair in zip(meant, said, strict=True) if pair[0] != pair[1]] == []
