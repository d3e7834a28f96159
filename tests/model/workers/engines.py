"""Stand-ins for the PDF engine that misbehave on request, picked by the file's name."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

from model.documents import Document, Masthead, PageInfo
from model.doubts import Doubt, DoubtKind
from model.errors import PasswordNeeded, UnreadableFile
from model.labels import Decision, DecisionKey, Slot
from model.nodes import Kind, Node
from model.workers.messages import (
    BATCH,
    Batch,
    Extract,
    Finished,
    NeedsRoom,
    Open,
    Opened,
    Progress,
    Render,
    Rendered,
    Snap,
    Snapped,
)
from model.workers.segment import Attached

DOUBTS = (Doubt(DoubtKind.UNREAD, "", 2, "Page 2 is a picture."),)
PAGES = (PageInfo(1, 595, 842), PageInfo(2, 595, 842))


class OddEngine:
    """Pages are white squares of `scale` pixels; a snapshot is the number of the process."""

    def __init__(self):
        self.pictures = Attached()

    def warm_up(self):
        return

    def close(self):
        self.pictures.close()

    def answer(self, request, send):
        misbehave(Path(request.path), request)
        if isinstance(request, Open):
            return opened(request)
        if isinstance(request, Render):
            return self.rendered(request)
        if isinstance(request, Extract):
            return extracted(request, send)
        assert isinstance(request, Snap)
        return Snapped(str(os.getpid()).encode())

    def rendered(self, request):
        side = int(request.scale)
        pixels = bytes([request.page]) * (side * side * 3)
        if request.segment is None:
            return Rendered(side, side, side * 3, pixels)
        if len(pixels) > request.room:
            return NeedsRoom(len(pixels))
        self.pictures.view(request.segment)[: len(pixels)] = pixels
        return Rendered(side, side, side * 3, None)


class BrokenEngine(OddEngine):
    def warm_up(self):
        os.kill(os.getpid(), signal.SIGKILL)


class SecondStartWaits:
    """Makes engines. The second process stands still while it starts, until `gate` was open for writing."""

    def __init__(self, folder):
        self.folder = folder
        self.gate = folder / "gate"
        os.mkfifo(self.gate)

    def __call__(self):
        starts = len(list(self.folder.glob("start*"))) + 1
        (self.folder / f"start{starts}").touch()
        if starts == 2:
            self.gate.read_text()
        return OddEngine()


def misbehave(path, request):
    if path.name.startswith("once") and not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGSEGV)
    if path.name.startswith("crash"):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name.startswith("shared") and getattr(request, "segment", None):
        os.kill(os.getpid(), signal.SIGBUS)
    if path.name.startswith("hang"):
        threading.Event().wait()
    if path.name.startswith("greedy"):
        raise MemoryError
    if path.name.startswith("bug"):
        raise ZeroDivisionError("by zero")
    if path.name.startswith("damaged"):
        raise UnreadableFile(f"{path.name} is damaged.")


def opened(request):
    if request.path.endswith("secret.pdf") and request.password != "please":
        raise PasswordNeeded(f"{Path(request.path).name} needs a password.")
    return Opened(PAGES)


def extracted(request, send):
    if Path(request.path).name.startswith("slow"):
        send(Progress(1, 2))
        threading.Event().wait()
    nodes = tuple(
        Node(f"n{index}", Kind.PARAGRAPH, "Text.", extra={"marks": [[1, "2"]]} if index else {})
        for index in range(450)
    )
    send(Progress(1, 2))
    send(Progress(2, 2))
    for start in range(0, len(nodes), BATCH):
        send(Batch(nodes=nodes[start : start + BATCH]))
    send(Batch(decisions=(Decision(DecisionKey("n1", Slot.ROLE, "rules@1"), "recommendation"),)))
    document = Document("d", Path(request.path).name, "0" * 64, PAGES, Masthead())
    return Finished(document, DOUBTS)
