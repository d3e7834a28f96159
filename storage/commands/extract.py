"""`paraph extract`: one PDF's structure as JSON."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from model.as_json import as_json
from model.errors import PasswordNeeded
from model.workers.worker import PdfWorker
from model.writing import ESCAPED, replacing
from storage.commands import OK, put


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.pdf", help="the report")
    parser.add_argument("--json", type=Path, default=Path("-"), metavar="FILE",
                        help="where the JSON goes; default: the screen (-)")  # fmt: skip
    parser.add_argument("--password", help="for a PDF that needs a password")


def run(args: argparse.Namespace) -> int:
    worker = PdfWorker()
    try:
        extracted = worker.extract(args.file, args.password).result()
    except PasswordNeeded as error:
        raise PasswordNeeded(f"{str(error).removesuffix('.')} with --password.") from error
    finally:
        worker.close()
    text = json.dumps(as_json(extracted), ensure_ascii=False)
    if args.json == Path("-"):
        sys.stdout.reconfigure(encoding="utf-8", errors=ESCAPED)  # type: ignore[union-attr]
        put(text)
    else:
        with replacing(args.json, args.file) as beside:
            beside.write_text(text + "\n", encoding="utf-8", errors=ESCAPED)
    return OK
