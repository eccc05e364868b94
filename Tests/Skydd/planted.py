"""Plants what would give somebody away, and sees that the attack finds it.

python3 planted.py [FIRST [COUNT]]
"""

from __future__ import annotations

import copy
import random
import shutil
import sys
import tempfile
import zipfile
from collections import Counter
from fractions import Fraction
from pathlib import Path

from accounted import HIDDEN, NUMBER, Account
from attack import attacked, attacked_together, truth_of, without_complement, workbook_of
from facts import CHANGES, MINUS, SHARES
from forbund import Forbund, later, made_up
from interference import differences
from ods_reader import Cell
from published import Place, Published, Unit, read_workbook
from rules import TOTAL


def shown_again(forbund: Forbund, published: Published) -> Published | None:
    """One row that is hidden only for what else could be worked out with it."""
    bare = without_complement(forbund.surveys, published)
    for place, figures in bare.figures.items():
        if figures != published.figures[place]:
            return Published(published.figures | {place: figures}, published.sheets, published.texts)
    return None


def with_cell(published: Published, heading: str, text: str) -> Published | None:
    """A figure or a mark in a cell of a row that is hidden."""
    for name, rows in published.sheets.items():
        for line, row in enumerate(rows):
            head = next((r for r in rows if heading in [c.text for c in r]), None)
            if name not in ("Data", "Källor") and head and len(row) == len(head):
                at = [cell.text for cell in head].index(heading)
                if row[at].text == HIDDEN and "Fråga" in [c.text for c in head]:
                    changed = copy.deepcopy(published)
                    changed.sheets[name][line][at] = Cell(text, text)
                    return changed
    return None


def with_truth(forbund: Forbund, published: Published, heading: str) -> Published | None:
    """The true shares of a row that is too small, or its change since a year that is shown."""
    for name, rows in published.sheets.items():
        survey = next((s for s in forbund.surveys.values() if name.startswith(f"{s.role} per ")), None)
        head = next((at for at, row in enumerate(rows) if heading in [c.text for c in row]), None)
        if survey is None or head is None:
            continue
        columns = [cell.text for cell in rows[head]]
        for line, row in enumerate(rows[head + 1 :], head + 1):
            if len(row) < len(columns) or row[columns.index(heading)].text != HIDDEN:
                continue
            unit = survey.unit._replace(period=row[columns.index("År")].text)
            question = next(q for (s, q), text in published.texts.items() if s == unit.survey and text in row[1].text)
            breakdown, group = published.breakdown_of(unit.survey, survey.role, name), row[0].text
            size, counts = forbund.surveys[unit].breakdown(breakdown).row(group, question)
            if not 0 < counts.base <= size < survey.rules.limit(breakdown):
                continue
            told: dict[str, str] = {}
            if heading in CHANGES:
                then = published.counts(Place(Unit(unit.survey, "2020"), breakdown, group, question))
                if unit.period != "2021" or then is None:
                    continue
                change = Fraction(counts.of((2, 3)), counts.base) - Fraction(then.of((2, 3)), then.base)
                points = int(abs(change) * 100 + Fraction(1, 2)) * (1 if change >= 0 else -1)
                told[heading] = f"{MINUS if points < 0 else '+'}{abs(points)}"
            else:
                told = {
                    h: f"{(200 * counts.of(c) + counts.base) // (2 * counts.base)}\u00a0%" for h, c in SHARES.items()
                }
            changed = copy.deepcopy(published)
            for column, text in told.items():
                changed.sheets[name][line][columns.index(column)] = Cell(text, text)
            return changed
    return None


def with_another_word(file: Path) -> Path:
    """The same workbook but for a word outside Data, as if it hung on what is hidden."""
    other = file.with_name("annan.ods")
    with zipfile.ZipFile(file) as package, zipfile.ZipFile(other, "w") as changed:
        for name in package.namelist():
            part = package.read(name)
            changed.writestr(name, part.replace("Mätperiod".encode(), "Tidsperiod".encode(), 1))
    return other


def with_sentence(published: Published) -> Published:
    """A note that tells a number that no figure gives."""
    changed = copy.deepcopy(published)
    numbers = {
        int(n)
        for rows in published.sheets.values()
        for row in rows
        for c in row
        for n in NUMBER.findall(c.text)
        if len(n) < 9
    }
    number = next(n for n in range(150, 999) if n not in numbers)
    changed.sheets["Anmärkningar"].append(
        [Cell("[not 99]", "[not 99]"), Cell("Alla", "Alla"), Cell("", f"{number} svarade på fråga 2.")]
    )
    return changed


