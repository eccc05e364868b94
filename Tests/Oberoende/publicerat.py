"""Compares a workbook's sheet Data with the published table of 2021.

    python3 publicerat.py WORKBOOK

Prints the exact rows and what the others show. Ends with 0 if exactly the rows that whole answers can give are exact,
and the response rates and the figures per insats known from the same report are right, and the one of these is hidden that
says what each respondent answered.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from pathlib import Path

from data_sheet import DataRow, data_rows
from figures import RATE, TOTAL, Key, percent
from instruments import CLEARLY, INSATSER, INSTRUMENTS, NEGATIVE, NEITHER, POSITIVE
from ods_reader import read_sheets

PUBLISHED = Path(__file__).resolve().parent.parent / "Fixtures" / "publicerad-bilaga2-2021.csv"
MEASURES = {
    NEGATIVE: "negativt_procent",
    NEITHER: "varken_eller_procent",
    POSITIVE: "positivt_procent",
    CLEARLY: "klart_positivt_procent",
}
MIA, SAMMA, _ = INSATSER
KNOWN = {
    Key("personal", 2021, "total", TOTAL, "", RATE): (32, 40, 80),
    Key("styrelse", 2021, "total", TOTAL, "", RATE): (6, 13, 46),
    Key("chefer", 2021, "total", TOTAL, "", RATE): (11, 37, 30),
    Key("personal", 2021, "insats", MIA, "strukturer", POSITIVE): (6, 8, 75),
    Key("personal", 2020, "insats", MIA, "erfarenheter", POSITIVE): (4, 8, 50),
    Key("personal", 2021, "insats", MIA, "erfarenheter", POSITIVE): (8, 8, 100),
    Key("personal", 2021, "insats", SAMMA, "arbetssatt", POSITIVE): (10, 12, 83),
    Key("personal", 2021, "insats", SAMMA, "erfarenheter", POSITIVE): (11, 12, 92),
}

NOT_TOLD = Key("personal", 2020, "insats", MIA, "strukturer", POSITIVE)
"""Published as 1 of 8: of the eight, seven were not positive, so that the one who was knew what all the others answered."""

Shown = dict[Key, tuple[float, float]]
"""Count and base of each row of Data that shows a share."""


@dataclass(frozen=True)
class PublishedRow:
    survey: str
    question: str
    number: int
    period: int
    answers: int
    percents: tuple[int, ...]

    def key(self, measure: str) -> Key:
        return Key(self.survey, self.period, "total", TOTAL, self.question, measure)


def published_rows() -> list[PublishedRow]:
    rows = []
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            survey, number = row["grupp"], int(row["fråga_nr"])
            question = INSTRUMENTS[survey].questions[number - 1].id
            percents = tuple(int(row[column]) for column in MEASURES.values())
            rows.append(PublishedRow(survey, question, number, int(row["år"]), int(row["svar_totalt"]), percents))
    return rows


def whole(count: int, base: int) -> int:
    return (200 * count + base) // (2 * base)


def is_possible(row: PublishedRow) -> bool:
    """Whether any whole answers of at most so many respondents give the four percentages."""
    negative, neither, positive, clearly = row.percents
    for base in range(1, row.answers + 1):
        if not any(whole(count, base) == clearly for count in range(base + 1)):
            continue
        for a, b in product(range(base + 1), repeat=2):
            c = base - a - b
            if c >= 0 and (whole(a, base), whole(b, base), whole(c, base)) == (negative, neither, positive):
                return any(whole(count, base) == clearly for count in range(c + 1))
    return False


def shown_figures(workbook: Path) -> Shown:
    figures: Shown = {}
    for row in data_rows(read_sheets(workbook).get("Data", [])):
        if isinstance(row, DataRow):
            count, base = row.cells[0].value, row.cells[1].value
            if isinstance(count, float) and isinstance(base, float) and base > 0:
                figures[row.key] = (count, base)
    return figures


def shown_percents(row: PublishedRow, shown: Shown) -> tuple[int, ...] | None:
    figures = [shown.get(row.key(measure)) for measure in MEASURES]
    if None in figures:
        return None
    return tuple(percent(Fraction(int(f[0]), int(f[1]))) for f in figures if f)


def in_words(percents: tuple[int, ...] | None) -> str:
    return "/".join(map(str, percents[:3])) + f" ({percents[3]})" if percents else "inget"


def compare_rows(shown: Shown) -> bool:
    """Prints every row; whether exactly the possible ones are exact."""
    as_they_should = True
    exact = 0
    for row in published_rows():
        found = shown_percents(row, shown)
        possible = is_possible(row)
        exact += found == row.percents
        as_they_should &= (found == row.percents) == possible and found is not None
        verdict = "exakt" if found == row.percents else f"visar {in_words(found)}"
        remark = "" if possible else ", omöjlig i hela svar"
        print(f"{row.survey} {row.number} {row.period}: publicerat {in_words(row.percents)}: {verdict}{remark}")
    print(f"{exact} av {len(published_rows())} rader exakt")
    return as_they_should


def compare_known(shown: Shown) -> bool:
    """Prints every known figure that the workbook does not show; whether there is none."""
    wrong = 0
    for key, (count, base, percents) in KNOWN.items():
        found = shown.get(key)
        if found != (count, base) or whole(count, base) != percents:
            wrong += 1
            name = f"{key.survey} {key.period} {key.group} {key.question or key.measure}"
            print(f"{name}: {found}, men ska vara {count} av {base}")
    print(f"{len(KNOWN) - wrong} av {len(KNOWN)} kända tal i övrigt stämmer")
    if NOT_TOLD in shown:
        print(f"{NOT_TOLD.group} {NOT_TOLD.question} {NOT_TOLD.period}: visas, men säger vad var och en svarade")
    return wrong == 0 and NOT_TOLD not in shown


if __name__ == "__main__":
    figures = shown_figures(Path(sys.argv[1]))
    sys.exit(0 if compare_rows(figures) & compare_known(figures) else 1)
