"""Every action of the window as data: menus, toolbar, context menus and the key table are made from it.

Keys are Qt's portable names. A single letter works anywhere except in a text field, where it types.
"""

from __future__ import annotations

from typing import NamedTuple

from gui.mac_keys import keys_here
from gui.needs import Needs
from gui.texts import KIND_WORDS
from model.labels import Action, Force, Slot
from model.nodes import Kind
from model.schemes import Label, default


class ActionSpec(NamedTuple):
    """One action. `menu` is a path ("Review/Role"); actions of another `group` get a line between them. A
    text ends with "…" where something is asked before it is done, and not where a window or field opens."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: Needs = Needs.NOTHING
    tip: str = ""
    group: int = 0
    checkable: bool = False
    hint: str = ""  # its word in the status line's key hints; of two keys, after the second


# What goes on while its key is held down; anything else is done once.
STEPS = frozenset({
    "undo", "redo", "find-next", "find-previous", "zoom-in", "zoom-out", "back", "forward", "text-larger",
    "text-smaller", "next", "previous", "next-recommendation", "previous-recommendation", "next-doubt",
    "previous-doubt",
})  # fmt: skip
ROLE = "role-"  # and a role's code: the id of the action that gives it
KIND = "kind-"  # and a kind's value: the id of the action that makes entries of it
# Each with its letter for Alt; Alt+V and others already say what words are.
MENUS = {"File": "&File", "Edit": "&Edit", "View": "Vie&w", "Review": "&Review", "Insights": "I&nsights",
         "Help": "He&lp"}  # fmt: skip
_FILLED = Needs.PROJECT | Needs.WRITING
_CHOSEN = Needs.DOCUMENT | Needs.SELECTION | Needs.WRITING
_SINGLE = _CHOSEN | Needs.ONE
_LABELLED = _CHOSEN | Needs.ROLE
_LOOKED_AT = Needs.DOCUMENT | Needs.SELECTION | Needs.ONE | Needs.ROLE


def role_spec(role: Label) -> ActionSpec:
    """The action that gives a role of the label scheme, with the role's key."""
    tip = role.definition or f"Its role: {role.name.lower()}"
    return ActionSpec(f"{ROLE}{role.code}", role.name, "Review/Role", (role.key,) if role.key else (), "",
                      _LABELLED, tip, 2)  # fmt: skip


def _force(force: Force) -> ActionSpec:
    return ActionSpec(f"force-{force.value}", f"{force.value}  {force.name.capitalize()}", "Review/Force",
                      (f"Shift+{force.value}",), "", _LABELLED, f"It {force.name.lower()}", 2)  # fmt: skip


def _action(action: Action) -> ActionSpec:
    return ActionSpec(f"action-{action.value}", f"{action.value}  {action.name.capitalize()}",
                      "Review/Action category", (f"Ctrl+Shift+{action.value}",), "", _LABELLED,
                      f"What it asks for is {action.name.lower()}", 2)  # fmt: skip


# What an entry can be in the report, each with its letter: pressed after T.
_KIND_KEYS = {
    Kind.TITLE: "T",
    Kind.CONTENTS: "C",
    Kind.SECTION: "H",
    Kind.PARAGRAPH: "P",
    Kind.ITEM: "I",
    Kind.TABLE: "B",
    Kind.FIGURE: "G",
    Kind.FOOTNOTE: "N",
    Kind.FURNITURE: "F",
}


def kind_id(kind: Kind) -> str:
    return f"{KIND}{kind.value}"


def _kind(kind: Kind, key: str) -> ActionSpec:
    word = KIND_WORDS[kind]
    return ActionSpec(kind_id(kind), word, "Review/Kind", (f"T, {key}",), "", _CHOSEN,
                      f"Its kind: {word.lower()}", 3,
                      hint=word.lower())  # fmt: skip


