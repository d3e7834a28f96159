"""NumPy's arrays as a type. NumPy itself is imported where something is learned or suggested, not before."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any, TypeAlias

from model.errors import UserFacingError

Array: TypeAlias = Any


def must_have(*packages: str) -> None:
    """Raises UserFacingError if a package is not installed: learning is an extra."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        raise UserFacingError("Learning needs scikit-learn; install Paraph as paraph[learning]")
