"""Codes and labels with which paragraphs open: what they number, and what they say of them."""

from __future__ import annotations

import pytest

from model.labels import Role
from tests.model.suggestions.said import said

CODED = [
    "LO-2025-047-SR-014 The Authority should review its procedures.",
    "R-2026-14: Harbour operators should fit guards.",
    "SR 12/2026 Fit guards to all winches.",
    "2026/014 The lock-keeper must test the gate.",
]


@pytest.mark.parametrize("text", CODED)
def test_a_code_numbers_a_recommendation(text):
    assert said(text, "Safety recommendations").role is Role.RECOMMENDATION


NO_CODES = [
    "2026/27 Budgets were cut by a third and wells ran dry.",
    "FY 2026/27 Budgets were cut by a third and wells ran dry.",
    "2025/2026 Budgets were cut by a third and wells ran dry.",
    "24/7 Cover was provided by two nurses.",
    "A/HRC/24/11 The report of the experts describes the wells.",
    "UNSCR 1325/2000 The resolution was little known.",
    "ISO-9001-2015 Certificates were held by two plants.",
]


@pytest.mark.parametrize("text", NO_CODES)
def test_years_standards_and_symbols_number_nothing(text):
    assert said(text, "Recommendations").role is not Role.RECOMMENDATION


def test_a_code_opens_nothing_elsewhere():
    assert said("COVID-19 spread through the port.", "Recommendations").role is not Role.RECOMMENDATION
    assert said("R-2026-14: Fit guards to all winches.", "Background").role is not Role.RECOMMENDATION


LABELLED = [
    ("en", "Finding 9. Support was welcome, but wells built in 2019 were dry by 2023, 2024 and 2025."),
    ("fr", "Constatation 3 : 12 des 40 puits creusés en 2021 et en 2022 étaient à sec."),
    ("es", "Hallazgo 4. En 2021, 12 de los 40 pozos estaban secos."),
    ("de", "Feststellung 2: Von 40 Brunnen waren 2021 und 2022 zwölf trocken."),
]


@pytest.mark.parametrize(("language", "text"), LABELLED)
def test_a_labelled_finding_is_one(language, text):
    assert said(text, language=language).role is Role.OBSERVATION


def test_a_numeral_is_nobody():
    found = said("The bodies listed in annex I recommend wells of their own.", "Findings")
    assert found.role is not Role.RECOMMENDATION
