"""Splits keep what belongs together, spread what is to be learned, and are the same everywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from model.documents import Masthead
from model.errors import UserFacingError
from storage.exporting.leaks import Leaks
from storage.exporting.settings import Splits, SplitUnit, splits_from
from storage.exporting.splits import assign, series_of
from tests.storage.exporting.recorded import recommendation
from tests.storage.stored_reports import document


def of(*symbols):
    return replace(document(), masthead=Masthead(symbols[0], symbols))


@pytest.mark.parametrize(
    ("symbol", "series"),
    [
        ("CTOC/COP/WG.7/2013/5", "CTOC/COP/WG.7"),
        ("CTOC/COP/WG.7/2014/INF.2", "CTOC/COP/WG.7"),
        ("A/HRC/24/11", "A/HRC"),
        ("S/RES/2773 (2025)", "S"),
        ("E/AC.51/2025/2", "E/AC.51"),
        ("ICCD/COP(8)/CST/8", "ICCD/COP/CST"),
        ("WHA66.9", "WHA"),
        ("DP/OPS/2025/2", "DP/OPS"),
    ],
)
def test_a_series_is_what_the_papers_of_one_body_have_in_common(symbol, series):
    assert series_of(of(symbol)) == series


def test_a_report_without_a_symbol_is_a_series_of_its_own():
    assert series_of(of("")) == of("").sha256


def reports(number, bodies):
    made = [of(f"X/WG.{index % bodies}/{2000 + index}/1") for index in range(number)]
    return {document.id: document for document in made}


def test_meetings_of_one_body_stay_together_and_roles_are_spread():
    documents = reports(60, 20)
    strata = {
        key: Counter({"recommendation 3": 5 + index % 7, "observation ": 20, "decision 5": index % 3})
        for index, key in enumerate(documents)
    }
    found = assign(documents, strata, Splits((("train", 0.8), ("test", 0.2)), 7))
    by_series = {}
    for key, split in found.items():
        by_series.setdefault(series_of(documents[key]), set()).add(split)
    assert all(len(splits) == 1 for splits in by_series.values())
    totals = {
        split: sum((strata[key] for key in found if found[key] == split), Counter())
        for split in ("train", "test")
    }
    for stratum in ("recommendation 3", "observation ", "decision 5"):
        share = totals["test"][stratum] / (totals["test"][stratum] + totals["train"][stratum])
        assert 0.15 <= share <= 0.25, stratum


def test_another_seed_divides_otherwise_and_the_same_one_alike():
    documents = reports(40, 40)
    strata = {key: Counter({"recommendation 3": 4}) for key in documents}

    def drawn(seed):
        return assign(documents, strata, Splits((("train", 0.5), ("test", 0.5)), seed, SplitUnit.SERIES))

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_splits_are_typed_as_names_with_shares():
    assert splits_from("train=.8, test=.2", 7) == Splits((("train", 0.8), ("test", 0.2)), 7)
    for wrong in ("train", "train=x,test=.2", "train=.8,test=.1", "a b=1", "train=-1,test=2", ""):
        with pytest.raises(UserFacingError):
            splits_from(wrong)


def test_two_splits_have_two_names_on_every_system():
    for wrong in ("train=.5,train=.5", "train=.5,Train=.5"):
        with pytest.raises(UserFacingError, match=r"there is a split .rain already"):
            splits_from(wrong)


def test_a_single_series_cannot_be_divided_but_by_document():
    documents = reports(2, 1)
    strata = {key: Counter({"recommendation 3": 4}) for key in documents}
    shares = (("train", 0.5), ("test", 0.5))
    with pytest.raises(
        UserFacingError, match=r"too few series of reports \(1\); divide by document, or into"
    ):
        assign(documents, strata, Splits(shares))
    assert set(assign(documents, strata, Splits(shares, by=SplitUnit.DOCUMENT)).values()) == {"train", "test"}


@pytest.mark.parametrize(
    "symbols",
    [
        [("A/HRC/24/11",), ("A/HRC/24/11",)],  # in two languages
        [("A/HRC/24/11",), ("A/HRC/24/11/Rev.1*",)],
        [("A/HRC/24/11/Add.1/Rev.2/Corr.1",), ("A/HRC/24/11/Add.1 *",)],
        [("S/RES/2773 (2025)",), ("S/RES/2773(2025)/Corr.1",)],
        [("E/2025/44", "E/C.16/2025/9"), ("E/C.16/2025/9", "E/2025/44")],
        [("E/2025/44",), ("E/2025/44", "E/C.16/2025/9"), ("E/C.16/2025/9",)],
    ],
)
@pytest.mark.parametrize("by", SplitUnit)
def test_versions_of_one_report_stay_together(symbols, by):
    versions = [of(*some) for some in symbols]
    others = [of(f"X/WG.{number}/2020/1") for number in range(6)]
    for ordered in ([*others, *versions], [*reversed(versions), *others]):
        documents = {document.id: document for document in ordered}
        strata = {key: Counter({"recommendation 3": 4}) for key in documents}
        shares = (("one", 0.25), ("two", 0.25), ("three", 0.25), ("four", 0.25))
        found = assign(documents, strata, Splits(shares, by=by))
        assert len({found[version.id] for version in versions}) == 1


def test_other_reports_of_a_session_are_divided_by_document():
    symbols = ("A/HRC/24/11", "A/HRC/24/11/Add.1", "A/HRC/24/11/Add.2", "A/HRC/24/1", "")
    documents = {document.id: document for document in map(of, symbols)}
    strata = {key: Counter({"recommendation 3": 4}) for key in documents}
    shares = tuple((name, 0.2) for name in "abcde")
    assert set(assign(documents, strata, Splits(shares, by=SplitUnit.DOCUMENT)).values()) == set("abcde")


def test_splits_do_not_depend_on_ids_or_the_order_of_import():
    shares = (("one", 0.5), ("two", 0.5))

    def drawn(symbols):
        documents = {document.id: document for document in map(of, symbols)}
        strata = {key: Counter({"recommendation 3": 4}) for key in documents}
        found = assign(documents, strata, Splits(shares, 3, SplitUnit.DOCUMENT))
        return {documents[key].masthead.symbol: split for key, split in found.items()}

    symbols = [f"X/WG.1/2020/{number}" for number in range(12)]
    assert drawn(symbols) == drawn(symbols[::-1])


def test_only_pairs_in_two_splits_leak():
    leaks = Leaks()
    for report in ("a", "b", "c"):
        leaks.add(report, recommendation(f"{report}1", "States should dig deep wells in every village"))
    found, number = leaks.across({"a": "train", "b": "train", "c": "test"})
    assert number == 1
    (pair,) = found
    assert pair == {"one": ["train", "a", "a1"], "other": ["test", "c", "c1"], "score": 1.0}
    assert leaks.across({"a": "test", "b": "test", "c": "test"}) == ([], 0)
