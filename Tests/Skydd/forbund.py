"""Makes up förbund whose groups are small and whose answers are much alike: questionnaires, files of answers, and
the truth.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from people import Person, Survey
from published import Unit
from rules import Rules

PERIODS = ("2020", "2021")
LABELS = ("Nej", "Delvis", "Ja", "Ja, helt")
CLASS_NAMES = ("negativ", "varken eller", "positiv", "klart positiv")
NO_ANSWERS = ("", "Vet ej")
INSATSER = ("Aspen", "Björken", "Cedern", "Dunbjörken", "Eken", "Furan")
KON = ("Kvinna", "Man", "Annat")
CONTACTS = ("Arken", "Bron", "Cirkeln")
ROLES = ("Personal", "Styrelse", "Deltagare pågående", "Remittenter")
QUESTIONS = ("stöd", "tid", "plan", "makt", "mod")


@dataclass(frozen=True)
class Variable:
    id: str
    values: tuple[str, ...]
    small: str
    """As it is written in the questionnaire: `dölj`, `slå ihop` or with a name."""
    limit: int | None = None
    is_multiple: bool = False


@dataclass
class Questionnaire:
    id: str
    role: str
    rules: Rules
    variables: tuple[Variable, ...]
    questions: tuple[str, ...]

    def yaml(self) -> str:
        lines = [
            f"id: {self.id}",
            f"namn: Enkät {self.id}",
            f"respondentgrupp: {self.role}",
            f"minsta grupp: {self.rules.smallest}",
            f"nästan alla: {self.rules.attribute}",
            f"minsta osäkerhet: {self.rules.uncertainty}",
            f"huvudfrågor: [{self.questions[0]}]",
            "versioner:",
            *(f'  - {{ id: "{period}", gäller från: "{period}" }}' for period in PERIODS),
            "skalor:",
            "  grad:",
            *(
                f'    - {{ kod: {place}, text: "{label}", klass: {name} }}'
                for place, (label, name) in enumerate(zip(LABELS, CLASS_NAMES), 1)
            ),
            "    - { kod: 8, text: Vet ej, inget svar: vet ej }",
            "bakgrund:",
        ]
        for variable in self.variables:
            lines += [f"  - id: {variable.id}", f"    rubriker: [{variable.id.capitalize()}]"]
            lines += ["    flerval: ja"] if variable.is_multiple else []
            listed = variable.id == "kön" or variable.is_multiple
            lines.append(f"    värden: [{', '.join(variable.values)}]" if listed else "    värden: fria")
            lines += [f"    minsta grupp: {variable.limit}"] if variable.limit else []
            lines.append(f"    små grupper: {variable.small}")
        lines.append("frågor:")
        for number, question in enumerate(self.questions, 1):
            lines += [f"  - id: {question}", f'    text: "Hur är det med {question} i {self.id}?"', "    skala: grad"]
            lines += ["    bara totalt: ja"] if question in self.rules.only_total else []
            former = f"{{ nummer: {number}, jämförbar med: {question} }}"
            lines += ["    versioner:", f'      "2020": {{ nummer: {number} }}', f'      "2021": {former}']
        return "\n".join(lines) + "\n"

    def csv(self, people: list[Person], rng: random.Random) -> str:
        names = [variable.id for variable in self.variables]
        heads = [name.capitalize() for name in names] + [f"Hur är det med {q} i {self.id}?" for q in self.questions]
        lines = [";".join(heads)]
        for person in people:
            cells = [", ".join(sorted(person.groups[name])) for name in names]
            # Who answered nothing at all is no respondent, and so one question has to say that it was seen.
            silent = [rng.choice(NO_ANSWERS) for _ in self.questions]
            if all(person.answers[question] is None for question in self.questions):
                silent[0] = NO_ANSWERS[1]
            answers = [person.answers[question] for question in self.questions]
            cells += [silent[at] if answer is None else LABELS[answer] for at, answer in enumerate(answers)]
            lines.append(";".join(f'"{cell}"' if "," in cell else cell for cell in cells))
        return "\n".join(lines) + "\n"


@dataclass
class Forbund:
    seed: str
    questionnaires: dict[str, Questionnaire] = field(default_factory=dict)
    surveys: dict[Unit, Survey] = field(default_factory=dict)
    invited: dict[Unit, int] = field(default_factory=dict)

    def write(self, folder: Path) -> list[Path]:
        """The questionnaires and a folder a period, the newest first."""
        rng = random.Random(f"filer {self.seed}")
        forms = folder / "formular"
        forms.mkdir(parents=True, exist_ok=True)
        for questionnaire in self.questionnaires.values():
            (forms / f"{questionnaire.id}.yaml").write_text(questionnaire.yaml(), encoding="utf-8")
        folders = []
        for period in sorted({unit.period for unit in self.surveys}, reverse=True):
            place = folder / period
            place.mkdir(exist_ok=True)
            lines = [f"förbund: Slumpbygden {self.seed}", f"period: {period}", "konstruerade svar: ja", "enkäter:"]
            for unit, survey in self.surveys.items():
                if unit.period == period:
                    file = place / f"{unit.survey}.csv"
                    file.write_text(self.questionnaires[unit.survey].csv(survey.people, rng), encoding="utf-8")
                    lines += [f"  {unit.survey}:", f"    filer: [{file.name}]"]
                    lines += [f"    tillfrågade: {self.invited[unit]}"] if unit in self.invited else []
            (place / "matning.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
            folders.append(place)
        return folders


def later(forbund: Forbund, rng: random.Random) -> Forbund:
    """The same with answers that have come late, been taken away or been changed, in the newest period."""
    changed = copy.deepcopy(forbund)
    newest = max(unit.period for unit in changed.surveys)
    for unit, survey in changed.surveys.items():
        if unit.period != newest or rng.random() < 0.2:
            continue
        questionnaire, people = changed.questionnaires[unit.survey], survey.people
        late = rng.choice((0, 1, 1, 2, 4, 6, 9, 15))
        new = list(random_people(rng, questionnaire))[:late]
        for variable in questionnaire.variables:
            if rng.random() < 0.3 and new:
                # They come together, as from one insats.
                value = frozenset((rng.choice(variable.values),))
                new = [person._replace(groups=person.groups | {variable.id: value}) for person in new]
        people += new
        if rng.random() < 0.3:
            del people[: rng.choice((1, 1, 2, 6))]
        if rng.random() < 0.3:
            question = rng.choice(questionnaire.questions)
            for person in rng.sample(people, min(len(people), rng.choice((1, 2, 6)))):
                person.answers[question] = rng.choice((None, 0, 1, 2, 3))
        if rng.random() < 0.3:
            variable = rng.choice(questionnaire.variables)
            for person in rng.sample(people, min(len(people), rng.choice((1, 2, 6)))):
                person.groups[variable.id] = frozenset((rng.choice(variable.values),))
        if unit in changed.invited:
            changed.invited[unit] = max(changed.invited[unit], len(people))
    return changed


def made_up(seed: str) -> Forbund:
    rng = random.Random(f"skydd {seed}")
    forbund = Forbund(seed)
    for number in range(rng.choice((1, 1, 2))):
        questionnaire = random_questionnaire(rng, f"enkät{number + 1}" if number else "enkät")
        forbund.questionnaires[questionnaire.id] = questionnaire
        for period in PERIODS if rng.random() < 0.6 else PERIODS[1:]:
            unit = Unit(questionnaire.id, period)
            people = list(random_people(rng, questionnaire))
            several = frozenset(v.id for v in questionnaire.variables if v.is_multiple)
            forbund.surveys[unit] = Survey(unit, questionnaire.rules, people, questionnaire.role, several)
            if rng.random() < 0.7:
                forbund.invited[unit] = len(people) + rng.randint(0, 15)
    return forbund


def random_questionnaire(rng: random.Random, id: str) -> Questionnaire:
    questions = QUESTIONS[: rng.randint(2, 5)]
    smallest = rng.choice((5, 5, 5, 6, 8))
    small = ("dölj", "dölj", "slå ihop", "{ slå ihop till: Övriga insatser }")
    insats = Variable(
        "insats", INSATSER[: rng.randint(2, 6)], rng.choice(small), smallest + 5 if rng.random() < 0.15 else None
    )
    kon = Variable("kön", KON, rng.choice(("dölj", "slå ihop", "slå ihop")))
    variables = [insats, kon] if rng.random() < 0.8 else [rng.choice((insats, kon))]
    if rng.random() < 0.15:
        variables.append(Variable("kontakter", CONTACTS, rng.choice(small[:3]), is_multiple=True))
    rules = Rules(
        smallest,
        {v.id: v.limit for v in variables if v.limit},
        rng.choice(("ogynnsam", "ogynnsam", "alla", "ingen")),
        rng.choice((2, 2, 2, 3)),
        frozenset(questions[-1:] if rng.random() < 0.1 else ()),
    )
    return Questionnaire(id, rng.choice(ROLES) if id == "enkät" else "Chefer", rules, tuple(variables), questions)


def random_people(rng: random.Random, questionnaire: Questionnaire) -> Iterator[Person]:
    weights = {v.id: [rng.choice((0.15, 0.5, 1, 1, 2)) for _ in v.values] for v in questionnaire.variables}
    if "kön" in weights:
        weights["kön"] = [rng.choice((1, 2)), rng.choice((0.5, 1)), rng.choice((0, 0.05, 0.1, 0.2))]
    blank = {v.id: rng.choice((0, 0, 0.03, 0.1)) for v in questionnaire.variables}
    silence = {q: rng.choice((0, 0, 0.1, 0.4)) for q in questionnaire.questions}
    mood = {q: [rng.choice((0.1, 0.5, 1, 3)) for _ in LABELS] for q in questionnaire.questions}
    for _ in range(rng.randint(8, 60)):
        groups = {}
        for variable in questionnaire.variables:
            number = rng.choice((1, 1, 2, 3)) if variable.is_multiple else 1
            chosen = rng.choices(variable.values, weights[variable.id], k=number)
            groups[variable.id] = frozenset(chosen if rng.random() >= blank[variable.id] else ())
        yield Person(
            groups,
            {
                q: None if rng.random() < silence[q] else rng.choices(range(4), mood[q])[0]
                for q in questionnaire.questions
            },
        )
