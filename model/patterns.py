"""Regular expressions that are compiled when they are first used: of a language's, most never are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

_Finder = Callable[..., re.Match[str] | None]


@dataclass(frozen=True)
class Pattern:
    """A regular expression. Its methods are those of the compiled one."""

    pattern: str
    flags: int = 0

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def search(self) -> _Finder:
        return self._compiled.search

    @cached_property
    def match(self) -> _Finder:
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> _Finder:
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        return self._compiled.finditer
