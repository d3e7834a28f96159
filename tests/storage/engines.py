"""A stand-in for the PDF engine whose reports are real enough to be stored: hash, pages, tree, decisions."""

from __future__ import annotations

from pathlib import Path

from model.errors import NoTextLayer, PasswordNeeded
from model.recognized import RecognizedLine, RecognizedPage
from model.workers.messages import BATCH, Batch, Extract, Finished, Progress, RecognizedPlace
from tests.model.workers.engines import OddEngine, misbehave
from tests.storage.stored_reports import decisions, document, nodes

# "wells-300.pdf" becomes a report of 300 nodes; without a number it has six.
SIX = 6
# Of a file that is named "read".
RECOGNIZED = (RecognizedPage(2, 90, True, (RecognizedLine("Wells are dug", 72.0, 100.5, 200.0, 112.0),)),)


class ReportEngine(OddEngine):
    def answer(self, request, send):
        if not isinstance(request, Extract):
            return super().answer(request, send)
        path = Path(request.path)
        misbehave(path, request)
        if path.name.startswith("secret") and request.password != "please":
            raise PasswordNeeded(f"{path.name}: it needs a password; give it.")
        if path.name.startswith("scan"):
            raise NoTextLayer(f"{path.name}: its pages are pictures without text.")
        if path.name.startswith("slow"):
            send(Progress(1, 2))
            misbehave(Path("hang.pdf"), request)
        if path.name.startswith("replaced"):
            path.write_bytes(b"other bytes")
        if path.name.startswith("pages") and not request.known:
            send(RecognizedPlace("1", "the words of page 1"))
            send(Progress(1, 2))
            misbehave(Path("hang.pdf"), request)
        made = document(path.name, path.read_bytes())
        if path.name.startswith("changing"):
            path.write_bytes(b"other bytes")
        digits = "".join(c for c in path.stem if c.isdigit())
        tree = nodes(int(digits) if digits else SIX)
        said = decisions(tree)
        send(Progress(1, 2))
        send(Progress(2, 2))
        for start in range(0, len(tree), BATCH):
            send(Batch(nodes=tuple(tree[start : start + BATCH])))
        for start in range(0, len(said), BATCH):
            send(Batch(decisions=tuple(said[start : start + BATCH])))
        return Finished(made, recognized=RECOGNIZED if path.name.startswith("read") else ())
