"""The version of Paraph, as `--version`, crash reports and datasets name it; pyproject.toml says the same."""

VERSION = "0.1.0"
