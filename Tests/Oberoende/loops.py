"""The medarbetarenkät: the same questions about every insats that the respondent knows, read and counted once more.

A file has either a row for each person, with a column for each question and insats, or a row for each person and insats,
with a column that holds the rows of a person together. A person who knows four insatser is one person with four answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from instruments import CLEARLY, NEGATIVE, NEITHER, POSITIVE, folded
from promises import ALL, UNFAVOURABLE, Promise
from protection import STRICT_BELOW
from survey_folder import decoded, records

INSATSER = ("HälsoSam", "Lyra", "MIA", "START", "UPIS", "HUVAS")
NONE = "Ingen av dem"
SPELLINGS_OF_NONE = ("Ingen", "Inga", "Känner inte till någon", "Jag känner inte till någon av dem")
LOOPED = {
    "stöd": "Till stöd och hjälp i mitt arbete",
    "samverkan": "Bidrar till bättre samverkan mellan myndigheter",
    "stegförflyttning": "Bidrar till att deltagarna gör en stegförflyttning närmare arbete",
}
MEETINGS = "frukostmöten"
MEETINGS_TEXT = "Vad tycker du om förbundets frukostmöten?"
EXTENT = {"I hög utsträckning": CLEARLY, "Delvis": POSITIVE, "I låg utsträckning": NEGATIVE, "Inte alls": NEGATIVE}
QUALITY = {
    "Mycket bra": CLEARLY,
    "Bra": POSITIVE,
    "Varken bra eller dåliga": NEITHER,
    "Dåliga": NEGATIVE,
    "Mycket dåliga": NEGATIVE,
}
CANNOT_JUDGE, NOT_THERE = "Kan inte bedöma", "Har inte deltagit"
CODES = dict(zip("43219", (*EXTENT, CANNOT_JUDGE)))
CODES_OF_QUALITY = dict(zip("543219", (*QUALITY, NOT_THERE)))
SPELLINGS = {
    "Hög utsträckning": "I hög utsträckning",
    "Ja i hög utsträckning": "I hög utsträckning",
    "Ja delvis": "Delvis",
    "Låg utsträckning": "I låg utsträckning",
    "Nej inte alls": "Inte alls",
    "Kan ej bedöma": CANNOT_JUDGE,
    "Vet ej": CANNOT_JUDGE,
    "Varken eller": "Varken bra eller dåliga",
    "Har ej deltagit": NOT_THERE,
}
BACKGROUNDS = {
    "arbetsgivare": {
        "Arbetsförmedlingen": ("AF",),
        "Försäkringskassan": ("FK",),
        "Kommunen": ("Kommun",),
        "Regionen": ("Region", "Landstinget"),
    },
    "anställningstid": {
        "Mindre än ett år": ("Under ett år", "Mindre än 1 år", "0–1 år"),
        "Ett till fem år": ("1–5 år",),
        "Mer än fem år": ("Över fem år", "Mer än 5 år"),
    },
    "chef": {"Chef": ("Ja",), "Medarbetare": ("Nej", "Inte chef")},
}
HEADINGS = {
    "insats": ("Insats", "Insatser", "Vilka insatser känner du till", "Vilken insats gäller svaren", "Insatsen"),
    "arbetsgivare": ("Arbetsgivare", "Vem är din arbetsgivare", "Var arbetar du"),
    "anställningstid": (
        "Anställningstid",
        "Hur länge har du varit anställd",
        "Hur länge har du varit anställd hos din arbetsgivare",
    ),
    "chef": ("Chef", "Är du chef", "Chef eller medarbetare"),
}
RESPONDENT = ("Svarsid", "Svars-ID", "Svarande", "Respondent", "Respondent-ID", "Response ID", "Löpnummer", "ID")


@dataclass
class Person:
    knows: set[str] = field(default_factory=set)
    has_said: bool = False
    """Whether the person has said which insatser, if only that it is none."""
    groups: dict[str, str] = field(default_factory=dict)
    meetings: str = ""
    blocks: dict[str, dict[str, str]] = field(default_factory=dict)
    """By insats, the answers by question."""

    @property
    def answers(self) -> bool:
        return self.has_said or bool(self.meetings) or any(answers for answers in self.blocks.values())


# Reading.


def label(text: str, scale: dict[str, str], codes: dict[str, str], other: str) -> str:
    """An answer as the questionnaire writes it; nothing for an empty cell."""
    if not text.strip():
        return ""
    known = {folded(name): name for name in (*scale, other)} | {folded(code): name for code, name in codes.items()}
    known |= {folded(a): b for a, b in SPELLINGS.items() if b in scale or b == other}
    return known[folded(text)]


def insatser_in(text: str) -> set[str]:
    parts = [folded(part) for part in re.split(r"[,;|\n]", text) if part.strip()]
    known = {folded(name): name for name in INSATSER}
    none = {folded(name) for name in (NONE, *SPELLINGS_OF_NONE)}
    if unknown := [part for part in parts if part not in known and part not in none]:
        raise ValueError(f"insatser: {unknown}")
    return {known[part] for part in parts if part in known}


def group_in(background: str, text: str) -> str:
    for value, spellings in BACKGROUNDS[background].items():
        if folded(text) in map(folded, (value, *spellings)):
            return value
    raise ValueError(f"{background}: {text!r}")


@dataclass(frozen=True)
class Column:
    kind: str
    """A background, a question, "knows" or "id"."""
    insats: str = ""


def column(heading: str) -> Column | None:
    """What a heading says that its column is."""
    text = re.sub(r"^(q|fråga)?\d+", "", folded(heading))
    for id, names in HEADINGS.items():
        if text in map(folded, (id, *names)):
            return Column("knows" if id == "insats" else id)
        for insats in (*INSATSER, NONE) if id == "insats" else ():
            if text in {folded(f"{name}{insats}") for name in (id, *names)}:
                return Column("knows", insats)
    if text in map(folded, (MEETINGS, MEETINGS_TEXT)):
        return Column(MEETINGS)
    if text in map(folded, RESPONDENT):
        return Column("id")
    for id, wording in LOOPED.items():
        for name in (folded(id), folded(wording)):
            if text == name:
                return Column(id)
            for insats in INSATSER:
                if text in (name + folded(insats), folded(insats) + name):
                    return Column(id, insats)
    return None


def read_people(paths: list[Path]) -> list[Person]:
    """Those who answered something."""
    people = [person for path in paths for person in people_in(path)]
    return [person for person in people if person.answers]


def people_in(path: Path) -> list[Person]:
    text = decoded(path.read_bytes())
    tables = [table for separator in ";,\t" for table in with_one_heading(records(text, separator))]
    rows = max(tables, key=lambda table: sum(column(cell) is not None for cell in table[0]))
    columns = {place: found for place, cell in enumerate(rows[0]) if (found := column(cell))}
    one_row_a_block = any(c.kind in LOOPED and not c.insats for c in columns.values())
    people: dict[str, Person] = {}
    for number, row in enumerate(rows[1:]):
        cells = [(columns[i], cell.strip()) for i, cell in enumerate(row) if i in columns and cell.strip()]
        if not cells:
            continue
        id = next((cell for c, cell in cells if c.kind == "id"), "") if one_row_a_block else str(number)
        person = people.setdefault(id or f"rad {number}", Person())
        take(person, cells, next((cell for c, cell in cells if c.kind == "knows"), "") if one_row_a_block else None)
    return list(people.values())


def with_one_heading(rows: list[list[str]]) -> list[list[list[str]]]:
    """The rows as they are, and with the first two as one: what is above several columns belongs to each."""
    above, headings = "", list[str]()
    for place, heading in enumerate(rows[1]):
        above = (rows[0][place : place + 1] or [""])[0].strip() or above
        both = f"{above}: {heading}"
        headings.append(both if column(both) else heading)
    return [rows, [headings, *rows[2:]]]


def take(person: Person, cells: list[tuple[Column, str]], about: str | None) -> None:
    """The cells of a row. `about` is the insats that the whole row is about; None where columns say it."""
    row_is_about = next(iter(insatser_in(about)), "") if about is not None else ""
    for c, cell in cells:
        if c.kind == "knows":
            ticked = not c.insats or folded(cell) in ("1", "ja", "x", folded(c.insats))
            person.knows |= insatser_in(c.insats or cell) if ticked else set()
            person.has_said |= ticked
        elif c.kind in BACKGROUNDS:
            person.groups[c.kind] = group_in(c.kind, cell)
        elif c.kind == MEETINGS:
            person.meetings = label(cell, QUALITY, CODES_OF_QUALITY, NOT_THERE)
        elif c.kind in LOOPED:
            answer = label(cell, EXTENT, CODES, CANNOT_JUDGE)
            person.blocks.setdefault(c.insats or row_is_about, {})[c.kind] = answer
    for insats in person.knows:
        person.blocks.setdefault(insats, {})


# Counting.


@dataclass(frozen=True)
class Tally:
    """The answers about insatser to one question."""

    negative: int
    neither: int
    positive: int
    clearly: int
    cannot_judge: int
    people: int
    """Those whose answers the base is made of."""
    all_people: int = 0
    """With those who could judge nothing."""

    @property
    def base(self) -> int:
        return self.negative + self.neither + self.positive

    @property
    def all(self) -> int:
        return self.base + self.cannot_judge


Given = list[tuple[int, str]]
"""Answers with the number of the person who gave each."""


def tally(given: Given) -> Tally:
    classes = [EXTENT[answer] for _, answer in given if answer in EXTENT]
    return Tally(
        classes.count(NEGATIVE),
        classes.count(NEITHER),
        classes.count(POSITIVE) + classes.count(CLEARLY),
        classes.count(CLEARLY),
        sum(answer == CANNOT_JUDGE for _, answer in given),
        len({person for person, answer in given if answer in EXTENT}),
        len({person for person, _ in given}),
    )


def given(people: list[Person], question: str, insats: str = "", background: str = "", group: str = "") -> Given:
    """The answers about one insats or all of them, of one group or everybody."""
    return [
        (number, answers[question])
        for number, person in enumerate(people)
        if not background or person.groups.get(background) == group
        for about, answers in person.blocks.items()
        if answers.get(question) and (not insats or about == insats)
    ]


def groups_of(people: list[Person], background: str) -> list[str]:
    """In the questionnaire's order."""
    if background == "insats":
        return [insats for insats in INSATSER if any(insats in person.blocks for person in people)]
    return [group for group in BACKGROUNDS[background] if any(p.groups.get(background) == group for p in people)]


