import ast
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

import gui
from gui.layouts import widgets_of


def test_the_widgets_of_a_layout_come_in_its_order(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    apart, second, first = (QLabel(name, holder) for name in ("apart", "second", "first"))
    row = QHBoxLayout(holder)
    row.addWidget(second)
    row.addStretch(1)
    row.insertWidget(0, first)
    assert widgets_of(row) == [first, second]
    assert apart not in widgets_of(row)


def test_no_layout_is_written_in_python_or_asked_for_its_items():
    """On Python 3.11 that ends now and then in a crash (decision 0022)."""
    for path in Path(gui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                assert not {base for base in bases if base.endswith("Layout") or base == "QLayoutItem"}, path
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("takeAt", "itemAtPosition"), path
