"""Compares a workbook of the medarbetarenkät with a second computation from its files.

    python3 medarbetarna.py WORKBOOK FOLDER [FOLDER]
    python3 medarbetarna.py --bunt LISTFILE
    python3 medarbetarna.py --publicerat FOLDER

FOLDER is a year's. A line of LISTFILE is a workbook and its folders, separated by tabs. Prints one line per difference and ends with 1, or the number of equal figures and ends with 0. With
--publicerat every year below FOLDER is compared with what was published of 2016 to 2018.
"""

from __future__ import annotations

import sys
from fractions import Fraction
from pathlib import Path

from andra_berakningen import jobs
from cells import Outcome, as_text
from data_owed import ALL_SILENT, KINDS
from data_sheet import DataRow, agrees, data_rows, described, plain_keys, wanted
from figures import Hides, percent, rules_alone
from instruments import CLEARLY, POSITIVE
from loops import INSATSER, QUALITY, Person, given, is_known_to_be_right, read_people, tally
from loops_owed import BREAKDOWNS, ID, Year, Years, loop_data, loop_tables
from ods_reader import read_sheets
from promises import OWN, read_promises
from mask import mask_of
from proof import Proof
from survey_folder import parsed_yaml
from tables_compared import table_problems

# Per cent of all answers, "kan inte bedöma" among them.
SUPPORT = {2016: 83, 2017: 77, 2018: 88}
COOPERATION = {2016: (46, 37), 2017: (44, 31), 2018: (59, 27)}
"""I hög utsträckning, and delvis."""
STEPS = {2016: 80, 2017: 72, 2018: 89}
ANSWERED_AND_KNEW = {2016: (None, 182), 2017: (264, 212), 2018: (248, 188)}
OF_INSATSER_2018 = {
    ("stöd", "HälsoSam"): 84,
    ("samverkan", "HälsoSam"): 71,
    ("stegförflyttning", "HälsoSam"): 84,
    ("samverkan", "Lyra"): 89,
    ("samverkan", "MIA"): 86,
    ("stöd", "MIA"): 84,
    ("samverkan", "START"): 91,
    ("samverkan", "UPIS"): 94,
    ("stegförflyttning", "HUVAS"): 95,
}
NEW_2017 = 26
"""Per cent who had been employed for less than a year."""
MEETINGS_2017 = 90


def read_year(folder: Path, hides: Hides = rules_alone) -> tuple[int, Year]:
    declared = parsed_yaml((folder / "matning.yaml").read_text(encoding="utf-8"))
    surveys = declared["enkäter"]
    survey = surveys[ID] if isinstance(surveys, dict) else {}
    if not isinstance(survey, dict):
        raise ValueError(f"{folder}: {ID}")
    files = survey["filer"]
    paths = [folder / name for name in (files if isinstance(files, list) else [str(files)])]
    asked = survey.get("tillfrågade")
    period, invited = int(str(declared["period"])), int(asked) if isinstance(asked, str) else None
    return period, Year(period, read_people(paths), invited, read_promises(OWN)[ID], hides)


def shares(people: list[Person], question: str, insats: str = "") -> tuple[int, int, int]:
    """Per cent of all answers: to a high degree, partly, and both."""
    found = tally(given(people, question, insats))
    counts = (found.clearly, found.positive - found.clearly, found.positive)
    return tuple(percent(Fraction(count, found.all)) for count in counts)  # type: ignore[return-value]


def published_differences(years: Years) -> list[str]:
    found: dict[str, tuple[object, object]] = {}
    for period, year in years.items():
        people = year.people
        knew = sum(bool(person.blocks) for person in people)
        answered, known = ANSWERED_AND_KNEW[period]
        found[f"{period}: svarande"] = (len(people), answered or len(people))
        found[f"{period}: känner till"] = (knew, known)
        found[f"{period}: stöd"] = (shares(people, "stöd")[2], SUPPORT[period])
        found[f"{period}: samverkan"] = (shares(people, "samverkan")[:2], COOPERATION[period])
        found[f"{period}: stegförflyttning"] = (shares(people, "stegförflyttning")[2], STEPS[period])
    for (question, insats), owed in OF_INSATSER_2018.items():
        found[f"2018: {insats}, {question}"] = (shares(years[2018].people, question, insats)[2], owed)
    people = years[2017].people
    new = sum(person.groups.get("anställningstid") == "Mindre än ett år" for person in people)
    found["2017: nyanställda"] = (percent(Fraction(new, len(people))), NEW_2017)
    answers = [QUALITY[person.meetings] for person in people if person.meetings in QUALITY]
    good = sum(answer in (POSITIVE, CLEARLY) for answer in answers)
    found["2017: frukostmöten"] = (percent(Fraction(good, len(answers))), MEETINGS_2017)
    return [f"{name}: {have}, men publicerat är {owed}" for name, (have, owed) in found.items() if have != owed]


def compared(workbook: Path, folders: list[Path]) -> Outcome:
    sheets = read_sheets(workbook)
    mask = mask_of(sheets["Data"])
    years = dict(sorted((read_year(folder, mask.hides) for folder in folders), reverse=True, key=lambda year: year[0]))
    outcome = Outcome(0, [])
    for year in years.values():
        found = list(Proof([year.table(name) for name in ("total", *BREAKDOWNS)], mask).problems())
        outcome.equal += found.count(None)
        outcome.differences += [problem for problem in found if problem]
    for table in loop_tables(years):
        problems = list(table_problems(sheets[table.sheet], table)) if table.sheet in sheets else [f"{table.sheet} saknas"]
        outcome.equal += problems.count(None)
        outcome.differences += [problem for problem in problems if problem]
    owed = plain_keys(loop_data(years))
    rows = [row for row in data_rows(sheets["Data"]) if isinstance(row, DataRow)]
    rows = [row for row in rows if row.key.survey == ID and row.key.measure not in (*KINDS, ALL_SILENT)]
    rows = [row for row in rows if row.key.period in years]
    for row in rows:
        figure = owed.pop(row.key, None)
        if figure is None:
            outcome.differences.append(f"Data rad {row.line}: {described(row.key)}: ska inte finnas")
        elif not agrees(figure, row.cells):
            shown = " | ".join(as_text(cell) for cell in row.cells)
            outcome.differences.append(f"Data rad {row.line}: {described(row.key)}: {shown}, ska vara {wanted(figure)}")
        else:
            outcome.equal += 1
    outcome.differences += [f"Data: {described(key)}: saknas, ska vara {wanted(owed[key])}" for key in owed]
    return outcome


def main(arguments: list[str]) -> int:
    wrong = is_known_to_be_right()
    if arguments[0] == "--publicerat":
        folders = sorted(folder for folder in Path(arguments[1]).iterdir() if folder.name.isdigit())
        wrong += published_differences(dict(map(read_year, folders)))
        print(*(wrong or [f"allt som publicerades om {', '.join(INSATSER)} stämmer"]), sep="\n")
        return 1 if wrong else 0
    equal = 0
    for workbook, folders in jobs(arguments):
        outcome = compared(workbook, folders)
        equal += outcome.equal
        wrong += [f"{workbook}: {difference}" for difference in outcome.differences]
    print(*(wrong or [f"{equal} figurer lika"]), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
