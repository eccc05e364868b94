"""Holds the solver's least and greatest against every world there is, for up to twelve people.

    python3 exhaustive.py COUNT [SEED]

The worlds are tables of how many of each group of one breakdown, each group of the other and each answer there are,
so that this knows nothing of the way in which the equations are set up.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product

from equations import Attacker
from people import Person, Survey
from published import MEASURES, Place, Published, Unit
from rules import TOTAL, Counts, Rules

UNIT = Unit("enkät", "2021")
VALUES = {"insats": ("A", "B", "C"), "kön": ("K", "M")}
QUESTION = "tid"
SILENT = 4


def random_survey(rng: random.Random) -> Survey:
    number = rng.randint(3, 12)
    names = {"insats": VALUES["insats"][: 3 if number <= 6 else 2], "kön": VALUES["kön"]}
    blank = rng.choice((0, 0.2))
    weights = [rng.choice((0, 1, 2)) for _ in range(5)] if rng.random() < 0.8 else [1, 0, 0, 1, 0]
    if not any(weights):
        weights[0] = 1
    people = []
    for _ in range(number):
        groups = {
            name: frozenset(() if rng.random() < blank else (rng.choice(values),)) for name, values in names.items()
        }
        answer = rng.choices(range(5), weights)[0]
        people.append(Person(groups, {QUESTION: None if answer == SILENT else answer}))
    return Survey(UNIT, Rules(), people)


def random_publication(rng: random.Random, survey: Survey) -> Published:
    """Shows some rows and hides others, whatever the rules."""
    published = Published()
    is_total_shown = len(survey.people) > 4 or rng.random() < 0.3

    def tell(breakdown: str, group: str, size: int, counts: Counts, is_shown: bool, is_size_shown: bool) -> None:
        values = (counts.negative, counts.neither, counts.positive + counts.clearly, counts.clearly)
        row = {m: (v, counts.base) if is_shown else (None, None) for m, v in zip(MEASURES, values)}
        published.figures[Place(UNIT, breakdown, group, QUESTION)] = row
        published.figures[Place(UNIT, breakdown, group)] = {"svar": (size if is_size_shown else None, None)}

    total = survey.total(QUESTION)
    tell(TOTAL, "Totalt", len(survey.people), total, is_total_shown, True)
    for breakdown in VALUES:
        divided = survey.breakdown(breakdown)
        for cell in sorted(divided.cells, key=sorted):
            if cell:
                group = next(iter(cell))
                tell(breakdown, group, *divided.row(group, QUESTION), rng.random() < 0.4, rng.random() < 0.6)
    return published


@cache
def placed(number: int, places: int) -> list[tuple[int, ...]]:
    """Every way to put so many into so many places."""
    if places == 1:
        return [(number,)]
    return [(first, *rest) for first in range(number + 1) for rest in placed(number - first, places - 1)]


class Worlds:
    """Every table that agrees with a publication."""

    def __init__(self, published: Published, people: int) -> None:
        self.published, self.people = published, people
        self.groups = published.breakdowns(UNIT)
        self.cells = list(product(*([*groups, ""] for groups in self.groups.values())))
        self.margins = [(b, group) for b, groups in self.groups.items() for group in [*groups, ""]]

    def known(self, breakdown: str, group: str) -> Counts | None:
        return self.published.counts(Place(UNIT, breakdown, group, QUESTION)) if group else None

    @cache
    def of_class(self, answer: int, number: int) -> set[tuple[int, ...]]:
        """The margins that so many answers of a class can have: each of them lies in one cell of the table."""
        known = [None if answer == SILENT else self.known(b, g) for b, g in self.margins]
        most = [None if counts is None else counts[answer] for counts in known]
        steps = [tuple(int((b, g) in zip(self.groups, cell)) for b, g in self.margins) for cell in self.cells]
        found = {(0,) * len(self.margins)}
        for _ in range(number):
            found = {tuple(map(sum, zip(sums, step))) for sums in found for step in steps}
            found = {sums for sums in found if all(m is None or n <= m for n, m in zip(sums, most))}
        return {sums for sums in found if all(m is None or n == m for n, m in zip(sums, most))}

    def totals(self) -> Iterator[tuple[int, ...]]:
        total = self.published.counts(Place(UNIT, TOTAL, "Totalt", QUESTION))
        if total is not None:
            yield (*total, self.people - total.base)
        else:
            yield from placed(self.people, 5)

    def extremes(self, at: int, classes: tuple[int, ...] | None) -> tuple[int, int]:
        """Of a sum of a margin's classes, or of how many there are in it."""
        sizes = [None if not group else self.published.respondents(Place(UNIT, b, group)) for b, group in self.margins]
        # Of a group whose size is hidden it only matters that somebody is in it.
        most = [(1 if group else 0) if size is None else size for size, (_, group) in zip(sizes, self.margins)]
        values = []
        for totals in self.totals():
            reached = {((0,) * len(self.margins), 0)}
            for answer, number in enumerate(totals):
                counts = classes is None or answer in classes
                seen = {
                    (
                        tuple(n if s is not None else min(n, m) for n, s, m in zip(margin, sizes, most)),
                        margin[at] * counts,
                    )
                    for margin in self.of_class(answer, number)
                }
                reached = {
                    (
                        tuple(
                            n if s is not None else min(n, m) for n, s, m in zip(map(sum, zip(sums, more)), sizes, most)
                        ),
                        value + v,
                    )
                    for sums, value in reached
                    for more, v in seen
                    if all(s is None or x + y <= s for x, y, s in zip(sums, more, sizes))
                }
            values += [value for sums, value in reached if sums == tuple(most)]
        return min(values), max(values)


def compared(seed: int) -> tuple[int, list[str]]:
    rng = random.Random(f"uttömmande {seed}")
    survey = random_survey(rng)
    published = random_publication(rng, survey)
    worlds = Worlds(published, len(survey.people))
    number, wrong = 0, []
    for block in Attacker(published).blocks(UNIT):
        for (breakdown, cell), part in block.parts.items():
            at = worlds.margins.index((breakdown, next(iter(cell), "")))
            every = ((0,), (1,), (2,), (3,), (0, 1)) if block.question else ()
            sets = [(classes, {part.answers[k]: 1 for k in classes}) for classes in every]
            for classes, terms in [*sets, (None, {part.size: 1})]:
                found = block.unknowns.least_of(terms), block.unknowns.greatest_of(terms)
                owed = worlds.extremes(at, classes)
                number += 1
                if not block.question and found != owed:
                    # How many they are is asked without what the question's silence tells, which may only be too wide.
                    if found[0] > owed[0] or found[1] < owed[1]:
                        wrong.append(f"{seed}: antal i {breakdown} {set(cell)}: {found}, men {owed}")
                elif found != owed:
                    wrong.append(f"{seed}: {breakdown} {set(cell)} {classes}: {found}, men {owed}")
    return number, wrong


def main(count: str, first: str = "1") -> int:
    number, wrong = 0, []
    for seed in range(int(first), int(first) + int(count)):
        found, faults = compared(seed)
        number, wrong = number + found, wrong + faults
    print("\n".join(wrong[:20]) or f"{number} antal har samma minsta och största värde som alla möjliga världar")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
