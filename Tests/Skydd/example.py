"""Attacks the example's workbook, and says what its protection costs.

python3 example.py
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from attack import PROJECT, attacked, run, without_complement
from cost import cost_of
from people import Person, Survey
from published import Unit, read_workbook
from rules import CLEARLY, NEGATIVE, NEITHER, POSITIVE, Rules

import instruments  # isort: skip  # of Tests/Oberoende, which published.py put on the path
import survey_folder  # isort: skip

CLASSES = {
    instruments.NEGATIVE: NEGATIVE,
    instruments.NEITHER: NEITHER,
    instruments.POSITIVE: POSITIVE,
    instruments.CLEARLY: CLEARLY,
}


def rules_of(folder: Path) -> dict[str, Rules]:
    """As the program shows the questionnaires."""
    found = {}
    for id in ("personal", "styrelse", "chefer", "deltagare-pagaende", "deltagare-avslut"):
        told = json.loads(run(["formular", id, "--som", "json"], folder).stdout)
        form = told[0] if isinstance(told, list) else told
        higher = {variable["id"]: variable["minsta grupp"] for variable in form["bakgrund"]}
        found[id] = Rules(form["minsta grupp"], higher, form["nästan alla"], form["minsta osäkerhet"])
    return found


def surveys_of(rules: dict[str, Rules]) -> dict[Unit, Survey]:
    surveys = {}
    for measurement in survey_folder.read_measurements([PROJECT / f"Surveys/exempel/{year}" for year in (2021, 2020)]):
        for answered in measurement.surveys:
            form = answered.instrument
            scales = {question.id: question.scale for question in form.asked(answered.period)}
            people = [
                Person(
                    {name: frozenset(person.groups.get(name, ())) for name in form.backgrounds},
                    {id: CLASSES.get(scale.get(person.answers.get(id, ""), "")) for id, scale in scales.items()},
                )
                for person in answered.respondents
            ]
            unit = Unit(form.id, str(answered.period))
            surveys[unit] = Survey(unit, rules[form.id], people, form.sheet)
    return surveys


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="bilaga-skydd-"))
    try:
        told = run(["exempel", "--till", "."], folder)
        if told.returncode != 0:
            print(told.stderr)
            return 1
        published = read_workbook(folder / "bilaga-exempel.ods")
        surveys = surveys_of(rules_of(folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for survey in surveys.values():
        survey.regroup(published)
    found, judged, _ = attacked(surveys, published)
    bare = attacked(surveys, without_complement(surveys, published))[0]
    print("\n".join(map(str, found)))
    print(f"exemplet: {judged} skyddade antal prövade, {len(found)} röjs; utan kompletterande skydd {len(bare)}")
    print(cost_of(surveys, published).table())
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
