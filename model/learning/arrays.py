"""NumPy's arrays as a type. NumPy itself is imported where something is learned or suggested, not before."""

from __future__ import annotations

from typing import Any, TypeAlias

Array: TypeAlias = Any