def looped_tallies(
    people: list[Person], background: str, question: str, promise: Promise, without_size: set[str]
) -> dict[str, Tally | None]:
    """Of each group; None where it is hidden: it tells of too few people, or of people of one mind, or it is not told how
    many they are, or it is the smallest shown where what is left would tell."""
    if promise.is_only_total(question):
        return dict.fromkeys(groups_of(people, background))
    parts = {
        group: given(people, question, insats=group)
        if background == "insats"
        else given(people, question, background=background, group=group)
        for group in groups_of(people, background)
    }
    limit = promise.limit(background)
    found = {group: tally(part) for group, part in parts.items()}
    shown = {
        group
        for group in found
        if min(len(members(people, background, group)), found[group].people) >= limit
        and not is_of_one_mind(parts[group], promise.attribute)
        and group not in without_size
    }
    everything = given(people, question)

    def is_unsafe_outside() -> bool:
        """Whether what is outside the groups is the answers of some, but too few or too much alike."""
        outside = list(everything)
        for group in shown:
            for pair in parts[group]:
                outside.remove(pair)
        judging = [pair for pair in outside if pair[1] in EXTENT]
        few = any(0 < len({number for number, _ in some}) < limit for some in (judging, outside))
        return few or bool(judging) and is_of_one_mind(judging, promise.attribute)

    while shown and is_unsafe_outside():
        shown.remove(min(shown, key=lambda group: (found[group].people, list(found).index(group))))
    return {group: found[group] if group in shown else None for group in found}


