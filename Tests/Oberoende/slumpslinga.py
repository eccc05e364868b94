"""Writes random answers to the medarbetarenkät for two years: FOLDER/SEED/2017 and FOLDER/SEED/2018.

    python3 slumpslinga.py FIRST..LAST FOLDER

A year's file has a column for each question and insats, or a row for each person and insats. The same seed gives the same
files.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from pathlib import Path

from loops import BACKGROUNDS, CANNOT_JUDGE, EXTENT, HEADINGS, INSATSER, LOOPED, MEETINGS_TEXT, NONE, NOT_THERE, QUALITY
from loops import RESPONDENT, Person
from slumpdata import interval

Table = list[list[str]]


def random_person(rng: random.Random, likely: dict[str, float], silence: float) -> Person:
    person = Person({insats for insats, weight in likely.items() if rng.random() < weight})
    person.groups = {name: rng.choice(list(values)) for name, values in BACKGROUNDS.items() if rng.random() < 0.95}
    for insats in person.knows:
        person.blocks[insats] = {question: random_answer(rng, silence) for question in LOOPED}
    person.meetings = rng.choice([*QUALITY, NOT_THERE] if rng.random() < 0.7 else [""])
    return person


def random_answer(rng: random.Random, silence: float) -> str:
    return rng.choice([CANNOT_JUDGE, ""]) if rng.random() < silence else rng.choice(list(EXTENT))


def background_headings(rng: random.Random) -> list[str]:
    return [rng.choice((name, *HEADINGS[name])) for name in BACKGROUNDS]


def backgrounds(person: Person) -> list[str]:
    return [person.groups.get(name, "") for name in BACKGROUNDS]


def in_columns(rng: random.Random, people: list[Person]) -> Table:
    """A row for each person, and every question once for each insats."""
    asked = [(insats, question) for insats in INSATSER for question in LOOPED]
    heading = rng.choice((lambda i, q: f"{i}: {LOOPED[q]}", lambda i, q: f"{LOOPED[q]} [{i}]", lambda i, q: f"{q}[{i}]"))
    table = [[*background_headings(rng), "Insatser", *(heading(*pair) for pair in asked), MEETINGS_TEXT]]
    for person in people:
        knows = ";".join(sorted(person.knows)) or NONE
        answers = [person.blocks.get(insats, {}).get(question, "") for insats, question in asked]
        table.append([*backgrounds(person), knows, *answers, person.meetings])
    return table


def in_rows(rng: random.Random, people: list[Person]) -> Table:
    """A row for each person and insats."""
    table = [[rng.choice(RESPONDENT), *background_headings(rng), "Insats", *LOOPED.values(), MEETINGS_TEXT]]
    for number, person in enumerate(people, 1):
        for insats in sorted(person.knows) or [NONE]:
            answers = [person.blocks.get(insats, {}).get(question, "") for question in LOOPED]
            table.append([str(1000 + number), *backgrounds(person), insats, *answers, person.meetings])
    head, rows = table[0], table[1:]
    if rng.random() < 0.5:
        rng.shuffle(rows)
    return [head, *rows]


def write_year(rng: random.Random, folder: Path, seed: str) -> None:
    folder.mkdir(parents=True)
    likely = {insats: rng.choice((0.0, 0.1, 0.4, 0.8)) for insats in INSATSER}
    silence = rng.choice((0.05, 0.2, 0.5))
    people = [random_person(rng, likely, silence) for _ in range(rng.choice((8, 20, 60)))]
    people[0].meetings = "Bra"
    table = rng.choice((in_columns, in_rows))(rng, people)
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=rng.choice(";,\t")).writerows(table)
    (folder / "medarbetare.csv").write_bytes(text.getvalue().encode("utf-8-sig"))
    lines = [f"förbund: Samordningsförbundet Slumpbygden {seed}", f"period: {folder.name}", "enkäter:"]
    lines += ["  medarbetare:", "    filer: [medarbetare.csv]"]
    if rng.random() < 0.5:
        lines.append(f"    tillfrågade: {len(people) + rng.randint(0, 30)}")
    (folder / "matning.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(seeds: str, folder: str) -> None:
    for seed in interval(seeds):
        rng = random.Random(f"slinga {seed}")
        for period in ("2017", "2018"):
            write_year(rng, Path(folder) / str(seed) / period, str(seed))


if __name__ == "__main__":
    main(*sys.argv[1:])
