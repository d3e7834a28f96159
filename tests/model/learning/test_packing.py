"""The file of a model: it comes back the same, and a file that is none, or means harm, is turned down."""

from __future__ import annotations

import io
import json
import os
import pickle
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from model.errors import UserFacingError
from model.learning.arrays import must_have
from model.learning.on_tables import learn_table
from model.learning.packing import load, pack, save, unpack
from tests.model.learning.tables_made import write

ROOT = Path(__file__).resolve().parents[3]
TEXTS = ["Ratify measures on wells", "Consider ships", ""]


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return learn_table(write(tmp_path_factory.mktemp("packing") / "t.csv"), "text", "themes", "|")[0]


def test_a_model_comes_back_as_it_was(model, tmp_path):
    path = tmp_path / "themes.model"
    save(model, path)
    again = load(path)
    assert (again.label, again.values, again.separator) == ("themes", model.values, "|")
    assert again.metrics == model.metrics
    assert np.allclose(again.probabilities(TEXTS), model.probabilities(TEXTS), atol=0.01)
    assert pack(again) == path.read_bytes()


def test_a_device_is_written_to_and_never_replaced(model, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as reader:
        read = reader.submit(pipe.read_bytes)
        save(model, pipe)
        assert read.result() == pack(model)
    assert pipe.is_fifo()


def test_the_same_table_makes_the_same_file_in_every_process(tmp_path):
    table = write(tmp_path / "t.csv")
    made = []
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.model"
        command = [sys.executable, ROOT / "main.py", "learn", table, "--text", "text", "--label", "action"]
        subprocess.run([*command, "--out", out], check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        made.append(out.read_bytes())
    assert made[0] == made[1]


class _Harmful:
    def __reduce__(self):
        return (pytest.fail, ("something in the file was run",))


def _with(content, name, entry):
    """The model's file with one entry put in the place of another; None takes it out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        if entry is not None:
            new.writestr(name, entry)
    return out.getvalue()


def _npy(array, **how):
    out = io.BytesIO()
    np.save(out, array, **how)
    return out.getvalue()


def _about(content, **changed):
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return json.dumps(json.loads(file.read("about.json")) | changed)


HARM = {
    "a pickle": lambda packed: pickle.dumps(_Harmful()),
    "objects in an array": lambda packed: _with(
        packed, "scale.npy", _npy(np.array([_Harmful()], dtype=object), allow_pickle=True)
    ),
    "a pickle for an array": lambda packed: _with(packed, "scale.npy", pickle.dumps(_Harmful())),
    "not a zip": lambda packed: b"text",
    "cut off": lambda packed: packed[: len(packed) // 2],
    "no tokens": lambda packed: _with(packed, "tokens.json", None),
    "other tokens": lambda packed: _with(packed, "tokens.json", '["a"]'),
    "tokens by name": lambda packed: _with(packed, "tokens.json", '{"a": "b"}'),
    "tokens of another sort": lambda packed: _with(packed, "tokens.json", "[1]"),
    "an empty token": lambda packed: _with(packed, "tokens.json", '[""]'),
    "another shape": lambda packed: _with(packed, "scale.npy", _npy(np.zeros((2, 2)))),
    "no numbers": lambda packed: _with(packed, "thresholds.npy", _npy(np.full(3, np.nan))),
    "another version": lambda packed: _with(packed, "about.json", _about(packed, version=9)),
    "values of another sort": lambda packed: _with(packed, "about.json", _about(packed, values=[1, 2, 3])),
    "deep JSON": lambda packed: _with(packed, "about.json", "[" * 100_000),
    "a list": lambda packed: _with(packed, "about.json", "[]"),
}


@pytest.mark.parametrize("name", HARM)
def test_a_file_that_is_no_model_is_turned_down(model, name):
    with pytest.raises(UserFacingError, match=r"^x\.model: not a learned model, or damaged"):
        unpack(HARM[name](pack(model)), "x.model")


def test_a_file_that_is_too_large_is_not_even_read(model, tmp_path, monkeypatch):
    save(model, tmp_path / "themes.model")
    monkeypatch.setattr("model.learning.packing._LARGEST", (tmp_path / "themes.model").stat().st_size)
    with pytest.raises(UserFacingError, match="not a learned model, or damaged"):
        load(tmp_path / "themes.model")  # unpacked it is larger
    (tmp_path / "themes.model").write_bytes(pack(model) + b"!")
    with pytest.raises(UserFacingError, match="too large"):
        load(tmp_path / "themes.model")


def test_what_is_not_installed_is_told():
    must_have("json")
    with pytest.raises(UserFacingError, match="Learning needs scikit-learn"):
        must_have("json", "no_such_package")


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UserFacingError, match="no such file"):
        load(tmp_path / "no.model")
