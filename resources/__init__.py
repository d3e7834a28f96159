"""Files that ship with the application: icons, vocabularies, the sample report.

Read through importlib.resources, so that they are found from source, installed and frozen.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def read_text(*parts: str) -> str:
    """A resource's text: `read_text("icons", "paraph.svg")`. Raises FileNotFoundError."""
    return files(__name__).joinpath(*parts).read_text(encoding="utf-8")


def read_bytes(*parts: str) -> bytes:
    """A resource's bytes. Raises FileNotFoundError."""
    return files(__name__).joinpath(*parts).read_bytes()


def path(*parts: str) -> AbstractContextManager[Path]:
    """A real file for the time of a `with` block; a temporary copy where the resource is packed away."""
    return as_file(files(__name__).joinpath(*parts))


def guide_pages() -> dict[str, str]:
    """The guide's pages by their names, README.md first; it lies beside this package, also when installed."""
    found = sorted((Path(__file__).parent.parent / "docs" / "guide").glob("*.md"), key=_order)
    return {page.name: page.read_text(encoding="utf-8") for page in found}


def _order(page: Path) -> tuple[bool, str]:
    return page.name != "README.md", page.name


def desktop_data() -> str:
    """The folder of what desktops know about the application's files, laid out as their own data folders."""
    return str(files(__name__).joinpath("desktop"))
