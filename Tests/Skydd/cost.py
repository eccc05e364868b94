"""What protection costs: how many rows, and how many answers in them, are not shown, beside other ways to choose
them.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from itertools import combinations

from people import Divided, Survey
from published import Place, Published, Unit
from rules import TOTAL, Counts, Rules


@dataclass
class Cost:
    """Rows of groups (answers to a question in a group, or how many the group are) and the answers or people in
    them.
    """

    rows: int = 0
    answers: int = 0
    small_rows: int = 0
    small_answers: int = 0
    """Hidden by the limit alone: the naive rule."""
    primary_rows: int = 0
    primary_answers: int = 0
    """By every rule that looks at a row alone."""
    union_rows: int = 0
    union_answers: int = 0
    """By these and the smallest complement that makes what is left over large enough and not unanimous."""
    hidden_rows: int = 0
    hidden_answers: int = 0
    """By the program."""
    whole_rows: int = 0
    whole_answers: int = 0
    """If a breakdown's question is hidden in all groups as soon as it is in one."""

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(*(a + b for a, b in zip(astuple(self), astuple(other))))

    def table(self) -> str:
        lines = [("", "rader", "andel", "svar", "andel")]
        for name, kind in (
            ("för få svar i raden (naiv regel)", "small"),
            ("alla regler för en rad", "primary"),
            ("och minsta komplement av rester", "union"),
            ("programmet", "hidden"),
            ("hela indelningen så snart något döljs", "whole"),
        ):
            rows, answers = getattr(self, f"{kind}_rows"), getattr(self, f"{kind}_answers")
            of_rows, of_answers = 100 * rows / max(1, self.rows), 100 * answers / max(1, self.answers)
            lines.append((name, str(rows), f"{of_rows:.1f} %", str(answers), f"{of_answers:.1f} %"))
        lines.append(("av alla", str(self.rows), "", str(self.answers), ""))
        return "\n".join(f"{a:40} {b:>8} {c:>8} {d:>8} {e:>8}" for a, b, c, d, e in lines)


def cost_of(surveys: dict[Unit, Survey], published: Published) -> Cost:
    cost = Cost()
    for unit, survey in surveys.items():
        for breakdown, groups in published.breakdowns(unit).items():
            divided = survey.breakdown(breakdown)
            groups = [group for group in groups if divided.row(group, "")[0]]
            for question in ("", *published.questions(unit)):
                hidden = {group for group in groups if is_hidden(published, Place(unit, breakdown, group, question))}
                cost += item_cost(survey.rules, breakdown, divided, groups, question, hidden)
    return cost


def is_hidden(published: Published, place: Place) -> bool:
    return (published.counts(place) if place.question else published.respondents(place)) is None


def item_cost(
    rules: Rules, breakdown: str, divided: Divided, groups: list[str], question: str, hidden: set[str]
) -> Cost:
    rows = {group: divided.row(group, question) for group in groups}
    limit = rules.limit(breakdown)

    def weight(group: str) -> int:
        return rows[group][1].base if question else rows[group][0]

    def is_small(group: str) -> bool:
        return rows[group][0] < limit or (bool(question) and rows[group][1].base < limit)

    small = {group for group in groups if is_small(group)}
    primary = {g for g in groups if rules.hides(breakdown, question, *rows[g])} if question else small
    union = least_complement(rules, breakdown, divided, groups, question, primary, weight)
    rest = divided.size(frozenset())
    whole = set(groups) if primary or 0 < rest < limit else set()

    def both(chosen: set[str]) -> tuple[int, int]:
        return len(chosen), sum(map(weight, chosen))

    chosen = (set(groups), small, primary, union, hidden, whole)
    return Cost(*(number for each in chosen for number in both(each)))


def least_complement(
    rules: Rules, breakdown: str, divided: Divided, groups: list[str], question: str, primary: set[str], weight
) -> set[str]:  # fmt: skip
    """The groups to hide with the fewest answers lost, for what is in no shown group to be known; tried one by one."""
    if question in rules.only_total and breakdown != TOTAL:
        return set(groups)
    limit = rules.limit(breakdown)
    others = [group for group in groups if group not in primary]
    best: set[str] | None = None
    for number in range(len(others) + 1):
        for more in combinations(others, number):
            hidden = primary | set(more)
            if best is not None and sum(map(weight, hidden)) >= sum(map(weight, best)):
                continue
            shown = set(groups) - hidden
            left = [cell for cell in divided.cells if not cell & shown]
            size = sum(divided.size(cell) for cell in left)
            counts = Counts(*map(sum, zip(Counts(), *(divided.counts(cell, question) for cell in left))))
            if question:
                is_fine = counts.base == 0 or (counts.base >= limit and not rules.is_unanimous(counts))
            else:
                is_fine = size == 0 or size >= limit
            if is_fine:
                best = hidden
    return set(groups) if best is None else best
