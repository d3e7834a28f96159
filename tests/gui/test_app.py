"""The application in the language of its window, whatever the system's is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import locale
from datetime import date
from PySide6.QtCore import QLocale
from gui.app import application
app = application()
from PySide6.QtWidgets import QSpinBox
print(QSpinBox(value=90).text(), f"{date(2026, 3, 1):%B}", locale.localeconv()["decimal_point"],
      app.layoutDirection().name)
"""


@pytest.mark.parametrize("language", ["C.UTF-8", "de_DE.UTF-8", "ar_EG.UTF-8", "tr_TR.UTF-8"])
def test_numbers_and_months_are_in_the_windows_language(language):
    """Where the system lacks the locale, Qt goes by its name all the same."""
    done = _run(SCRIPT, LC_ALL=language)
    assert (done.returncode, done.stdout) == (0, "90 March . LeftToRight\n"), done.stderr


def _run(script, **surroundings):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", **surroundings}
    return subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True,
                          check=False)  # fmt: skip


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system brings its fonts")
def test_a_computer_without_fonts_is_told_what_to_install(tmp_path):
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>")
    script = "from gui.app import application; application()"
    assert "apt-get install fonts-dejavu-core" in _run(script, FONTCONFIG_FILE=str(fonts)).stderr
    assert "fonts-dejavu-core" not in _run(script).stderr
