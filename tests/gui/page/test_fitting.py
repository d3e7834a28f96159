"""How large pages are shown: what fits the view."""

from __future__ import annotations

from gui.page.fitting import fitted_size
from model.documents import PageInfo

TALL, WIDE = PageInfo(1, 600.0, 800.0), PageInfo(2, 800.0, 600.0)


def test_the_view_fits_the_usual_page_or_the_one_that_is_asked_for():
    report = [TALL, TALL, TALL, WIDE]
    assert fitted_size(report, 0) == (600, 800)
    assert fitted_size(report, 0, page=4) == (800, 600)
    assert fitted_size(report, 90) == (800, 600)
    assert fitted_size(report, 0, spread=True, page=3) == (1400, 800)
    assert fitted_size([WIDE], 0, spread=True) == (800, 600)


def test_scanned_pages_that_differ_a_little_all_fit():
    scan = [PageInfo(n, 600.0 + n, 800.0 - n) for n in range(1, 9)]
    assert fitted_size([*scan, WIDE], 0) == (608, 799)
