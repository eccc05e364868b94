"""Makes Surveys/exempel-medarbetare anew: constructed answers that give the published figures of a medarbetarenkät.

    python3 Tests/Exempel/bygg_medarbetare.py [FOLDER]

Without a folder Surveys/exempel-medarbetare itself is written. The seed is fixed, so the files are the same byte for byte
each time. A small search finds whole answers that give every published percentage at once; who answers what is drawn within
those counts.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
FORBUND = "Samordningsförbundet Exempelbygden"

INSATSER = ["HälsoSam", "Lyra", "MIA", "START", "UPIS", "HUVAS"]
NONE = "Ingen av dem"
STOD, SAMVERKAN, STEG = QUESTIONS = [
    "Till stöd och hjälp i mitt arbete",
    "Bidrar till bättre samverkan mellan myndigheter",
    "Bidrar till att deltagarna gör en stegförflyttning närmare arbete",
]
HIGH, PARTLY, LOW, NOT, CANNOT = ["I hög utsträckning", "Delvis", "I låg utsträckning", "Inte alls", "Kan inte bedöma"]
FRUKOST = "Vad tycker du om förbundets frukostmöten?"
EMPLOYERS = {"Arbetsförmedlingen": 21, "Försäkringskassan": 24, "Kommunen": 43, "Regionen": 12}
NEW, SOME, LONG = ["Mindre än ett år", "Ett till fem år", "Mer än fem år"]


@dataclass(frozen=True)
class Published:
    """What the annual reports say of one year, in whole per cent of all answers about insatser."""

    year: int
    respondents: int
    knowing: int
    blocks: int
    """Answers about insatser: of these the source says nothing."""
    positive: dict[str, int]
    """I hög utsträckning or delvis, by question."""
    high: dict[str, int]
    """I hög utsträckning alone."""
    partly: dict[str, int]
    per_insats: dict[tuple[str, str], int]
    """(insats, question) to positive."""
    cannot: dict[str, int]
    """Kan inte bedöma, made up: the source says that there were more of them in 2017."""
    new: int
    """Employed less than one year, people."""
    breakfast: tuple[int, int]
    """Good or very good, of those who came: people."""


YEARS = [
    Published(
        2016, 231, 182, 383, {STOD: 83, STEG: 80}, {SAMVERKAN: 46}, {SAMVERKAN: 37}, {},
        {STOD: 9, SAMVERKAN: 9, STEG: 12}, 55, (84, 96),
    ),
    Published(
        2017, 264, 212, 451, {STOD: 77, STEG: 72}, {SAMVERKAN: 44}, {SAMVERKAN: 31}, {},
        {STOD: 17, SAMVERKAN: 18, STEG: 21}, 69, (108, 120),
    ),
    Published(
        2018, 248, 188, 412, {STOD: 88, STEG: 89}, {SAMVERKAN: 59}, {SAMVERKAN: 27},
        {
            ("HälsoSam", STOD): 84, ("HälsoSam", SAMVERKAN): 71, ("HälsoSam", STEG): 84, ("Lyra", SAMVERKAN): 89,
            ("MIA", SAMVERKAN): 86, ("MIA", STOD): 84, ("START", SAMVERKAN): 91, ("UPIS", SAMVERKAN): 94,
            ("HUVAS", STEG): 95,
        },
        {STOD: 6, SAMVERKAN: 8, STEG: 6}, 55, (101, 113),
    ),
]  # fmt: skip


def percent(part: int, whole: int) -> int:
    """Half up, in whole numbers."""
    return (200 * part + whole) // (2 * whole)


def whole(share: int, base: int) -> list[int]:
    """The counts of a base that are shown as a share, the middle one first."""
    counts = [part for part in range(base + 1) if percent(part, base) == share]
    return sorted(counts, key=lambda part: abs(100 * part - share * base))


def dealt(total: int, weights: list[int]) -> list[int]:
    """A total in parts by weight, to whole numbers by the largest remainders."""
    parts = [total * weight // sum(weights) for weight in weights]
    rest = [total * weight % sum(weights) for weight in weights]
    for place in sorted(range(len(weights)), key=lambda place: (-rest[place], place))[: total - sum(parts)]:
        parts[place] += 1
    return parts


# The counts.


def positives(year: Published, sizes: list[int], question: str, total: int) -> list[int] | None:
    """How many are positive of each insats' answers, so that they sum to the total; None where nothing fits."""
    held: dict[int, int] = {}
    for place, (insats, size) in enumerate(zip(INSATSER, sizes)):
        if (share := year.per_insats.get((insats, question))) is not None:
            if not (fitting := whole(share, size)):
                return None
            held[place] = fitting[0]
    free = [place for place in range(len(sizes)) if place not in held]
    rest = total - sum(held.values())
    room = sum(sizes[place] for place in free)
    # The others are neither all positive nor far from the rest.
    if not free or not 0.6 * room <= rest <= 0.97 * room:
        return None
    parts = dict(zip(free, dealt(rest, [sizes[place] for place in free])))
    return [held.get(place, parts.get(place, 0)) for place in range(len(sizes))]


