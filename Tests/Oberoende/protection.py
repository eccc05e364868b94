"""Which rows may be shown: the rules that each must keep alone, and what may be told by all of a breakdown together.

A row is what a group answered to a question in a period, or how many the group's respondents are. Whoever has the total
can count what lies in none of the shown groups: it must be nothing, or enough and not all alike, and what is hidden in it
must not be known too nearly, neither to a reader nor to a respondent who takes the own answer away.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from counting import Counted, Division, Row
from promises import ALL, NONE, UNFAVOURABLE, Promise

STRICT_BELOW = 20
"""Answers that are all alike are shown of so many or more."""
EXACT_UP_TO = 10
"""Of so many groups that could be hidden, every choice is tried."""
RESPONDENTS = ""
"""In the place of a question: how many they are."""

Cell = frozenset[str]


def is_nearly_all_alike(row: Row, attribute: str) -> bool:
    """All, or all but one, in a class that is protected."""
    unfavourable = (row.negative, row.negative + row.neither)
    every = (*unfavourable, row.neither, row.positive, row.clearly, row.positive + row.clearly)
    classes = {NONE: (), UNFAVOURABLE: unfavourable, ALL: every}[attribute]
    return row.base < STRICT_BELOW and any(count >= row.base - 1 for count in classes)


class Sizes(NamedTuple):
    """How many some people can be, for all that is told: at least and at most."""

    least: int
    most: int


class Part(NamedTuple):
    """What is hidden for its own sake: a group, or with no name those who are in none."""

    group: str
    cells: list[Cell]


class Attacker(NamedTuple):
    """Who takes away one person of a cell, with an answer that is counted or another; a reader takes away nobody."""

    cell: Cell | None = None
    counted: bool = False


@dataclass(frozen=True)
class Item:
    """The rows of a breakdown for one question, or for how many the respondents are."""

    division: Division
    question: str
    promise: Promise
    total_is_shown: bool = True
    without_size: frozenset[str] = field(default=frozenset())
    """The groups of which it is not told how many the respondents are: nothing of them is told."""
    known: tuple[frozenset[Cell], ...] = ()
    """The rows that were given out before, as the cells that they are of."""

    # Rows alone.

    def size(self, part: Counted) -> int:
        return part.rows[self.question].base if self.question else part.people

    @property
    def is_only_total(self) -> bool:
        is_a_part = self.division.breakdown != "total"
        return is_a_part and bool(self.question) and self.promise.is_only_total(self.question)

    def is_alike(self, part: Counted) -> bool:
        return bool(self.question) and is_nearly_all_alike(part.rows[self.question], self.promise.attribute)

    def is_unsafe(self, part: Counted) -> bool:
        """Of people who are known to be apart: whether they are too few, or too much alike. Nobody is safe."""
        return self.size(part) > 0 and (self.size(part) < self.division.limit or self.is_alike(part))

    def must_be_hidden(self, group: str) -> bool:
        """Whatever becomes of the other rows."""
        part = self.division.parts[group]
        few = min(part.people, self.size(part)) < self.division.limit
        return self.is_only_total or few or self.is_alike(part)

    @cached_property
    def primary(self) -> frozenset[str]:
        return frozenset(group for group in self.division.groups if self.must_be_hidden(group))

    @cached_property
    def always(self) -> frozenset[str]:
        """What is hidden whatever else is: also where those outside a group are too few, though they are in others."""
        groups = frozenset(self.division.groups)
        if not self.total_is_shown:
            return groups
        beside = {group: self.together([cell for cell in self.division.cells if group not in cell]) for group in groups}
        lonely = {group for group in groups if self.overlaps and self.is_unsafe(beside[group])}
        return self.primary | self.without_size | lonely

    # All of a breakdown's rows together.

    def disclosure(self, shown: frozenset[str]) -> str | None:
        """What could be worked out if just these groups were shown."""
        if not self.total_is_shown or self.is_only_total and not shown:
            return None
        blocks: dict[tuple[bool, ...], list[Cell]] = {}
        for cell in self.division.cells:
            if not cell & shown:
                blocks.setdefault(tuple(cell in row for row in self.known), []).append(cell)
        found = (self.disclosure_of(block, shown) for block in blocks.values())
        return next((problem for problem in found if problem), None) or self.disclosure_in_both(shown)

    def disclosure_in_both(self, shown: frozenset[str]) -> str | None:
        """Where those without a value are in a group, and it is told: two groups less the total are those who are in both."""
        if not self.overlaps or not self.division.holds_those_without:
            return None
        for one, other in combinations(sorted(shown), 2):
            both = self.together([cell for cell in self.division.cells if one in cell and other in cell])
            if all(one in cell or other in cell for cell in self.division.cells) and self.is_unsafe(both):
                return f"de som är både i {one} och i {other} kan räknas ut"
        return None

    def disclosure_of(self, hidden: list[Cell], shown: frozenset[str]) -> str | None:
        """What could be worked out of those in no shown group that are known together."""
        left = self.together(hidden)
        if self.size(left) == 0 or len(hidden) == len(self.division.cells):
            return None
        if self.is_unsafe(left):
            return f"utanför de visade finns {self.size(left)} svar"
        for part in self.protected_parts(hidden, shown):
            if self.is_known_too_nearly(part, hidden):
                return f"{part.group or 'de utan grupp'} kan räknas ut för nära"
        return None

    @cached_property
    def overlaps(self) -> bool:
        return any(len(cell) > 1 for cell in self.division.cells)

    def together(self, cells: list[Cell]) -> Counted:
        people, rows = 0, {question: [0, 0, 0, 0] for question in [self.question] if question}
        for cell in cells:
            part = self.division.cells[cell]
            people += part.people
            for question, counts in rows.items():
                rows[question] = [a + b for a, b in zip(counts, part.rows[question])]
        return Counted(people, {question: Row(*counts) for question, counts in rows.items()})

    def protected_parts(self, hidden: list[Cell], shown: frozenset[str]) -> Iterator[Part]:
        """What is hidden for its own sake. Nobody's answers are no secret."""
        for group in sorted(self.primary - shown):
            part = Part(group, [cell for cell in hidden if group in cell])
            if self.size(self.together(part.cells)):
                yield part
        nowhere = Part("", [cell for cell in hidden if not cell])
        if self.is_unsafe(self.together(nowhere.cells)):
            yield nowhere

    def is_known_too_nearly(self, part: Part, hidden: list[Cell]) -> bool:
        return any(
            self.knows(attacker, classes, part, hidden)
            for classes in self.protected_classes()
            for attacker in self.attackers(classes, hidden)
        )

    def protected_classes(self) -> list[tuple[int, ...]]:
        """The classes of a row, as places in it, whose counts nobody may know too nearly."""
        unfavourable = [(0,), (0, 1)]
        every = [(0,), (1,), (2,), (3,), (0, 1)]
        return {NONE: [], UNFAVOURABLE: unfavourable, ALL: every}[self.promise.attribute] if self.question else [()]

    def count(self, cells: list[Cell], classes: tuple[int, ...]) -> int:
        """How many answers are in the classes, or where there is no question, how many people there are."""
        part = self.together(cells)
        return sum(part.rows[self.question][i] for i in classes) if self.question else part.people

    def attackers(self, classes: tuple[int, ...], hidden: list[Cell]) -> Iterator[Attacker]:
        """A reader, and each kind of respondent that there really is."""
        yield Attacker()
        for cell in hidden:
            counted, people = self.count([cell], classes), self.division.cells[cell].people
            if counted:
                yield Attacker(cell, True)
            if people > counted:
                yield Attacker(cell, False)

    def knows(self, attacker: Attacker, classes: tuple[int, ...], part: Part, hidden: list[Cell]) -> bool:
        """Whether the count of a part is known too nearly, and more nearly than the total alone tells."""
        own = int(attacker.counted)
        left = self.count(hidden, classes) - own
        if left == 0 and self.question and self.promise.attribute == UNFAVOURABLE:
            # That nobody is displeased may be told.
            return False
        mine = self.count(part.cells, classes) - (own if attacker.cell in part.cells else 0)
        everybody = list(self.division.cells)
        least, most = self.interval(attacker, left, part, hidden, hidden)
        lowest, highest = self.interval(attacker, self.count(everybody, classes) - own, part, hidden, everybody)
        return most < min(mine + 1, highest) or most - least < min(self.promise.uncertainty, highest - lowest)

    def interval(
        self, attacker: Attacker, counted: int, part: Part, hidden: list[Cell], among: list[Cell]
    ) -> tuple[int, int]:
        """Between what the part's count lies, where so many are counted among some people."""
        people = {cell: self.division.cells[cell].people - (cell == attacker.cell) for cell in among}
        mine = self.sizes_overlapping(attacker, part, hidden, people) if self.overlaps else self.sizes(attacker, part, people)
        return max(0, counted - (sum(people.values()) - mine.least)), min(counted, mine.most)

    def sizes(self, attacker: Attacker, part: Part, people: dict[Cell, int]) -> Sizes:
        """How many the part can be: where its size is told together with others', each group of these has somebody."""
        together = [cell for cell in people if not self.question or cell <= self.without_size]
        own = sum(people[cell] for cell in part.cells)
        if together == part.cells or part.cells[0] not in together:
            return Sizes(own, own)

        def at_least(cells: list[Cell]) -> int:
            return sum(1 for cell in cells if cell and cell != attacker.cell)

        others = at_least([cell for cell in together if cell not in part.cells])
        return Sizes(at_least(part.cells), sum(people[cell] for cell in together) - others)

    def sizes_overlapping(self, attacker: Attacker, part: Part, hidden: list[Cell], people: dict[Cell, int]) -> Sizes:
        own = sum(people[cell] for cell in part.cells)
        if len(part.cells) == len(hidden):
            return Sizes(own, own)
        known = bool(self.question) and bool(part.group) and part.group not in self.without_size
        size = self.division.parts[part.group].people - (attacker.cell in part.cells) if known else sum(people.values())
        return Sizes(0, min(size, sum(people.values())))

    # The least that must be lost.

    def lost(self, hidden: frozenset[str]) -> int:
        return sum(self.size(self.division.parts[group]) for group in hidden - self.always)

    @property
    def is_small_enough(self) -> bool:
        return len(self.division.groups) - len(self.always) <= EXACT_UP_TO

    def least_lost(self) -> int | None:
        """How many answers must be hidden beside those that always are; None where no choice is safe."""
        free = [group for group in self.division.groups if group not in self.always]
        choices = [frozenset(some) for number in range(len(free) + 1) for some in combinations(free, number)]
        for hidden in sorted(choices, key=self.lost):
            if self.disclosure(frozenset(free) - hidden) is None:
                return self.lost(hidden)
        return None
