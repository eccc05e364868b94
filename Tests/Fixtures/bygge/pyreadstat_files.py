"""pyreadstat: SPSS files with labels, missing values and names of every kind."""

from __future__ import annotations

from typing import Any

import pandas
import pyreadstat

from .case import KNOWN_SOURCE, Case
from .folder import Folder
from .svar import ANSWERS, COLUMNS, HEADINGS, INSATSER, KON_CODES, QUESTIONS, email

TOOL = "pyreadstat"
MISSING = -9
UNKNOWN = "X"
"""Stands for no answer where kön is text."""
LONG_NAMES = {
    "datum": "Svarsdatum_enligt_systemet",
    "insats": "Vilken_insats_arbetar_du_i",
    "kön": "Könstillhörighet",
    **{q.id: f"Fråga_{q.number:02}_{q.id}_åäö_ÅÄÖ_så_långt_som_ett_namn_får_vara_64"[:50] for q in QUESTIONS},
    "kommentar": "Övriga_synpunkter_i_fritext",
    "epost": "E_postadress_till_den_svarande",
}


def frame(*, blank: int | None = None, kon_as_text: bool = False, insats_as_text: bool = True) -> pandas.DataFrame:
    """The answers with codes. A blank answer is system-missing, or the number `blank`."""
    data: dict[str, Any] = {"datum": [a.day for a in ANSWERS]}
    if insats_as_text:
        data["insats"] = [a.insats for a in ANSWERS]
    else:
        data["insats"] = [float(INSATSER.index(a.insats) + 1) if a.insats else None for a in ANSWERS]
    codes = {label: code for code, label in KON_CODES.items()}
    if kon_as_text:
        data["kön"] = [a.kon[:1] or UNKNOWN for a in ANSWERS]
    else:
        data["kön"] = [float(codes[a.kon]) if a.kon else None for a in ANSWERS]
    for place, question in enumerate(QUESTIONS):
        given = [a.codes[place] for a in ANSWERS]
        data[question.id] = [float(code) if code else blank for code in given]
    data["kommentar"] = [a.comment for a in ANSWERS]
    data["epost"] = [email(number) for number in range(1, len(ANSWERS) + 1)]
    return pandas.DataFrame({name: data[name] for name in COLUMNS})


def value_labels(*, kon_as_text: bool = False, insats_as_text: bool = True) -> dict[str, dict[Any, str]]:
    labels: dict[str, dict[Any, str]] = {
        q.id: {float(code): label for code, label in q.scale.items()} for q in QUESTIONS
    }
    if kon_as_text:
        labels["kön"] = {label[:1]: label for label in KON_CODES.values()} | {UNKNOWN: "Uppgift saknas"}
    else:
        labels["kön"] = {float(code): label for code, label in KON_CODES.items()}
    if not insats_as_text:
        labels["insats"] = {float(place): label for place, label in enumerate(INSATSER, 1)}
    return labels


def write(path, data: pandas.DataFrame, labels: dict[str, dict[Any, str]], **more) -> None:
    options: dict[str, Any] = {
        "column_labels": HEADINGS,
        "variable_value_labels": labels,
        "file_label": "Personal 2021, påhittade svar",
        "variable_measure": {q.id: "ordinal" for q in QUESTIONS},
        "variable_format": {q.id: "F1.0" for q in QUESTIONS},
    }
    pyreadstat.write_sav(data, str(path), **(options | more))


def renamed(names: dict[str, str], mapping: dict[str, Any]) -> dict[str, Any]:
    return {names[column]: value for column, value in mapping.items()}


def make(folder: Folder) -> list[Case]:
    cases = []

    def case(name: str, traits: str, **more) -> str:
        options = {"headings": 2, "layout": "SPSS"} | more
        cases.append(Case(name, TOOL, options.pop("layout"), traits, **options))
        return str(folder.path(name))

    numbers, labels = frame(), value_labels()
    write(
        case("pyreadstat.sav", "uncompressed; variable and value labels; no answer is system-missing"), numbers, labels
    )
    write(case("pyreadstat-radkomprimerad.sav", "compressed row by row"), numbers, labels, row_compress=True)
    write(case("pyreadstat.zsav", "compressed by zlib"), numbers, labels, compress=True)
    discrete: list[Any] = [8, 9, MISSING]
    write(
        case(
            "pyreadstat-saknade-varden.sav",
            "8, 9 and -9 are user-missing; -9 (no answer) has no label",
            cells="interpreted",
        ),
        frame(blank=MISSING),
        labels,
        missing_ranges={q.id: discrete for q in QUESTIONS},
        variable_format={q.id: "F2.0" for q in QUESTIONS},
    )
    interval: list[Any] = [{"lo": 8, "hi": 9}, MISSING]
    write(
        case(
            "pyreadstat-saknat-intervall.zsav",
            "8 to 9 is a missing range, -9 besides; kön and insats are labelled codes",
            cells="interpreted",
        ),
        frame(blank=MISSING, insats_as_text=False),
        value_labels(insats_as_text=False),
        missing_ranges={q.id: interval for q in QUESTIONS},
        compress=True,
    )
    write(
        case(
            "pyreadstat-etikett-pa-text.sav",
            "kön is a string (K, M, A, X) with value labels; X (Uppgift saknas) is user-missing",
            cells="interpreted",
        ),
        frame(kon_as_text=True),
        value_labels(kon_as_text=True),
        missing_ranges={"kön": [UNKNOWN]},
    )
    write(
        case(
            "pyreadstat-langa-namn.sav",
            "variable names of up to 50 characters with å, ä, ö; the question in the label only",
        ),
        numbers.rename(columns=LONG_NAMES),
        renamed(LONG_NAMES, labels),
        column_labels=renamed(LONG_NAMES, HEADINGS),
        variable_format={},
        variable_measure={},
    )
    write(
        case("pyreadstat-utan-variabeletiketter.sav", "variable names only, no variable labels"),
        numbers,
        labels,
        column_labels=None,
    )
    write(
        case("pyreadstat-utan-vardeetiketter.sav", "no value labels: answers are numbers", cells="code"),
        frame().assign(**{"kön": [a.kon for a in ANSWERS]}),
        {},
    )
    # As LimeSurvey names and labels them; see the README.
    names = {c: c for c in COLUMNS} | {q.id: f"Q{1 if q.number <= 4 else 2}_SQ{q.number:03}" for q in QUESTIONS}
    headings = HEADINGS | {
        q.id: f"[{q.text}] {'Hur ofta?' if q.number <= 4 else 'I vilken utsträckning?'}" for q in QUESTIONS
    }
    write(
        case(
            "limesurvey.sav",
            "_ for brackets in names, labels with the subquestion first in brackets",
            layout="LimeSurvey SPSS",
            known=KNOWN_SOURCE,
        ),
        numbers.rename(columns=names),
        renamed(names, labels),
        column_labels=renamed(names, headings),
        variable_format={},
        variable_measure={},
    )
    return cases
