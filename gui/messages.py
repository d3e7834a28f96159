"""Says each failure where it concerns somebody, with the way out as a button."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.exporting import open_outside
from gui.importing.messages import ImportMessages
from gui.leaving import Leaving
from gui.message_bar import MessageBar, Tone, Way
from gui.unsaved import Unsaved
from model.doubts import ReviewDoubtKind
from model.plurals import counted

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from model.extracting_again import Again
    from storage.importing_labels import ImportedLabels
    from storage.learning import LearningOutcome
    from storage.project import Project


_ANEW = ReviewDoubtKind.UNMATCHED, ReviewDoubtKind.REWORDED
_FOR_READING = "This project is open for reading only and cannot take reports. A copy of it can."


class Messages(QObject):
    """Says what concerns projects, datasets and our own faults in the window's bar; panels have bars of
    their own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._bar = window.bar
        self._page = window.page_panel.messages
        self._outline = window.outline_bar
        self.leaving = Leaving(window.session, window.jobs, window.bar, self)
        self.unsaved = Unsaved(window, self.leaving)
        self._refusals: dict[MessageBar, str] = {}  # of edits that cannot be: they go with what is selected
        self._out: dict[str, str] = {}  # what was said of reports that were taken out
        self._anew: list[tuple[str, str, Again]] = []  # reports extracted again since that was begun,
        self._refused_anew: list[str] = []  # and why others were not
        self._not_written = ""  # what was said of an export that failed
        self._of_imports = ImportMessages(window)
        self._follow_edits()
        self._follow_projects()
        self._follow_pages()
        self._follow_work()

    def close_question(self) -> bool:
        """Closes a question that is seen in some bar of the window; tells whether there was one."""
        return any(bar.close_question() for bar in self._window.findChildren(MessageBar))

    def _follow_edits(self) -> None:
        session = self._window.session
        session.failed.connect(self._edit_failed)
        session.refused.connect(self._note_refusal)
        session.changed.connect(self._edit_worked)
        session.selectionChanged.connect(self._forget_refusals)
        for signal in (session.changed, session.selectionChanged, session.documentOpened):
            signal.connect(self._go_on)
        copying = self._window.copying
        copying.done.connect(self._copied)
        copying.moved.connect(self._moved)
        copying.refused.connect(self._bar.say)

    def _follow_projects(self) -> None:
        session, opener = self._window.session, self._window.opener
        # Not when it has opened: where a file fails, the report before it opens again below the reason.
        session.documentOpening.connect(self._document_opening)
        opener.refused.connect(self._project_refused)
        opener.notTaken.connect(self._not_taken)
        opener.opening.connect(self._opening)
        opener.placeFound.connect(self._place_found)
        session.projectOpened.connect(self._opened)

    def _follow_pages(self) -> None:
        window = self._window
        window.page_view.pdf.failed.connect(self._page_failed)
        window.page_view.source.locked.connect(self._page_locked)
        for words in (window.word_edits, window.slot_words):
            words.failed.connect(partial(self._refuse, self._page))

    def _follow_work(self) -> None:
        window = self._window
        window.again.done.connect(self._extracted_again)
        window.again.idle.connect(self._forget_anew)
        window.again.locked.connect(self._again_locked)
        window.again.refused.connect(self._not_extracted)
        window.again.nothing.connect(partial(self._bar.say, tone=Tone.INFO))
        window.taking_out.done.connect(self._taken_out)
        window.taking_out.back.connect(self._put_back)
        window.taking_out.refused.connect(self._bar.say)
        window.label_import.done.connect(self._labels_imported)
        window.label_import.refused.connect(self._bar.say)
        window.exporting.written.connect(self._written)
        window.exporting.failed.connect(self._export_failed)
        window.exporting.cancelled.connect(self._export_cancelled)
        window.settings.failed.connect(self._bar.say)

    def crashed(self, report: Path) -> None:
        show = Way("Open the report", partial(open_outside, report))
        self._bar.say(
            f"Something went wrong that is our fault. Your work is saved. A report is in {report}.", (show,)
        )

    def _opening(self, path: Path) -> None:
        self.unsaved.forget()
        for bar in (self._bar, self._page, self._outline):
            bar.clear()

    def _opened(self, project: Project) -> None:
        from gui.rescue import take_note

        note = f"{take_note(self._window.settings, project.path)} {project.note}".strip()
        if note:
            self._bar.say(note, (), Tone.INFO)

    def _place_found(self, path: Path) -> None:
        sentence = f"Your reports go into the project “{path.stem}”, in {path.parent}."
        self._bar.say(sentence, (Way("Open folder", partial(open_outside, path.parent)),), Tone.INFO)

    def _project_refused(self, path: Path, sentence: str, readable: bool, passing: bool) -> None:
        self.unsaved.stay()
        opener = self._window.opener
        ways = [Way("Open another…", self._window.questions.ask_open)]
        if self._window.session.project is None:
            ways.append(Way("New project…", self._window.questions.ask_new_project))
            before = next((known for known in self._window.settings.recent() if known != path), None)
            if before is not None:
                ways.insert(0, Way(f"Back to {before.stem}", partial(opener.open_project, before)))
        if passing:
            ways.insert(0, Way("Try again", partial(opener.open_project, path)))
        if readable:
            ways.insert(0, Way("Open for reading", partial(opener.open_for_reading, path)))
        waiting = len(opener.left)
        if waiting:
            files, go = counted(waiting, "file"), "goes" if waiting == 1 else "go"
            sentence = f"{sentence.rstrip('.')}. {files} for it {go} into the project that you open next."
        self._bar.say(sentence, tuple(ways))

    def _not_taken(self) -> None:
        self._bar.say(_FOR_READING, (Way("Save a copy…", self._window.questions.ask_copy),))

    def _extracted_again(self, document: str, name: str, again: Again) -> None:
        self._anew.append((document, name, again))
        if len(self._anew) > 1 or self._refused_anew:
            self._tell_all_anew()
            return
        review = self._window.session.review
        is_open = review is not None and review.document.id == document
        ways = (Way("Undo", self._window.session.undo),) if again.edit and is_open else ()
        if is_open and (again.unmatched or again.changed):
            ways = (Way("Show doubts", partial(self._show_doubts, document, *_ANEW)), *ways)
        self._bar.say(f"{name} was extracted again: {again.summary}.", ways, Tone.DONE)

    def _not_extracted(self, sentence: str) -> None:
        self._refused_anew.append(sentence)
        self._tell_all_anew() if self._anew else self._bar.say(" ".join(self._refused_anew))

    def _tell_all_anew(self) -> None:
        """One line for all reports that were asked for together, with those that somebody has to look at."""
        looks = [(document, name) for document, name, again in self._anew if again.unmatched or again.changed]
        count = len(self._anew)
        said = [f"{count} reports were extracted again." if count > 1 else "1 report was extracted again."]
        if looks:
            said.append(f"Not found again as they were: entries in {', '.join(name for _, name in looks)}.")
        ways = (Way(f"Show {looks[0][1]}", partial(self._show_doubts, looks[0][0], *_ANEW)),) if looks else ()
        tone = Tone.PROBLEM if self._refused_anew else Tone.DONE
        self._bar.say(" ".join([*said, *self._refused_anew]), ways, tone)

    def _forget_anew(self) -> None:
        self._anew.clear()
        self._refused_anew.clear()

    def show_differing(self, document: str) -> None:
        """Opens a report at the first entry that people judge differently."""
        self._show_doubts(document, ReviewDoubtKind.DIFFERING)

    def _show_doubts(self, document: str, *kinds: ReviewDoubtKind) -> None:
        """Opens a report at the first doubt of some kinds, with its doubts beside it."""
        self._window.session.open_document(document)
        self._window.side_tabs.show("doubts")
        self._window.doubts.seek(document, *kinds)

    def _again_locked(self, document: str, name: str, path: Path) -> None:
        ask = Way("Enter password…", partial(self._window.questions.ask_password_again, document, path))
        self._bar.say(f"{name} needs a password to open.", (ask,))

    def learned(self, outcomes: list[LearningOutcome]) -> None:
        from gui.learning.keeper import sentence

        look = Way("Show the evaluation", self._window.insights.show_evaluation)
        done = any(outcome.name for outcome in outcomes)
        self._bar.say(sentence(outcomes), (look,), Tone.DONE if done else Tone.INFO)

    def _taken_out(self, document: str, name: str) -> None:
        back = Way("Put back", partial(self._window.taking_out.put_back, document))
        said = f"{name} was taken out of the project. Nothing of it is lost."
        self._out[document] = said
        self._bar.say(said, (back,), Tone.DONE)

    def _put_back(self, document: str) -> None:
        if said := self._out.pop(document, ""):
            self._bar.take_back(said)

    def _edit_failed(self, sentence: str) -> None:
        opened = not self._window.opener.is_opening and self._window.session.project is not None
        if opened and not self.unsaved.explains(sentence):
            self._outline.say(sentence)

    def _note_refusal(self, sentence: str) -> None:
        self._refusals[self._outline] = sentence

    def _refuse(self, bar: MessageBar, sentence: str) -> None:
        self._refusals[bar] = sentence
        bar.say(sentence)

    def _forget_refusals(self, *_: object) -> None:
        for bar, sentence in self._refusals.items():
            bar.take_back(sentence)
        self._refusals.clear()

    def _go_on(self, *_: object) -> None:
        for bar in (self._bar, self._page, self._outline):
            bar.go_on()

    def _copied(self, path: Path) -> None:
        opened = partial(self._window.opener.open_project, path)
        self._bar.say(f"A copy of the project is saved as {path}.", (Way("Open the copy", opened),),
                      Tone.DONE)  # fmt: skip

    def _moved(self, path: Path) -> None:
        self._bar.say(f"Everything is saved in {path}, which is open now.", (), Tone.DONE)

    def _edit_worked(self, changes: object) -> None:
        self._outline.clear()
        self._forget_refusals()

    def _document_opening(self, document: str) -> None:
        self._page.clear()
        self._outline.clear()

    def _page_failed(self, sentence: str) -> None:
        """A PDF that is being imported says its reason in the documents panel, with more ways out."""
        if self._window.session.review is not None:
            ways = (Way("Import PDFs…", self._window.questions.ask_import),)
            self._page.say(sentence, () if self._window.session.read_only else ways)

    def _page_locked(self) -> None:
        """Only for a report of the project; a file that is being imported has a message of its own."""
        path = self._window.page_view.pdf.path
        if self._window.session.review is not None and path is not None:
            ask = Way("Enter password…", self._window.questions.ask_password_of_page)
            self._page.say(f"{path.name}: its pages need its password to be shown.", (ask,))

    def _labels_imported(self, name: str, outcome: ImportedLabels) -> None:
        ways: tuple[Way, ...] = ()
        if outcome.problems:
            ways += (Way("Show what was left out", partial(self._show_unused, name, outcome)),)
        if outcome.differing:
            ways += (Way("Show where", partial(self.show_differing, next(iter(outcome.differing)))),)
        tone = Tone.PROBLEM if outcome.problems else Tone.DONE
        self._bar.say(f"{name}: {outcome.summary}.", ways, tone)

    def _show_unused(self, name: str, outcome: ImportedLabels) -> None:
        from gui.dialogs.unused import UnusedDialog

        self._window.questions.show(UnusedDialog(name, outcome, self._window))

    def _written(self, paths: list[Path]) -> None:
        if self._not_written:
            self._bar.take_back(self._not_written)
            self._not_written = ""
        if not paths:
            return
        folder = paths[0].parent
        names = ", ".join(path.name for path in paths)
        made = self._window.exporting.made
        kept = f"Release {made} is kept in the project. " if made else ""
        way = Way("Open folder", partial(open_outside, folder))
        self._bar.say(f"{kept}Exported {names} to {folder}.", (way,), Tone.DONE)
        self._window.first_steps.tick("export")

    def _export_cancelled(self) -> None:
        self._bar.say("The export was cancelled; nothing was written.", (), Tone.DONE)

    def _export_failed(self, sentence: str) -> None:
        self._not_written = sentence
        self._bar.say(sentence, (Way("Change and try again…", self._window.exporting.ask_otherwise),))
