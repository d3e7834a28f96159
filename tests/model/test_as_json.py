"""The JSON of `paraph extract`: what a recommendation is made of stands beside the keys that always were."""

from __future__ import annotations

import json
import re
from pathlib import Path

from model.as_json import ANATOMY, as_json
from model.documents import Document, Masthead
from model.doubts import Doubt, DoubtKind
from model.nodes import Kind, Node
from model.outline import Outline
from model.suggestions.engine import suggest
from model.workers.messages import Extracted


def written(*texts: str) -> dict:
    """A report with paragraphs of recommendations, and a doubt, as JSON reads it back."""
    nodes = [Node("s", Kind.SECTION, "Recommendations", rank=0, level=1)]
    nodes += [
        Node(f"n{at}", Kind.PARAGRAPH, text, "s", at, None, str(at)) for at, text in enumerate(texts, 1)
    ]
    document = Document("d", "made-up.pdf", "0" * 64, (), Masthead())
    doubts = [Doubt(DoubtKind.GAP, "n1", 1, "A number is missing.")]
    found = Extracted(document, nodes, suggest(document, Outline(nodes), "en"), doubts)
    return json.loads(json.dumps(as_json(found)))


def extracted(*texts: str) -> list[dict]:
    """The paragraphs alone."""
    return written(*texts)["nodes"][1:]


def test_a_recommendations_parts_stand_beside_the_words_that_give_them():
    (node,) = extracted("States parties should apply resolution 5/3 by 2030, as appropriate.")
    assert (node["role"], node["force"], node["addressees"]) == ("recommendation", 3, ["states-parties"])
    assert node["task"] == "apply resolution 5/3"
    assert node["instruments"] == [{"name": "resolution 5/3", "kind": "resolution", "target": None}]
    assert node["time-frame"] == [{"kind": "deadline", "text": "by 2030", "when": "2030"}]
    assert node["conditions"] == [{"kind": "discretion", "text": "as appropriate"}]
    assert node["evidence"]["time-frame"] == ["by 2030"]
    assert "frames" not in node


def test_several_recommendations_of_a_paragraph_are_listed_and_all_who_are_asked_named():
    (node,) = extracted(
        "The Secretariat should publish it. Civil society is invited to comment. It should be free."
    )
    assert (node["force"], node["verb"]) == (3, "should")
    assert node["addressees"] == ["secretariat", "civil-society"]
    assert [frame["verb"] for frame in node["frames"]] == ["should", "is invited to", "should"]
    assert [frame["addressees"] for frame in node["frames"]][:2] == [["secretariat"], ["civil-society"]]


def test_what_recommends_nothing_has_no_parts():
    (node,) = extracted("The meeting was opened by the Chair.")
    assert not {"task", "instruments", "time-frame", "attribution", "frames"} & set(node)


def test_the_words_of_a_role_stand_once_in_a_node_with_several_recommendations():
    (node,) = extracted("The Secretariat should publish it. Civil society is invited to comment.")
    assert node["evidence"]["role"] == ["should"]
    assert ["role" in frame["evidence"] for frame in node["frames"]] == [True, False]


def test_nobody_is_named_only_where_no_recommendation_of_the_node_names_anybody():
    (some,) = extracted("The Secretariat should publish it. Further work should be done.")
    (none,) = extracted("Further work should be done.")
    assert [frame["addressees"] for frame in some["frames"]] == [["secretariat"], ["implicit"]]
    assert (some["addressees"], none["addressees"]) == (["secretariat"], ["implicit"])


def test_the_guide_tells_what_every_key_is():
    guide = Path(__file__).resolve().parents[2] / "docs" / "guide" / "formats.md"
    told = guide.read_text(encoding="utf-8").split("## What `extract` writes")[1].split("\n## ")[0]
    found = written("The Secretariat should publish it. Civil society is invited to comment by 2030.")
    below = (
        found["document"],
        *found["doubts"],
        *found["nodes"],
        *(node["quote"] for node in found["nodes"]),
    )
    keys = {*found, *(key for one in below for key in one), *(slot.value for slot in ANATOMY)}
    assert {"coverage", "frames", "exact"} <= keys
    assert keys - set(re.findall(r"`([\w-]+)`", told)) == set()
