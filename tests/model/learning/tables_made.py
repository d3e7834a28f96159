"""Labelled tables of invented recommendations, whose words tell their labels."""

from __future__ import annotations

import csv
from itertools import product

_ACTS = {"5": ("Ratify", "Adopt", "Abolish"), "3": ("Consider", "Examine"), "4": ("Strengthen", "Promote")}
_THEMES = {
    "water": ("clean water in villages", "wells and rivers"),
    "schools": ("teachers and pupils", "primary schools"),
    "ports": ("ships in harbours", "docks and lighthouses"),
}
_WHERE = (
    "in the north",
    "in the south",
    "on all islands",
    "without delay",
    "by next spring",
    "with partners",
)


def rows():
    """(text, action, themes) of recommendations; every third has two themes."""
    out = []
    for number, ((action, verbs), (theme, objects), where) in enumerate(
        product(_ACTS.items(), _THEMES.items(), _WHERE)
    ):
        verb, thing = verbs[number % len(verbs)], objects[number % len(objects)]
        also = [other for other in _THEMES if other != theme][number % 2]
        two = number % 3 == 0
        text = f"{verb} measures on {thing} {where}" + (f" and on {_THEMES[also][0]}" if two else "")
        out.append((text, action, "|".join([theme, also] if two else [theme])))
    return out


def write(path, delimiter=",", times=4):
    """A CSV of the recommendations, each some times with a number, so that none is there twice."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(["id", "text", "action", "themes"])
        number = 0
        for time in range(times):
            for text, action, themes in rows():
                number += 1
                writer.writerow([number, f"{text}, point {time}.", action, themes])
    return path
