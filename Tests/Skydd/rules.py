"""Which rows a questionnaire protects by themselves, whatever else is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

NEGATIVE, NEITHER, POSITIVE, CLEARLY = range(4)
CLASSES = range(4)
UNANIMITY_LIMIT = 20
"""Unanimous answers of so many or more may be told."""


class Counts(NamedTuple):
    """The answers of some people to one question, by disjoint classes: `positive` are those not clearly so."""

    negative: int = 0
    neither: int = 0
    positive: int = 0
    clearly: int = 0

    @property
    def base(self) -> int:
        return sum(self)

    def of(self, classes: Iterable[int]) -> int:
        return sum(self[place] for place in classes)


UNFAVOURABLE = ((NEGATIVE,), (NEGATIVE, NEITHER))
EVERY_CLASS = ((NEGATIVE,), (NEITHER,), (POSITIVE,), (CLEARLY,), (NEGATIVE, NEITHER))
UNANIMOUS = {
    "ingen": (),
    "ogynnsam": UNFAVOURABLE,
    "alla": (*EVERY_CLASS, (POSITIVE, CLEARLY)),
}
"""Sets of classes that all, or all but one, may not be in."""
COUNTED = {"ingen": (), "ogynnsam": UNFAVOURABLE, "alla": EVERY_CLASS}
"""Sets of classes whose count in a protected row may not be worked out."""


@dataclass(frozen=True)
class Rules:
    smallest: int = 5
    higher: dict[str, int] = field(default_factory=dict)
    """By variable."""
    attribute: str = "ogynnsam"
    uncertainty: int = 2
    only_total: frozenset[str] = frozenset()
    """Questions that are shown for the whole alone."""

    def limit(self, breakdown: str) -> int:
        return max(self.smallest, self.higher.get(breakdown, 0))

    def is_unanimous(self, counts: Counts) -> bool:
        base = counts.base
        return 0 < base < UNANIMITY_LIMIT and any(counts.of(s) >= base - 1 for s in UNANIMOUS[self.attribute])

    def hides(self, breakdown: str, question: str, respondents: int, counts: Counts) -> bool:
        """By the row alone."""
        limit = self.limit(breakdown)
        return (
            respondents < limit
            or counts.base < limit
            or self.is_unanimous(counts)
            or (breakdown != TOTAL and question in self.only_total)
        )


TOTAL = "total"
