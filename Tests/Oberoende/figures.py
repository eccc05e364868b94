"""Every figure of a workbook, computed again from the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from counting import EVERYBODY, TOTAL, Counted, Division, Group, Row, division_of, shown_groups
from instruments import CLEARLY, NEGATIVE, NEITHER, POSITIVE
from promises import Promise
from protection import RESPONDENTS, Item
from survey_folder import Answered, Invited, Measurement

SHARES: dict[str, tuple[str, ...]] = {
    NEGATIVE: (NEGATIVE,),
    NEITHER: (NEITHER,),
    POSITIVE: (POSITIVE, CLEARLY),
    CLEARLY: (CLEARLY,),
}
ANSWERS, INVITED, RATE = "svar", "tillfrågade", "svarsfrekvens"


@dataclass(frozen=True)
class Key:
    survey: str
    period: int
    breakdown: str
    group: str
    question: str
    measure: str


@dataclass(frozen=True)
class Share:
    count: int
    base: int

    @property
    def exact(self) -> Fraction:
        return Fraction(self.count, self.base)


@dataclass(frozen=True)
class Count:
    count: int


@dataclass(frozen=True)
class Hidden:
    """Protected."""


@dataclass(frozen=True)
class Unknown:
    """How many were invited is not known, and so no share of them."""

    count: int | None = None


Figure = Share | Count | Hidden | Unknown


class RowKey(NamedTuple):
    """What is shown or hidden together: a group's answers to a question, or how many the group is."""

    survey: str
    period: int
    breakdown: str
    group: str
    question: str


Hides = Callable[[RowKey, bool], bool]
"""Whether a workbook hides a row; by the second where it does not say."""


def rules_alone(row: RowKey, must_be_hidden: bool) -> bool:
    """Hides what must be hidden for its own sake, and nothing else."""
    return must_be_hidden


def percent(share: Fraction) -> int:
    """Whole per cent, half up."""
    return (200 * share.numerator + share.denominator) // (2 * share.denominator)


def points(change: Fraction) -> int:
    """Whole percentage points, half away from zero."""
    size = percent(abs(change))
    return size if change > 0 else -size


def shares(row: Row) -> dict[str, Figure]:
    counts = dict(zip((NEGATIVE, NEITHER, POSITIVE, CLEARLY), row))
    return {measure: Share(sum(counts[c] for c in classes), row.base) for measure, classes in SHARES.items()}


def response(count: int, invited: int | None) -> dict[str, Figure]:
    if invited is None:
        return {ANSWERS: Count(count), INVITED: Unknown(), RATE: Unknown(count)}
    return {ANSWERS: Count(count), INVITED: Count(invited), RATE: Share(count, invited)}


def hidden(measures: Iterable[str]) -> dict[str, Figure]:
    return dict.fromkeys(measures, Hidden())


@dataclass(frozen=True)
class Table:
    """A breakdown of a questionnaire in a period, and how many were asked in each group."""

    division: Division
    promise: Promise
    invited: dict[str, int | None]
    """By group, those of the other periods too, in the order in which they are shown."""
    groups: list[Group] = field(default_factory=list)

    def is_of(self, survey: str, breakdown: str) -> bool:
        return (self.division.survey, self.division.breakdown) == (survey, breakdown)

    def item(self, question: str = RESPONDENTS) -> Item:
        return Item(self.division, question, self.promise)

    def row_key(self, group: str, question: str = RESPONDENTS) -> RowKey:
        return RowKey(self.division.survey, self.division.period, self.division.breakdown, group, question)

    def figures(self, hides: Hides) -> dict[Key, Figure]:
        found: dict[Key, Figure] = {}
        for group, part in self.division.parts.items():
            for question in (RESPONDENTS, *part.rows):
                key = self.row_key(group, question)
                is_hidden = hides(key, self.item(question).must_be_hidden(group))
                for measure, figure in self.row(group, part, question, is_hidden).items():
                    found[Key(*key, measure)] = figure
        return found

    def row(self, group: str, part: Counted, question: str, is_hidden: bool) -> dict[str, Figure]:
        if question != RESPONDENTS:
            return hidden(SHARES) if is_hidden else shares(part.rows[question])
        return hidden((ANSWERS, INVITED, RATE)) if is_hidden else response(part.people, self.invited[group])


def total_table(survey: Answered, promise: Promise) -> Table:
    everybody = Group(TOTAL, frozenset(), has_those_without=True)
    division = division_of(survey, EVERYBODY, [everybody], promise.smallest)
    return Table(division, promise, {TOTAL: survey.invited.total})


Given = Callable[[list[Answered], str], list[Group]]
"""What was put together before and shown, of the groups of a breakdown in some periods."""


def nothing_given(surveys: list[Answered], breakdown: str) -> list[Group]:
    return []


def tables_of(surveys: list[Answered], promise: Promise, given: Given) -> list[Table]:
    """All of one questionnaire, whose periods are shown beside each other."""
    found = [total_table(survey, promise) for survey in surveys]
    for breakdown in surveys[0].instrument.backgrounds:
        groups = shown_groups(surveys, breakdown, promise, given(surveys, breakdown))
        for survey in surveys if groups else ():
            division = division_of(survey, breakdown, groups, promise.limit(breakdown))
            invited = {group.name: among(survey.invited, breakdown, group) for group in groups}
            found.append(Table(division, promise, invited, groups))
    return found


def among(invited: Invited, breakdown: str, group: Group) -> int | None:
    """Nobody knows which of those who were asked would have given no value."""
    return None if group.has_those_without else invited.among(breakdown, set(group.values))


def by_survey(measurements: list[Measurement]) -> dict[str, list[Answered]]:
    """The newest period's questionnaires, in it and in the periods it is compared with."""
    newest = max(measurement.period for measurement in measurements)
    by_id: dict[str, list[Answered]] = {}
    for measurement in measurements:
        for survey in measurement.surveys:
            by_id.setdefault(survey.instrument.id, []).append(survey)
    return {id: surveys for id, surveys in by_id.items() if any(survey.period == newest for survey in surveys)}


def all_tables(measurements: list[Measurement], promises: dict[str, Promise], given: Given) -> list[Table]:
    surveys = by_survey(measurements)
    return [table for id, some in surveys.items() for table in tables_of(some, promises[id], given)]
