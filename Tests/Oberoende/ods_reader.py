"""The sheets of an OpenDocument spreadsheet as rows of cells."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

_PARAGRAPH = _TEXT + "p"
_REPEATED = _TABLE + "number-columns-repeated"
_TYPE, _VALUE, _STRING = (_OFFICE + name for name in ("value-type", "value", "string-value"))
_ROW_HOLDERS = {_TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
_CELLS = {_TABLE + "table-cell", _TABLE + "covered-table-cell"}
_MOST_REPEATS = 16_384


class Cell(NamedTuple):
    value: float | str | None
    """What the cell holds by its declared type; None if it is empty."""
    text: str
    """What the reader sees."""


EMPTY = Cell(None, "")
Row = list[Cell]


def read_sheets(path: Path) -> dict[str, list[Row]]:
    with zipfile.ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("content.xml"))
    return {table.get(_TABLE + "name", ""): _rows(table) for table in root.iter(_TABLE + "table")}


def _rows(holder: ElementTree.Element) -> list[Row]:
    rows: list[Row] = []
    for child in holder:
        if child.tag in _ROW_HOLDERS:
            rows += _rows(child)
        elif child.tag == _TABLE + "table-row":
            row = _row(child)
            repeats = int(child.get(_TABLE + "number-rows-repeated", "1"))
            rows += [row] * (min(repeats, _MOST_REPEATS) if row else 1)
    return rows


def _row(element: ElementTree.Element) -> Row:
    row: Row = []
    for child in element:
        if child.tag in _CELLS:
            cell = _cell(child)
            repeats = child.get(_REPEATED)
            if repeats is None:
                row.append(cell)
            else:
                row += [cell] * min(int(repeats), _MOST_REPEATS)
    while row and row[-1] is EMPTY:
        row.pop()
    return row


def _cell(element: ElementTree.Element) -> Cell:
    kind = element.get(_TYPE)
    if kind is None:
        return EMPTY
    text = "\n".join([_paragraph(p) for p in element if p.tag == _PARAGRAPH])
    if kind == "string":
        return Cell(element.get(_STRING, text), text)
    value = element.get(_VALUE)
    return Cell(float(value) if value is not None else text, text)


def _paragraph(element: ElementTree.Element) -> str:
    if not len(element):
        return element.text or ""
    parts = [element.text or ""]
    for child in element:
        if child.tag == _TEXT + "s":
            parts.append(" " * int(child.get(_TEXT + "c", "1")))
        elif child.tag == _TEXT + "line-break":
            parts.append("\n")
        else:
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