def is_of_one_mind(answers: Given, attribute: str) -> bool:
    """Whether at most one of the people, if they are few, has any answer of another kind than the rest."""
    judging = [(number, EXTENT[answer] in (POSITIVE, CLEARLY)) for number, answer in answers if answer in EXTENT]
    if len({number for number, _ in judging}) >= STRICT_BELOW:
        return False
    kinds = {UNFAVOURABLE: (True,), ALL: (True, False)}.get(attribute, ())
    return any(len({number for number, positive in judging if positive == kind}) <= 1 for kind in kinds)


def members(people: list[Person], background: str, group: str) -> list[Person]:
    if background == "insats":
        return [person for person in people if group in person.knows or group in person.blocks]
    return [person for person in people if person.groups.get(background) == group]


def is_known_to_be_right() -> list[str]:
    """One person who knows two insatser and one who knows one, worked out by hand."""
    both = Person({"MIA", "Lyra"}, blocks={"MIA": {"stöd": "Delvis"}, "Lyra": {"stöd": "Inte alls"}})
    one = Person({"MIA"}, blocks={"MIA": {"stöd": CANNOT_JUDGE}})
    found = tally(given([both, one], "stöd"))
    return [] if found == Tally(1, 0, 1, 0, 1, 1, 2) else [f"slingan: {found}"]
