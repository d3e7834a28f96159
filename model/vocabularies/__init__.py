"""Vocabularies for a slot's values: themes, beneficiaries, goals, kinds of addressees.

vocabulary = default_vocabulary("themes")
vocabulary.matches("to prevent trafficking in persons", "en")  # [(start, end, code), ...]
vocabulary.complete("traf", limit=8)                           # [Completion(concept, language, words), ...]
"""

from model.vocabularies.as_csv import load_csv
from model.vocabularies.concepts import BadVocabulary, Completion, Concept, Vocabulary
from model.vocabularies.defaults import DEFAULTS, default_vocabulary
from model.vocabularies.files import SUFFIXES, load

__all__ = [
    "DEFAULTS",
    "SUFFIXES",
    "BadVocabulary",
    "Completion",
    "Concept",
    "Vocabulary",
    "default_vocabulary",
    "load",
    "load_csv",
]
