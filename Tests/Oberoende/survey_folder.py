"""Reads a mätning folder: matning.yaml and the CSV files it names."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from instruments import HEADINGS, INSTRUMENTS, LISTED, MULTIPLE, SPELLINGS, Instrument, folded

Yaml = str | list[str] | dict[str, "Yaml"]
TOTAL_ROWS = ("total", "totalt", "summa", "samtliga", "alla")


@dataclass(frozen=True)
class Respondent:
    groups: dict[str, frozenset[str]]
    """By background: one value, or of some backgrounds several."""
    answers: dict[str, str]


@dataclass(frozen=True)
class Invited:
    """How many a questionnaire was sent to, and where it is known, how many in each group of one breakdown."""

    total: int | None
    breakdown: str = ""
    by_group: dict[str, int] = field(default_factory=dict)

    def among(self, breakdown: str, groups: set[str]) -> int | None:
        if breakdown != self.breakdown or not groups <= set(self.by_group):
            return None
        if breakdown in MULTIPLE and len(groups) > 1:
            # Some of them may have been asked in several of the groups, and nobody knows how many.
            return None
        return sum(self.by_group[group] for group in groups)


@dataclass(frozen=True)
class Answered:
    """One questionnaire in one period: its respondents, and whom it was sent to."""

    instrument: Instrument
    period: int
    respondents: list[Respondent]
    invited: Invited


@dataclass(frozen=True)
class Measurement:
    forbund: str
    period: int
    surveys: list[Answered]


def parsed_yaml(text: str) -> dict[str, Yaml]:
    """The little of YAML that matning.yaml uses: mappings by indentation, [a, b] and lists of dashes."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    value, rest = _block(lines, 0)
    if rest or not isinstance(value, dict):
        raise ValueError(f"matning.yaml: {rest[:1]}")
    return value


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(lines: list[str], indent: int) -> tuple[Yaml, list[str]]:
    if lines and lines[0].lstrip().startswith("- "):
        return _dashes(lines, indent)
    mapping: dict[str, Yaml] = {}
    while lines and _indent(lines[0]) == indent:
        key, _, text = lines[0].strip().partition(":")
        lines = lines[1:]
        if text.strip():
            mapping[key] = _scalar(text)
        elif lines and (_indent(lines[0]) > indent or lines[0].lstrip().startswith("- ")):
            mapping[key], lines = _block(lines, _indent(lines[0]))
        else:
            mapping[key] = ""
    return mapping, lines


def _dashes(lines: list[str], indent: int) -> tuple[list[str], list[str]]:
    items = []
    while lines and _indent(lines[0]) == indent and lines[0].lstrip().startswith("- "):
        items.append(_plain(lines[0].lstrip()[2:]))
        lines = lines[1:]
    return items, lines


def _scalar(text: str) -> str | list[str]:
    text = re.sub(r"\s#.*$", "", text).strip()
    if text.startswith("[") and text.endswith("]"):
        return [_plain(item) for item in text[1:-1].split(",") if item.strip()]
    return _plain(text)


def _plain(text: str) -> str:
    return text.strip().strip("\"'")


def decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def records(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def known_headings(instrument: Instrument, period: int) -> dict[str, tuple[str, str]]:
    """Folded heading to ("fråga", "bakgrund" or for a column of its own one value of a background, id)."""
    known: dict[str, tuple[str, str]] = {}
    for name in instrument.backgrounds:
        for heading in (name, *HEADINGS[name]):
            known[folded(heading)] = ("bakgrund", name)
            for value in LISTED[name] if name in MULTIPLE else ():
                known[folded(option_heading(heading, value))] = (value, name)
    for q in instrument.asked(period):
        numbers = [f"{word}{q.number}" for word in ("", "q", "fråga")]
        for heading in (q.id, q.text, *numbers, *(number + q.text for number in numbers)):
            known[folded(heading)] = ("fråga", q.id)
    return known


def option_heading(heading: str, value: str) -> str:
    """Of a column that says of one value whether it was chosen."""
    return f"{heading} [{value}]"


def best_records(text: str, known: dict[str, tuple[str, str]]) -> list[list[str]]:
    """The records by the separator that makes most headings known."""

    def recognised(rows: list[list[str]]) -> int:
        return sum(folded(cell) in known for cell in rows[0]) if rows else 0

    return max((records(text, separator) for separator in ";,\t"), key=recognised)


def read_respondents(
    path: Path, instrument: Instrument, period: int, values: dict[str, dict[str, str]]
) -> list[Respondent]:
    """The rows with an answer to at least one question; "Vet ej" is an answer here, a blank is not."""
    known = known_headings(instrument, period)
    rows = best_records(decoded(path.read_bytes()), known)
    columns = {i: known[folded(cell)] for i, cell in enumerate(rows[0]) if folded(cell) in known}
    questions = {q.id: q.labels() for q in instrument.asked(period)}
    missing = set(questions) - {id for kind, id in columns.values() if kind == "fråga"}
    if missing:
        raise ValueError(f"{path}: no column for {sorted(missing)}")
    respondents = []
    for row in rows[1:]:
        cells = {columns[i]: cell.strip() for i, cell in enumerate(row) if i in columns and cell.strip()}
        answers = {id: questions[id][folded(cell)] for (kind, id), cell in cells.items() if kind == "fråga"}
        groups: dict[str, frozenset[str]] = {}
        for (kind, id), cell in cells.items():
            if kind != "fråga":
                groups[id] = groups.get(id, frozenset()) | group_values(values[id], kind, id, cell)
        if answers:
            respondents.append(Respondent(groups, answers))
    return respondents


def group_values(known: dict[str, str], kind: str, background: str, cell: str) -> frozenset[str]:
    """The groups that a cell names: one, or several where several can be chosen."""
    if kind != "bakgrund":
        return frozenset([kind] if folded(cell) in ("1", "ja", folded(kind)) else [])
    if background not in MULTIPLE:
        return frozenset([group_value(known, background, cell)])
    chosen = several(known, [part for part in re.split(r"[,;\n]", cell) if part.strip()])
    if chosen is None:
        raise ValueError(f"{background}: {cell!r}")
    return frozenset(chosen)


def several(known: dict[str, str], parts: list[str]) -> list[str] | None:
    """The values that parts of a text are, each of one part or more; a separator may be part of a value."""
    if not parts:
        return []
    for end in range(1, len(parts) + 1):
        text = folded("".join(parts[:end]))
        if text in known:
            rest = several(known, parts[end:])
            if rest is not None:
                return [known[text], *rest]
    return None


def listed_values(background: str) -> dict[str, str]:
    """Folded spelling to label."""
    values = LISTED.get(background, ())
    return {folded(text): value for value in values for text in (value, *SPELLINGS.get(value, ()))}


def group_value(known: dict[str, str], background: str, cell: str) -> str:
    """The group that a cell names; of a background whose values are not listed, as it was first written."""
    if background in LISTED:
        return known[folded(cell)]
    return known.setdefault(folded(cell), cell)


def read_invited(folder: Path, declared: Yaml | None) -> Invited:
    """A number, or a file with the columns of a background and "antal"."""
    if not isinstance(declared, str) or not declared:
        return Invited(None)
    if declared.isdigit():
        return Invited(int(declared))
    known = {folded(h): ("", name) for name, headings in HEADINGS.items() for h in (name, *headings)}
    rows = best_records(decoded((folder / declared).read_bytes()), known | {"antal": ("", "antal")})
    names = [known.get(folded(cell), ("", ""))[1] for cell in rows[0]]
    breakdown = next(name for name in names if name)
    numbers = next(i for i, cell in enumerate(rows[0]) if folded(cell) == "antal")
    values, by_group = listed_values(breakdown), dict[str, int]()
    total = None
    for row in rows[1:]:
        if breakdown in MULTIPLE and folded(row[names.index(breakdown)]) in TOTAL_ROWS:
            total = int(row[numbers])
        elif any(row):
            group = group_value(values, breakdown, row[names.index(breakdown)].strip())
            by_group[group] = by_group.get(group, 0) + int(row[numbers])
    if breakdown not in MULTIPLE:
        total = sum(by_group.values())
    elif total is None:
        raise ValueError(f"{declared}: no total")
    return Invited(total, breakdown, by_group)


def read_survey(folder: Path, id: str, declared: Yaml, period: int) -> Answered:
    if not isinstance(declared, dict):
        raise ValueError(f"{folder}: {id}")
    instrument = INSTRUMENTS[id]
    files = declared["filer"]
    names = files if isinstance(files, list) else [str(files)]
    values = {name: listed_values(name) for name in instrument.backgrounds}
    respondents = [r for name in names for r in read_respondents(folder / name, instrument, period, values)]
    return Answered(instrument, period, respondents, read_invited(folder, declared.get("tillfrågade")))


def read_measurement(folder: Path) -> Measurement:
    declared = parsed_yaml((folder / "matning.yaml").read_text(encoding="utf-8"))
    period = int(str(declared["period"]))
    surveys = declared["enkäter"]
    if not isinstance(surveys, dict):
        raise ValueError(f"{folder}: enkäter")
    return Measurement(
        str(declared["förbund"]),
        period,
        [read_survey(folder, id, entry, period) for id, entry in surveys.items()],
    )


def read_measurements(folders: list[Path]) -> list[Measurement]:
    """Of folders of years; the answers of a folder called 2023-till-2024 are counted in the later year."""
    ordinary = [read_measurement(folder) for folder in folders if "-till-" not in folder.name]
    carried = [folder for folder in folders if "-till-" in folder.name]
    for folder in carried:
        period = int(folder.name.partition("-till-")[2])
        place = next(i for i, measurement in enumerate(ordinary) if measurement.period == period)
        for survey in read_measurement(folder).surveys:
            ordinary[place] = with_carried_over(ordinary[place], survey)
    return ordinary


def with_carried_over(measurement: Measurement, late: Answered) -> Measurement:
    """With answers that were collected for an earlier period."""
    surveys = [survey for survey in measurement.surveys if survey.instrument != late.instrument]
    own = [survey for survey in measurement.surveys if survey.instrument == late.instrument]
    now = {
        former.id: question.id
        for question in late.instrument.asked(measurement.period)
        if (former := late.instrument.forerunner(question, late.period))
    }
    respondents = [
        Respondent(r.groups, {now[id]: answer for id, answer in r.answers.items()}) for r in late.respondents
    ]
    joined = Answered(
        late.instrument,
        measurement.period,
        [*(r for survey in own for r in survey.respondents), *respondents],
        added([*(survey.invited for survey in own), late.invited]),
    )
    return Measurement(measurement.forbund, measurement.period, [*surveys, joined])


def added(invited: list[Invited]) -> Invited:
    """Known where it is known of all."""
    if len(invited) == 1:
        return invited[0]
    totals = [part.total for part in invited if part.total is not None]
    if len(totals) < len(invited):
        return Invited(None)
    breakdowns = {part.breakdown for part in invited}
    by_group: dict[str, int] = {}
    for part in invited if len(breakdowns) == 1 else []:
        for group, number in part.by_group.items():
            by_group[group] = by_group.get(group, 0) + number
    return Invited(sum(totals), breakdowns.pop() if by_group else "", by_group)
