"""The one entry: files or nothing open the window; a verb (extract, import, export, check) works headless.

Nothing heavy is imported at the top: worker processes import this module again when they start.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parent))  # installed, the folders lie inside the package

from model.version import VERSION as __version__  # noqa: N811
from storage.commands import OK, VERBS, one_line

MENDABLE, OUR_BUG = 2, 70


def _window(args: argparse.Namespace) -> int:
    from gui.platform_check import display_missing, missing_libraries_message
    from model.errors import UserFacingError
    from model.paths import exists

    for name in args.files:
        if not (name.suffix or exists(name)):
            raise UserFacingError(f"{name}: no command, and no such file; `paraph --help` lists the commands")
    try:
        if display_missing():
            if args.files:
                raise UserFacingError(
                    "there is no display, so no window; `paraph --help` lists what works without one"
                )
            from gui.headless import tour

            return tour(args.out)
        from gui.app import run
    except ImportError as error:
        message = missing_libraries_message(error)
        if message is None:
            raise
        print(message, file=sys.stderr)
        return MENDABLE
    return run(args.files, sample=args.sample)


class _Parser(argparse.ArgumentParser):
    """What is wrong with arguments is told in one line like everything else."""

    def error(self, message: str) -> NoReturn:
        from model.errors import UserFacingError

        raise UserFacingError(f"{message}; `{self.prog} --help` tells more")


def window_parser() -> argparse.ArgumentParser:
    """The arguments of the window."""
    verbs = "\n".join(f"  paraph {name:10}{what}" for name, what in VERBS.items())
    parser = _Parser(
        prog="paraph",
        description="Turn institutional reports into curated datasets, offline.",
        epilog=f"without a window:\n{verbs}\n\n`paraph VERB --help` explains each.\n\n"
        "exit status: 0 done; 1 a check found something, or a file was not imported;\n"
        "2 there is something for you to put right, and one line says what; 70 our fault",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Paraph {__version__}")
    parser.add_argument("--sample", action="store_true", help="open the window on the bundled sample report")
    parser.add_argument("--out", type=Path, default=Path("build/sample"), metavar="DIR",
                        help="where results go when there is no display")  # fmt: skip
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE.pdf | PROJECT.paraph",
                        help="what the window opens")  # fmt: skip
    return parser


def _verb(name: str) -> Any:
    """The module of a verb. "import" is a word of the language."""
    return import_module(f"storage.commands.{'import_' if name == 'import' else name}")


def verb_parser(name: str) -> argparse.ArgumentParser:
    """The arguments of a verb, such as "export"."""
    parser = _Parser(prog=f"paraph {name}", description=VERBS[name])
    _verb(name).arguments(parser)
    return parser


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in VERBS:
        verb, parser = _verb(arguments[0]), verb_parser(arguments[0])
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # what was begun is put away
        args = parser.parse_args(arguments[1:])
        _verify_folder()
        _verify_texts(args)
        return int(verb.run(args))
    args = window_parser().parse_args(arguments)
    _verify_folder()
    return _window(args)


def _verify_texts(args: argparse.Namespace) -> None:
    """Raises UserFacingError where a name or a note is in another encoding than ours; files may be."""
    for option, value in vars(args).items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and not text.isascii():
                try:
                    text.encode()
                except UnicodeEncodeError as error:
                    from model.errors import UserFacingError

                    raise UserFacingError(
                        f"--{option} {text}: not in UTF-8; set the terminal to it"
                    ) from error


def _prepare_output() -> None:
    """Whatever the terminal's encoding lacks is written as an escape; where there is no output, nowhere."""
    from model.writing import ESCAPED

    if sys.stdout is None:  # closed, or a program without a console
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    sys.stdout.reconfigure(errors=ESCAPED)  # type: ignore[union-attr]


def _verify_folder() -> None:
    """Raises UserFacingError where the folder that paths begin in is gone."""
    try:
        Path.cwd()
    except OSError as error:
        from model.errors import UserFacingError

        raise UserFacingError("the folder that you are in was deleted; go to another one") from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 done, 1 problems found, 2 the user can mend it, 70 our bug (a report is written)."""
    multiprocessing.freeze_support()
    from model.errors import UserFacingError

    _prepare_output()
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except UserFacingError as error:
        print(f"paraph: {one_line(str(error))}", file=sys.stderr)
        return MENDABLE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return OK
    except ModuleNotFoundError as error:
        print(f"paraph: {error.name} is not installed; `make run` in Paraph's folder installs what is needed",
              file=sys.stderr)  # fmt: skip
        return MENDABLE
    except Exception as error:
        from model.crash_reports import reported

        print(f"paraph: {reported(error, __version__)}", file=sys.stderr)
        return OUR_BUG


if __name__ == "__main__":
    sys.exit(main())
