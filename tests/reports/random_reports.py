# ruff: noqa: E501 - running text reads better unbroken
"""Random reports with a true outline: sections, paragraphs in one run, nested lists, footnotes, an annex.

Everything is drawn from a `random.Random`, so a seed names a report; property tests draw the seed, benchmarks
count it up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from tests.reports.blocks import Block, Contents, Heading, Item, Masthead, PageBreak, Paragraph, Report
from tests.reports.styles import STYLES, Style

_WORDS = {
    "en": "the harbour pilots of each coast report depth charts to their office and keep lights in good order while "
    "ships pass between quays with timber stone grain coal salt and mail for islands beyond northern waters",
    "fr": "les pilotes de chaque port signalent la profondeur des chenaux au bureau qui tient les cartes et les feux "
    "en bon état tandis que les navires passent entre les quais avec du bois du sel et du courrier pour les îles",
    "es": "los pilotos de cada puerto informan de la profundidad de los canales a la oficina que mantiene las cartas "
    "y las luces en buen estado mientras los barcos pasan entre los muelles con madera sal y correo para las islas",
    "ru": "лоцманы каждого порта сообщают о глубине каналов в контору которая хранит карты и следит за огнями пока "
    "суда проходят между причалами с лесом солью и почтой для островов за северными водами",
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_UPPER = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class _Writer:
    def __init__(self, seed: int, language: str) -> None:
        self.random = Random(seed)
        self.words = _WORDS[language].split()
        self.notes: dict[str, str] = {}
        self.paragraph = 0
        self.blocks: list[Block] = []

    def sentence(self, least: int = 8, most: int = 40, stop: str = ".") -> str:
        count = self.random.randint(least, most)
        chosen = [self.random.choice(self.words) for _ in range(count)]
        chosen[0] = chosen[0].capitalize()
        return " ".join(chosen) + stop

    def heading(self) -> str:
        return self.sentence(1, 7, "")

    def body(self, stop: str = ".") -> str:
        text = " ".join(self.sentence() for _ in range(self.random.randint(0, 2)))
        if text and self.random.random() < 0.2:
            mark = str(len(self.notes) + 1)
            self.notes[mark] = self.sentence(4, 20)
            text += f"<n>{mark}</n>"
        return f"{text} {self.sentence(6, 40, stop)}".strip()

    def section(self, level: int, number: str) -> None:
        self.blocks.append(Heading(level, self.heading(), number))
        for _ in range(self.random.randint(1, 4)):
            self.one_paragraph()

    def one_paragraph(self) -> None:
        self.paragraph += 1
        if self.random.random() < 0.65:
            self.blocks.append(Paragraph(self.body(), str(self.paragraph)))
            return
        self.blocks.append(Paragraph(self.body(":"), str(self.paragraph)))
        self.items(self.random.randint(2, 12))
        if self.random.random() < 0.3:
            self.blocks.append(Paragraph(self.body(), continues=True))

    def items(self, count: int) -> None:
        for at in range(count):
            nested = self.random.random() < 0.2
            last = at == count - 1
            stop = ":" if nested else "." if last else ";"
            self.blocks.append(Item(self.sentence(3, 30, stop), chr(97 + at)))
            if nested:
                inner = self.random.randint(2, 5)
                for n in range(inner):
                    end = "." if last and n == inner - 1 else ";"
                    self.blocks.append(Item(self.sentence(3, 20, end), _ROMAN[n], 2))


def random_report(seed: int, language: str = "en", sections: int = 4) -> Report:
    """A report of `sections` chapters, some with parts and parts of parts; footnotes count through."""
    writer = _Writer(seed, language)
    random = writer.random
    if random.random() < 0.5:
        writer.blocks += [Contents(), PageBreak()]
    for at in range(sections):
        writer.section(1, _UPPER[at])
        for part in range(random.choice((0, 0, 2, 3))):
            writer.section(2, chr(65 + part))
            for inner in range(random.choice((0, 0, 0, 2))):
                writer.section(3, str(inner + 1))
    head = Masthead(
        institution="Small Harbours Organization",
        organ=("Assembly of Harbours",),
        symbol=f"HARB/A/{random.randint(10, 99)}/{random.randint(1, 20)}",
        date="30 September 2024",
        job_number="V.24-51873 (E)",
        job_dates="061024    081024",
        bar_code="*2451873*",
    )
    title = f"Report on {' '.join(random.choice(writer.words) for _ in range(6))}"
    return Report(head, title, tuple(writer.blocks), writer.notes, language)


def random_style(seed: int, styles: Sequence[Style] = STYLES) -> Style:
    """One of the offices' styles with sizes, leading and gaps that drift as real ones do."""
    random = Random(seed)
    style = random.choice(styles)
    size = style.size + random.choice((-0.5, 0.0, 0.0, 0.2, 0.7))
    return replace(
        style,
        size=size,
        leading=round(size * random.uniform(1.15, 1.28), 2),
        paragraph_gap=random.choice((4.0, 6.0, 8.0)),
        note_rule=random.choice(("drawn", "typed")),
        justified=random.random() < 0.5,
        furniture_first=random.random() < 0.5,
        bookmarks=random.random() < 0.5,
    )
