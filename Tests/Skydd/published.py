"""What a finished workbook gives out, by the sheet Data: the main source of an attacker's equations."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Oberoende"))
from ods_reader import Row, read_sheets  # noqa: E402
from rules import TOTAL, Counts  # noqa: E402

MEASURES = ("negativt", "varken eller", "positivt", "klart positivt")
ANSWERS, INVITED = "svar", "tillfrågade"


class Unit(NamedTuple):
    """One questionnaire in one period: people of their own."""

    survey: str
    period: str


class Place(NamedTuple):
    """A group's answers to one question; the question is empty for how many the group's respondents are."""

    unit: Unit
    breakdown: str
    group: str
    question: str = ""


Figures = dict[str, tuple[int | None, int | None]]
"""Count and base by measure; both None where they are protected."""


@dataclass
class Published:
    figures: dict[Place, Figures] = field(default_factory=dict)
    sheets: dict[str, list[Row]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    """By questionnaire and question, the question as it is worded."""

    def units(self) -> list[Unit]:
        return sorted({place.unit for place in self.figures})

    def breakdowns(self, unit: Unit) -> dict[str, list[str]]:
        """The groups of each, the total apart."""
        found: dict[str, list[str]] = {}
        for place in self.figures:
            if place.unit == unit and place.breakdown != TOTAL:
                groups = found.setdefault(place.breakdown, [])
                if place.group not in groups:
                    groups.append(place.group)
        return found

    def breakdown_of(self, survey: str, role: str, sheet: str) -> str:
        """What a sheet of a questionnaire is broken down by; its name may be cut off."""
        named = sheet.removeprefix(role).removeprefix(" per ")
        found = (place.breakdown for place in self.figures if place.unit.survey == survey)
        return next((b for b in found if named and b.startswith(named)), TOTAL)

    def questions(self, unit: Unit) -> list[str]:
        return list(dict.fromkeys(p.question for p in self.figures if p.unit == unit and p.question))

    def counts(self, place: Place) -> Counts | None:
        """Of a row that is shown in whole."""
        found = self.figures.get(place, {})
        shown = [found.get(measure, (None, None))[0] for measure in MEASURES]
        if None in shown:
            return None
        negative, neither, positive, clearly = shown
        return Counts(negative, neither, positive - clearly, clearly)

    def respondents(self, place: Place) -> int | None:
        return self.figures.get(place._replace(question=""), {}).get(ANSWERS, (None, None))[0]

    def invited(self, place: Place) -> int | None:
        return self.figures.get(place._replace(question=""), {}).get(INVITED, (None, None))[0]


def whole(value: object) -> int | None:
    return int(value) if isinstance(value, float) and value == int(value) else None


def read_workbook(path: Path) -> Published:
    published = Published(sheets=read_sheets(path))
    rows = published.sheets["Data"]
    start = next(i for i, row in enumerate(rows) if "mått" in [cell.value for cell in row])
    columns = {cell.value: place for place, cell in enumerate(rows[start])}
    for row in rows[start + 1 :]:
        if len(row) <= columns["antal"]:
            continue
        text = {name: row[at].text for name, at in columns.items() if at < len(row)}
        value = {name: row[at].value for name, at in columns.items() if at < len(row)}
        place = Place(Unit(text["enkät"], text["period"]), text["indelning"], text["grupp"], text["fråga"])
        published.figures.setdefault(place, {})[text["mått"]] = (whole(value["antal"]), whole(value.get("bas")))
        if text["fråga"]:
            published.texts[text["enkät"], text["fråga"]] = text["frågetext"]
    return published
