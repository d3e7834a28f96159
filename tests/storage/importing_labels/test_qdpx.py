"""REFI-QDA: codings come back as decisions, and an archive from somebody else can do no harm."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from lxml import etree

from model.errors import UserFacingError
from model.labels import Slot, Span
from storage.exporting import export
from storage.importing_labels import Request, import_labels
from tests.storage.importing_labels.said import document, everything, node, word

NAMESPACE = "urn:QDA-XML:project:1.0"
QDA = {"q": NAMESPACE}
ZOE = "aaaaaaaa-0000-4000-8000-000000000001"
SOURCE = "aaaaaaaa-0000-4000-8000-000000000002"
CODES = {"role": "aaaaaaaa-0000-4000-8000-00000000000a", "decision": "aaaaaaaa-0000-4000-8000-00000000000b",
         "verb": "aaaaaaaa-0000-4000-8000-00000000000c"}  # fmt: skip


@pytest.fixture
def exported(project, tmp_path):
    return export(project, ["qdpx"], tmp_path / "out")[0]


def changed(path, tmp_path, change):
    """A copy of a project with another description."""
    target = tmp_path / "changed.qdpx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            data = source.read(name)
            made.writestr(name, change(data) if name == "project.qde" else data)
    return target


def test_what_nobody_touched_changes_nothing(project, exported):
    before = everything(project)
    outcome = import_labels(project, exported, Request())
    assert (outcome.changed, outcome.problems) == (0, [])
    assert outcome.unchanged > 10
    assert outcome.summary.endswith(f", {outcome.unchanged} already there")
    assert everything(project) == before


def test_codings_that_were_added_there_are_decisions_here(project, exported, tmp_path):
    seven = node(project, "7")

    def recode(data):
        root = etree.fromstring(data)
        etree.SubElement(root.find("q:Users", QDA), f"{{{NAMESPACE}}}User", guid=ZOE, name="Zoe")
        codes = {}
        for code in root.iter("{*}Code"):
            codes.setdefault((code.getparent().get("name"), code.get("name")), code.get("guid"))
        entry = root.find(f".//q:PlainTextSelection[@guid='{seven.id}']", QDA)
        start = int(entry.get("startPosition"))
        at = seven.text.index("publish")
        words = etree.fromstring(
            f"<PlainTextSelection xmlns='{NAMESPACE}' guid='{SOURCE}' startPosition='{start + at}'"
            f" endPosition='{start + at + 7}'/>"
        )
        entry.addnext(words)
        for place, code in ((entry, ("role", "decision")), (words, (None, "verb"))):
            coding = etree.SubElement(place, f"{{{NAMESPACE}}}Coding", guid=CODES["role"], creatingUser=ZOE)
            etree.SubElement(coding, f"{{{NAMESPACE}}}CodeRef", targetGUID=codes[code])
        return etree.tostring(root)

    outcome = import_labels(project, changed(exported, tmp_path, recode), Request())
    assert (outcome.changed, outcome.problems) == (2, [])
    assert word(project, seven, Slot.ROLE, "Zoe").value == "decision"
    verb = word(project, seven, Slot.VERB, "Zoe")
    assert (verb.value, verb.evidence) == ("publish", (Span(at := seven.text.index("publish"), at + 7),))
    project.undo(document(project), project.person("Zoe")).result()
    assert word(project, seven, Slot.ROLE, "Zoe") is None


def foreign(path, text, selections, inside=f"sources/{SOURCE}.txt"):
    """A project as another tool writes it: a text, and (start, end, code)."""
    made = "".join(
        f"<PlainTextSelection guid='{SOURCE[:-3]}{number:03}' startPosition='{start}' endPosition='{end}'>"
        f"<Coding guid='{SOURCE[:-3]}{number + 500:03}' creatingUser='{ZOE}'>"
        f"<CodeRef targetGUID='{CODES[code]}'/></Coding></PlainTextSelection>"
        for number, (start, end, code) in enumerate(selections, 1)
    )
    root = (
        f"<Project xmlns='{NAMESPACE}' name='theirs'><Users><User guid='{ZOE}' name='Zoe'/></Users><CodeBook>"
        f"<Codes><Code guid='{CODES['role']}' name='Role' isCodable='true'><Code guid='{CODES['decision']}' "
        f"name='Decision' isCodable='true'/></Code>"
        f"<Code guid='{CODES['verb']}' name='verb' isCodable='true'/></Codes></CodeBook>"
        f"<Sources><TextSource guid='{SOURCE}' plainTextPath='internal://{SOURCE}.txt'>"
        f"{made}</TextSource></Sources></Project>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", root)
        archive.writestr(inside, text)
    return path


def test_another_tools_codings_are_found_by_the_paragraphs_text(project, tmp_path):
    seven = node(project, "7")
    text = f"Some heading\n7. {seven.text}\nAnother paragraph that is not in the project."
    start = text.index(seven.text)
    verb = text.index("requested")
    path = foreign(
        tmp_path / "theirs.qdpx",
        text,
        [
            (start, start + len(seven.text), "decision"),
            (verb, verb + 9, "verb"),
            (len(text) - 20, len(text), "verb"),
        ],
    )
    outcome = import_labels(project, path, Request())
    assert outcome.changed == 2
    assert word(project, seven, Slot.ROLE, "Zoe").value == "decision"
    at = seven.text.index("requested")
    assert word(project, seven, Slot.VERB, "Zoe").evidence == (Span(at, at + 9),)
    assert len(outcome.problems) == 1
    assert "no paragraph or item reads “Another paragraph" in outcome.problems[0]


def refused(project, path):
    before = everything(project)
    with pytest.raises(UserFacingError) as raised:
        import_labels(project, path, Request())
    assert str(raised.value).startswith(f"{path}: ") or "selection" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert everything(project) == before
    return str(raised.value)


@pytest.mark.parametrize(
    "name", ["../../etc/evil.txt", "/etc/evil.txt", "sources\\..\\..\\evil.txt", "C:/evil.txt"]
)
def test_a_member_that_would_land_elsewhere_is_refused(project, tmp_path, name):
    path = foreign(tmp_path / "bad.qdpx", "text", [], inside=name)
    assert "named to land elsewhere" in refused(project, path)
    assert not list(tmp_path.glob("**/evil.txt"))


def test_a_member_without_a_name_leads_nowhere(project, tmp_path):
    path = foreign(tmp_path / "bad.qdpx", "text", [], inside=".")
    refused(project, path)


def test_a_selection_at_a_huge_number_is_refused(project, tmp_path):
    path = foreign(tmp_path / "bad.qdpx", "text", [(0, "9" * 5_000, "decision")])
    refused(project, path)


def test_a_bomb_is_refused_while_it_grows(project, tmp_path):
    path = tmp_path / "bomb.qdpx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("project.qde", "w") as member,
    ):
        for _ in range(220):
            member.write(b" " * 1_000_000)
    assert path.stat().st_size < 1_000_000
    assert "grows beyond 200 MB; export fewer texts" in refused(project, path)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]>'
    f'<Project xmlns="{NAMESPACE}" name="x"><Description>&b;&c;</Description></Project>'
)


@pytest.mark.parametrize(
    ("description", "says"),
    [
        (ENTITIES, "its XML defines things of its own"),
        ("<Project", "export it again"),
        (f"<Project xmlns='{NAMESPACE}'/>", "not a REFI-QDA project"),
        ("<other/>", "not a REFI-QDA project"),
        ("", "not a REFI-QDA project"),
    ],
)
def test_xml_that_is_none_or_defines_things_is_refused(project, tmp_path, description, says):
    path = tmp_path / "bad.qdpx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("project.qde", description)
    assert says in refused(project, path)


def test_selections_outside_the_text_are_refused(project, tmp_path):
    for start, end in ((0, 9_999), (-5, 3), (5, 2)):
        path = foreign(tmp_path / "bad.qdpx", "A short text.", [(start, end, "verb")])
        assert "is not in its text" in refused(project, path)


def test_what_is_no_archive_or_a_damaged_one_is_refused(project, exported, tmp_path):
    path = tmp_path / "bad.qdpx"
    path.write_bytes(b"PK\x03\x04 nothing")
    assert "not a REFI-QDA project, or damaged" in refused(project, path)
    data = exported.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert "not a REFI-QDA project, or damaged" in refused(project, path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other.txt", "x")
    assert "no project.qde in it" in refused(project, path)
    shutil.copy(exported, path)
    with zipfile.ZipFile(exported) as archive, zipfile.ZipFile(path, "w") as made:
        made.writestr("project.qde", archive.read("project.qde"))
    assert "is not in it; export the project again" in refused(project, path)
