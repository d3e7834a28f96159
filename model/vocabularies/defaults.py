"""The vocabularies that come with Paraph."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

import resources
from model.labels import Slot
from model.vocabularies.as_csv import load_csv
from model.vocabularies.concepts import Vocabulary

# Their names by their files', each with the slot that its concepts fill.
DEFAULTS = MappingProxyType({
    "themes": ("Themes", Slot.THEMES),
    "sdg": ("Sustainable Development Goals", Slot.THEMES),
    "beneficiaries": ("Beneficiaries", Slot.BENEFICIARIES),
    "addressee-types": ("Addressee types", Slot.ADDRESSEES),
})  # fmt: skip
VERSION = "1"


@cache
def default_vocabulary(file: str) -> Vocabulary:
    """One of `DEFAULTS`, read once. Raises KeyError for another name."""
    name, slot = DEFAULTS[file]
    content = resources.read_bytes("vocabularies", f"{file}.csv").decode()
    return load_csv(content, name, slot, VERSION)
