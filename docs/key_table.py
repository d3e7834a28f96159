"""The guide's table of keys, made from the table of actions."""

from __future__ import annotations

from pathlib import Path

from gui.action_set import key_table

TARGET = Path(__file__).parent / "guide" / "keys.md"
HEAD = """# Keys

A single letter works everywhere except inside a text field, where it types; held down, it decides only
once. The window lists the same keys under Help > Keyboard shortcuts (F1), and `Ctrl+K` finds every action
by its name. On a Mac `Ctrl` is ⌘, but the action category uses Control and Shift; ⌫ deletes like `Del`.

| menu | action | keys |
|---|---|---|
"""


def table_text() -> str:
    """The page as it should be."""
    rows = [f"| {menu} | {action} | {_marked(keys)} |" for menu, action, keys in key_table()]
    return HEAD + "\n".join(rows) + "\n"


def write_key_table() -> Path:
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(table_text(), encoding="utf-8")
    return TARGET


def _marked(keys: str) -> str:
    return ", ".join(f"`{key}`" for key in keys.split(", "))


if __name__ == "__main__":
    write_key_table()
