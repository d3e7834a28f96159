"""`paraph extract`: one PDF's structure as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from model.as_json import as_json
from model.errors import UserFacingError
from model.workers.worker import PdfWorker
from storage.commands import OK


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf")
    parser.add_argument("--json", default="-", metavar="FILE", help="where the JSON goes; - is the screen")
    parser.add_argument("--password", help="for a PDF that opens with a password only")


def run(args: argparse.Namespace) -> int:
    worker = PdfWorker()
    try:
        extracted = worker.extract(args.file, args.password).result()
    finally:
        worker.close()
    text = json.dumps(as_json(extracted), ensure_ascii=False)
    if args.json == "-":
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        print(text)
    else:
        _write(Path(args.json), text + "\n")
    return OK


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserFacingError(f"{path}: cannot be written: {error.strerror}.") from error
