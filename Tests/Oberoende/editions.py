"""What has been given out before, and what it and a new workbook may tell together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counting import Group, Row
from data_sheet import plain
from figures import RowKey, Table, total_table
from mask import Mask
from promises import Promise
from protection import RESPONDENTS, Cell, is_nearly_all_alike
from report import Report
from survey_folder import Answered, Measurement


@dataclass(frozen=True)
class Edition:
    """A workbook that was given out, and the answers that it was made of."""

    report: Report
    mask: Mask

    @property
    def year(self) -> int:
        return self.report.periods[0]

    def answered(self, survey: str, period: int) -> Answered | None:
        return self.report.answered.get((survey, period))

    def tables(self, survey: str, period: int) -> Iterator[Table]:
        for table in (*self.report.tables, *self.report.older):
            if (table.division.survey, table.division.period) == (survey, period):
                yield table

    def shows(self, table: Table, group: str, question: str = RESPONDENTS) -> bool:
        key = table.row_key(group, question)._replace(question=plain(question))
        return not self.mask.rows.get(RowKey(*key), True)

    def shows_any(self, table: Table, group: str) -> bool:
        return any(self.shows(table, group, question) for question in (RESPONDENTS, *table.division.total.rows))


def put_together(editions: list[Edition], surveys: list[Answered], breakdown: str) -> list[Group]:
    return [
        group
        for survey in surveys
        for edition in editions
        for table in edition.tables(survey.instrument.id, survey.period)
        for group in table.groups
        if table.division.breakdown == breakdown
        and len(group.values) + group.has_those_without > 1
        and group.name in table.division.groups
        and edition.shows_any(table, group.name)
    ]


def known_rows(editions: list[Edition], table: Table, survey: Answered, question: str) -> tuple[frozenset[Cell], ...]:
    """The rows of the very same answers that were shown before, as far as they are of whole cells."""
    found = []
    for edition in editions:
        then = edition.answered(survey.instrument.id, survey.period)
        if then is None or then.respondents != survey.respondents:
            continue
        for old in edition.tables(survey.instrument.id, survey.period):
            if old.division.breakdown != table.division.breakdown:
                continue
            for group in old.division.groups:
                if edition.shows(old, group, question):
                    people = {i for cell, some in old.division.people.items() if group in cell for i in some}
                    cells = frozenset(cell for cell, some in table.division.people.items() if set(some) <= people)
                    if sum(len(table.division.people[cell]) for cell in cells) == len(people):
                        found.append(cells)
    return tuple(found)


def people_of(table: Table, group: str) -> frozenset[int]:
    return frozenset(i for cell, some in table.division.people.items() if group in cell for i in some)


def told_before(editions: list[Edition], table: Table, survey: Answered, question: str) -> set[frozenset[int]]:
    """Whom the rows of a breakdown that were shown before are of, where the answers are the very same."""
    return {
        people_of(old, group)
        for edition in editions
        for then in [edition.answered(survey.instrument.id, survey.period)]
        if then and then.respondents == survey.respondents
        for old in edition.tables(survey.instrument.id, survey.period)
        if old.division.breakdown == table.division.breakdown
        for group in old.division.groups
        if edition.shows(old, group, question)
    }


MOST_SETS = 400


def worked_out(told: set[frozenset[int]]) -> set[frozenset[int]]:
    """The people of whom something can be worked out: of some and of others apart from them, both; of some among others, the
    rest."""
    found = set(told)
    fresh = list(told)
    while fresh and len(found) < MOST_SETS:
        one = fresh.pop()
        for other in list(found):
            more = [one - other] if other < one else [other - one] if one < other else []
            more += [one | other] if not one & other else []
            for some in more:
                if some and some not in found:
                    found.add(some)
                    fresh.append(some)
    return found


# Answers that have changed.


def tells_of_few(then: Row, now: Row, promise: Promise, limit: int) -> bool:
    """Whether two editions of a row tell of the few answers that came or went in between."""
    came, went = (Row(*(max(0, a - b) for a, b in zip(*pair))) for pair in ((now, then), (then, now)))
    if came.base and went.base:
        return max(came.base, went.base) < limit
    step = came if came.base else went
    return 0 < step.base and (step.base < limit or is_nearly_all_alike(step, promise.attribute))


def is_step_of_few(then: Table, now: Table, group: str, question: str) -> bool:
    limit, one, other = now.division.limit, then.division.parts[group], now.division.parts[group]
    if question == RESPONDENTS:
        return 0 < abs(one.people - other.people) < limit
    return tells_of_few(one.rows[question], other.rows[question], now.promise, limit)


def stands(edition: Edition, survey: Answered, promise: Promise) -> bool:
    """Whether a period is as it was given out, since its total would tell of the few answers that have come."""
    now = total_table(survey, promise)
    return any(
        edition.shows(then, group, question)
        and not now.item(question).must_be_hidden(group)
        and is_step_of_few(then, now, group, question)
        for then in edition.tables(survey.instrument.id, survey.period)
        if then.division.breakdown == now.division.breakdown
        for group in now.division.groups
        for question in (RESPONDENTS, *now.division.total.rows)
    )


def answers_that_stand(
    now: list[Measurement], then: list[Measurement], editions: list[Edition], promises: dict[str, Promise]
) -> list[Measurement]:
    """The answers that are shown: those that hold now, or of a period that stands as it was given out those before."""
    former = {(s.instrument.id, s.period): s for measurement in then for s in measurement.surveys}

    def shown(survey: Answered) -> Answered:
        before = former.get((survey.instrument.id, survey.period))
        if before is None or before.respondents == survey.respondents:
            return survey
        promise = promises[survey.instrument.id]
        return before if any(stands(edition, survey, promise) for edition in editions) else survey

    return [replace(measurement, surveys=[shown(s) for s in measurement.surveys]) for measurement in now]
