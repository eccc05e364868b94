"""Whether a change between two years is more than chance gives.

Boschloo's exact test of positive against not positive between two groups of different people. Fisher's one-sided value of
every possible pair of years is a fraction of whole numbers; those that are as unlikely as the pair seen make a region, and
the test's value is the greatest probability of that region, whatever share the two years have in common. Twice the smaller
of the two directions is the two-sided value. Holm's method then allows for there being many questions.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from functools import cache
from math import comb, exp, log
from typing import NamedTuple

LEVEL = Fraction(1, 20)
FEWEST = 10
"""With fewer answers in either year nothing is said."""


class Verdict(Enum):
    TOO_FEW = "för få svar att bedöma"
    WITHIN = "inom vad slumpen ger"
    BEYOND = "större än vad slumpen ger"


class Answers(NamedTuple):
    positive: int
    base: int


def tails(earlier: Answers, later: Answers, positive: int) -> list[int]:
    """In how many ways the earlier year can have so many of the positive answers or fewer, from the fewest it can have."""
    sums, total = [], 0
    for k in range(max(0, positive - later.base), min(earlier.base, positive) + 1):
        total += comb(earlier.base, k) * comb(later.base, positive - k)
        sums.append(total)
    return sums


@cache
def region(earlier: Answers, later: Answers) -> tuple[int, ...]:
    """By the number of positive answers in both years: in how many ways they show as unlikely a rise as was seen."""
    positive = earlier.positive + later.positive
    seen = tails(earlier, later, positive)
    ways, of = seen[earlier.positive - max(0, positive - later.base)], seen[-1]
    found = []
    for number in range(earlier.base + later.base + 1):
        sums = tails(earlier, later, number)
        found.append(max((tail for tail in sums if tail * of <= ways * sums[-1]), default=0))
    return tuple(found)


def probability(ways: tuple[int, ...], share: float) -> float:
    """Of a region, where both years have the share."""
    most = len(ways) - 1
    up, down = log(share), log(1 - share)
    return sum(exp(log(number) + k * up + (most - k) * down) for k, number in enumerate(ways) if number)


def greatest(ways: tuple[int, ...]) -> float:
    """Of all shares: on a fine grid, and then finer and finer about its best point."""
    if all(number == comb(len(ways) - 1, k) for k, number in enumerate(ways)):
        return 1
    best, step = max((probability(ways, i / 1000), i / 1000) for i in range(1, 1000))[1], 0.001
    for _ in range(5):
        near = [best + i * step / 10 for i in range(-10, 11)]
        best = max((share for share in near if 0 < share < 1), key=lambda share: probability(ways, share))
        step /= 10
    return probability(ways, best)


def directions(earlier: Answers, later: Answers) -> list[tuple[int, ...]]:
    """The region of a rise, and of a fall: a rise of those who are not positive."""
    turned = [Answers(answers.base - answers.positive, answers.base) for answers in (earlier, later)]
    return [region(earlier, later), region(turned[0], turned[1])]


def boschloo(earlier: Answers, later: Answers) -> float:
    return min(1, 2 * min(greatest(ways) for ways in directions(earlier, later)))


def is_surely_chance(earlier: Answers, later: Answers) -> bool:
    """Whether the value is above the level at the share that the years have together, and so at the greatest too."""
    together = (earlier.positive + later.positive) / (earlier.base + later.base)
    if together in (0, 1):
        return True
    rise, fall = directions(earlier, later)
    return 2 * min(probability(rise, together), probability(fall, 1 - together)) > LEVEL


def holm(values: list[float]) -> list[float]:
    """Each value times the number of those that are not smaller, never below the one before it in order, at most 1."""
    adjusted = [0.0] * len(values)
    highest = 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        highest = max(highest, min(1, values[place] * (len(values) - rank)))
        adjusted[place] = highest
    return adjusted


def verdicts(changes: list[tuple[Answers, Answers]]) -> list[Verdict]:
    """Of changes that are read together."""
    tested = [place for place, pair in enumerate(changes) if min(answers.base for answers in pair) >= FEWEST]
    # Above the level it does not matter how far: neither to the change itself nor, by Holm's method, to any other.
    values = [1 if is_surely_chance(*changes[place]) else boschloo(*changes[place]) for place in tested]
    adjusted = dict(zip(tested, holm(values)))
    return [
        Verdict.TOO_FEW if p is None else Verdict.BEYOND if p <= LEVEL else Verdict.WITHIN
        for p in (adjusted.get(place) for place in range(len(changes)))
    ]


def expected_by_chance(changes: list[tuple[Answers, Answers]]) -> tuple[int, str]:
    """How many changes are judged, and how many of them would look like more than chance by chance alone."""
    tested = sum(min(answers.base for answers in pair) >= FEWEST for pair in changes)
    tenths = (20 * tested * LEVEL + 1) // 2
    return tested, f"{tenths // 10},{tenths % 10}"


def is_known_to_be_right() -> list[str]:
    """Cases that are worked out by hand; what is wrong, if anything is."""
    cases = {
        # Only this pair is so unlikely: p(1 - p) is at most 1/4.
        "ett svar": ((0, 1), (1, 1), 1 / 2),
        # Only this one: p²(1 - p)² is at most 1/16.
        "två svar": ((0, 2), (2, 2), 1 / 8),
        # Only this one: p²(1 - p) is at most 4/27.
        "olika många": ((0, 1), (2, 2), 8 / 27),
        "inget att jämföra": ((7, 7), (9, 9), 1),
        "lika": ((1, 2), (1, 2), 1),
    }
    wrong = []
    for name, (then, now, owed) in cases.items():
        found = boschloo(Answers(*then), Answers(*now))
        if abs(found - owed) > 1e-9:
            wrong.append(f"{name}: {found}, men ska vara {owed}")
    adjusted = holm([0.03, 0.01, 0.04, 0.01])
    if any(abs(a - b) > 1e-12 for a, b in zip(adjusted, [0.06, 0.04, 0.06, 0.04])):
        wrong.append(f"Holm: {adjusted}")
    return wrong
