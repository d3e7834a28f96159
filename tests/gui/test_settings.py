"""What the application remembers: written once for many changes, never fatal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from gui.panels import NAMES, Panels
from gui.settings import Settings, _read
from gui.stage import Stage
from model.user_name import settings_file


def test_values_come_back_in_the_next_run(qapp, qtbot):
    settings = Settings()
    settings.set("theme", "dark")
    settings.set("text_percent", 120)
    qtbot.waitUntil(settings_file().exists)
    later = Settings()
    assert (later.get("theme", "system"), later.get("text_percent", 100)) == ("dark", 120)


def test_a_value_of_the_wrong_type_counts_as_none(qapp, tmp_path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"text_percent": "huge", "panel_widths": 3}), encoding="utf-8")
    settings = Settings(path)
    assert settings.get("text_percent", 100) == 100
    assert settings.get("panel_widths", []) == []


def test_the_width_of_the_open_side_comes_back(qtbot, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set("side_width", 420)
    panels = Panels(settings, {name: QWidget() for name in NAMES})
    qtbot.addWidget(panels)
    panels.resize(1600, 800)
    panels.set_side_open(True)
    assert panels.sizes()[0] == 420


@pytest.mark.parametrize(
    "damaged",
    [
        {"geometry": "\ud800é"},
        {"first_steps": [[1], {}]},
        {"side_width": 10**12},
        {"panel_widths": [10**12, 400, 300, 200]},
        {"panel_widths": [-5, -5, -5, -5]},
        {"panel_widths": [0, 0, 0, 0]},
        {"panel_widths": [float("nan"), float("inf"), None, "wide"]},
        {"panels_hidden": list(NAMES)},
        {"panels_hidden": [["page"], 3]},
        {"side_tab": "nowhere"},
        {"windows": [[1, 2], ["a"], 3]},
        {"export_folders": {"a": 10**12}},
    ],
)
def test_values_that_paraph_never_wrote_do_not_keep_the_window_from_opening(
    qapp, tmp_path, monkeypatch, damaged
):
    path = tmp_path / "damaged.json"
    path.write_text(json.dumps(damaged), encoding="utf-8")
    read = _read
    monkeypatch.setattr("gui.settings._read", lambda _: read(path))
    with Stage(first_start=True) as stage:
        assert stage.window.is_assembled
        stage.window.panels.set_side_open(True)
        sizes = stage.window.panels.sizes()
        assert all(size >= 0 for size in sizes)
        assert sum(sizes) <= stage.window.width()


@pytest.mark.parametrize("damaged", [7, [], {"a.paraph": 7}, {"a.paraph": "b.pdf"}])
def test_what_is_no_list_of_files_counts_as_none(qapp, tmp_path, damaged):
    path, project, pdf = tmp_path / "damaged.json", Path("a.paraph"), Path("c.pdf")
    path.write_text(json.dumps({"files_of_projects": damaged}), encoding="utf-8")
    settings = Settings(path)
    assert settings.take_files(project) == ()
    settings.keep_files(project, [pdf])
    assert settings.take_files(project) == (pdf,)


@pytest.mark.parametrize("tab", ["documents", "search", "doubts", "queue", "history"])
def test_the_tab_of_the_side_that_was_open_last_opens_with_the_window(qapp, tmp_path, monkeypatch, tab):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"side_tab": tab}), encoding="utf-8")
    read = _read
    monkeypatch.setattr("gui.settings._read", lambda _: read(path))
    with Stage() as stage:
        assert stage.window.side.current == tab


@pytest.mark.parametrize("value", [10**12, -1, True, "wide", None, float("nan"), float("inf")])
def test_a_number_that_no_window_has_counts_as_none(qapp, tmp_path, value):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"side_width": value, "text_percent": 120}), encoding="utf-8")
    settings = Settings(path)
    assert settings.get("side_width", 300) == 300
    assert settings.get("text_percent", 100) == 120


def test_a_side_that_was_dragged_wide_on_a_large_screen_leaves_the_others_room(qtbot, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    settings.set("side_width", 2400)
    panels = Panels(settings, {name: QWidget() for name in NAMES})
    qtbot.addWidget(panels)
    panels.resize(1280, 800)
    panels.set_side_open(True)
    assert panels.sizes()[0] < 700
    assert all(size > 100 for size in panels.sizes()[1:])


@pytest.mark.parametrize("content", [b"{\xff not json", b"[" * 200_000])
def test_a_damaged_file_is_an_empty_one(qapp, tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get("reviewer", "") == ""
    settings.set("reviewer", "Ada")
    settings.flush()
    assert Settings(path).get("reviewer", "") == "Ada"


def test_a_project_whose_name_is_no_utf_8_is_remembered(qapp, tmp_path):
    name = "d\udce9cisions.paraph"
    settings = Settings(tmp_path / "settings.json")
    settings.add_recent(Path(name))
    settings.flush()
    assert Settings(tmp_path / "settings.json").get("recent", []) == [name]


def test_a_file_that_cannot_be_written_is_said_and_survived(qapp, qtbot, tmp_path):
    (tmp_path / "folder").write_text("in the way")
    settings = Settings(tmp_path / "folder" / "settings.json")
    settings.set("reviewer", "Ada")
    with qtbot.waitSignal(settings.failed) as told:
        settings.flush()
    assert "settings.json" in told.args[0]


def test_a_file_that_cannot_take_its_place_leaves_nothing_beside(qapp, qtbot, tmp_path):
    (tmp_path / "settings.json").mkdir()
    settings = Settings(tmp_path / "settings.json")
    settings.set("reviewer", "Ada")
    with qtbot.waitSignal(settings.failed):
        settings.flush()
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_recent_projects_are_those_that_are_still_there(qapp, tmp_path):
    paths = [tmp_path / f"{number}.paraph" for number in range(3)]
    settings = Settings(tmp_path / "settings.json")
    for path in paths:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(tmp_path / ("long" * 80))  # the system refuses to say
    settings.add_recent(paths[0])
    paths[1].unlink()
    assert settings.recent() == [paths[0], paths[2]]
    settings.flush()
