"""The version of Paraph, as `--version`, crash reports and datasets name it; pyproject.toml says the same."""

VERSION = "0.1.0"

# What makes the outlines; the number goes up when the same PDF may give another outline.
EXTRACTOR = "paraph-grammar@1"


def is_older(extractor: str) -> bool:
    """Whether an outline was made by an earlier version of the extractor than the present one."""
    name, _, version = extractor.partition("@")
    present, _, number = EXTRACTOR.partition("@")
    return name == present and version.isdecimal() and int(version) < int(number)