def tried(seed: str, tally: Counter[str], missed: list[str]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="bilaga-skydd-"))
    try:
        forbund = made_up(seed)
        file, refusal = workbook_of(forbund, folder)
        if refusal:
            missed.append(f"{seed}: {refusal}")
            return
        published = read_workbook(file)
        for survey in forbund.surveys.values():
            survey.regroup(published)
        roles = {questionnaire.role: questionnaire.id for questionnaire in forbund.questionnaires.values()}

        def found(name: str, is_found: bool) -> None:
            tally[name] += 1
            if not is_found:
                missed.append(f"{seed}: {name}")

        if attacked(forbund.surveys, published)[0] or list(Account(published, roles).faults()):
            missed.append(f"{seed}: något röjs utan att något är planterat")
        again = shown_again(forbund, published)
        if again is not None:
            # A row may be one of several that would do, and then others keep the secret.
            tally["en kompletterande rad visad, röjer"] += bool(attacked(forbund.surveys, again)[0])
            tally["en kompletterande rad visad"] += 1
        for name, heading, text in (
            ("antal i en skyddad rad", "Antal svar", "7"),
            ("andel i en skyddad rad", "Positivt", "43\u00a0%"),
            ("förändring i en skyddad rad", "Förändring positivt", "+4"),
            ("skäl i en skyddad rad", "Negativt", "[alla eller nästan alla]"),
            ("omdöme i en skyddad rad", "Slumpen", "för få svar att bedöma"),
        ):
            changed = with_cell(published, heading, text)
            if changed is not None:
                found(name, any(text in fault for fault in Account(changed, roles).faults()))
        for name, heading in (("andelar", "Negativt"), ("förändringen", "Förändring positivt")):
            changed = with_truth(forbund, published, heading)
            if changed is not None:
                tally[f"{name} av en liten rad, röjer"] += bool(attacked(forbund.surveys, changed)[0])
                tally[f"{name} av en liten rad"] += 1
        in_note = Account(with_sentence(published), roles).faults()
        found("antal i en anmärkning", any("svarade på fråga 2." in fault for fault in in_note))
        found("ett ord som hänger på det dolda", bool(differences(file, with_another_word(file))))
        late = later(forbund, random.Random(f"planterat {seed}"))
        shutil.rmtree(folder)
        file, refusal = workbook_of(late, folder)
        newer = read_workbook(file)
        units = [unit for unit, survey in late.surveys.items() if is_told_by_few(forbund, late, unit, published, newer)]
        if units:
            answers = [copy.deepcopy(forbund.surveys), copy.deepcopy(late.surveys)]
            both = (truth_of(published, answers[:1]), published), (truth_of(newer, answers[1:]), newer)
            found("en äldre upplaga", bool(attacked_together(*both)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def is_told_by_few(forbund: Forbund, late: Forbund, unit, published: Published, newer: Published) -> bool:
    """Whether the totals alone tell of one to four answers that have come, and of none that have gone."""
    then, now = forbund.surveys[unit], late.surveys[unit]
    for place in published.figures:
        if place.unit == unit and place.breakdown == TOTAL and place.question:
            a, b = published.counts(place), newer.counts(place)
            if a is not None and b is not None:
                steps = [y - x for x, y in zip(a, b)]
                people = [p for p in then.people if p in now.people]
                if min(steps) >= 0 and 0 < sum(steps) < then.rules.smallest and len(people) == len(then.people):
                    return True
    return False


def main(first: str = "1", count: str = "30") -> int:
    tally: Counter[str] = Counter()
    missed: list[str] = []
    for seed in range(int(first), int(first) + int(count)):
        tried(str(seed), tally, missed)
    print("\n".join(missed[:20]))
    for name, number in tally.items():
        print(f"{name}: {number}")
    wanted = {
        "en kompletterande rad visad, röjer",
        "andelar av en liten rad, röjer",
        "förändring i en skyddad rad",
        "skäl i en skyddad rad",
        "en äldre upplaga",
    }
    return 1 if missed or not all(tally[name] for name in wanted) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
