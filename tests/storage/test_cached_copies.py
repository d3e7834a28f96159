"""Copies of PDFs in the user's cache: those in use stay, old ones and too many go."""

from __future__ import annotations

import os
import time

import pytest

from storage import cached_copies
from storage.cached_copies import DAY_S, cache_folder, prune_copies
from storage.project import Project
from tests.storage.stored_reports import add_report


@pytest.fixture
def put():
    cache_folder().mkdir(parents=True, exist_ok=True)

    def put(name, days, size=10):
        path = cache_folder() / name
        path.write_bytes(b"x" * size)
        used = time.time() - days * DAY_S
        os.utime(path, (used, used))
        return path

    return put


def left():
    return sorted(path.name for path in cache_folder().iterdir())


def test_what_nobody_opened_for_two_months_goes(put):
    put("old.pdf", 61), put("new.pdf", 59), put("broken off.part", 61), put("begun.part", 1)
    prune_copies()
    assert left() == ["begun.part", "new.pdf"]


def test_of_too_many_the_longest_unused_go_and_none_that_is_at_hand(put, monkeypatch):
    monkeypatch.setattr(cached_copies, "MOST_BYTES", 25)
    for days in (1, 1.5, 1.8, 5, 10):
        put(f"{days}.pdf", days)
    prune_copies()
    assert left() == ["1.5.pdf", "1.8.pdf", "1.pdf"]
    monkeypatch.setattr(cached_copies, "MOST_BYTES", 45)
    put("5.pdf", 5), put("10.pdf", 10)
    prune_copies()
    assert left() == ["1.5.pdf", "1.8.pdf", "1.pdf", "5.pdf"]


def test_other_files_and_links_are_left_alone(put, tmp_path):
    put("notes.txt", 900)
    other = tmp_path / "mine.pdf"
    other.write_bytes(b"mine")
    (cache_folder() / "link.pdf").symlink_to(other)
    os.utime(cache_folder() / "link.pdf", (0, 0), follow_symlinks=False)
    prune_copies()
    assert left() == ["link.pdf", "notes.txt"]
    assert other.exists()


def test_nothing_is_done_where_there_is_no_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(cached_copies, "cache_folder", lambda: tmp_path / "nowhere")
    prune_copies()


def test_a_copy_that_is_opened_is_in_use_again(tmp_path):
    with Project.create(tmp_path / "p.paraph", "Ann") as project:
        document = add_report(project, 3).document.id
        copy = project.source(document)
        assert copy.parent == cache_folder()
        os.utime(copy, (0, 0))
        assert project.source(document) == copy
        prune_copies()
        assert copy.exists()
