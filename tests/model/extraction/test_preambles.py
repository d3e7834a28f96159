"""Structure from rows: the clauses of a preamble, which fill their rows and have little space between."""

from __future__ import annotations

import pytest

from model.extraction.rows import Row
from model.extraction.structure import build
from model.nodes import Kind
from tests.model.extraction.test_structure import paragraph, row

_CLAUSES = {
    "en": ("Recalling the charter of the coast and what has been said of it in its third part,",
           "Noting with concern that the lagoons have been filled in at many places of the coast,",
           "Expressing its thanks to the islands that have sent their reports in the same year,"),
    "fr": ("Rappelant la charte des côtes et ce que les parties en ont dit dans les dix années,",
           "Soulignant que les lagunes ont été comblées en bien des lieux depuis cette décennie,",
           "Se félicitant de ce que les îles ont envoyé leurs rapports au cours de cette année,"),
    "es": ("Recordando la carta de las costas y lo que las partes han dicho de ella en diez años,",
           "Tomando nota de que se han rellenado las lagunas en muchos lugares de toda la costa,",
           "Destacando que las islas han enviado sus informes en el curso de este mismo año aquí,"),
    "ru": ("Ссылаясь на хартию побережья и на то, что стороны сказали о ней за десять лет здесь,",
           "Приветствуя то, что лагуны были очищены во многих местах побережья за эти два года,",
           "Руководствуясь целями и принципами этой хартии, которые острова приняли в том году,"),
}  # fmt: skip


def _report(clauses: tuple[str, ...], gap: float, width: float = 400) -> list[Row]:
    """Text with its usual leading, then clauses of one full row each, a little further apart."""
    rows = [one for at in range(4) for one in paragraph(f"{at + 1}.", 40 + 30.0 * at)]
    y = rows[-1].baseline + 20
    for at, clause in enumerate(clauses):
        rows.append(row(clause, y + gap * at, width=width))
    return rows


@pytest.mark.parametrize("language", _CLAUSES)
def test_clauses_that_fill_their_rows_are_paragraphs(language: str) -> None:
    clauses = _CLAUSES[language]
    found = [node.text for node in build(_report(clauses, 14.0)) if node.kind is Kind.PARAGRAPH]
    assert found[-3:] == list(clauses)


def test_a_wrap_that_begins_with_a_small_participle_goes_on() -> None:
    clauses = (
        "Recalling the charter of the coast, the pact of the islands and the three protocols,",
        "recalling also what has been said of it in its third part and in the annex to that,",
    )
    found = [node.text for node in build(_report(clauses, 12.0)) if node.kind is Kind.PARAGRAPH]
    assert found[-1] == " ".join(clauses)


def test_a_clause_ends_with_its_comma_though_a_mark_behind_a_year_looks_like_a_decimal() -> None:
    clauses = (
        "Recalling that the lagoons have lost more than a third of their area since 2000,1",
        "Deeply concerned that they have been filled in at many places of the whole coast,",
    )
    found = [node.text for node in build(_report(clauses, 14.0)) if node.kind is Kind.PARAGRAPH]
    assert found[-2:] == list(clauses)
