"""Texts that XML takes: it has no place for most control characters."""

from __future__ import annotations

import re

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with a replacement character for each that XML has no place for: offsets stay as they are."""
    return _NOT_IN_XML.sub("\ufffd", text)
