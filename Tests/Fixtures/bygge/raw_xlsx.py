"""A workbook as no library above writes it: prefixed names, cells without references, absolute targets, a BOM.

Programs built on Microsoft's Open XML SDK are known to prefix every element; the standard lets cells leave out where
they stand when none before them is missing.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

from .case import INFERRED, Case
from .folder import Folder
from .svar import COLUMNS, HEADINGS, rows

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DAY_ZERO = date(1899, 12, 30)


def sheet() -> str:
    def cell(value: str | date) -> str:
        if isinstance(value, date):
            return f'<x:c s="1"><x:v>{(value - DAY_ZERO).days}</x:v></x:c>'
        if value == "":
            return "<x:c />"
        return f'<x:c t="inlineStr"><x:is><x:t xml:space="preserve">{escape(value)}</x:t></x:is></x:c>'

    lines = [[HEADINGS[column] for column in COLUMNS], *rows()]
    body = "".join("<x:row>" + "".join(map(cell, line)) + "</x:row>" for line in lines)
    return f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{body}</x:sheetData></x:worksheet>'


def parts() -> dict[str, str]:
    styles = (
        f'<x:styleSheet xmlns:x="{MAIN}"><x:fonts><x:font /></x:fonts><x:fills><x:fill>'
        '<x:patternFill patternType="none" /></x:fill></x:fills><x:borders><x:border /></x:borders>'
        '<x:cellStyleXfs><x:xf /></x:cellStyleXfs><x:cellXfs><x:xf /><x:xf numFmtId="14" '
        'applyNumberFormat="1" /></x:cellXfs></x:styleSheet>'
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="{TYPE}.sheet.main+xml" />'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" />'
            f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml" />'
            f'<Override PartName="/xl/worksheets/sheet.xml" ContentType="{TYPE}.worksheet+xml" /></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Type="{OFFICE}/officeDocument" '
            'Target="/xl/workbook.xml" Id="R1" /></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<x:workbook xmlns:x="{MAIN}"><x:sheets><x:sheet name="Svar" sheetId="1" r:id="R2" xmlns:r="{OFFICE}" />'
            "</x:sheets></x:workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Type="{OFFICE}/worksheet" '
            'Target="/xl/worksheets/sheet.xml" Id="R2" />'
            f'<Relationship Type="{OFFICE}/styles" Target="/xl/styles.xml" Id="R3" /></Relationships>'
        ),
        "xl/styles.xml": styles,
        "xl/worksheets/sheet.xml": sheet(),
    }


def make(folder: Folder) -> list[Case]:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts().items():
            package.writestr(name, f'\ufeff<?xml version="1.0" encoding="utf-8"?>{text}'.encode())
    name = "handgjord-prefix.xlsx"
    folder.path(name).write_bytes(written.getvalue())
    traits = "prefixed element names, cells and rows without references, absolute targets, a BOM in every part"
    return [Case(name, "by hand", "plain", traits, INFERRED, sheet="Svar")]
