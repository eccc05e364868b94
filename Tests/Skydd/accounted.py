"""Every number and mark of the sheets beside Data: none may stand on a row that Data hides, or be one that Data
cannot give.

What a sentence says beside numbers is held to account by another world (interference.py): answers that give the same
Data must give the same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from published import INVITED, Place, Published, Unit
from rules import TOTAL

NUMBER = re.compile(r"\d+")
MARK = re.compile(r"\[[^\]]*\]")
HIDDEN = "[skyddad]"
NO_FIGURE = {
    HIDDEN, "[tidigare saknas]", "[jämförelseår]", "[ej tillämpligt]", "[ingen mätning]", "[ej jämförbar]",
    "[uppgift saknas]",
}  # fmt: skip
"""Marks that say nothing of the answers: what was asked, when, and what is not told."""
NAMES_OF_ROWS = {
    "Respondentgrupp",
    "Indelning",
    "Grupp",
    "Fråga",
    "År",
    "Huvudfråga",
    "Huvudfråga 2",
    "Anmärkning",
    "Svarande",
}
TEXTS = ("Omslag", "Innehåll", "Anmärkningar")


@dataclass
class Account:
    published: Published
    roles: dict[str, str]
    """The questionnaire by what its sheets are called."""

    def faults(self) -> Iterator[str]:
        yield from self._data()
        yield from self._tables()
        yield from self._sentences()

    def _data(self) -> Iterator[str]:
        for place, figures in self.published.figures.items():
            shown = self.published.counts(place) if place.question else self.published.respondents(place)
            told = [measure for measure, pair in figures.items() if pair != (None, None) and measure != INVITED]
            if shown is None and told:
                yield f"Data: {', '.join(told)} fast raden är skyddad: {' '.join(place[1:])} {place.unit}"

    # Rows that Data hides.

    def _tables(self) -> Iterator[str]:
        for name, rows in self.published.sheets.items():
            start = next((at for at, row in enumerate(rows) if {"Fråga", "Huvudfråga"} & {c.text for c in row}), None)
            if start is None or name in ("Data", "Källor"):
                continue
            head = [cell.text for cell in rows[start]]
            for line, row in enumerate(rows[start + 1 :], start + 2):
                if len(row) > 1:
                    for heading, cell in zip(head, row):
                        if heading not in NAMES_OF_ROWS and heading != head[0]:
                            text = cell.text
                            for place in self._places(name, heading, dict(zip(head, (c.text for c in row)))):
                                if not self._is_shown(place) and not self._is_silent(text):
                                    yield f"{name} rad {line}, {heading}: {text} fast raden är skyddad"

    def _is_silent(self, text: str) -> bool:
        return text == "" or text in NO_FIGURE

    def _is_shown(self, place: Place) -> bool:
        found = self.published
        if place not in found.figures:
            return True
        return (found.counts(place) if place.question else found.respondents(place)) is not None

    def _places(self, sheet: str, heading: str, row: dict[str, str]) -> Iterator[Place]:
        """The rows of Data that a cell tells of."""
        role = row.get("Respondentgrupp") or next(
            (r for r in sorted(self.roles, key=len, reverse=True) if sheet == r or sheet.startswith(f"{r} per ")), ""
        )
        survey = self.roles.get(role)
        if survey is None:
            return
        if "Indelning" in row:
            breakdown, group = row["Indelning"], row["Grupp"]
        else:
            breakdown = self.published.breakdown_of(survey, role, sheet) if sheet.startswith(f"{role} per ") else TOTAL
            group = "Totalt" if breakdown == TOTAL else next(iter(row.values()))
        years = sorted({unit.period for unit in self.published.units() if unit.survey == survey})
        if "År" in row:
            own = [row["År"]]
        else:
            own = [year for year in years if heading.endswith(year)] or years[-2:]
        if heading.startswith("Förändring") or heading == "Slumpen":
            own = years[-2:]
        if sheet == "Svarsfrekvens" and heading in ("Svar", "Svarsfrekvens", "Förändring"):
            questions = [""]
        elif sheet == "Svarsfrekvens":
            main = row.get("Huvudfråga 2" if heading.endswith(" 2") else "Huvudfråga", "")
            number = NUMBER.search(main)
            numbered = self._numbered(survey)
            questions = [numbered[int(number[0])]] if number and int(number[0]) in numbered else []
        else:
            texts = {text: question for (s, question), text in self.published.texts.items() if s == survey}
            questions = [question for text, question in texts.items() if text in row.get("Fråga", "")]
        if heading == "Tillfrågade":
            return
        for year, question in product(own, questions):
            yield Place(Unit(survey, year), breakdown, group, question)

    def _numbered(self, survey: str) -> dict[int, str]:
        found: dict[int, str] = {}
        for rows in self.published.sheets.values():
            for row in rows:
                for cell in row[:2]:
                    for (s, question), text in self.published.texts.items():
                        match = re.match(r"(\d+)\. ", cell.text)
                        if s == survey and match and text in cell.text:
                            found[int(match[1])] = question
        return found

    # Sentences.

    def _sentences(self) -> Iterator[str]:
        known = self._known()
        for name, rows in self.published.sheets.items():
            if name in ("Data", "Källor", "Metod"):
                continue
            for line, row in enumerate(rows, 1):
                if len(row) <= 3:
                    for cell in row:
                        text = MARK.sub("", cell.text)
                        unknown = {n for n in NUMBER.findall(text) if int(n) not in known}
                        if unknown:
                            yield f"{name} rad {line}: {', '.join(sorted(unknown))} i ”{cell.text[:120]}”"

    def _known(self) -> set[int]:
        """What Data shows, and what follows from its figures by the rules of the sheets."""
        # Limits and numbers that the sentences of every workbook have.
        found = {0, 5, 50, 80, 95, 99, 100, 101, 200}
        for unit in self.published.units():
            found |= {int(n) for n in NUMBER.findall(unit.period)}
            found |= set(range(len(self.published.questions(unit)) + 2))
        for place, figures in self.published.figures.items():
            for count, base in figures.values():
                found |= {number for number in (count, base) if number is not None}
                if count is not None and base:
                    found.add((200 * count + base) // (2 * base))
            found |= {int(n) for n in NUMBER.findall(self.published.texts.get((place.unit.survey, place.question), ""))}
            found |= {int(n) for n in NUMBER.findall(place.group)}
        shares = [n for n in found if n <= 100]
        found |= {abs(a - b) + extra for a, b in product(shares, shares) for extra in (-1, 0, 1)}
        for rows in self.published.sheets.values():
            for row in rows[:1]:
                found |= {int(n) for cell in row for n in NUMBER.findall(cell.text)}
        forbund = self.published.sheets["Data"][-1][0].text
        return found | {int(n) for n in NUMBER.findall(forbund)}
