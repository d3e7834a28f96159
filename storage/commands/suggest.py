"""`paraph suggest`: what a learned model says of the texts of a table."""

from __future__ import annotations

import argparse
from pathlib import Path

from model.learning import packing
from model.learning.on_tables import suggest_table
from storage.commands import OK, say


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("model", type=Path, metavar="MODEL", help="what `paraph learn` made")
    parser.add_argument("source", type=Path, metavar="TABLE", help="a table of texts, CSV or Parquet")
    parser.add_argument("--text", metavar="COLUMN", required=True, help="the column that holds the texts")
    parser.add_argument("--out", type=Path, required=True, metavar="OUT.csv",
                        help="the table to write, with what was suggested")  # fmt: skip


def run(args: argparse.Namespace) -> int:
    model = packing.load(args.model)
    rows = suggest_table(model, args.source, args.text, args.out)
    say(f"{args.out}: {model.label} suggested for {rows:,} rows")
    return OK
