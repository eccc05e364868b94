"""Whether what a workbook hides is what must be hidden, and the least that must.

Which rows are hidden is read from the workbook. That alone is taken from it: whether they may be shown, and whether fewer
could be hidden, is worked out from the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from cells import Outcome
from counting import Counted, counted, together, without
from data_sheet import plain
from editions import Edition, is_step_of_few, known_rows, people_of, told_before, worked_out
from figures import Table
from mask import Mask
from protection import RESPONDENTS, Item
from report import Report
from survey_folder import Answered


def proven(report: Report, mask: Mask, editions: list[Edition]) -> Outcome:
    """Every row is a figure: one that is hidden with reason, or shown and may be."""
    found: list[str | None] = []
    for tables in periods(report):
        survey = report.answered[tables[0].division.survey, tables[0].division.period]
        found += Proof(tables, mask, editions, survey).problems()
    return Outcome(found.count(None), [problem for problem in found if problem])


def periods(report: Report) -> list[list[Table]]:
    """The tables of each questionnaire and period; of the years before those of the tables, the total alone."""
    by: dict[tuple[str, int], list[Table]] = {}
    for table in (*report.tables, *report.older):
        by.setdefault((table.division.survey, table.division.period), []).append(table)
    return list(by.values())


@dataclass(frozen=True)
class Proof:
    """Of one questionnaire in one period: the total, and its breakdowns."""

    tables: list[Table]
    mask: Mask
    editions: list[Edition] = field(default_factory=list)
    """The workbooks that were given out before."""
    survey: Answered | None = None

    def questions(self) -> list[str]:
        return [RESPONDENTS, *self.tables[0].division.total.rows]

    def hidden(self, table: Table, question: str) -> frozenset[str]:
        item = table.item(question)
        return frozenset(
            group
            for group in table.division.groups
            if self.mask.hides(table.row_key(group, question), item.must_be_hidden(group))
        )

    def item(self, table: Table, question: str) -> Item:
        total = self.tables[0]
        return replace(
            table.item(question),
            total_is_shown=table is total or not self.hidden(total, question),
            without_size=self.hidden(table, RESPONDENTS) if question else frozenset(),
            known=known_rows(self.editions, table, self.survey, question) if self.survey else (),
        )

    @cached_property
    def has_changed(self) -> bool:
        """Whether other answers were given out."""
        division = self.tables[0].division
        then = [edition.answered(division.survey, division.period) for edition in self.editions]
        return any(survey and self.survey and survey.respondents != self.survey.respondents for survey in then)

    def problems(self) -> Iterator[str | None]:
        """For every row nothing, or what is wrong."""
        for question in self.questions():
            nested = set(self.nested_rows(question))
            for table in self.tables:
                yield from self.item_problems(table, question, nested)
                yield from self.step_problems(table, question)
            yield from self.nested_problems(question)

    def item_problems(self, table: Table, question: str, nested: set[tuple[str, str]]) -> Iterator[str | None]:
        item, hidden = self.item(table, question), self.hidden(table, question)
        name = " | ".join(filter(None, (*map(str, table.row_key("", question)[:3]), question)))
        for group in table.division.groups:
            yield f"{name}: {group} visas men ska vara skyddad" if group in item.always - hidden else None
        if item.always - hidden:
            return
        shown = frozenset(table.division.groups) - hidden
        if (known := item.disclosure(shown)) and not (item.known and item.disclosure(frozenset())):
            # What earlier workbooks tell cannot be taken back.
            yield f"{name}: {known}"
        if self.tells_with_editions(table, question, shown):
            yield f"{name}: säger vad få har svarat, tillsammans med vad som har getts ut"
        extra = hidden - item.always
        # Where groups overlap, more can be worked out of two editions than is worked out here.
        if not extra or self.has_changed or (item.overlaps and self.before(table, question)):
            return
        if any((table.division.breakdown, group) in nested for group in table.division.groups):
            # They are chosen one after another, with those of other breakdowns: not always the fewest.
            if not item.disclosure(shown | extra) and not self.isolates(table, question, extra):
                yield f"{name}: {', '.join(sorted(extra))} skyddas utan skäl"
        elif self.before(table, question):
            # Of two editions more can be worked out than of the rows of one.
            if not item.disclosure(shown | extra) and not self.tells_with_editions(table, question, shown | extra):
                yield f"{name}: {', '.join(sorted(extra))} skyddas utan skäl"
        elif item.is_small_enough:
            least = item.least_lost()
            if least is None or item.lost(hidden) != least:
                yield f"{name}: {item.lost(hidden)} svar skyddas utöver vad som måste, men {least} räcker"
        elif not any(item.disclosure(shown | {group}) for group in extra):
            yield f"{name}: {', '.join(extra)} skyddas utan skäl"

    def before(self, table: Table, question: str) -> set[frozenset[int]]:
        return told_before(self.editions, table, self.survey, question) if self.survey else set()

    def tells_with_editions(self, table: Table, question: str, shown: frozenset[str]) -> bool:
        """Whether rows that were shown before and those that are shown now tell of few people, and neither alone."""
        before = self.before(table, question)
        if not before or not self.survey:
            return False
        everybody = frozenset(range(len(self.survey.respondents)))
        now = {everybody, *(people_of(table, group) for group in shown)}
        both = worked_out(before | now) - worked_out({*before, everybody}) - worked_out(now)
        asked = [q for q in self.survey.instrument.asked(self.survey.period) if q.id == question]
        item = table.item(question)
        return any(
            item.is_unsafe(counted([self.survey.respondents[i] for i in some], asked))
            for some in both
        )

    def step_problems(self, table: Table, question: str) -> Iterator[str | None]:
        """A row that was shown of other answers tells, beside the one that is shown now, of those that came or went."""
        hidden = self.hidden(table, question)
        for edition in self.editions if self.has_changed else ():
            for then in edition.tables(table.division.survey, table.division.period):
                same = {g for g in then.groups if g in table.groups} if table.groups else {*then.groups}
                names = {group.name for group in same} or {*then.division.groups} & {*table.division.groups}
                for group in names - hidden if then.division.breakdown == table.division.breakdown else ():
                    both = group in then.division.groups and group in table.division.groups
                    if both and edition.shows(then, group, question) and is_step_of_few(then, table, group, question):
                        yield f"{table.row_key(group, question)}: säger vad få har svarat sedan {edition.year}"

    # Groups inside others.

    def members(self, table: Table, group: str) -> frozenset[int]:
        return frozenset(i for cell, some in table.division.people.items() if group in cell for i in some)

    def everybody(self) -> list[tuple[Table, str, frozenset[int]]]:
        """Every group of the breakdowns, with who is in it."""
        return [(t, group, self.members(t, group)) for t in self.tables[1:] for group in t.division.groups]

    def inside(self, outer: Table, group: str, people: frozenset[int]) -> Iterator[tuple[Table, list[str]]]:
        """The groups of each breakdown that lie inside a group."""
        for table in self.tables[1:]:
            if table is outer and not table.item().overlaps:
                continue
            inner = [
                other
                for other in table.division.groups
                if (table is not outer or other != group) and self.members(table, other) <= people
            ]
            if inner:
                yield table, inner

    def nested_rows(self, question: str) -> Iterator[tuple[str, str]]:
        """By breakdown, the groups that lie inside another or have one inside."""
        for table, group, people in self.everybody():
            for other, inner in self.inside(table, group, people):
                yield table.division.breakdown, group
                yield from ((other.division.breakdown, name) for name in inner)

    def nested_problems(self, question: str) -> Iterator[str | None]:
        for known in self.known(question):
            for shown in known.told_apart():
                if self.is_told_of_few(known, shown, question):
                    names = ", ".join(sorted(shown))
                    yield f"{known.outer.division.breakdown} | {known.name} | {question}: utanför {names} finns för få"

    def isolates(self, table: Table, question: str, groups: frozenset[str]) -> bool:
        """Whether showing groups too would tell of few people beside those inside them, or of them inside another."""
        keys = [table.row_key(group, question)._replace(question=plain(question)) for group in groups]
        shown = replace(self, mask=Mask(self.mask.rows | dict.fromkeys(keys, False)))
        return any(
            shown.is_told_of_few(known, some, question)
            for known in shown.known(question)
            if (known.outer is table and known.name in groups) or (known.inner is table and groups & known.shown)
            for some in known.told_apart()
        )

    def known(self, question: str) -> Iterator[Known]:
        """What is known of people, with the groups inside it that are shown: a group that is shown, or all that is hidden
        of a breakdown together, if some group of that has groups inside it."""
        blocks: dict[tuple[str, str], Known] = {}
        for table, group, people in self.everybody():
            hidden = self.hidden(table, question)
            for other, inner in self.inside(table, group, people):
                shown = frozenset(inner) - self.hidden(other, question)
                if not self.hidden(self.tables[0], question):
                    shown |= self.hidden_together(other, inner, question)
                if not shown:
                    continue
                if group not in hidden:
                    yield Known(table, group, table.division.parts[group], other, shown)
                elif not table.item().overlaps and not self.hidden(self.tables[0], question):
                    key = table.division.breakdown, other.division.breakdown
                    cells = [part for cell, part in table.division.cells.items() if cell <= hidden]
                    if len(cells) == len(table.division.cells):
                        continue
                    earlier = blocks[key].shown if key in blocks else frozenset()
                    blocks[key] = Known(table, "det skyddade", together(cells), other, earlier | shown)
        yield from blocks.values()

    def hidden_together(self, table: Table, inner: list[str], question: str) -> frozenset[str]:
        """What is hidden of a breakdown, which is known together, where all of it lies inside and could be shown alone."""
        hidden, division = self.hidden(table, question), table.division
        large = {group for group in inner if division.parts[group].people >= division.limit}
        is_inside = hidden <= large and frozenset() not in division.cells and not table.item().overlaps
        return hidden if is_inside else frozenset()

    def is_told_of_few(self, known: Known, shown: frozenset[str], question: str) -> bool:
        """Whether too few are left beside groups, or too much alike."""
        some = known.inner.division.among(set(shown))
        people = known.people.people - some.people
        left = Counted(people, {id: without(row, some.rows[id]) for id, row in known.people.rows.items()})
        return any(table.item(question).is_unsafe(left) for table in (known.outer, known.inner))


@dataclass(frozen=True)
class Known:
    """People of whom a row is known, and the groups of a breakdown inside them that are shown."""

    outer: Table
    name: str
    people: Counted
    inner: Table
    shown: frozenset[str]

    def told_apart(self) -> list[frozenset[str]]:
        """What can be taken away: all the groups, and where they overlap, each of them alone."""
        return [self.shown, *(frozenset([g]) for g in self.shown if self.inner.item().overlaps)]
