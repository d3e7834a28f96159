"""The version of Paraph, as `--version`, crash reports and datasets name it; pyproject.toml says the same."""

VERSION = "0.1.0"

# What makes the outlines; the number goes up when the same PDF may give another outline.
EXTRACTOR = "paraph-grammar@1"
