"""Five ways in which figures that were each safe gave somebody away, and that they no longer do.

    python3 stories.py

Each story is made twice. First as a program that looks at one row at a time would have it: rows that are hidden only
for the sake of others are shown, and no workbook knows of the one before. There the attack must find the person.
Then with the register, as the program does it, where it must find nobody.
"""

from __future__ import annotations

import copy
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from attack import attacked, attacked_together, run, truth_of, without_complement
from forbund import KON, Forbund, Questionnaire, Variable
from people import Person, Survey
from published import Published, Unit, read_workbook
from rules import Rules

NO, PARTLY, YES, WHOLLY = range(4)
QUESTIONS = ("stöd", "tid")


def kon(small: str) -> Variable:
    return Variable("kön", KON, small)


def insats(small: str) -> Variable:
    return Variable("insats", (), small)


def people(number: int, answers: Iterable[int], **groups: str) -> list[Person]:
    """So many of the same groups, whose answers to both questions take turns."""
    turns = list(answers)
    return [
        Person(
            {name: frozenset(filter(None, value.split(", "))) for name, value in groups.items()},
            {question: turns[(at + shift) % len(turns)] for shift, question in enumerate(QUESTIONS)},
        )
        for at in range(number)
    ]


MIXED = (NO, PARTLY, YES, WHOLLY)


@dataclass
class Story:
    """Editions in order; each has the answers of one or two periods, and may have questionnaires of its own."""

    editions: list[Forbund] = field(default_factory=list)

    def tell(self, questionnaire: Questionnaire, **periods: list[Person]) -> None:
        """An edition; a period is named as år2021."""
        forbund = Forbund("berättelsen", {questionnaire.id: questionnaire})
        several = frozenset(v.id for v in questionnaire.variables if v.is_multiple)
        for name, answering in periods.items():
            unit = Unit(questionnaire.id, name.removeprefix("år"))
            forbund.surveys[unit] = Survey(unit, questionnaire.rules, answering, questionnaire.role, several)
        self.editions.append(forbund)


def form(*variables: Variable, attribute: str = "ogynnsam") -> Questionnaire:
    rules = Rules(higher={v.id: v.limit for v in variables if v.limit}, attribute=attribute)
    return Questionnaire("enkät", "Deltagare pågående", rules, variables, QUESTIONS)


def a_late_answer() -> Story:
    """Thirty answered, and the bilaga went to the board. Then one more answer came, and a new bilaga was made.
    Whoever has both subtracts one from the other, and reads what the thirty-first answered to every question.
    """
    story, form_of_all = Story(), form(kon("slå ihop"))
    first = people(18, MIXED, kön="Kvinna") + people(12, MIXED, kön="Man")
    story.tell(form_of_all, år2021=first)
    story.tell(form_of_all, år2021=first + people(1, (NO, NO), kön="Man"))
    return story


def a_group_split() -> Story:
    """Twelve took part in Eken. For the next bilaga the name was mended for three of them, who had been in Lönnen
    all along. Eken's row fell from twelve to nine, and the difference is the three.
    """
    story, form_of_all = Story(), form(insats("dölj"))
    others = people(20, MIXED, insats="Aspen")
    story.tell(form_of_all, år2021=others + people(9, MIXED, insats="Eken") + people(3, (NO, PARTLY), insats="Eken"))
    story.tell(form_of_all, år2021=others + people(9, MIXED, insats="Eken") + people(3, (NO, PARTLY), insats="Lönnen"))
    return story


def an_answer_moved() -> Story:
    """An answer from January had been counted in the wrong year. It was moved, and both years' tables changed by one
    answer.
    """
    story, form_of_all = Story(), form(kon("slå ihop"))
    then, now = people(16, MIXED, kön="Kvinna"), people(20, MIXED, kön="Kvinna")
    moved = people(1, (NO, NO), kön="Kvinna")
    story.tell(form_of_all, år2021=now, år2020=then + moved)
    story.tell(form_of_all, år2021=now + moved, år2020=then)
    return story


def merges_that_differ() -> Story:
    """Björken had twelve and Cedern three: they were shown as one, fifteen together. Next time the questionnaire no
    longer merged, and the same year's table showed Björken's twelve by themselves. Fifteen less twelve is Cedern's
    three.
    """
    story = Story()
    answers = (
        people(20, MIXED, insats="Aspen")
        + people(12, MIXED, insats="Björken")
        + people(3, (NO, PARTLY), insats="Cedern")
    )
    story.tell(form(insats("{ slå ihop till: Övriga insatser }")), år2021=answers)
    story.tell(form(insats("dölj")), år2021=answers)
    return story