def solution(year: Published) -> tuple[list[int], dict[str, list[int]], dict[str, list[int]]]:
    """The answers about each insats, and by question how many of them are positive and how many clearly so."""
    rng = random.Random(f"sizes {year.year}")
    usual = [21, 12, 28, 18, 12, 9]
    for _ in count():
        sizes = dealt(year.blocks, [weight * rng.randint(80, 120) for weight in usual])
        positive: dict[str, list[int]] = {}
        high: dict[str, list[int]] = {}
        for question in QUESTIONS:
            if question in year.positive:
                totals = [(part, None) for part in whole(year.positive[question], year.blocks)]
            else:
                totals = [
                    (high_total + partly, high_total)
                    for high_total in whole(year.high[question], year.blocks)
                    for partly in whole(year.partly[question], year.blocks)
                ]
            for total, high_total in totals:
                if (parts := positives(year, sizes, question, total)) is not None:
                    positive[question] = parts
                    high[question] = dealt(high_total or round(total * 0.62), parts)
                    break
            else:
                break
        if len(positive) == len(QUESTIONS) and all(
            high[question][place] <= positive[question][place] for question in QUESTIONS for place in range(len(sizes))
        ):
            return sizes, positive, high
    raise AssertionError


def answers(year: Published) -> dict[str, list[tuple[str, ...]]]:
    """By insats, the answers to the block's questions, one tuple a person who knows it."""
    sizes, positive, high = solution(year)
    blocks: dict[str, list[tuple[str, ...]]] = {}
    columns: dict[str, list[list[str]]] = {insats: [] for insats in INSATSER}
    for question in QUESTIONS:
        rest = [size - part for size, part in zip(sizes, positive[question])]
        cannot = dealt(min(sum(rest), round(year.blocks * year.cannot[question] / 100)), rest)
        for place, insats in enumerate(INSATSER):
            low = dealt(rest[place] - cannot[place], [3, 2])
            column = (
                [HIGH] * high[question][place]
                + [PARTLY] * (positive[question][place] - high[question][place])
                + [LOW] * low[0] + [NOT] * low[1] + [CANNOT] * cannot[place]
            )  # fmt: skip
            random.Random(f"{year.year} {insats} {question}").shuffle(column)
            columns[insats].append(column)
    for insats in INSATSER:
        blocks[insats] = list(zip(*columns[insats]))
    return blocks


# The people.


@dataclass
class Person:
    employer: str
    employed: str
    manager: str
    breakfast: str
    blocks: dict[str, tuple[str, ...]]


def people(year: Published) -> list[Person]:
    rng = random.Random(f"people {year.year}")
    blocks = answers(year)
    known: list[dict[str, tuple[str, ...]]] = [{} for _ in range(year.knowing)]
    # Everybody who knows an insats knows one; who knows several is drawn.
    order = [insats for insats in INSATSER for _ in blocks[insats]]
    rng.shuffle(order)
    for person, insats in zip(known, order):
        person[insats] = ()
    for insats in order[year.knowing :]:
        rng.choice([person for person in known if insats not in person])[insats] = ()
    for insats in INSATSER:
        who = [person for person in known if insats in person]
        rng.shuffle(who)
        for person, block in zip(who, blocks[insats], strict=True):
            person[insats] = block
    known += [{} for _ in range(year.respondents - year.knowing)]
    rng.shuffle(known)

    def column(counts: dict[str, int]) -> list[str]:
        values = [value for value, number in counts.items() for _ in range(number)]
        rng.shuffle(values)
        return values

    employers = column(dict(zip(EMPLOYERS, dealt(year.respondents, list(EMPLOYERS.values())))))
    later = dealt(year.respondents - year.new, [5, 6])
    employed = column({NEW: year.new, SOME: later[0], LONG: later[1]})
    managers = year.respondents * 12 // 100
    manager = column({"Ja": managers, "Nej": year.respondents - managers})
    good, came = year.breakfast
    very = good * 55 // 100
    breakfast = column(
        {
            "Mycket bra": very, "Bra": good - very, "Varken bra eller dåliga": came - good - 2, "Dåliga": 2,
            "Har inte deltagit": year.respondents - came,
        }
    )  # fmt: skip
    return [
        Person(*row, blocks={insats: blocks[insats] for insats in INSATSER if insats in blocks})
        for *row, blocks in zip(employers, employed, manager, breakfast, known)
    ]


