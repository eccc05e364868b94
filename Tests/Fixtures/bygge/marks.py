"""What must stand in a fixture's bytes for it to show what it is there to show.

The same answers can be read from a file that has lost its trait, so the answers alone do not tell.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

SHEET, CONTENT = "xl/worksheets/sheet1.xml", "content.xml"

IN_PACKAGE: dict[str, tuple[tuple[str, str], ...]] = {
    "libreoffice.ods": ((CONTENT, 'office:date-value="2021-10-04"'), (CONTENT, "</text:p><text:p>")),
    "libreoffice-lika-grannar.ods": ((CONTENT, 'number-columns-repeated="11" office:value-type="string"'),),
    "libreoffice-celltyper.ods": (
        (CONTENT, 'office:value-type="percentage" office:value="0.91"'),
        (CONTENT, 'office:boolean-value="false"'),
        (CONTENT, 'table:formula="of:=COUNTA'),
        (CONTENT, 'office:time-value="PT09H12M33S"'),
        (CONTENT, 'office:date-value="2021-10-04T09:12:33"'),
        (CONTENT, 'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!'),
    ),
    "libreoffice-celltyper.xlsx": ((SHEET, 't="b"'), (SHEET, 't="e"'), (SHEET, "<f ")),
    "libreoffice-formaterad-text.ods": ((CONTENT, "<text:span"),),
    "libreoffice-flera-blad.ods": ((CONTENT, 'table:display="false"'),),
    "libreoffice-sammanslagna-rubriker.ods": ((CONTENT, "covered-table-cell"), (CONTENT, "number-columns-spanned")),
    "openpyxl.xlsx": ((SHEET, 't="inlineStr"'),),
    "openpyxl-rik-text.xlsx": ((SHEET, "<r><rPr>"),),
    "openpyxl-sammanslagna-rubriker.xlsx": ((SHEET, "<mergeCell "),),
    "openpyxl-flera-blad.xlsx": (("xl/workbook.xml", 'state="hidden"'),),
    "openpyxl-dolt-svarsblad.xlsx": (("xl/workbook.xml", 'state="veryHidden"'),),
    "openpyxl-datum-1904.xlsx": (("xl/workbook.xml", 'date1904="1"'), (SHEET, "<v>43011</v>")),
    "openpyxl-koder.xlsx": (("xl/styles.xml", 'numFmtId="14"'),),
    "xlsxwriter.xlsx": (("xl/sharedStrings.xml", "<sst"), (SHEET, 't="s"')),
    "xlsxwriter-konstant-minne.xlsx": ((SHEET, 't="inlineStr"'),),
    "xlsxwriter-datum-1904.xlsx": (("xl/workbook.xml", 'date1904="1"'), (SHEET, "<v>43011</v>")),
    "xlsxwriter-celltyper.xlsx": (
        (SHEET, 't="b"><v>0</v>'),
        (SHEET, r't="e"><f>NA\(\)</f><v>#N/A</v>'),
        (SHEET, r"<f>COUNTA\(D2:N2\)</f><v>11</v>"),
        ("xl/styles.xml", r"\[Red\]"),
    ),
    "xlsxwriter-formler.xlsx": ((SHEET, 't="str"><f>[^<]*</f><v>Alltid</v>'), (SHEET, '<c r="E5"><f>[^<]*</f><v></v>')),
    "libreoffice-formler.ods": ((CONTENT, 'of:=IF[^>]*[)]"><text:p/>'), (CONTENT, 'office:string-value="Alltid" ')),
    "libreoffice-formler.xlsx": ((SHEET, 't="str"><f[^<]*</f><v></v>'), (SHEET, 't="str"><f[^<]*</f><v>Alltid</v>')),
    "xlsxwriter-diagramblad.xlsx": (("xl/workbook.xml", '<sheet name="Diagram" sheetId="1"'),),
    "pandas-odfpy.ods": ((CONTENT, 'office:string-value="Se  ovan."'),),
    "odfpy-formaterad-text.ods": ((CONTENT, "<text:a "), (CONTENT, "<text:span [^>]*>[^<]*<text:span ")),
    "odfpy-upprepade-celler.ods": (
        (CONTENT, "<table:table-header-rows>"),
        (CONTENT, 'number-rows-repeated="1048557"'),
        (CONTENT, "<text:line-break/>"),
    ),
    "odfpy-upprepade-rader.ods": ((CONTENT, 'number-rows-repeated="7"'),),
    "odfpy-kommentarer.ods": ((CONTENT, "<office:annotation>"),),
    "gnumeric-celltyper.ods": ((CONTENT, r'office:value="4\.8000000000000000\d+"'), (CONTENT, "PT013H45M10S")),
    "msforms-engelska.xlsx": ((SHEET, "_x000D_\n"), ("xl/tables/table1.xml", "<tableColumn ")),
    "handgjord-prefix.xlsx": (("xl/worksheets/sheet.xml", "<x:row><x:c "),),
}

IN_BYTES: dict[str, tuple[bytes, ...]] = {
    "libreoffice-utf16.csv": (b"^\xff\xfe",),
    "libreoffice-windows1252.csv": ("Kön".encode("cp1252"), "€".encode("cp1252")),
    "limesurvey-kod-svarstext.csv": (b'^\xef\xbb\xbf"id";', rb'"Q1\[SQ001\]"', b"\r\n\r\n$"),
    "limesurvey-kod-understreck-svarskod.csv": (b'"Q1_SQ001"', b";;"),
    "limesurvey-forkortad.csv": ("\\[Får stödet du g\\.\\. \\]".encode(),),
    "limesurvey-kod-och-text.csv": (r'"Q2\[SQ001\]\. I vilken utsträckning stämmer följande\? \[Tas '.encode(),),
    "qualtrics-text.csv": (b'"{""ImportId"":""QID3_1""}"',),
    "sep-rad.csv": (b"^\xef\xbb\xbfsep=;\r\n",),
    "sep-rad-windows1252.csv": (b"^sep=;\r\n",),
    "flerval-cell-komma.csv": (b"SamMA-projektet, Samverkansteam, unga vuxna",),
    "pyreadstat.sav": (b"^\\$FL2",),
    "pyreadstat.zsav": (b"^\\$FL3",),
    "pspp.zsav": (b"^\\$FL3",),
    "pspp-windows1252.sav": (b"WINDOWS-1252", "Får stödet".encode("cp1252")),
    "pspp-flervalsmangd.sav": (b"\\$insatser=D1 1",),
    # Three missing values, two formats, the name.
    "pyreadstat-saknade-varden.sav": (b"\x03\x00\x00\x00.{8}TID     ",),
    "vagras/gammal.xls": (b"^\xd0\xcf\x11\xe0",),
    "vagras/losenord.xlsx": (b"^\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")),
}


def faults(file: str, path: Path) -> Iterator[str]:
    for part, mark in IN_PACKAGE.get(file, ()):
        with zipfile.ZipFile(path) as package:
            text = package.read(part).decode("utf-8")
        if not re.search(mark, text, re.DOTALL):
            yield f"{part} har inte {mark!r}"
    data = path.read_bytes()
    for mark in IN_BYTES.get(file, ()):
        if not re.search(mark, data, re.DOTALL):
            yield f"filen har inte {mark!r}"
