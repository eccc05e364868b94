"""The sheets of the medarbetarenkät as they should be, and its rows of Data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cells import Change, Content, Percentage
from figures import SHARES, TOTAL, Count, Figure, Hidden, Key, Share, response
from instruments import CLEARLY, NEGATIVE, NEITHER, NOT_APPLICABLE, POSITIVE, PROTECTED, SMALLEST_GROUP
from loops import BACKGROUNDS, LOOPED, MEETINGS, MEETINGS_TEXT, QUALITY, Person, Tally, given, groups_of
from loops import looped_tallies, members, tally
from report import EARLIER_PERIOD, NO_EARLIER, OwedTable

ID, NAME = "medarbetare", "Medarbetare"
NAMES = {"chef": "chefsroll"}
"""What a background is called, where that is not its id."""
BREAKDOWNS = ("insats", *BACKGROUNDS)
QUESTIONS = {**LOOPED, MEETINGS: MEETINGS_TEXT}
HEADER = (
    *("Fråga", "År", "Andel av", "Personer", "Svar", "Negativt", "Varken eller", "Positivt", "(Klart positivt)"),
    *("Kan inte bedöma", "Förändring positivt", "Förändring klart positivt"),
)
JUDGED = "svar om insatser från dem som kunde bedöma"
ALL = "alla svar om insatser, ”kan inte bedöma” inräknat"
PEOPLE = "personer som svarade på frågan"
MEASURES = (NEGATIVE, NEITHER, POSITIVE, CLEARLY)


@dataclass(frozen=True)
class Year:
    people: list[Person]
    invited: int | None


Years = dict[int, Year]
"""The newest first."""
Shown = Tally | None
"""None where it is hidden."""


def meetings(people: list[Person]) -> Tally:
    """Each answer is a person's own."""
    classes = [QUALITY[person.meetings] for person in people if person.meetings in QUALITY]
    clearly = classes.count(CLEARLY)
    return Tally(
        classes.count(NEGATIVE), classes.count(NEITHER), classes.count(POSITIVE) + clearly, clearly, 0, len(classes)
    )


def tallies(year: Year, breakdown: str, question: str) -> dict[str, Shown]:
    """By group, those that somebody is in."""
    if breakdown != "total" and question in LOOPED:
        return looped_tallies(year.people, breakdown, question)
    found: dict[str, Shown] = {}
    for group in groups(year, breakdown):
        some = year.people if breakdown == "total" else members(year.people, breakdown, group)
        one = tally(given(some, question)) if question in LOOPED else meetings(some)
        found[group] = one if min(len(some), one.people) >= SMALLEST_GROUP else None
    return found


def groups(year: Year, breakdown: str) -> list[str]:
    return [TOTAL] if breakdown == "total" else groups_of(year.people, breakdown)


def all_groups(years: Years, breakdown: str) -> list[str]:
    """In the order of the questionnaire."""
    everybody = Year([person for year in years.values() for person in year.people], None)
    return groups(everybody, breakdown)


def is_shown(years: Years, breakdown: str) -> bool:
    return any(
        len(members(year.people, breakdown, group)) >= SMALLEST_GROUP
        for year in years.values()
        for group in groups(year, breakdown)
    )


# The tables.


def loop_tables(years: Years) -> Iterator[OwedTable]:
    for breakdown in ("total", *(name for name in BREAKDOWNS if is_shown(years, name))):
        per = "" if breakdown == "total" else f" per {NAMES.get(breakdown, breakdown)}"
        head = [] if breakdown == "total" else [NAMES.get(breakdown, breakdown).capitalize()]
        yield OwedTable(
            NAME + per,
            f"{NAME}{per} {' och '.join(map(str, years))}",
            [],
            [*head, *HEADER],
            [*range(len(head) + 3)],
            list(rows(years, breakdown)),
        )


def rows(years: Years, breakdown: str) -> Iterator[list[Content]]:
    found = {q: {period: tallies(year, breakdown, q) for period, year in years.items()} for q in QUESTIONS}
    for group in all_groups(years, breakdown):
        for number, (question, text) in enumerate(QUESTIONS.items(), 1):
            line = {p: by_group[group] for p, by_group in found[question].items() if group in by_group}
            for base in (JUDGED, ALL) if question in LOOPED else (PEOPLE,):
                for period in line:
                    head: list[Content] = [] if breakdown == "total" else [group]
                    yield [*head, f"{number}. {text}", period, base, *cells(line, period, base, max(years))]