# The files.


def text(rows: list[list[str]], delimiter: str) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return file.getvalue()


BACKGROUND = ["Arbetsgivare", "Hur länge har du varit anställd?", "Är du chef?"]


def background(person: Person) -> list[str]:
    return [person.employer, person.employed, person.manager]


def a_row_each(people: list[Person]) -> bytes:
    """A row for each person and insats; who knows none has one row."""
    rows = [["Svarsid", *BACKGROUND, "Vilken insats gäller svaren?", *QUESTIONS, FRUKOST]]
    for number, person in enumerate(people, 1001):
        blocks = person.blocks or {NONE: ("",) * len(QUESTIONS)}
        for insats, block in blocks.items():
            rows.append([f"{number}", *background(person), insats, *block, person.breakfast])
    return text(rows, ";").encode()


def a_column_each(people: list[Person]) -> bytes:
    """A column for each insats and question, and one for each insats that may be known."""
    filters = [f"Vilka insatser känner du till? [{value}]" for value in [*INSATSER, NONE]]
    questions = [f"{insats}: {question}" for insats in INSATSER for question in QUESTIONS]
    rows = [["ID", "E-post", *BACKGROUND, *filters, *questions, FRUKOST]]
    for number, person in enumerate(people, 1):
        known = ["Ja" if insats in person.blocks else "Nej" for insats in INSATSER]
        known.append("Nej" if person.blocks else "Ja")
        cells = [cell for insats in INSATSER for cell in person.blocks.get(insats, ("",) * len(QUESTIONS))]
        rows.append(
            [f"{number}", f"svar{number}@exempel.invalid", *background(person), *known, *cells, person.breakfast]
        )
    return text(rows, ";").encode("cp1252")


def two_heading_rows(people: list[Person]) -> bytes:
    """The insats above its questions, and what is known in one cell."""
    above = [cell for insats in INSATSER for cell in [insats, "", ""]]
    rows = [
        ["", "", "", "", *above, "Övriga frågor"],
        [*BACKGROUND, "Vilka insatser känner du till?", *QUESTIONS * len(INSATSER), FRUKOST],
    ]
    for person in people:
        cells = [cell for insats in INSATSER for cell in person.blocks.get(insats, ("",) * len(QUESTIONS))]
        rows.append([*background(person), ", ".join(person.blocks) or NONE, *cells, person.breakfast])
    return text(rows, ",").encode("utf-8-sig")


LAYOUTS: dict[int, Callable[[list[Person]], bytes]] = {2016: a_row_each, 2017: a_column_each, 2018: two_heading_rows}
INVITED = {2017: 612, 2018: 596}


def description(year: int) -> str:
    invited = f"    tillfrågade: {INVITED[year]}\n" if year in INVITED else ""
    return (
        "# Svaren i den här mappen är konstruerade. De är ingen verklig persons svar, och förbundet finns inte.\n"
        f"förbund: {FORBUND}\nperiod: {year}\nkonstruerade svar: ja\nenkäter:\n"
        f"  medarbetare:\n    filer: [medarbetare.csv]\n{invited}"
    )


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TESTS.parent / "Surveys" / "exempel-medarbetare"
    for year in YEARS:
        place = folder / str(year.year)
        place.mkdir(parents=True, exist_ok=True)
        (place / "medarbetare.csv").write_bytes(LAYOUTS[year.year](people(year)))
        (place / "matning.yaml").write_text(description(year.year), encoding="utf-8")


if __name__ == "__main__":
    main()
