"""Attacks finished workbooks of made-up förbund.

    python3 attack.py COUNT [--fran SEED] [--behåll FOLDER] [--utan-komplement] [--upplagor] [--i PROCESSES]

Every tenth förbund is also given out several times, as answers come and go; with --upplagor every one, and nothing
else.
"""

from __future__ import annotations

import argparse
import copy
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from multiprocessing import Pool
from pathlib import Path

from accounted import Account
from cost import Cost, cost_of
from joint_editions import Editions
from equations import Attacker
from facts import told_facts
from forbund import Forbund, later, made_up
from interference import another_world, differences
from judge import Disclosure, Judge
from people import Survey
from published import MEASURES, Place, Published, Unit, read_workbook
from rules import TOTAL

PROJECT = Path(__file__).resolve().parents[2]


@dataclass
class Outcome:
    seed: str
    disclosures: list[str] = field(default_factory=list)
    bare: int = 0
    """Disclosures where complementary suppression is undone."""
    rows: int = 0
    editions: int = 0
    judged: int = 0
    solved: int = 0
    refused: str = ""
    cost: Cost = field(default_factory=Cost)
    worlds: str = ""
    """Whether other answers with the same Data were tried: `samma` workbook, `andra rader` hidden, or none."""


def program() -> str:
    return os.environ.get("BILAGA_PROGRAM", str(PROJECT / ".build/release/bilaga"))


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {"BILAGA_HEM": str(PROJECT), "PATH": "/usr/bin:/bin", "HOME": str(folder)}
    return subprocess.run(
        [program(), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def workbook_of(forbund: Forbund, folder: Path) -> tuple[Path, str]:
    """The workbook, or what the program said when it would not make it."""
    folders = [place.name for place in forbund.write(folder)]
    compared = ["--jamfor", folders[1]] if len(folders) > 1 else []
    told = run(
        ["rapport", "--ur", *folders, "--period", folders[0], *compared, "--till", "bilaga.ods", "--tyst",
         "--formular", "formular"], folder,
    )  # fmt: skip
    return folder / "bilaga.ods", "" if told.returncode == 0 else f"{told.returncode}: {told.stderr}"


def attacked(surveys: dict[Unit, Survey], published: Published) -> tuple[list[Disclosure], int, int]:
    """Disclosures, how many counts were judged, and how many programs were solved."""
    several = {unit.survey: survey.multiple for unit, survey in surveys.items()}
    with_rest = {(unit, b): merged.has_rest for unit, survey in surveys.items() for b, merged in survey.merged.items()}
    roles = {survey.role: unit.survey for unit, survey in surveys.items()}
    attacker = Attacker(published, several, with_rest, told_facts(published, roles))
    found: list[Disclosure] = []
    judged = solved = 0
    for unit in published.units():
        if unit in surveys:
            judge = Judge(attacker, surveys[unit])
            found += judge.disclosures()
            judged += judge.counts_judged
            solved += judge.solved
    return found, judged, solved


def attacked_together(
    first: tuple[dict[Unit, Survey], Published], second: tuple[dict[Unit, Survey], Published]
) -> list[Disclosure]:
    """What two workbooks tell of the periods that both have."""
    found: list[Disclosure] = []
    for unit in first[1].units():
        if unit in first[0] and unit in second[0] and unit in second[1].units():
            surveys = first[0][unit], second[0][unit]
            several = {unit.survey: surveys[0].multiple}
            attackers = tuple(
                Attacker(p, several, {(unit, b): merged.has_rest for b, merged in s.merged.items()})
                for (_, p), s in zip((first, second), surveys)
            )
            found += Editions(attackers, surveys).disclosures()
    return found


def truth_of(published: Published, surveys: list[dict[Unit, Survey]]) -> dict[Unit, Survey]:
    """Of each period the answers that a workbook was made of: the newest, or those of an edition that it stands by."""
    found = {}
    for unit in published.units():
        for candidates in reversed(surveys):
            if unit in candidates and is_of(published, candidates[unit]):
                found[unit] = copy.deepcopy(candidates[unit])
                found[unit].regroup(published)
                break
    return found


def is_of(published: Published, survey: Survey) -> bool:
    """Whether the totals are those of these answers."""
    totals = [p for p in published.figures if p.unit == survey.unit and p.breakdown == TOTAL]
    rows = [(published.counts(p), survey.total(p.question)) for p in totals if p.question]
    size = published.respondents(Place(survey.unit, TOTAL, "Totalt"))
    return size in (None, len(survey.people)) and all(shown in (None, true) for shown, true in rows)


def attempt_editions(job: tuple[str, str | None, bool]) -> Outcome:
    """Several workbooks of the same period, each made after answers have come or gone."""
    seed, keep, _ = job
    outcome = Outcome(seed)
    rng = random.Random(f"upplagor {seed}")
    forbund = made_up(seed)
    folder = Path(tempfile.mkdtemp(prefix="bilaga-skydd-"))
    given: list[tuple[dict[Unit, Survey], Published]] = []
    answers: list[dict[Unit, Survey]] = []
    try:
        for edition in range(1, rng.choice((3, 3, 4))):
            place = folder / f"upplaga{edition}"
            folders = forbund.write(place)
            common = ["--register", "register.sqlite", "--formular", f"{place.name}/formular", "--tyst"]
            commands = [
                ["importera", f"{place.name}/{f.name}", *(["--ersatt"] if edition > 1 else []), *common]
                for f in (folders if edition == 1 else folders[:1])
            ]
            compared = ["--jamfor", folders[1].name] if len(folders) > 1 else []
            commands.append(
                ["rapport", "--period", folders[0].name, *compared, "--till", f"bilaga{edition}.ods", *common]
            )
            for command in commands:
                told = run(command, folder)
                if told.returncode != 0 and not outcome.refused:
                    outcome.refused = f"{' '.join(command)}: {told.returncode}: {told.stderr}"
            if outcome.refused:
                break
            answers.append(copy.deepcopy(forbund.surveys))
            published = read_workbook(folder / f"bilaga{edition}.ods")
            given.append((truth_of(published, answers), published))
            outcome.rows += len(published.figures)
            outcome.editions += 1
            forbund = later(forbund, rng)
        for edition, (surveys, published) in enumerate(given, 1):
            unknown = [unit for unit in published.units() if unit not in surveys]
            outcome.disclosures += [f"upplaga {edition}: {unit} är inte några av svaren" for unit in unknown]
            found, judged, solved = attacked(surveys, published)
            outcome.judged, outcome.solved = outcome.judged + judged, outcome.solved + solved
            outcome.disclosures += [f"upplaga {edition}: {line}" for line in found]
        for (i, first), (j, second) in combinations(enumerate(given, 1), 2):
            outcome.disclosures += [f"upplaga {i} och {j}: {line}" for line in attacked_together(first, second)]
        if keep and (outcome.disclosures or outcome.refused):
            shutil.copytree(folder, Path(keep) / f"upplagor-{seed}", dirs_exist_ok=True)
            text = "\n".join([outcome.refused, *outcome.disclosures])
            (Path(keep) / f"upplagor-{seed}" / "fynd.txt").write_text(text, encoding="utf-8")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


def without_complement(surveys: dict[Unit, Survey], published: Published) -> Published:
    """The workbook as it would be if only the primary rules hid rows: the others, as the answers give them."""
    bare = Published(dict(published.figures), published.sheets, published.texts)
    for place, figures in published.figures.items():
        survey = surveys.get(place.unit)
        if survey is None or (place.question and set(MEASURES) - figures.keys()):
            continue
        rules, question = survey.rules, place.question
        if place.breakdown == TOTAL:
            size, counts = len(survey.people), survey.total(question)
        else:
            size, counts = survey.breakdown(place.breakdown).row(place.group, question)
        if question and published.counts(place) is None and not rules.hides(place.breakdown, question, size, counts):
            values = (counts.negative, counts.neither, counts.positive + counts.clearly, counts.clearly)
            bare.figures[place] = figures | {m: (v, counts.base) for m, v in zip(MEASURES, values)}
        elif not question and published.respondents(place) is None and size >= rules.limit(place.breakdown):
            bare.figures[place] = figures | {"svar": (size, None)}
    return bare


def attempt(job: tuple[str, str | None, bool]) -> Outcome:
    seed, keep, is_bare = job
    outcome = Outcome(seed)
    forbund = made_up(seed)
    folder = Path(tempfile.mkdtemp(prefix="bilaga-skydd-"))
    try:
        file, refusal = workbook_of(forbund, folder)
        if refusal:
            outcome.refused = refusal
        else:
            published = read_workbook(file)
            for survey in forbund.surveys.values():
                survey.regroup(published)
            found, outcome.judged, outcome.solved = attacked(forbund.surveys, published)
            roles = {questionnaire.role: questionnaire.id for questionnaire in forbund.questionnaires.values()}
            outcome.disclosures = [*map(str, found), *Account(published, roles).faults()]
            outcome.rows = len(published.figures)
            outcome.cost = cost_of(forbund.surveys, published)
            outcome.disclosures += interfering(forbund, published, folder, outcome)
            if is_bare:
                outcome.bare = len(attacked(forbund.surveys, without_complement(forbund.surveys, published))[0])
        if keep and (outcome.disclosures or outcome.refused):
            shutil.copytree(folder, Path(keep) / seed, dirs_exist_ok=True)
            (Path(keep) / seed / "fynd.txt").write_text("\n".join([outcome.refused, *outcome.disclosures]))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


def attempt_both(job: tuple[str, str | None, bool]) -> Outcome:
    outcome = attempt(job)
    if int(job[0]) % 10 == 0:
        several = attempt_editions(job)
        outcome.editions = several.editions
        outcome.disclosures += several.disclosures
        outcome.refused = outcome.refused or several.refused
        outcome.judged, outcome.solved = outcome.judged + several.judged, outcome.solved + several.solved
    return outcome


def interfering(forbund: Forbund, published: Published, folder: Path, outcome: Outcome) -> list[str]:
    """What the workbook tells beside its figures, by the workbook of other answers that have the same."""
    other = another_world(forbund, published, random.Random(f"värld {forbund.seed}"))
    if other is None:
        return []
    place = folder / "värld"
    file, refusal = workbook_of(other, place)
    if refusal:
        return [f"andra svar med samma siffror: {refusal}"]
    found = differences(folder / "bilaga.ods", file)
    outcome.worlds = "andra rader" if found is None else "samma"
    return [f"skiljer sig fast Data är lika: {line}" for line in found or ()]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int)
    parser.add_argument("--fran", type=int, default=1)
    parser.add_argument("--behåll")
    parser.add_argument("--utan-komplement", action="store_true")
    parser.add_argument("--upplagor", action="store_true")
    parser.add_argument("--i", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    seeds = [str(seed) for seed in range(given.fran, given.fran + given.count)]
    started = time.monotonic()
    jobs = [(seed, given.behåll, given.utan_komplement) for seed in seeds]
    leaking = bare = refused = judged = solved = rows = editions = 0
    cost = Cost()
    worlds: Counter[str] = Counter()
    with Pool(given.i) as pool:
        for outcome in pool.imap(attempt_editions if given.upplagor else attempt_both, jobs, chunksize=4):
            judged, solved, rows = judged + outcome.judged, solved + outcome.solved, rows + outcome.rows
            cost += outcome.cost
            editions += outcome.editions
            bare += outcome.bare > 0
            worlds[outcome.worlds] += 1
            if outcome.refused:
                refused += 1
                print(f"{outcome.seed}: rapporten vägrade: {outcome.refused[:600]}")
            if outcome.disclosures:
                leaking += 1
                print(f"{outcome.seed}: {len(outcome.disclosures)} röjs")
                for line in outcome.disclosures[:3]:
                    print(f"    {line}")
    seconds = time.monotonic() - started
    print(
        f"{given.count} förbund, {rows} rader, {editions} upplagor, "
        f"{judged} skyddade antal prövade, {solved} lösta program, "
        f"{seconds:.0f} s: {leaking} förbund röjer något, {refused} vägrades"
    )
    if not given.upplagor:
        print(
            f"andra svar med samma Data: {worlds['samma']} förbund jämförda, "
            f"{worlds['andra rader']} där andra rader döljs, "
            f"{worlds['']} där ingen kan byta svar"
        )
        print(cost.table())
    if given.utan_komplement:
        print(f"utan kompletterande skydd: {bare} förbund röjer något")
        if 2 * bare < given.count:
            print("angreppet hittar för lite där skyddet är borttaget")
            return 1
    return 1 if leaking or refused else 0


if __name__ == "__main__":
    sys.exit(main())
