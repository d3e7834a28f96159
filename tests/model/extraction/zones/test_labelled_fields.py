"""Fields of a form at the head of a decision: labels with a colon, each with its value beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.extraction.rows import Zone
from tests.model.extraction.zones.pages import Maker, body, texts, write

_FIELDS = {
    "en": ("Communication submitted by:", "Alleged victim:", "State party:", "Date of communication:",
           "Subject matter:", "Substantive issues:", "Articles of the Charter:"),
    "es": ("Comunicación presentada por:", "Presunta víctima:", "Estado parte:", "Fecha de la comunicación:",
           "Asunto:", "Cuestiones de fondo:", "Artículos de la Carta:"),
    "fr": ("Communication présentée par :", "Victime présumée :", "État partie :", "Date de communication :",
           "Objet :", "Questions de fond :", "Articles de la Charte :"),
}  # fmt: skip
_VALUES = (
    "S. K. (represented by counsel, Rosa Tem)", "The author", "Kadoria", "4 May 2026 (initial submission)",
    "Refusal of a permit to hold a picket at the port", "Freedom of assembly; freedom of speech", "19 and 21",
)  # fmt: skip


@pytest.mark.parametrize("language", _FIELDS)
def test_labels_right_above_counted_text_are_a_table(tmp_path: Path, language: str) -> None:
    maker = Maker(tmp_path / "fields.pdf")
    page = maker.page()
    write(page, 100, 60, "Decision of the Committee", 14, "bold")
    for at, (label, value) in enumerate(zip(_FIELDS[language], _VALUES, strict=True)):
        write(page, 100, 90 + 15 * at, label, 10, "italic")
        write(page, 260, 90 + 15 * at, value)
    write(page, 100, 196, "1.1")
    write(page, 128, 196, "The author of the communication is S. K., a national of Kadoria who was")
    body(page, 210, 20, 100)
    found = texts(maker.rows(), Zone.TABLE)
    assert [row.split("  ")[0] for row in found] == [
        f"{label} {value}" for label, value in zip(_FIELDS[language], _VALUES, strict=True)
    ]
