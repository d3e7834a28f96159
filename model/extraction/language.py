"""The language of a document and of a text, by script and by its commonest words (docs/decisions/0010)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from model.extraction.rows import Row, Zone

# Words of a language that are rare in the others here; shared ones ("de", "la") count for each.
_COMMON = {
    "en": "the of and to in that for is was with by as its be on are has had have which from at an it",
    "fr": "le la les des du et une dans que pour est sur par au aux qui ses avec été ont leur cette ces il",
    "es": "el la los las del y una en que para es por con su sus al se como más han sobre entre esta este",
    "pt": "o os as da do das dos e um uma em que para é por com ao não se na no mais sua pela pelo",
    "it": "il lo gli della del delle dei e un una in che per è con al nel sono alla da si più",
    "de": "der die das und den von zu mit des im für ist auf dem eine als auch sich nicht wird",
    "nl": "de het een en van in dat is op te zijn voor met niet aan door wordt bij ook",
    "ru": "и в на с по о что для не из к его как от при их также или это был",
    "uk": "і в на з та що для не із до його як від при їх також або це був",
}
COMMON = {code: frozenset(words.split()) for code, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
# A text needs so many of a language's words before it is called that language.
_FEWEST = 2
# This much of a document tells its language.
_ENOUGH = 60_000


def language_of(text: str, default: str = "") -> str:
    """The ISO 639-1 code of a text's language; `default` where it is too short to tell."""
    script = _script(text)
    if script in ("ar", "zh", "ja"):
        return script
    words = Counter(word.lower() for word in _WORD.findall(text))
    scores = {code: sum(words[word] for word in common) for code, common in COMMON.items()}
    if script == "cyrillic":
        scores = {code: score for code, score in scores.items() if code in ("ru", "uk")}
    code, score = max(scores.items(), key=lambda item: item[1])
    if score >= _FEWEST:
        return code
    return "ru" if script == "cyrillic" else default


def document_language(rows: Iterable[Row], declared: str = "") -> str:
    """The language of most of a document's running text.

    `declared` is what the PDF says of itself ("en-US"); it counts only where the text is too short to tell,
    because most files are made with the office's setting.
    """
    parts: list[str] = []
    length = 0
    spare: list[str] = []
    for row in rows:
        if row.zone in (Zone.BODY, Zone.FOOTNOTE):
            parts.append(row.text)
            length += len(parts[-1])
            if length > _ENOUGH:
                break
        elif len(spare) < 400:
            spare.append(row.text)
    return language_of(" ".join(parts)) or language_of(" ".join(spare)) or declared[:2].lower()


def _script(text: str) -> str:
    """The script of most letters: "ar", "zh", "ja", "cyrillic" or "latin"."""
    counts: Counter[str] = Counter()
    for letter in text[:4000]:
        code = ord(letter)
        if code < 0x250:
            counts["latin"] += letter.isalpha()
        elif 0x400 <= code < 0x530:
            counts["cyrillic"] += 1
        elif 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFEFF:
            counts["ar"] += 1
        elif 0x3040 <= code < 0x3100:
            counts["ja"] += 4
        elif 0x4E00 <= code < 0xA000:
            counts["zh"] += 3
    if not counts:
        return "latin"
    script = counts.most_common(1)[0][0]
    if script == "zh" and counts["ja"] * 8 > counts["zh"]:
        return "ja"
    return script
