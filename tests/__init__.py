"""Tests of Paraph; `tests.reports` writes reports whose true outline is known."""
