"""A learned model as bytes: a zip of JSON and NumPy arrays. Opening a stranger's file runs nothing in it.

`about.json` holds what the model is for and how well it did, `tokens.json` its features, and the arrays their
weights. Whatever a file lacks, or holds in other shapes than it must, makes it no model.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.errors import UserFacingError, why_unreadable
from model.learning.arrays import Array, must_have
from model.learning.features import Features
from model.learning.learned import LearnedModel
from model.writing import replacing

_FORMAT = "paraph-model"
_FORMAT_VERSION = 1
# More than any model that is trained here; a file that unpacks to more is not one.
_LARGEST = 1 << 30
_ARRAYS = ("weights", "coefficients", "scale", "thresholds")
# A file's entries get no time of their own: the same model is the same bytes.
_WHEN = (2000, 1, 1, 0, 0, 0)


def pack(model: LearnedModel) -> bytes:
    """The model as bytes; the same model gives the same bytes."""
    about = {
        "format": _FORMAT, "version": _FORMAT_VERSION, "label": model.label, "values": model.values,
        "separator": model.separator, "at_least_one": model.at_least_one, "language": model.language,
        "metrics": model.metrics,
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        _put(file, "about.json", json.dumps(about, ensure_ascii=False).encode())
        _put(file, "tokens.json", json.dumps(model.features.tokens, ensure_ascii=False).encode())
        for name, array in _arrays(model).items():
            _put(file, f"{name}.npy", _array_bytes(array))
    return buffer.getvalue()


def unpack(content: bytes, name: str) -> LearnedModel:
    """The model that bytes hold; `name` is the file's, for the message of the UserFacingError that it raises
    where they hold none."""
    must_have("numpy", "scipy")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            if sum(entry.file_size for entry in file.infolist()) > _LARGEST:
                raise ValueError("larger than any model")
            about = json.loads(file.read("about.json"))
            tokens = json.loads(file.read("tokens.json"))
            arrays = {array: _read_array(file.read(f"{array}.npy")) for array in _ARRAYS}
        return _model(about, tokens, arrays)
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError, OSError,
            NotImplementedError, RuntimeError, RecursionError) as error:  # fmt: skip
        raise UserFacingError(
            f"{name}: not a learned model, or damaged; make it with `paraph learn`"
        ) from error


def short_hash(content: bytes) -> str:
    """What tells models apart in a reviewer's name: `model@3f2a9c81`."""
    return hashlib.sha256(content).hexdigest()[:8]


def save(model: LearnedModel, path: Path, *sources: Path) -> None:
    """Writes the model beside its place and then puts it there, which is none of what it was learned from."""
    with replacing(path, *sources) as beside:
        beside.write_bytes(pack(model))


def load(path: Path) -> LearnedModel:
    """Raises UserFacingError if the file cannot be read or is not a model."""
    try:
        if path.stat().st_size > _LARGEST:
            raise UserFacingError(f"{path}: not a learned model: too large; make one with `paraph learn`")
        content = path.read_bytes()
    except OSError as error:
        raise UserFacingError(f"{path}: {why_unreadable(error)}") from error
    return unpack(content, str(path))


def _model(about: Mapping[str, Any], tokens: list[str], arrays: Mapping[str, Array]) -> LearnedModel:
    """Raises ValueError and its like where anything does not fit."""
    values = tuple(about["values"])
    label, language = about["label"], about["language"]
    separator, least = about["separator"], about["at_least_one"]
    _must(about["format"] == _FORMAT and about["version"] == _FORMAT_VERSION)
    _must(isinstance(tokens, list) and all(isinstance(token, str) and token for token in tokens))
    _must(
        len(values) >= 2 and len(set(values)) == len(values) and all(isinstance(one, str) for one in values)
    )
    _must(isinstance(label, str) and isinstance(language, str) and isinstance(about["metrics"], dict))
    _must(isinstance(separator, str) and isinstance(least, bool))
    rows = 5 if separator else len(values) + 1
    shapes = {
        "weights": (len(tokens),), "coefficients": (len(tokens) + 1, len(values)),
        "scale": (rows, len(values)), "thresholds": (len(values),),
    }  # fmt: skip
    _must(all(arrays[name].shape == shape for name, shape in shapes.items()))
    return LearnedModel(
        label=label, values=values, separator=separator, at_least_one=least, language=language,
        features=Features(tokens, arrays["weights"]), coefficients=arrays["coefficients"],
        scale=arrays["scale"], thresholds=arrays["thresholds"], metrics=about["metrics"],
    )  # fmt: skip


def _arrays(model: LearnedModel) -> dict[str, Array]:
    """Coefficients in half precision: nothing that can be measured is lost, and half of the file."""
    import numpy as np

    return {
        "weights": model.features.weights, "coefficients": model.coefficients.astype(np.float16),
        "scale": model.scale, "thresholds": model.thresholds,
    }  # fmt: skip


def _array_bytes(array: Array) -> bytes:
    import numpy as np

    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def _read_array(content: bytes) -> Array:
    import numpy as np

    array: Array = np.load(io.BytesIO(content), allow_pickle=False)
    _must(array.dtype.kind == "f" and bool(np.isfinite(array).all()))
    return array.astype(np.float32)


def _put(file: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _WHEN)
    file.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=6)


def _must(fits: bool) -> None:
    if not fits:
        raise ValueError("does not fit")
