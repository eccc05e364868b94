"""The equations that a workbook gives of the answers behind it.

Unknown are, for a question, how many of each smallest part of a breakdown (a group, those in several groups, those
in none) gave an answer of each class and how many gave none. Parts add up to groups and to the total. With the total
known each breakdown is by itself: any figures of two breakdowns that have the same total can be those of the same
people, for a table of whole numbers exists for any two margins of the same sum (transportation). The exhaustive test
holds that against trial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations

import numpy
from people import Survey
from published import Place, Published, Unit
from rules import CLASSES, TOTAL, Counts
from unknowns import MANY, Unknowns

Cell = frozenset[str]
REST: Cell = frozenset()


@dataclass
class Part:
    """One smallest part's unknowns: answers by class, no answer, and how many they are. For how many alone, only the
    last.
    """

    size: int
    answers: tuple[int, ...] = ()
    silent: int = -1


@dataclass
class Block:
    """What is unknown of a question (or, without one, of how many they are), in one breakdown or where the total is
    hidden in all.
    """

    unit: Unit
    question: str
    unknowns: Unknowns = field(default_factory=Unknowns)
    parts: dict[tuple[str, Cell], Part] = field(default_factory=dict)
    total: Part | None = None

    def breakdowns(self) -> list[str]:
        return list(dict.fromkeys(breakdown for breakdown, _ in self.parts))

    def of_group(self, breakdown: str, group: str | None) -> list[Part]:
        """Parts of a group, or without one those in no group."""
        if breakdown == TOTAL:
            return [self.total] if self.total else []
        wanted = [cell for b, cell in self.parts if b == breakdown and (group in cell if group else not cell)]
        return [self.parts[breakdown, cell] for cell in wanted]

    def world(self, survey: Survey) -> numpy.ndarray:
        """The true one."""
        world = numpy.zeros(len(self.unknowns.least), dtype=int)

        def fill(part: Part, size: int, counts: Counts) -> None:
            world[part.size] = size
            if part.answers:
                world[list(part.answers)] = counts
                world[part.silent] = size - counts.base

        for (breakdown, cell), part in self.parts.items():
            divided = survey.breakdown(breakdown)
            fill(part, divided.size(cell), divided.counts(cell, self.question))
        if self.total:
            fill(self.total, len(survey.people), survey.total(self.question))
        return world


@dataclass(frozen=True)
class Fact:
    """A sum that is told of a group's answers outside the sheet Data: `factors` by class, for no answer, and for the
    number.
    """

    place: Place
    factors: tuple[int, ...]
    least: int
    most: int


@dataclass
class Attacker:
    """Knows one workbook, and for each breakdown what the notes say of it."""

    published: Published
    multiple: dict[str, frozenset[str]] = field(default_factory=dict)
    """By questionnaire, the variables of which a respondent may have several values."""
    with_rest: dict[tuple[Unit, str], bool] = field(default_factory=dict)
    """Breakdowns where those who gave no value are in a merged group."""
    facts: list[Fact] = field(default_factory=list)

    def blocks(self, unit: Unit) -> Iterator[Block]:
        breakdowns = self.published.breakdowns(unit)
        for question in ("", *self.published.questions(unit)):
            place = Place(unit, TOTAL, "Totalt", question)
            shown = self.published.counts(place) if question else self.published.respondents(place)
            if shown is None:
                yield self.block(unit, question, breakdowns)
            else:
                for breakdown, groups in breakdowns.items():
                    yield self.block(unit, question, {breakdown: groups})

    def without_rows(self, block: Block) -> Block:
        """The same as if no group's row of the question were shown."""
        groups = {
            breakdown: self.published.breakdowns(block.unit).get(breakdown, []) for breakdown in block.breakdowns()
        }
        figures = {
            place: {}
            if place[0] == block.unit and place.question == block.question and place.breakdown != TOTAL
            else told
            for place, told in self.published.figures.items()
        }
        bare = Published(figures, self.published.sheets, self.published.texts)
        return replace(self, published=bare, facts=[]).block(block.unit, block.question, groups)

    def block(
        self, unit: Unit, question: str, breakdowns: dict[str, list[str]], unknowns: Unknowns | None = None
    ) -> Block:
        block = Block(unit, question) if unknowns is None else Block(unit, question, unknowns)
        block.total = self._part(block, Place(unit, TOTAL, "Totalt", question), is_listed=True)
        self._tell(block, Place(unit, TOTAL, "Totalt", question), [block.total])
        for breakdown, groups in breakdowns.items():
            self._divide(block, breakdown, groups)
        return block

    def _part(self, block: Block, place: Place, is_listed: bool) -> Part:
        """The unknowns of a part whose people are the group's own."""
        unknowns = block.unknowns
        size = self.published.respondents(place) if is_listed else None
        invited = self.published.invited(place) if is_listed else None
        number = (1 if is_listed else 0, MANY if invited is None else invited) if size is None else (size, size)
        if not block.question:
            return Part(unknowns.new(*number))
        counts = self.published.counts(place) if is_listed else None
        bounds = [(0, MANY)] * 4 if counts is None else [(count, count) for count in counts]
        part = Part(unknowns.new(*number), tuple(unknowns.new(*bound) for bound in bounds), unknowns.new())
        unknowns.require({part.size: -1, part.silent: 1} | {at: 1 for at in part.answers}, 0, 0)
        return part

    def _tell(self, block: Block, place: Place, parts: list[Part]) -> None:
        """What is told of a group in several parts, and what is told beside Data."""
        unknowns, published = block.unknowns, self.published
        figures = published.figures.get(place, {})
        if len(parts) > 1 or not parts:
            size = published.respondents(place)
            invited = published.invited(place)
            sum_of_sizes = {part.size: 1 for part in parts}
            least, most = (1, MANY if invited is None else invited) if size is None else (size, size)
            unknowns.require(sum_of_sizes, least, most)
        if block.question:
            by_measure = {"negativt": (0,), "varken eller": (1,), "positivt": (2, 3), "klart positivt": (3,)}
            for measure, classes in by_measure.items():
                count, base = figures.get(measure, (None, None))
                if count is not None:
                    unknowns.require({part.answers[k]: 1 for part in parts for k in classes}, count, count)
                if base is not None:
                    unknowns.require({part.answers[k]: 1 for part in parts for k in CLASSES}, base, base)
            silent = figures.get("internt bortfall", (None, None))[0]
            if silent is not None:
                unknowns.require({part.silent: 1 for part in parts}, silent, silent)
        for fact in self.facts:
            if fact.place == place:
                terms: dict[int, int] = {}
                for part in parts:
                    places = (*part.answers, part.silent, part.size) if part.answers else (*[-1] * 5, part.size)
                    terms |= {at: factor for at, factor in zip(places, fact.factors) if factor and at >= 0}
                unknowns.require(terms, fact.least, fact.most)

    def _divide(self, block: Block, breakdown: str, groups: list[str]) -> None:
        unit, question, unknowns = block.unit, block.question, block.unknowns
        several = breakdown in self.multiple.get(unit.survey, frozenset())
        cells = [frozenset(c) for n in range(1, len(groups) + 1) for c in combinations(groups, n) if several or n == 1]
        if not self.with_rest.get((unit, breakdown)):
            cells.append(REST)
        parts = {}
        for cell in cells:
            own = len(cell) == 1 and not several
            place = Place(unit, breakdown, next(iter(cell), ""), question)
            parts[cell] = block.parts[breakdown, cell] = self._part(block, place, own)
        for group in groups:
            self._tell(block, Place(unit, breakdown, group, question), [parts[c] for c in cells if group in c])
        total = block.total
        sums = [(total.size, [part.size for part in parts.values()])]
        sums += [(total.answers[k], [p.answers[k] for p in parts.values()]) for k in (CLASSES if question else ())]
        for whole, each in sums:
            unknowns.require({whole: -1} | {at: 1 for at in each}, 0, 0)
        for other in self.published.questions(unit):
            if other != question:
                self._other_question(unit, breakdown, groups, other, parts, total, unknowns)

    def _other_question(
        self, unit: Unit, breakdown: str, groups: list[str], question: str, parts: dict[Cell, Part], total: Part,
        unknowns: Unknowns,
    ) -> None:  # fmt: skip
        """No part has more answers to another question than people."""
        places = {group: Place(unit, breakdown, group, question) for group in groups}
        shown = {group: counts.base for group, place in places.items() if (counts := self.published.counts(place))}
        for group, base in shown.items():
            unknowns.require({part.size: 1 for cell, part in parts.items() if group in cell}, base, MANY)
        whole = self.published.counts(Place(unit, TOTAL, "Totalt", question))
        if whole is None:
            return
        unknowns.require({total.size: 1}, whole.base, MANY)
        if all(len(cell) <= 1 for cell in parts):
            others = {part.size: 1 for cell, part in parts.items() if not cell & shown.keys()}
            left = whole.base - sum(shown.values())
            if left > 0:
                unknowns.require(others, left, MANY)
