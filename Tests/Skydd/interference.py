"""Whether anything but the figures of Data depends on what is hidden.

Two sets of answers of which the sheet Data is the same, to the letter, must give the same workbook: every sentence,
note, change, order and mark. Where it differs, it tells of something that Data does not.
"""

from __future__ import annotations

import copy
import random
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from forbund import Forbund
from ods_reader import Row, read_sheets
from people import Person, Survey
from published import Place, Published

OF_THE_FILE = ("SHA-256", "Storlek i kB", "Storlek i byte")
"""Columns of Källor that are of a file as a whole."""


def another_world(forbund: Forbund, published: Published, rng: random.Random) -> Forbund | None:
    """Other answers with the same figures: people in hidden rows trade answers. None where nobody can."""
    other = copy.deepcopy(forbund)
    trades = 0
    for unit, survey in other.surveys.items():
        for question in published.questions(unit):
            for _ in range(12):
                if len(survey.people) > 1 and trade(survey, published, question, *rng.sample(survey.people, 2)):
                    trades += 1
        for breakdown in published.breakdowns(unit):
            for person in rng.sample(survey.people, min(len(survey.people), 6)):
                trades += move(survey, published, breakdown, person, rng)
    return other if trades else None


def move(survey: Survey, published: Published, breakdown: str, person: Person, rng: random.Random) -> bool:
    """To another group of which nothing is shown either, where both are as the answers have them."""
    divided = survey.breakdown(breakdown)
    hidden = [
        group
        for group in published.breakdowns(survey.unit)[breakdown]
        if divided.size(frozenset((group,))) > 1
        and group in {value for other in survey.people for value in other.groups[breakdown]}
        and not any(
            is_shown(published, Place(survey.unit, breakdown, group, q))
            for q in ("", *published.questions(survey.unit))
        )
    ]
    own = person.groups[breakdown]
    others = [group for group in hidden if frozenset((group,)) != own]
    if len(own) != 1 or not own <= set(hidden) or not others or breakdown in survey.multiple:
        return False
    person.groups[breakdown] = frozenset((rng.choice(others),))
    survey.forget()
    return True


def is_shown(published: Published, place: Place) -> bool:
    return (published.counts(place) if place.question else published.respondents(place)) is not None


def trade(survey: Survey, published: Published, question: str, one: Person, two: Person) -> bool:
    first, second = one.answers[question], two.answers[question]
    if first == second or first is None or second is None:
        return False
    for breakdown in published.breakdowns(survey.unit):
        groups = survey.group_of(one, breakdown), survey.group_of(two, breakdown)
        if groups[0] == groups[1]:
            continue
        if any(
            published.counts(Place(survey.unit, breakdown, group, question)) is not None
            for group in groups[0] ^ groups[1]
        ):
            return False
    one.answers[question], two.answers[question] = second, first
    return True


def differences(first: Path, second: Path) -> list[str] | None:
    """What differs beside Data; None where Data does."""
    with zipfile.ZipFile(first) as one, zipfile.ZipFile(second) as two:
        if one.namelist() != two.namelist():
            return ["filens delar"]
        sheets = [sheets_of(package.read("content.xml").decode()) for package in (one, two)]
        if sheets[0].get("Data") != sheets[1].get("Data"):
            return None
        found = [part for part in one.namelist() if part != "content.xml" and one.read(part) != two.read(part)]
    if list(sheets[0]) != list(sheets[1]):
        return [*found, f"bladen {' '.join(sheets[0])} och {' '.join(sheets[1])}"]
    unlike = [name for name in sheets[0] if sheets[0][name] != sheets[1][name]]
    if unlike:
        read = read_sheets(first), read_sheets(second)
        found += (line for name in unlike for line in unlike_rows(name, *(sheets.get(name, []) for sheets in read)))
    return found


def sheets_of(content: str) -> dict[str, str]:
    """The XML of each sheet, and what is around them."""
    parts = re.split(r'(?=<table:table table:name=")', content)
    names = [re.match(r'<table:table table:name="([^"]*)"', part) for part in parts]
    return {name[1] if name else "": part for name, part in zip(names, parts)}


def unlike_rows(name: str, first: list[Row], second: list[Row]) -> Iterator[str]:
    rows, others = without_files(first), without_files(second)
    if not name:
        yield "det som står utanför bladen"
    for line, (row, other) in enumerate(zip(rows, others), 1):
        if row != other:
            texts = [f"{x.text} / {y.text}" for x, y in zip(row, other) if x != y]
            yield f"{name} rad {line}: {'; '.join(texts)[:300]}"
    if len(rows) != len(others):
        yield f"{name} har {len(rows)} och {len(others)} rader"


def without_files(rows: list[Row]) -> list[Row]:
    start = next((at for at, row in enumerate(rows) if any(cell.text == "SHA-256" for cell in row)), None)
    if start is None:
        return rows
    left_out = {at for at, cell in enumerate(rows[start]) if cell.text in OF_THE_FILE}
    return [[cell for at, cell in enumerate(row) if at not in left_out] for row in rows]
