"""Croissant metadata of a dataset's folder: https://docs.mlcommons.org/croissant/docs/croissant-spec.html"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage.exporting.card import Facts

_CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/", "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract", "field": "cr:field",
    "fileObject": "cr:fileObject", "fileProperty": "cr:fileProperty", "fileSet": "cr:fileSet",
    "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField",
    "path": "cr:path", "rai": "http://mlcommons.org/croissant/RAI/", "recordSet": "cr:recordSet",
    "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace",
    "samplingRate": "cr:samplingRate", "sc": "https://schema.org/", "separator": "cr:separator",
    "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
}  # fmt: skip
_TYPES = {"string": "sc:Text", "double": "sc:Float"}


def croissant(facts: Facts, files: Mapping[str, str]) -> dict[str, Any]:
    """The metadata as JSON-LD. `files` are the hashes of the Parquet files by split.

    Columns that hold objects are described by the card; here are those with plain values.
    """
    name, about = facts.context.name, facts.context.about
    release = about.get("release") or {}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": name,
        "description": f"{facts.counts['rows']} rows from {len(facts.counts['documents'])} reports, with "
        "labels and the place of each on the page.",
        "url": f"urn:sha256:{next(iter(files.values()))}",
        "license": "not stated: the reports' issuers say what may be done with their words",
        "citeAs": citation(name, release),
        "version": f"{release['version']}" if release else "0.0.0",
        **({"datePublished": release["at"][:10]} if release else {}),
        "creator": {"@type": "sc:Organization", "name": release.get("reviewer", about["made_by"])},
        "distribution": [
            {
                "@type": "cr:FileObject", "@id": f"{split}.parquet", "name": f"{split}.parquet",
                "contentUrl": f"data/{split}.parquet", "encodingFormat": "application/x-parquet",
                "sha256": sha256,
            }
            for split, sha256 in files.items()
        ],
        "recordSet": [_records(facts, split) for split in files],
    }  # fmt: skip


def citation(name: str, release: Mapping[str, Any]) -> str:
    """How to cite a dataset, in one line."""
    if not release:
        return f"{name} (dataset, not released)"
    return (
        f"{release['reviewer']} ({release['at'][:4]}). {name}, version {release['version']} [dataset]. "
        f"SHA-256 {release['content']}"
    )


def _records(facts: Facts, split: str) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": split,
        "name": split,
        "field": [
            {
                "@type": "cr:Field", "@id": f"{split}/{field.name}", "name": field.name,
                "dataType": _type(field.type.value_type if _is_list(field.type) else field.type),
                **({"repeated": True} if _is_list(field.type) else {}),
                "source": {"fileObject": {"@id": f"{split}.parquet"}, "extract": {"column": field.name}},
            }
            for field in facts.schema
            if _is_plain(field.type)
        ],
    }  # fmt: skip


def _is_list(type_: Any) -> bool:
    import pyarrow.types as types

    return bool(types.is_list(type_))


def _is_plain(type_: Any) -> bool:
    import pyarrow.types as types

    return not types.is_nested(type_) or (types.is_list(type_) and not types.is_nested(type_.value_type))


def _type(type_: Any) -> str:
    return _TYPES.get(str(type_), "sc:Integer")
