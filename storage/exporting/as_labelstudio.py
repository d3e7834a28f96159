"""Label Studio: a folder with `tasks.json` to import there, and `labeling-config.xml` to set its project up.

A task is a paragraph or item with its text, its headings and its lead-in; one with several recommendations
gives a task for each. Closed values are choices, words are regions of the text: "verb", "conditions/extent".
What people said is the task's annotation, what is suggested its prediction. `meta`, and `entry` in the data,
hold our ids, by which work comes back. Offsets are code points, as Label Studio counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from model.labels import ConditionKind, InstrumentKind, Response, Slot, TimeKind
from model.nodes import CLASSIFIED
from model.review import Source
from model.schemes import default
from storage.exporting.files import TextFile
from storage.exporting.formats import DatasetContext, Format, RowBatch, RowKey
from storage.exporting.records import Record
from storage.exporting.reports import Report, ReportEntry, SlotLabel, is_labelled, reports
from storage.exporting.wording import CHOSEN, slot_name
from storage.exporting.xml_reading import parse_xml
from storage.exporting.xml_text import xml_text

_TASKS, CONFIG = "tasks.json", "labeling-config.xml"
TEXT, _REGIONS = "text", "words"
# Slots whose words are of a kind; the words make the value.
_KINDS = {Slot.INSTRUMENTS: tuple(InstrumentKind), Slot.CONDITIONS: tuple(ConditionKind),
          Slot.TIME_FRAME: tuple(TimeKind), Slot.FOLLOW_UP: tuple(Response)}  # fmt: skip
_SUGGESTED = frozenset({Source.SUGGESTED.value, Source.INHERITED.value})
_json = json.JSONEncoder(ensure_ascii=False).encode


class LabelStudio(Format):
    suffix = "-labelstudio"
    is_folder = True
    loses = (
        "headings, tables and other entries without labels",
        "the outline, except the headings above and the lead-in",
        "rectangles on the page",
        "normalized names and targets of references",
    )

    def carries(self, record: Record) -> bool:
        return record.kind in CLASSIFIED or is_labelled(record)

    def write(self, path: Path, batches: Iterator[RowBatch], context: DatasetContext) -> None:
        interface = _Interface(context)
        written = 0
        with TextFile(path / _TASKS) as file:
            file.write("[")
            for report in reports(batches, context):
                for task in _tasks(report):
                    interface.take(task)
                    file.write(f"{',' if written else ''}\n{_json(task)}")
                    written += 1
            file.write("\n]\n")
        (path / CONFIG).write_bytes(interface.encoded())

    def read_back(self, path: Path) -> Iterator[RowKey]:
        parse_xml((path / CONFIG).read_bytes())
        for task in json.loads((path / _TASKS).read_bytes()):
            yield RowKey(task["meta"]["document"], task["meta"]["id"], task["meta"]["frame"])


def _tasks(report: Report) -> Iterator[dict[str, Any]]:
    by_id = {entry.node.id: entry for entry in report.entries}
    for entry in report.entries:
        frames = entry.frames if entry.node.kind in CLASSIFIED else entry.labelled
        above = by_id.get(entry.node.parent or "")
        for frame in frames:
            yield _task(report, entry, frame, above)


def _task(report: Report, entry: ReportEntry, frame: int, above: ReportEntry | None) -> dict[str, Any]:
    document, node = report.document, entry.node
    lead_in = above.node.text if above is not None and above.node.kind in CLASSIFIED else ""
    said = [one for one in entry.said if one.frame == frame]
    people = [one for one in said if one.source not in _SUGGESTED]
    machines = [one for one in said if one.source in _SUGGESTED]
    made: dict[str, Any] = {
        "data": {
            TEXT: node.text, "number": entry.label, "headings": " › ".join(entry.path), "lead_in": lead_in,
            "place": f"{document.masthead.symbol or document.name} {report.numbers(entry)}".rstrip(),
            "page": node.page, "entry": f"{node.id}/{frame}",
        },
        "meta": {"id": node.id, "document": document.id, "frame": frame, "sha256": document.sha256},
    }  # fmt: skip
    if people:
        made["annotations"] = [{"result": list(_results(people))}]
    if machines:
        version = ", ".join(dict.fromkeys(one.reviewer for one in machines))
        made["predictions"] = [{"model_version": version, "result": list(_results(machines))}]
    return made


def _results(said: list[SlotLabel]) -> Iterator[dict[str, Any]]:
    for one in said:
        name = one.slot.value
        if one.slot in CHOSEN:
            codes = [part.code for part in one.parts if part.code]
            yield _result(f"{name}-{one.frame}", one, name, "choices", {"choices": codes})
        elif one.slot is Slot.NOTE:
            yield _result(f"{name}-{one.frame}", one, name, "textarea", {"text": [str(one.value)]})
        for number, ((start, end), label) in enumerate(one.regions):
            value = {"start": start, "end": end, "text": one.text[start:end], "labels": [label]}
            yield _result(f"{name}-{one.frame}-{number}", one, _REGIONS, "labels", value)


def _result(made: str, said: SlotLabel, name: str, kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"id": made, "from_name": name, "to_name": TEXT, "type": kind, "value": value,
            "meta": {"text": [said.reviewer]}}  # fmt: skip


class _Interface:
    """The labelling interface: what can be chosen there, and everything that the tasks hold."""

    def __init__(self, context: DatasetContext) -> None:
        self._slots = context.slots
        self._meant = context.definitions
        self._choices: dict[Slot, dict[str, None]] = {
            slot: dict.fromkeys(self._meant.get(slot, ())) for slot in context.slots if slot in CHOSEN
        }
        self._labels = {
            f"{slot.value}/{kind}" if kind else slot.value
            for slot in context.slots
            if slot is not Slot.NOTE
            for kind in _KINDS.get(slot, ("",))
        }

    def take(self, task: dict[str, Any]) -> None:
        """Notes what a task uses."""
        for of_one in (*task.get("annotations", ()), *task.get("predictions", ())):
            for result in of_one["result"]:
                if result["type"] == "choices":
                    self._choices[Slot(result["from_name"])].update(dict.fromkeys(result["value"]["choices"]))
                elif result["type"] == "labels":
                    self._labels.update(result["value"]["labels"])

    def encoded(self) -> bytes:
        view = etree.Element("View")
        for name, size in (("place", "4"), ("headings", "5"), ("lead_in", "5")):
            etree.SubElement(view, "Header", value=f"${name}", size=size)
        regions = etree.SubElement(view, "Labels", name=_REGIONS, toName=TEXT)
        palette = [role.color for role in default().labels[Slot.ROLE]]
        for number, label in enumerate(sorted(self._labels)):
            color = palette[number % len(palette)]
            etree.SubElement(regions, "Label", value=xml_text(label), background=color)
        etree.SubElement(view, "Text", name=TEXT, value=f"${TEXT}")
        for slot, values in self._choices.items():
            if values:
                self._add_choices(view, slot, list(values))
        if Slot.NOTE in self._slots:
            etree.SubElement(view, "TextArea", name=Slot.NOTE.value, toName=TEXT, placeholder="Note")
        etree.indent(view)
        data: bytes = etree.tostring(view, encoding="utf-8")
        return data + b"\n"

    def _add_choices(self, view: etree._Element, slot: Slot, values: list[str]) -> None:
        etree.SubElement(view, "Header", value=slot_name(slot), size="5")
        several = "multiple" if CHOSEN[slot] else "single"
        made = etree.SubElement(view, "Choices", name=slot.value, toName=TEXT, choice=several)
        for value in values:
            choice = etree.SubElement(made, "Choice", value=xml_text(value))
            meant = self._meant.get(slot, {}).get(value)
            if meant is not None:
                choice.set("hint", xml_text(": ".join(filter(None, (meant.name, meant.definition)))))