def a_small_remainder() -> Story:
    """Eighty women, sixty men, and two who did not say. With the total shown, the two are what is left when women
    and men are taken away.
    """
    story = Story()
    answers = people(80, MIXED, kön="Kvinna") + people(60, MIXED, kön="Man") + people(2, (NO, NO), kön="")
    story.tell(form(kon("dölj")), år2021=answers)
    return story


def breakdowns_that_overlap() -> Story:
    """Everybody but three has had to do with Arken, and one may have to do with several. Total less Arken is the
    three, though each of them is in a large group too.
    """
    story = Story()
    contacts = Variable("kontakter", ("Arken", "Bron"), "dölj", is_multiple=True)
    answers = people(12, MIXED, kontakter="Arken") + people(9, MIXED, kontakter="Arken, Bron")
    answers += people(3, (NO, PARTLY), kontakter="Bron")
    story.tell(form(contacts), år2021=answers)
    return story


STORIES: dict[str, Callable[[], Story]] = {
    "ett sent svar": a_late_answer,
    "en grupp som delas": a_group_split,
    "ett svar som flyttas": an_answer_moved,
    "olika sammanslagning": merges_that_differ,
    "en liten rest, 80, 60 och 2": a_small_remainder,
    "indelningar som överlappar": breakdowns_that_overlap,
}

Told = tuple[dict[Unit, Survey], Published]


def told_without_memory(story: Story, folder: Path) -> list[Told]:
    """Each edition from its files alone, its rows hidden one by one."""
    given = []
    for number, forbund in enumerate(story.editions, 1):
        place = folder / str(number)
        folders = [f.name for f in forbund.write(place)]
        compared = ["--jamfor", folders[1]] if len(folders) > 1 else []
        arguments = ["--period", folders[0], *compared, "--till", "bilaga.ods", "--tyst", "--formular", "formular"]
        told = run(["rapport", "--ur", *folders, *arguments], place)
        if told.returncode != 0:
            raise RuntimeError(told.stderr)
        published = read_workbook(place / "bilaga.ods")
        surveys = copy.deepcopy(forbund.surveys)
        for survey in surveys.values():
            survey.regroup(published)
        given.append((surveys, without_complement(surveys, published)))
    return given


def told_with_register(story: Story, folder: Path) -> list[Told]:
    given, answers = [], []
    for number, forbund in enumerate(story.editions, 1):
        place = folder / f"upplaga{number}"
        folders = [f.name for f in forbund.write(place)]
        common = ["--register", "register.sqlite", "--formular", f"{place.name}/formular", "--tyst"]
        # What moves between periods must first leave the one that it was in.
        for period in reversed(folders):
            told = run(["importera", f"{place.name}/{period}", *(["--ersatt"] if number > 1 else []), *common], folder)
            if told.returncode != 0:
                raise RuntimeError(told.stderr)
        compared = ["--jamfor", folders[1]] if len(folders) > 1 else []
        told = run(["rapport", "--period", folders[0], *compared, "--till", f"bilaga{number}.ods", *common], folder)
        if told.returncode != 0:
            raise RuntimeError(told.stderr)
        answers.append(copy.deepcopy(forbund.surveys))
        published = read_workbook(folder / f"bilaga{number}.ods")
        given.append((truth_of(published, answers), published))
    return given


def found_in(given: list[Told]) -> list[str]:
    found = [str(line) for surveys, published in given for line in attacked(surveys, published)[0]]
    for first, second in zip(given, given[1:]):
        found += map(str, attacked_together(first, second))
    return found


def main() -> int:
    wrong = 0
    for name, make in STORIES.items():
        for way, tell in (("en rad i taget", told_without_memory), ("med skyddet", told_with_register)):
            folder = Path(tempfile.mkdtemp(prefix="bilaga-skydd-"))
            try:
                given = tell(make(), folder)
                found = found_in(given)
                missing = [unit for surveys, published in given for unit in published.units() if unit not in surveys]
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            is_right = bool(found) if tell is told_without_memory else not found and not missing
            wrong += not is_right
            print(f"{name}, {way}: {len(found)} röjs{'' if is_right else '   FEL'}{missing or ''}")
            for line in found[:2]:
                print(f"    {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