def cells(line: dict[int, Shown], period: int, base: str, newest: int) -> list[Content]:
    shown = line[period]
    if shown is None:
        figures: list[Content] = [PROTECTED] * 7
    else:
        of = shown.all if base == ALL else shown.base
        people = shown.all_people if base == ALL else shown.people
        counts = (shown.negative, shown.neither, shown.positive, shown.clearly)
        judging = Percentage(Share(shown.cannot_judge, of).exact) if base == ALL else NOT_APPLICABLE
        figures = [people, of, *(Percentage(Share(count, of).exact) for count in counts), judging]
    return [*figures, *changes(line, period, base, newest)]


def changes(line: dict[int, Shown], period: int, base: str, newest: int) -> list[Content]:
    earlier = [p for p in line if p < period]
    if period != newest:
        return [EARLIER_PERIOD] * 2
    if not earlier:
        return [NO_EARLIER] * 2
    now, then = line[period], line[earlier[0]]
    if now is None or then is None:
        return [PROTECTED] * 2
    of = [one.all if base == ALL else one.base for one in (now, then)]
    pairs = ((now.positive, then.positive), (now.clearly, then.clearly))
    return [Change(Share(a, of[0]).exact - Share(b, of[1]).exact) for a, b in pairs]


# Data.


def loop_data(years: Years) -> dict[Key, Figure]:
    """But not what is said of silence."""
    found: dict[Key, Figure] = {}
    for period, year in years.items():
        for breakdown in ("total", *BREAKDOWNS):
            for group in groups(year, breakdown):
                for measure, figure in group_data(year, breakdown, group).items():
                    found[Key(ID, period, breakdown, group, "", measure)] = figure
            for question in QUESTIONS:
                for group, shown in tallies(year, breakdown, question).items():
                    for measure, figure in question_data(shown, question).items():
                        found[Key(ID, period, breakdown, group, question, measure)] = figure
    return found


def group_data(year: Year, breakdown: str, group: str) -> dict[str, Figure]:
    some = year.people if breakdown == "total" else members(year.people, breakdown, group)
    figures = response(len(some), year.invited if breakdown == "total" else None)
    knowing = [person for person in some if person.blocks and (breakdown != "insats" or group in person.blocks)]
    blocks = sum(1 if breakdown == "insats" else len(person.blocks) for person in knowing)
    hidden = min(len(some), len(knowing)) < SMALLEST_GROUP
    if breakdown not in ("total", "insats"):
        hidden = group not in told_who_know(year, breakdown)
    figures["känner till insats"] = Hidden() if hidden else Share(len(knowing), len(some))
    figures["svar om insats"] = Hidden() if hidden else Count(blocks)
    return figures


def told_who_know(year: Year, breakdown: str) -> set[str]:
    """The groups of which it is told how many know any insats: never so that too few are left outside them."""
    knowing = {
        group: [person for person in members(year.people, breakdown, group) if person.blocks]
        for group in groups(year, breakdown)
    }
    told = {group for group, some in knowing.items() if len(some) >= SMALLEST_GROUP}
    everybody = sum(1 for person in year.people if person.blocks)
    while told and 0 < everybody - sum(len(knowing[group]) for group in told) < SMALLEST_GROUP:
        told.remove(min(told, key=lambda group: (len(knowing[group]), list(knowing).index(group))))
    return told


def question_data(shown: Shown, question: str) -> dict[str, Figure]:
    looped = question in LOOPED
    more = [f"{measure} av alla svar" for measure in (*SHARES, "kan ej bedöma")]
    if shown is None:
        names = [*SHARES, *(["personer", "personer av alla svar", *more] if looped else [])]
        return dict.fromkeys(names, Hidden())
    counts = dict(zip(MEASURES, (shown.negative, shown.neither, shown.positive, shown.clearly)))
    figures: dict[str, Figure] = {measure: Share(count, shown.base) for measure, count in counts.items()}
    if looped:
        figures["personer"], figures["personer av alla svar"] = Count(shown.people), Count(shown.all_people)
        figures |= {name: Share(count, shown.all) for name, count in zip(more, (*counts.values(), shown.cannot_judge))}
    return figures


