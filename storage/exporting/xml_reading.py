"""Reads XML that may come from anywhere, and holds it against a standard's schema."""

from __future__ import annotations

from functools import cache

from lxml import etree

import resources


def parse_xml(data: bytes) -> etree._Element:
    """Nothing that it names outside itself is fetched, and nothing in it is expanded. Raises ValueError."""
    try:
        return etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        )
    except etree.XMLSyntaxError as error:
        raise ValueError(str(error)) from error


def validate(root: etree._Element, schema: str, standard: str) -> None:
    """Raises ValueError that names the standard where it does not follow its schema, a file of ours."""
    known = _schema(schema)
    if not known.validate(root):
        raise ValueError(f"not valid {standard}: {known.error_log.last_error}")


@cache
def _schema(name: str) -> etree.XMLSchema:
    with resources.path("schemas") as folder:
        return etree.XMLSchema(etree.parse(folder / name))
