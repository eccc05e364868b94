"""Reads a mätning folder: matning.yaml and the CSV files it names."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from pathlib import Path

from instruments import INSTRUMENTS, Instrument, folded

Yaml = str | list[str] | dict[str, "Yaml"]


@dataclass(frozen=True)
class Respondent:
    groups: dict[str, str]
    answers: dict[str, str]


@dataclass(frozen=True)
class Answered:
    """One questionnaire in one period: its respondents, and whom it was sent to."""

    instrument: Instrument
    period: int
    respondents: list[Respondent]
    invited: int | None
    invited_per_insats: dict[str, int]


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
    """Folded heading to ("fråga" or "bakgrund", id)."""
    known = {folded(name): ("bakgrund", name) for name in instrument.backgrounds}
    for q in instrument.asked(period):
        for heading in (q.id, q.text, f"{q.number}{q.text}", str(q.number), f"q{q.number}", f"fråga{q.number}"):
            known[folded(heading)] = ("fråga", q.id)
    return known


def best_records(text: str, known: dict[str, tuple[str, str]]) -> list[list[str]]:
    """The records by the separator that makes most headings known."""

    def recognised(rows: list[list[str]]) -> int:
        return sum(folded(cell) in known for cell in rows[0]) if rows else 0

    return max((records(text, separator) for separator in ";,\t"), key=recognised)


def read_respondents(path: Path, instrument: Instrument, period: int) -> list[Respondent]:
    """The rows with an answer to at least one question; "Vet ej" is an answer here, a blank is not."""
    known = known_headings(instrument, period)
    rows = best_records(decoded(path.read_bytes()), known)
    columns = {i: known[folded(cell)] for i, cell in enumerate(rows[0]) if folded(cell) in known}
    missing = {q.id for q in instrument.asked(period)} - {id for _, id in columns.values()}
    if missing:
        raise ValueError(f"{path}: no column for {sorted(missing)}")
    respondents = []
    for row in rows[1:]:
        cells = {columns[i]: cell.strip() for i, cell in enumerate(row) if i in columns and cell.strip()}
        answers = {id: cell for (kind, id), cell in cells.items() if kind == "fråga"}
        if answers:
            groups = {id: cell for (kind, id), cell in cells.items() if kind == "bakgrund"}
            respondents.append(Respondent(groups, answers))
    return respondents


def read_invited(folder: Path, declared: Yaml | None) -> tuple[int | None, dict[str, int]]:
    if not isinstance(declared, str) or not declared:
        return None, {}
    if declared.isdigit():
        return int(declared), {}
    rows = best_records(decoded((folder / declared).read_bytes()), {"insats": ("", ""), "antal": ("", "")})
    per_insats = {row[0].strip(): int(row[1]) for row in rows[1:] if len(row) > 1 and row[0].strip()}
    return sum(per_insats.values()), per_insats


def read_survey(folder: Path, id: str, declared: Yaml, period: int) -> Answered:
    if not isinstance(declared, dict):
        raise ValueError(f"{folder}: {id}")
    instrument = INSTRUMENTS[id]
    files = declared["filer"]
    names = files if isinstance(files, list) else [str(files)]
    respondents = [r for name in names for r in read_respondents(folder / name, instrument, period)]
    return Answered(instrument, period, respondents, *read_invited(folder, declared.get("tillfrågade")))


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
