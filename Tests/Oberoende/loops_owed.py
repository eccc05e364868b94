"""The sheets of the medarbetarenkät as they should be, and its rows of Data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cells import Change, Content, Percentage
from counting import Counted, Division, Row
from figures import ANSWERS, INVITED, RATE, SHARES, TOTAL, Count, Figure, Hidden, Hides, Key, Share, Table
from figures import hidden, response, rules_alone
from instruments import CLEARLY, NEGATIVE, NEITHER, NOT_APPLICABLE, POSITIVE, PROTECTED
from loops import BACKGROUNDS, INSATSER, LOOPED, MEETINGS, MEETINGS_TEXT, QUALITY, Person, Tally
from loops import given, groups_of, is_of_one_mind, looped_tallies, members, tally
from promises import Promise
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
    period: int
    people: list[Person]
    invited: int | None
    promise: Promise
    hides: Hides = rules_alone
    """The rows of those questions that a person answers once, and how many the respondents are."""

    def is_hidden(self, breakdown: str, group: str, question: str = "") -> bool:
        table = self.table(breakdown)
        return self.hides(table.row_key(group, question), table.item(question).must_be_hidden(group))

    def table(self, breakdown: str) -> Table:
        """Of the people, and what they answered once."""
        names = groups(self, breakdown)
        everybody = range(len(self.people))
        inside = {
            name: {i for i in everybody if breakdown == "total" or self.people[i] in some}
            for name in names
            for some in [members(self.people, breakdown, name)]
        }
        people: dict[frozenset[str], list[int]] = {}
        for i in everybody:
            people.setdefault(frozenset(name for name in names if i in inside[name]), []).append(i)
        cells = {
            cell: Counted(len(some), {MEETINGS: meetings_row([self.people[i] for i in some])})
            for cell, some in people.items()
        }
        division = Division(ID, self.period, breakdown, self.promise.limit(breakdown), names, cells, people)
        return Table(division, self.promise, dict.fromkeys(names))


Years = dict[int, Year]
"""The newest first."""
Shown = Tally | None
"""None where it is hidden."""


def meetings_row(people: list[Person]) -> Row:
    """Each answer is a person's own."""
    classes = [QUALITY[person.meetings] for person in people if person.meetings in QUALITY]
    return Row(*map(classes.count, (NEGATIVE, NEITHER, POSITIVE, CLEARLY)))


def meetings(people: list[Person]) -> Tally:
    row = meetings_row(people)
    return Tally(row.negative, row.neither, row.positive + row.clearly, row.clearly, 0, row.base)


def tallies(year: Year, breakdown: str, question: str) -> dict[str, Shown]:
    """By group, those that somebody is in."""
    if breakdown != "total" and question in LOOPED:
        without_size = {group for group in groups(year, breakdown) if year.is_hidden(breakdown, group)}
        return looped_tallies(year.people, breakdown, question, year.promise, without_size)
    found: dict[str, Shown] = {}
    for group in groups(year, breakdown):
        some = year.people if breakdown == "total" else members(year.people, breakdown, group)
        if question not in LOOPED:
            found[group] = None if year.is_hidden(breakdown, group, question) else meetings(some)
            continue
        answers = given(some, question)
        one = tally(answers)
        few = min(len(some), one.people) < year.promise.smallest
        found[group] = None if few or is_of_one_mind(answers, year.promise.attribute) else one
    return found


def groups(year: Year, breakdown: str) -> list[str]:
    return [TOTAL] if breakdown == "total" else groups_of(year.people, breakdown)


def all_groups(years: Years, breakdown: str) -> list[str]:
    """In the order of the questionnaire."""
    met = {group for year in years.values() for group in groups(year, breakdown)}
    order = INSATSER if breakdown == "insats" else BACKGROUNDS.get(breakdown, [TOTAL])
    return [group for group in order if group in met]


def is_shown(years: Years, breakdown: str) -> bool:
    """Whether the answers of some group are."""
    return any(shown for year in years.values() for q in QUESTIONS for shown in tallies(year, breakdown, q).values())


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
    is_told = not year.is_hidden(breakdown, group)
    invited = year.invited if breakdown == "total" else None
    figures = response(len(some), invited) if is_told else hidden((ANSWERS, INVITED, RATE))
    knowing = knowing_of(year, breakdown, group)
    blocks = sum(1 if breakdown == "insats" else len(person.blocks) for person in knowing)
    told = group in told_who_know(year, breakdown)
    figures["känner till insats"] = Share(len(knowing), len(some)) if told else Hidden()
    figures["svar om insats"] = Count(blocks) if told else Hidden()
    return figures


def knowing_of(year: Year, breakdown: str, group: str) -> list[Person]:
    """Those of a group who know any insats, or of an insats' group that one."""
    some = year.people if breakdown == "total" else members(year.people, breakdown, group)
    return [person for person in some if person.blocks and (breakdown != "insats" or group in person.blocks)]


def told_who_know(year: Year, breakdown: str) -> set[str]:
    """The groups of which it is told how many know any insats: never so that too few are left outside them."""
    limit = year.promise.limit(breakdown)
    knowing = {group: knowing_of(year, breakdown, group) for group in groups(year, breakdown)}
    told = {group for group, some in knowing.items() if len(some) >= limit and not year.is_hidden(breakdown, group)}
    if breakdown == "total":
        # Those who know none are the ones without a group where insatser are the groups.
        know_none = len(year.people) - len(knowing[TOTAL])
        return set() if 0 < know_none < limit else told
    if breakdown == "insats":
        return told
    everybody = sum(1 for person in year.people if person.blocks)
    while told and 0 < everybody - sum(len(knowing[group]) for group in told) < limit:
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


