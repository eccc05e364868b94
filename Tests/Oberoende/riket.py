"""Compares a computed national result with a second computation from every förbund's files.

    python3 riket.py RIKET.csv PERIOD FOLDER...

FOLDER is one förbund's answers of the period. Prints one line per difference and ends with 1, or the number of equal figures
and ends with 0.

A figure is owed where no förbund can be worked out from it: at least five förbund; none with more than half of the answers;
what the two largest leave at least a tenth of the largest; and whichever förbund takes away its own, however they fell, at
least two of the other answers are of the kind that is counted, and two are not. What is left of the total beside the groups that are shown
must be nothing or keep the same rules; until it does the smallest group is hidden too. A question that is shown for everybody
alone has no groups.

The median and the quartiles over förbund are told of twenty or more that reach the smallest group, in whole per cent; only
where three förbund could have the share that it is made of, by how many answers they have.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from cells import NO_BREAK
from figures import TOTAL, percent
from instruments import CLEARLY, INSTRUMENTS, LISTED, MULTIPLE, POSITIVE, Question
from promises import Promise, instruments_beside, read_promises
from survey_folder import Answered, Respondent, read_measurement

FEWEST_FORBUND = 5
FEWEST_WITH_SPREAD = 20
LEFT_OF_EACH_KIND = 2


@dataclass(frozen=True)
class Part:
    """One förbund's answers to a question in a group."""

    answers: int
    positive: int
    clearly: int


def part(question: Question, respondents: list[Respondent]) -> Part:
    given = (r.answers.get(question.id, "") for r in respondents)
    classes = [question.scale[answer] for answer in given if answer in question.scale]
    clearly = classes.count(CLEARLY)
    return Part(len(classes), classes.count(POSITIVE) + clearly, clearly)


def together(parts: list[Part]) -> Part:
    return Part(sum(p.answers for p in parts), sum(p.positive for p in parts), sum(p.clearly for p in parts))


def without(whole: Part, some: Part) -> Part:
    return Part(whole.answers - some.answers, whole.positive - some.positive, whole.clearly - some.clearly)


def may_be_shown(parts: list[Part], limit: int) -> bool:
    giving = [p for p in parts if p.answers]
    whole = together(giving)
    if len(giving) < FEWEST_FORBUND or whole.answers < limit:
        return False
    largest, second = sorted((p.answers for p in giving), reverse=True)[:2]
    if 2 * largest > whole.answers or 10 * (whole.answers - largest - second) < largest:
        return False
    return all(
        LEFT_OF_EACH_KIND <= counted - largest and counted + largest <= whole.answers - LEFT_OF_EACH_KIND
        for counted in (whole.positive, whole.clearly)
    )


def shown_groups(total: list[Part], groups: dict[str, list[Part]], limit: int) -> list[str]:
    shown = [group for group, parts in groups.items() if may_be_shown(parts, limit)]
    while shown:
        beside = [without(all, together([groups[group][i] for group in shown])) for i, all in enumerate(total)]
        if not any(p.answers for p in beside) or may_be_shown(beside, limit):
            break
        shown.remove(min(shown, key=lambda group: together(groups[group]).answers))
    return shown


Owed = dict[tuple[str, str, str, str], tuple[int | str, ...]]
"""By questionnaire, question, group and measure: the count, the answers and the förbund, then median, quartiles and how many
förbund these are over."""


def spread(counts: list[tuple[int, int]], limit: int) -> tuple[int | str, ...]:
    """Of so many of so many answers in each förbund."""
    shares = sorted(Fraction(count, of) for count, of in counts if of >= limit)
    sizes = [of for _, of in counts if of >= limit]

    def middle(some: list[Fraction]) -> str:
        pair = some[(len(some) - 1) // 2], some[len(some) // 2]
        for share in pair:
            if sum(could_have(percent(share), of) for of in sizes) < 3:
                return ""
        return f"{percent(sum(pair) / 2)} %"

    half = len(shares) // 2
    if len(shares) < FEWEST_WITH_SPREAD:
        return "", "", "", len(shares)
    return middle(shares), middle(shares[:half]), middle(shares[len(shares) - half :]), len(shares)


def could_have(whole: int, of: int) -> bool:
    return any(percent(Fraction(count, of)) == whole for count in range(of + 1))


def owed_of(question: Question, survey: str, measured: list[Answered], promise: Promise) -> Owed:
    total = [part(question, one.respondents) for one in measured]
    if not may_be_shown(total, promise.smallest):
        return {}
    found, limits = {TOTAL: total}, {TOTAL: promise.smallest}
    for breakdown in measured[0].instrument.backgrounds:
        if breakdown not in LISTED or breakdown in MULTIPLE or promise.is_only_total(question.id):
            continue
        groups = {
            value: [part(question, [r for r in one.respondents if value in r.groups.get(breakdown, ())]) for one in measured]
            for value in LISTED[breakdown]
        }
        found |= {group: groups[group] for group in shown_groups(total, groups, promise.limit(breakdown))}
        limits |= dict.fromkeys(groups, promise.limit(breakdown))
    owed: Owed = {}
    for group, parts in found.items():
        whole = together(parts)
        for measure, count in ((POSITIVE, whole.positive), (CLEARLY, whole.clearly)):
            counts = [(p.clearly if measure == CLEARLY else p.positive, p.answers) for p in parts]
            forbund = sum(p.answers > 0 for p in parts)
            owed[survey, question.id, group, measure] = (count, whole.answers, forbund, *spread(counts, limits[group]))
    return owed


def owed_figures(surveys: list[Answered], period: int, promises: dict[str, Promise]) -> Owed:
    owed: Owed = {}
    for id, instrument in INSTRUMENTS.items():
        measured = [survey for survey in surveys if survey.instrument is instrument and survey.respondents]
        for question in instrument.asked(period) if measured else ():
            owed |= owed_of(question, id, measured, promises[id])
    return owed


SPREAD = ("median", "nedre kvartil", "övre kvartil")


def read_computed(path: Path) -> Owed:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {
        (row["enkät"], row["fråga"], row["grupp"], row["mått"]): (
            *(int(row[name]) for name in ("antal", "antal svar", "antal förbund")),
            *(row[name].replace(NO_BREAK, " ") for name in SPREAD),
            int(row["förbund i spridningen"]),
        )
        for row in rows
    }


def differences(given: Owed, owed: Owed) -> list[str]:
    return [
        f"{' | '.join(key)}: {given.get(key)}, men ska vara {owed.get(key)}"
        for key in {**given, **owed}
        if given.get(key) != owed.get(key)
    ]


def main(file: str, period: str, *folders: str) -> int:
    surveys = [survey for folder in folders for survey in read_measurement(Path(folder)).surveys]
    promises = read_promises(instruments_beside(Path(folders[0])))
    found = read_computed(Path(file))
    wrong = differences(found, owed_figures(surveys, int(period), promises))
    print(*(wrong or [f"{len(found)} figurer lika"]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
