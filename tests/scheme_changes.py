"""Other schemes than the one that comes with Paraph."""

from __future__ import annotations

from dataclasses import replace


def changed(scheme, slot, code, /, **changes):
    """The scheme with some fields of one label changed."""
    labels = tuple(
        replace(label, **changes) if label.code == code else label for label in scheme.labels[slot]
    )
    return replace(scheme, labels={**scheme.labels, slot: labels})
