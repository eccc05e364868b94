"""Boschloo's test and Fisher's one-sided value, computed again with SciPy and exact fractions.

Reads lines `k1 n1 k2 n2 p`, k positive of n answers in two years and the p to judge, and prints how far the p:s lie from
these. Exits with 1 where any lies further than is allowed.
"""

from __future__ import annotations

import sys
import warnings
from collections import defaultdict
from fractions import Fraction
from functools import cache
from itertools import groupby
from math import comb

import numpy
from scipy import special, stats

MOST_FOR_BOSCHLOO = 1000
MOST_FOR_FRACTIONS = 60
EXACT, FLOATING, LARGE = 1e-12, 1e-11, 1e-9
"""Relative: ranked by fractions; ranked by SciPy's hypergeometric distribution; that distribution for large numbers."""


def fishers(size: int, other: int) -> dict[tuple[int, int], Fraction | float]:
    """Fisher's one-sided value of every table, for a rise."""
    values: dict[tuple[int, int], Fraction | float] = {}
    for positive in range(size + other + 1):
        counts = range(max(0, positive - other), min(size, positive) + 1)
        if max(size, other) <= MOST_FOR_FRACTIONS:
            found = 0
            for count in counts:
                found += comb(size, count) * comb(other, positive - count)
                values[count, positive - count] = Fraction(found, comb(size + other, positive))
        else:
            for count in counts:
                # Rounded, so that values that only differ by SciPy's rounding are one.
                value = stats.hypergeom.cdf(count, size + other, positive, size)
                values[count, positive - count] = float(f"{value:.11e}")
    return values


def binomial(size: int, shares: numpy.ndarray) -> numpy.ndarray:
    counts = numpy.arange(size + 1)
    return special.binom(size, counts) * shares[:, None] ** counts * (1 - shares[:, None]) ** (size - counts)


class Years:
    """All tables of two years with so many answers, the unlikeliest rises first."""

    def __init__(self, size: int, other: int) -> None:
        values = fishers(size, other)
        ordered = sorted(values, key=values.__getitem__)
        self.size, self.other = size, other
        self.rank: dict[tuple[int, int], int] = {}
        for _, group in groupby(ordered, key=values.__getitem__):
            tables = list(group)
            last = len(self.rank) + len(tables)
            self.rank.update(dict.fromkeys(tables, last))
        self.tables = numpy.array(ordered)

    def probability(self, angles: numpy.ndarray, rank: int) -> numpy.ndarray:
        """Of the region of the first tables, for shares that are the squares of the sines of the angles."""
        shares = numpy.sin(angles) ** 2
        region = numpy.zeros((self.size + 1, self.other + 1))
        region[self.tables[:rank, 0], self.tables[:rank, 1]] = 1
        return ((binomial(self.size, shares) @ region) * binomial(self.other, shares)).sum(axis=1)

    @cache
    def rise(self, table: tuple[int, int]) -> float:
        rank = self.rank[table]
        if rank == len(self.tables):
            return 1.0
        points = 40 * (3 + int((self.size + self.other) ** 0.5))
        angles = numpy.linspace(0, numpy.pi / 2, points + 2)
        values = self.probability(angles, rank)
        inner = values[1:-1]
        tops = numpy.flatnonzero((inner >= values[:-2]) & (inner >= values[2:])) + 1
        greatest = 0.0
        for top in sorted(tops, key=lambda top: -values[top])[:3]:
            low, high = angles[top - 1], angles[top + 1]
            for _ in range(4):
                finer = numpy.linspace(low, high, 41)
                found = self.probability(finer, rank)
                best = int(found.argmax())
                greatest = max(greatest, float(found[best]))
                low, high = finer[max(best - 1, 0)], finer[min(best + 1, 40)]
        return greatest

    def two_sided(self, before: int, after: int) -> float:
        return min(1.0, 2 * min(self.rise((before, after)), self.rise((self.size - before, self.other - after))))


def large(k1: int, n1: int, k2: int, n2: int) -> float:
    positive = k1 + k2
    first = stats.hypergeom(n1 + n2, positive, n1)
    return min(1.0, 2 * min(first.cdf(k1), first.sf(k1 - 1)))


def main() -> int:
    rows = [line.split() for line in sys.stdin]
    tables = [(*map(int, row[:4]), float(row[4])) for row in rows]
    years = cache(Years)
    furthest: dict[str, float] = defaultdict(float)
    number: dict[str, int] = defaultdict(int)
    wrong = []

    def judge(kind: str, table: tuple, expected: float, allowed: float) -> None:
        difference = abs(table[4] - expected) / expected
        number[kind] += 1
        furthest[kind] = max(furthest[kind], difference)
        if not difference <= allowed:
            wrong.append(f"{kind}: {table}, {expected!r} here")

    for table in tables:
        k1, n1, k2, n2, _ = table
        if max(n1, n2) > MOST_FOR_BOSCHLOO:
            judge("large", table, large(k1, n1, k2, n2), LARGE)
        elif max(n1, n2) > MOST_FOR_FRACTIONS:
            judge("floating", table, years(n1, n2).two_sided(k1, k2), FLOATING)
        else:
            judge("exact", table, years(n1, n2).two_sided(k1, k2), EXACT)

    # SciPy's own test looks for the greatest value at random points, and so never finds more than there is.
    sample = [table for table in tables if max(table[1], table[3]) <= MOST_FOR_FRACTIONS]
    for table in sample[:: max(1, len(sample) // 100)][:100]:
        k1, n1, k2, n2, p = table
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = stats.boschloo_exact([[k1, k2], [n1 - k1, n2 - k2]], alternative="two-sided").pvalue
        number["boschloo_exact"] += 1
        furthest["boschloo_exact"] = max(furthest["boschloo_exact"], abs(p - found) / found)
        if found > p * (1 + 1e-9) or found < p * (1 - 1e-3):
            wrong.append(f"boschloo_exact: {table}, {found!r} there")

    for kind in number:
        print(f"{kind} {number[kind]} {furthest[kind]:.1e}")
    print("\n".join(wrong[:20]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