# What selected words can be said to be, each with its letter: pressed after W, or with Alt in the text.
SLOT_KEYS = (
    (Slot.ADDRESSEES, "A", "the addressee"),
    (Slot.VERB, "V", "the operative verb"),
    (Slot.ATTRIBUTION, "S", "who says it"),
    (Slot.TASK, "T", "the task, what is to be done"),
    (Slot.BENEFICIARIES, "B", "the beneficiary"),
    (Slot.THEMES, "H", "the theme"),
    (Slot.INSTRUMENTS, "I", "the instrument cited"),
    (Slot.CONDITIONS, "C", "the condition"),
    (Slot.TIME_FRAME, "D", "the time frame, the date"),
    (Slot.FOLLOW_UP, "U", "the follow-up"),
)


def _words(slot: Slot, key: str, words: str) -> ActionSpec:
    tip = "Uses the words selected on the page or in the text; without any, goes to the part"
    return ActionSpec(f"slot-{slot.value}", f"Words are {words}", "Review/Words",
                      (f"W, {key}", f"Alt+{key}"), "", _LABELLED | Needs.ONE, tip, 2,
                      hint=words.removeprefix("the ").partition(",")[0])  # fmt: skip


_TABLE: tuple[ActionSpec, ...] = (
    ActionSpec("new-project", "New project…", "File", ("Ctrl+N",), "new", tip="Start a new project file"),
    ActionSpec("open", "Open…", "File", ("Ctrl+O",), "open", tip="Open a project or PDFs"),
    ActionSpec("new-window", "New window", "File", ("Ctrl+Shift+N",), "", tip="For another project"),
    ActionSpec("import", "Import PDFs…", "File", ("Ctrl+I",), "import", Needs.WRITING,
               "Extract PDFs into the open project; if none is open, into your last one", 1),
    ActionSpec("import-folder", "Import a folder…", "File", ("Ctrl+Shift+I",), "", Needs.WRITING,
               "Extract all PDFs in a folder and its subfolders", 1),
    ActionSpec("import-labels", "Import labels…", "File", ("Ctrl+Alt+I",), "", _FILLED | Needs.DOCUMENTS,
               "Bring in labels from Label Studio, REFI-QDA, a table or a copy of the project", 1),
    ActionSpec("export", "Export…", "File", ("Ctrl+E",), "export", Needs.PROJECT | Needs.DOCUMENTS,
               "Choose rows and formats, write the dataset, keep it as a release", 1),
    ActionSpec("releases", "Releases", "File", ("Ctrl+Shift+E",), "", Needs.PROJECT,
               "Datasets kept in the project: their files, hashes and differences", 1),
    ActionSpec("extract-again", "Extract again", "File", (), "", Needs.DOCUMENT | Needs.WRITING,
               "Read the open report again; people’s decisions stay, and it can be undone", 2),
    ActionSpec("extract-older", "Extract older reports again", "File", (), "",
               Needs.DOCUMENTS | Needs.WRITING, "Read again all reports that an older version extracted", 2),
    ActionSpec("take-out", "Take the report out of the project", "File", (), "",
               Needs.DOCUMENT | Needs.WRITING, "Remove it from lists and datasets; nothing is lost", 2),
    ActionSpec("put-back", "Put a report back", "File", (), "", _FILLED,
               "Bring back the report that was taken out last", 2),
    ActionSpec("save-copy", "Save a copy…", "File", ("Ctrl+Shift+S",), "", Needs.PROJECT,
               "Copy the whole project to a new file; this one is always saved", 2),
    ActionSpec("close-window", "Close window", "File", ("Ctrl+W",), group=9),
    ActionSpec("quit", "Quit", "File", ("Ctrl+Q",), group=9,
               tip="Close all windows; they come back at the next start"),
    ActionSpec("undo", "Undo", "Edit", ("Ctrl+Z",), "undo",
               Needs.DOCUMENT | Needs.WRITING | Needs.SAVED | Needs.UNDO),
    ActionSpec("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo",
               Needs.DOCUMENT | Needs.WRITING | Needs.SAVED | Needs.REDO),
    ActionSpec("edit-text", "Edit text", "Edit", ("E",), "corrected", _SINGLE,
               "Correct the words of what is selected", 1, hint="edit text"),
    ActionSpec("edit-number", "Edit number", "Edit", ("N",), "", _SINGLE,
               "Correct the printed number", 1),
    ActionSpec("edit-note", "Write a note", "Edit", ("Ctrl+M",), "note", _SINGLE,
               "Your own words about what is selected", 1),
    ActionSpec("copy", "Copy", "Edit", ("Ctrl+C",), "", Needs.DOCUMENT,
               "The words selected on the page, or else the text of the selected entries", 1),
    ActionSpec("copy-cited", "Copy with its source", "Edit", ("Ctrl+Shift+C",), "", Needs.SELECTION,
               "The text of the selected entries as quotations, with symbol and paragraph", 1),
    ActionSpec("select-below", "Select all below", "Edit", ("B",), "", Needs.DOCUMENT | Needs.SELECTION,
               "Select everything below it in the outline, too", 1),
    ActionSpec("find", "Find in the report", "Edit", ("Ctrl+F",), "", Needs.DOCUMENT,
               "Find words on the pages that are shown", 2),
    ActionSpec("find-next", "Find next", "Edit", ("F3",), "", Needs.DOCUMENT, group=2),
    ActionSpec("find-previous", "Find previous", "Edit", ("Shift+F3",), "", Needs.DOCUMENT, group=2),
    ActionSpec("search", "Search everything", "Edit", ("/", "Ctrl+Shift+F"), "search", Needs.PROJECT,
               "Find words in all reports of the project", 2, hint="search"),
    ActionSpec("filter", "Filter outline", "Edit", ("Ctrl+L",), "filter", Needs.DOCUMENT,
               "Show only entries with these words, roles or states", 2),
    ActionSpec("side-documents", "Documents", "View/Side bar", ("Alt+1",), "library"),
    ActionSpec("side-search", "Search", "View/Side bar", ("Alt+2",), "search"),
    ActionSpec("side-doubts", "Doubts", "View/Side bar", ("Alt+3",), "doubts"),
    ActionSpec("side-queue", "Queue", "View/Side bar", ("Alt+4",), "queue"),
    ActionSpec("side-history", "History", "View/Side bar", ("Alt+5",), "history"),
    ActionSpec("show-library", "Side bar", "View/Panels", ("F5",), "library", checkable=True,
               tip="Documents, search, doubts, queue and history"),
    ActionSpec("show-page", "Page", "View/Panels", ("F6",), "page", checkable=True),
    ActionSpec("show-outline", "Outline", "View/Panels", ("F7",), "tree", checkable=True),
    ActionSpec("show-inspector", "Inspector", "View/Panels", ("F8",), "inspector", checkable=True),
    ActionSpec("zoom-in", "Zoom in", "View", ("Ctrl++", "Ctrl+="), "zoom-in", Needs.DOCUMENT, group=1),
    ActionSpec("zoom-out", "Zoom out", "View", ("Ctrl+-",), "zoom-out", Needs.DOCUMENT, group=1),
    ActionSpec("fit-text", "Fit text", "View", (), "", Needs.DOCUMENT,
               "Without the margins beside the text, where the page would be too small", 1),
    ActionSpec("fit-width", "Fit width", "View", ("Ctrl+0",), "fit-width", Needs.DOCUMENT, group=1),
    ActionSpec("fit-page", "Fit page", "View", ("Ctrl+9",), "", Needs.DOCUMENT, group=1),
    ActionSpec("rotate-right", "Turn right", "View", ("Ctrl+R",), "", Needs.DOCUMENT,
               "Turn the pages as they are shown", 1),
    ActionSpec("rotate-left", "Turn left", "View", ("Ctrl+Shift+R",), "", Needs.DOCUMENT,
               "Turn the pages as they are shown", 1),
    ActionSpec("show-spread", "Two pages side by side", "View", ("Ctrl+D",), "", Needs.DOCUMENT, group=1,
               checkable=True),
    ActionSpec("back", "Back", "View/Go", ("Ctrl+[",), "back", Needs.DOCUMENT, "To where you jumped from", 1),
    ActionSpec("forward", "Forward", "View/Go", ("Ctrl+]",), "forward", Needs.DOCUMENT,
               "To where you were before going back", 1),
    ActionSpec("next-report", "Next report to review", "View/Go", ("Ctrl+PgDown",), "", Needs.DOCUMENTS,
               "Open the next report that is not fully reviewed", 1),
    ActionSpec("show-thumbnails", "Page thumbnails", "View/Page", ("F9",), "", Needs.DOCUMENT,
               "Small pictures of the pages, with how much of each is reviewed", 1, True),
    ActionSpec("show-contents", "Contents of the PDF", "View/Page", ("Shift+F9",), "", Needs.DOCUMENT,
               "The PDF’s own outline", 1, True),
    ActionSpec("show-legend", "Colour key", "View/Page", ("Ctrl+Shift+K",), "", Needs.DOCUMENT,
               "What the colours on the page mean", 1, True),
    ActionSpec("dim-pages", "Dim the pages", "View/Page", (), "", Needs.DOCUMENT,
               "From white to grey, to dark with light letters, and back", 1),
    ActionSpec("layer-entries", "All entries", "View/Layers", ("Ctrl+1",), "", Needs.DOCUMENT,
               "Outline every entry in its role’s colour; without it only the selected one", 1, True),
    ActionSpec("layer-selected", "Selected entry", "View/Layers", ("Ctrl+2",), "", Needs.DOCUMENT,
               "Mark the selected entry", 1, True),
    ActionSpec("layer-evidence", "Evidence of the selected entry", "View/Layers", ("Ctrl+3",), "",
               Needs.DOCUMENT, "Underline the words that gave its role, force, addressees and verb", 1, True),
    ActionSpec("layer-unclaimed", "Text in no entry", "View/Layers", ("Ctrl+4",), "",
               Needs.DOCUMENT, "Hatch the words of the page outside all entries", 1, True),
    ActionSpec("layer-hits", "Found words", "View/Layers", ("Ctrl+5",), "", Needs.DOCUMENT,
               "Mark what was found on the pages", 1, True),
    ActionSpec("theme-system", "Follow the system", "View/Theme", checkable=True, group=2),
    ActionSpec("theme-light", "Light", "View/Theme", checkable=True, group=2),
    ActionSpec("theme-dark", "Dark", "View/Theme", checkable=True, group=2),
    ActionSpec("theme-contrast", "High contrast", "View/Theme", checkable=True, group=2),
    ActionSpec("text-larger", "Larger text", "View/Text size", ("Ctrl+Alt++", "Ctrl+Alt+="), group=2),
    ActionSpec("text-smaller", "Smaller text", "View/Text size", ("Ctrl+Alt+-",), group=2),
    ActionSpec("text-normal", "Normal text", "View/Text size", ("Ctrl+Alt+0",), group=2),
    ActionSpec("accept", "Accept and go on", "Review", ("A",), "accepted", _CHOSEN,
               "Agree with what is shown and go to the next entry to review", hint="accept"),
    ActionSpec("reject", "Reject", "Review", ("X",), "rejected", _CHOSEN,
               "This does not belong in the dataset", hint="reject"),
    ActionSpec("flag", "Flag", "Review", ("F",), "flagged", _CHOSEN,
               "Mark for another look", hint="flag"),
    ActionSpec("next", "Next", "Review", ("J",), "next", Needs.DOCUMENT, group=1),
    ActionSpec("previous", "Previous", "Review", ("K",), "previous", Needs.DOCUMENT, group=1),
    *(role_spec(role) for role in default().offered(Slot.ROLE)),
    *(_force(force) for force in Force),
    *(_action(action) for action in Action),
    *(_words(*row) for row in SLOT_KEYS),
    ActionSpec("another-recommendation", "Add another recommendation here", "Review/Recommendations here",
               ("Shift+A",), "add", _LABELLED | Needs.ONE, "The entry holds more than one recommendation", 2),
    ActionSpec("next-recommendation", "Next recommendation here", "Review/Recommendations here",
               ("Shift+J",), "forward", _LABELLED | Needs.ONE | Needs.FURTHER, group=2),
    ActionSpec("previous-recommendation", "Previous recommendation here", "Review/Recommendations here",
               ("Shift+K",), "back", _LABELLED | Needs.ONE | Needs.FURTHER, group=2),
    ActionSpec("remove-recommendation", "Remove this recommendation", "Review/Recommendations here",
               ("Shift+Del",), "close", _LABELLED | Needs.ONE | Needs.FURTHER | Needs.LATER,
               "Any but the first", 2),
    ActionSpec("merge", "Merge with previous", "Review", ("M",), "merge", _CHOSEN,
               "Merge with the entry before it; if several are selected, merge them", 3, hint="merge"),
    ActionSpec("split", "Split at cursor", "Review", ("S",), "split", _SINGLE,
               "Split at the text cursor", 3, hint="split"),
    ActionSpec("promote", "Promote", "Review", ("Alt+Left",), "promote", _CHOSEN, "One level up", 3),
    ActionSpec("demote", "Demote", "Review", ("Alt+Right",), "demote", _CHOSEN, "One level down", 3),
    *(_kind(*row) for row in _KIND_KEYS.items()),
    ActionSpec("text-cursor", "Cursor on the page", "Review/On the page", ("C",), "", Needs.DOCUMENT,
               "Select words with the arrows and Shift, from the entry’s start; press again for its end", 3),
    ActionSpec("new-from-words", "New entry from selected words…", "Review/On the page", ("Shift+N",), "",
               Needs.DOCUMENT | Needs.WORDS | Needs.WRITING,
               "Make an entry of the words selected on the page", 3),
    ActionSpec("draw-entry", "Draw a new entry", "Review/On the page", (), "", Needs.DOCUMENT | Needs.WRITING,
               "The next drag on the page makes an entry of what is inside it, even over words", 3, True),
    ActionSpec("extend", "Extend by selected words", "Review/On the page", ("Shift+E",), "",
               _SINGLE | Needs.WORDS, "Add the words selected on the page to the entry", 3),
    ActionSpec("shrink", "Shrink by selected words", "Review/On the page", ("Shift+X",), "",
               _SINGLE | Needs.WORDS, "Take the words selected on the page out of the entry", 3),
    ActionSpec("delete", "Delete", "Review", ("Del",), "delete", _CHOSEN,
               "Remove from the outline; the text stays with the page’s headers and footers", 3),
    ActionSpec("next-doubt", "Next doubt", "Review/Doubts", ("F4",), "doubts", Needs.DOCUMENT,
               "Go to the next thing that looks doubtful", 4),
    ActionSpec("previous-doubt", "Previous doubt", "Review/Doubts", ("Shift+F4",), "", Needs.DOCUMENT,
               "Go to the doubt before", 4),
    ActionSpec("repair-doubt", "Repair the doubt", "Review/Doubts", ("R",), "",
               Needs.DOCUMENT | Needs.WRITING, "Repair the chosen doubt, if that takes one step", 4),
    ActionSpec("dismiss-doubt", "Not a problem", "Review/Doubts", ("D",), "", Needs.DOCUMENT | Needs.WRITING,
               "Put the chosen doubt aside for good", 4),
    ActionSpec("accept-confident", "Accept sure suggestions…", "Review", ("Ctrl+Shift+A",), "",
               Needs.DOCUMENT | Needs.WRITING, "Accept all suggestions above a confidence; asks first", 4),
    ActionSpec("after-role", "Go on after giving a role", "Review", (), "", Needs.NOTHING,
               "Giving a role also goes to the next entry to review, as accepting does", 4, True),
    ActionSpec("alone", "Review independently", "Review", (), "", Needs.PROJECT | Needs.WRITING,
               "Hide other people’s labels and notes; what they reviewed waits for you, too", 4, True),
    ActionSpec("guidelines", "Guidelines", "Review", ("G",), "", Needs.NOTHING,
               "What each label means, with examples", 5),
    ActionSpec("label-scheme", "Change the label scheme…", "Review", (), "", _FILLED,
               "Names, colours, keys and meanings of the labels; each change is a new version", 5),
    ActionSpec("reviewer", "Change the reviewer’s name…", "Review", (), "", _FILLED,
               "Decisions are kept with the name of whoever reviews", 5),
    ActionSpec("dashboard", "Dashboard", "Insights", ("Ctrl+Shift+D",), "", Needs.PROJECT,
               "How labels are spread and how far the review is, for the project or one report"),
    ActionSpec("lists", "Lists", "Insights", ("Ctrl+Shift+L",), "", Needs.PROJECT,
               "Who attended, who spoke, agendas, documents and votes of all reports", 1),
    ActionSpec("similar", "Similar recommendations", "Insights", ("Ctrl+B",), "", _LOOKED_AT,
               "Has this been recommended before?", 2),
    ActionSpec("repeats", "Repeated recommendations", "Insights", ("Ctrl+Shift+B",), "",
               Needs.PROJECT | Needs.DOCUMENTS, "What is recommended again and again", 2),
    ActionSpec("follow-up", "Follow-up", "Insights", ("Ctrl+Shift+U",), "", Needs.PROJECT | Needs.DOCUMENTS,
               "What became of recommendations, report by report", 2),
    ActionSpec("follow-up-entry", "Follow-up of the entry", "Insights", ("Ctrl+Alt+U",), "",
               _LOOKED_AT & ~Needs.ROLE, "What answers the selected entry, and what it answers", 2),
    ActionSpec("link-answer", "Link the answer…", "Insights", ("Ctrl+U",), "", _LABELLED | Needs.ONE,
               "Say which later paragraph or report answers the selected recommendation", 2),
    ActionSpec("vocabularies", "Vocabularies", "Insights", ("Ctrl+Shift+V",), "", Needs.PROJECT,
               "The themes and beneficiaries to choose from, and files with more of them", 3),
    ActionSpec("bodies", "Names of bodies", "Insights", ("Ctrl+Shift+O",), "", Needs.PROJECT,
               "Which names mean one body, and the name it has in lists and datasets", 3),
    ActionSpec("learn", "Learn from decisions", "Insights", ("Ctrl+Shift+Y",), "", _FILLED | Needs.DOCUMENTS,
               "Learn from people’s decisions, and suggest where that does better than the rules", 4),
    ActionSpec("evaluation", "Evaluation", "Insights", ("Ctrl+Shift+M",), "", Needs.PROJECT,
               "How often suggestions are right, by label and by report, and what they mix up", 4),
    ActionSpec("guide", "Guide", "Help", tip="From the first PDF to a dataset, to read and to search"),
    ActionSpec("palette", "Find an action…", "Help", ("Ctrl+K",), "", tip="Every action by its name"),
    ActionSpec("shortcuts", "Keyboard shortcuts", "Help", ("F1",), "keyboard"),
    ActionSpec("about", "About Paraph", "Help", group=1),
)  # fmt: skip

ACTIONS = tuple(spec._replace(keys=keys_here(spec.keys)) for spec in _TABLE)
BY_ID = {spec.id: spec for spec in ACTIONS}
# The menus at the mouse: ids of actions, menus by their path, and a line for an empty name.
_DECIDING = ("accept", "reject", "flag", "Review/Role", "Review/Force", "Review/Action category",
             "Review/Words", "Review/Recommendations here", "Review/Kind", "")  # fmt: skip
PAGE_MENU = ("new-from-words", "extend", "shrink", "", *_DECIDING, "edit-text", "edit-note", "",
             "merge", "promote", "demote", "delete", "draw-entry", "",
             "copy", "copy-cited", "find", "", "back", "forward")  # fmt: skip
CONTEXT_MENU = (*_DECIDING, "edit-text", "edit-number", "edit-note", "",
                "merge", "split", "promote", "demote", "delete", "",
                "copy", "copy-cited", "select-below", "",
                "similar", "follow-up-entry", "link-answer")  # fmt: skip
TOOLBAR = ("previous", "next", "undo", "redo")


def is_enabled(spec: ActionSpec, there: Needs) -> bool:
    return spec.needs in there
