"""What the answers are before anything of them is hidden: the respondents of each breakdown by which groups they are in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from instruments import CLEARLY, LISTED, NEGATIVE, NEITHER, POSITIVE, Question
from promises import Promise
from survey_folder import Answered, Respondent

TOTAL = "Totalt"
EVERYBODY = "total"
NOT_GIVEN = "ej angivet"
"""Those without a value, in the name of a group that is named after who is in it."""


class Row(NamedTuple):
    """Answers to a question, each in one class: who is clearly positive is not among the positive."""

    negative: int = 0
    neither: int = 0
    positive: int = 0
    clearly: int = 0

    @property
    def base(self) -> int:
        return sum(self)


class Counted(NamedTuple):
    """Some people, and their answers by question."""

    people: int
    rows: dict[str, Row]


def added(rows: list[Row]) -> Row:
    return Row(*map(sum, zip(*rows))) if rows else Row()


def without(row: Row, other: Row) -> Row:
    return Row(*(a - b for a, b in zip(row, other)))


def together(parts: list[Counted]) -> Counted:
    questions = dict.fromkeys(id for part in parts for id in part.rows)
    return Counted(sum(p.people for p in parts), {id: added([p.rows[id] for p in parts]) for id in questions})


def counted(respondents: list[Respondent], questions: list[Question]) -> Counted:
    return Counted(len(respondents), {question.id: row_of(question, respondents) for question in questions})


def row_of(question: Question, respondents: list[Respondent]) -> Row:
    given = [question.scale.get(r.answers.get(question.id, "")) for r in respondents]
    return Row(*(given.count(name) for name in (NEGATIVE, NEITHER, POSITIVE, CLEARLY)))


class Group(NamedTuple):
    """What is shown as one group: values of a background, and perhaps those who gave none."""

    name: str
    values: frozenset[str]
    has_those_without: bool = False

    def holds(self, values: frozenset[str]) -> bool:
        return bool(values & self.values) if values else self.has_those_without


def alphabetic(text: str) -> str:
    """A key that puts å, ä and ö after z."""
    return text.lower().translate(str.maketrans("åäö", "\U0010fffd\U0010fffe\U0010ffff"))


def values_of(respondent: Respondent, breakdown: str) -> frozenset[str]:
    return respondent.groups.get(breakdown, frozenset())


def met_values(surveys: list[Answered], breakdown: str) -> list[str]:
    """The values that somebody has in some shown period: as they are listed, else by the alphabet."""
    met = {value for s in surveys for r in s.respondents for value in values_of(r, breakdown)}
    listed = LISTED.get(breakdown, ())
    return sorted(met, key=lambda value: (listed.index(value) if value in listed else 0, alphabetic(value), value))


def is_divided(survey: Answered, breakdown: str) -> bool:
    """Whether anybody gave a value: else there is nothing to tell those apart from who gave none."""
    return breakdown == EVERYBODY or any(values_of(r, breakdown) for r in survey.respondents)


def members(survey: Answered, breakdown: str, group: Group) -> list[Respondent]:
    if not is_divided(survey, breakdown):
        return []
    return [r for r in survey.respondents if group.holds(values_of(r, breakdown))]


def shown_groups(surveys: list[Answered], breakdown: str, promise: Promise, given: list[Group]) -> list[Group]:
    """Those of a breakdown, in the order in which they are shown. None where merging leaves one group of them all.

    `given` are those that were put together and shown before: a new merge does not cut them.
    """
    met = met_values(surveys, breakdown)
    if breakdown not in promise.merged:
        return [Group(value, frozenset([value])) for value in met]
    merged, has_those_without = merged_values(surveys, breakdown, promise.limit(breakdown), given)
    if merged == set(met):
        return []
    shown = [Group(value, frozenset([value])) for value in met if value not in merged]
    if merged:
        named = [*(value for value in met if value in merged), *([NOT_GIVEN] if has_those_without else [])]
        name = promise.merged[breakdown] or ", ".join(named)
        shown.append(Group(name, frozenset(merged), has_those_without))
    return shown


def merged_values(
    surveys: list[Answered], breakdown: str, limit: int, given: list[Group]
) -> tuple[set[str], bool]:
    """Those that are too few in some period, and the next smallest until they are enough together.

    Those who gave no value are in it where they are too few themselves: else they could be counted from the total and the
    groups. There must be some group to be put together with.
    """

    def sizes(values: set[str], with_those_without: bool = False) -> list[int]:
        """In the periods that have any."""
        group = Group("", frozenset(values), with_those_without)
        return [size for size in (len(members(survey, breakdown, group)) for survey in surveys) if size]

    def too_few(found: list[int]) -> bool:
        return any(size < limit for size in found)

    met = met_values(surveys, breakdown)
    merged = {value for value in met if too_few(sizes({value}))}
    has_those_without = too_few(sizes(set(), with_those_without=True))
    merged, has_those_without = closed(merged, has_those_without, met, given)
    others = sorted((value for value in met if value not in merged), key=lambda value: min(sizes({value})))
    others = [value for value in others if value not in merged]
    while (merged or has_those_without) and others and too_few(sizes(merged, has_those_without)):
        merged, has_those_without = closed(merged | {others.pop(0)}, has_those_without, met, given)
    return merged, has_those_without and bool(merged)


def closed(merged: set[str], has_those_without: bool, met: list[str], given: list[Group]) -> tuple[set[str], bool]:
    """With all that was put together before with any of them."""
    while more := next((g.values & set(met) for g in given if g.values & merged and g.values & set(met) - merged), None):
        merged = merged | more
    return merged, has_those_without or any(g.has_those_without and g.values & merged for g in given)


@dataclass(frozen=True)
class Division:
    """The respondents of a questionnaire in a period, by the groups of a breakdown that they are in."""

    survey: str
    period: int
    breakdown: str
    limit: int
    groups: list[str]
    """Those that somebody is in, in the order in which they are shown."""
    cells: dict[frozenset[str], Counted]
    """By groups; those who are in none are the empty set's."""
    people: dict[frozenset[str], list[int]]
    """Who they are, as numbers."""
    holds_those_without: bool = False
    """Those who gave no value are in a group, and it is told."""

    @cached_property
    def total(self) -> Counted:
        return together(list(self.cells.values()))

    @cached_property
    def parts(self) -> dict[str, Counted]:
        return {group: self.among({group}) for group in self.groups}

    def among(self, groups: set[str]) -> Counted:
        """Those who are in any of the groups."""
        none = Counted(0, {id: Row() for id in self.total.rows})
        return together([none, *(part for cell, part in self.cells.items() if cell & groups)])


def division_of(survey: Answered, breakdown: str, groups: list[Group], limit: int) -> Division:
    people: dict[frozenset[str], list[int]] = {}
    divided = is_divided(survey, breakdown)
    for number, respondent in enumerate(survey.respondents):
        values = values_of(respondent, breakdown)
        people.setdefault(frozenset(g.name for g in groups if divided and g.holds(values)), []).append(number)
    asked = survey.instrument.asked(survey.period)
    return Division(
        survey.instrument.id,
        survey.period,
        breakdown,
        limit,
        [g.name for g in groups if any(g.name in cell for cell in people)],
        {cell: counted([survey.respondents[i] for i in some], asked) for cell, some in people.items()},
        people,
        any(g.has_those_without for g in groups),
    )
