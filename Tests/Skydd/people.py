"""Those who answered, from the files of answers: the truth that an attack is judged by, and nothing that it knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from published import Place, Published, Unit
from rules import Counts, Rules


class Person(NamedTuple):
    groups: dict[str, frozenset[str]]
    """By variable; empty where none was given."""
    answers: dict[str, int | None]
    """By question, the class; None where the answer counts as none."""


@dataclass
class Survey:
    """One questionnaire in one period."""

    unit: Unit
    rules: Rules
    people: list[Person]
    role: str = ""
    """As its sheets are called."""
    multiple: frozenset[str] = frozenset()
    merged: dict[str, "Merged"] = field(default_factory=dict)
    """By variable, as it is published."""

    def group_of(self, person: Person, breakdown: str) -> frozenset[str]:
        """The groups as they are published."""
        return self.merged_group(person.groups.get(breakdown, frozenset()), breakdown)

    def merged_group(self, values: frozenset[str], breakdown: str) -> frozenset[str]:
        merged = self.merged.get(breakdown)
        if merged is None:
            return values
        if not values:
            return frozenset((merged.name,)) if merged.has_rest else values
        return frozenset(merged.name if value in merged.values else value for value in values)

    def breakdown(self, breakdown: str) -> "Divided":
        if breakdown not in self._divided:
            cells: dict[frozenset[str], list[Person]] = {}
            for person in self.people:
                cells.setdefault(self.group_of(person, breakdown), []).append(person)
            self._divided[breakdown] = Divided(cells)
        return self._divided[breakdown]

    @cached_property
    def _divided(self) -> dict[str, "Divided"]:
        return {}

    def forget(self) -> None:
        """After people have changed groups."""
        self._divided.clear()

    def total(self, question: str) -> Counts:
        return counted(self.people, question)

    def regroup(self, published: Published) -> None:
        """Takes the groups as the workbook has them: what it does not name is merged."""
        for breakdown, groups in published.breakdowns(self.unit).items():
            values = {value for person in self.people for value in person.groups[breakdown]}
            others = values - set(groups)
            names = [group for group in groups if group not in values]
            has_rest = any(
                "ej angivet" in name
                or is_told_of_rest(published, f"{self.role} per {breakdown}", name)
                or self._is_rest_in(published, breakdown, name, others)
                for name in names
            )
            if names and (others or has_rest):
                self.merged[breakdown] = Merged(names[0], frozenset(others), has_rest)
        self.forget()

    def _is_rest_in(self, published: Published, breakdown: str, name: str, others: set[str]) -> bool:
        """By how many the group has, which is shown."""
        shown = published.respondents(Place(self.unit, breakdown, name))
        named = sum(bool(person.groups[breakdown] & others) for person in self.people)
        return shown is not None and shown > named


class Merged(NamedTuple):
    name: str
    values: frozenset[str]
    has_rest: bool
    """Whether those who gave no value are in it too."""


def is_told_of_rest(published: Published, sheet: str, name: str) -> bool:
    """Whether a note of the sheet says that those without a value are in the merged group."""
    for row in published.sheets.get("Anmärkningar", []):
        text = [cell.text for cell in row]
        if len(text) > 2 and sheet in text[1].split(", ") and name in text[2] and "inte har angett" in text[2]:
            return True
    return False


@dataclass
class Divided:
    """People by the set of groups that they are in; the empty set are those in none."""

    cells: dict[frozenset[str], list[Person]]

    @cached_property
    def _counts(self) -> dict[tuple[frozenset[str], str], Counts]:
        return {}

    def counts(self, cell: frozenset[str], question: str) -> Counts:
        key = (cell, question)
        if key not in self._counts:
            self._counts[key] = counted(self.cells.get(cell, []), question)
        return self._counts[key]

    def size(self, cell: frozenset[str]) -> int:
        return len(self.cells.get(cell, []))

    def row(self, group: str, question: str) -> tuple[int, Counts]:
        """How many are in a group, and their answers."""
        people = [person for cell, people in self.cells.items() if group in cell for person in people]
        return len(people), counted(people, question)


def counted(people: Iterable[Person], question: str) -> Counts:
    number = Counter(person.answers.get(question) for person in people)
    return Counts(*(number[place] for place in range(4)))


Surveys = dict[Unit, Survey]
