"""PSPP: SPSS files from the free program that runs SPSS syntax."""

from __future__ import annotations

from .case import INFERRED, Case
from .folder import Folder
from .svar import ANSWERS, COLUMNS, HEADINGS, INSATSER, KON_CODES, QUESTIONS, email

TOOL = "PSPP"
OPTIONS = tuple(f"insats_{place}" for place in range(1, len(INSATSER) + 1))
"""One variable per insats, as a multiple-response set."""


def literal(text: str) -> str:
    """A text as syntax: in hexadecimal, which PSPP takes for UTF-8, where it has line breaks."""
    if "\n" in text:
        return f"X'{text.encode().hex().upper()}'"
    return "'" + text.replace("'", "''") + "'"


def syntax(save: str, *, missing: str = "", sets: bool = False, long_insats: bool = False) -> str:
    """`save` is what follows SAVE. `long_insats`: a text longer than eight bytes that has value labels."""
    lines = ["DATA LIST LIST /nr (F3.0).", "BEGIN DATA.", *(str(n) for n in range(1, len(ANSWERS) + 1)), "END DATA."]
    insats_width = 12 if long_insats else 40
    lines += [
        f"STRING insats (A{insats_width}) /kommentar (A400) /epost (A40).",
        "NUMERIC datum (SDATE10) /kön (F1.0).",
        f"NUMERIC {' '.join(q.id for q in QUESTIONS)} (F2.0).",
    ]
    if sets:
        lines.append(f"NUMERIC {' '.join(OPTIONS)} (F1.0).")
    kon = {label: code for code, label in KON_CODES.items()}
    for number, answer in enumerate(ANSWERS, 1):
        lines.append(f"DO IF nr = {number}.")
        day = answer.day
        lines.append(f"COMPUTE datum = DATE.DMY({day.day}, {day.month}, {day.year}).")
        if answer.insats:
            held = f"kod-{INSATSER.index(answer.insats) + 1}-åäö" if long_insats else answer.insats
            lines.append(f"COMPUTE insats = {literal(held)}.")
        if answer.kon:
            lines.append(f"COMPUTE kön = {kon[answer.kon]}.")
        for question, code in zip(QUESTIONS, answer.codes):
            if code or missing:
                lines.append(f"COMPUTE {question.id} = {code or -9}.")
        if answer.comment:
            lines.append(f"COMPUTE kommentar = {literal(answer.comment)}.")
        lines.append(f"COMPUTE epost = {literal(email(number))}.")
        for place, option in enumerate(OPTIONS) if sets else ():
            lines.append(f"COMPUTE {option} = {int(answer.insats == INSATSER[place])}.")
        lines.append("END IF.")
    lines += [f"VARIABLE LABELS {column} {literal(HEADINGS[column])}." for column in COLUMNS]
    for question in QUESTIONS:
        pairs = " ".join(f"{code} {literal(label)}" for code, label in question.scale.items())
        lines.append(f"VALUE LABELS {question.id} {pairs}.")
    lines.append("VALUE LABELS kön " + " ".join(f"{c} {literal(t)}" for c, t in KON_CODES.items()) + ".")
    if long_insats:
        pairs = " ".join(f"'kod-{n}-åäö' {literal(label)}" for n, label in enumerate(INSATSER, 1))
        lines.append(f"VALUE LABELS insats {pairs}.")
    if missing:
        lines.append(f"MISSING VALUES {' '.join(q.id for q in QUESTIONS)} ({missing}).")
    kept = [*COLUMNS]
    if sets:
        for option, label in zip(OPTIONS, INSATSER):
            lines.append(f"VARIABLE LABELS {option} {literal(label)}.")
            lines.append(f"VALUE LABELS {option} 0 'Nej' 1 'Ja'.")
        lines.append("MRSETS /MDGROUP NAME=$insatser LABEL='Vilka insatser arbetar du i?'")
        lines.append(f"  VARIABLES={' '.join(OPTIONS)} VALUE=1.")
        kept += OPTIONS
    lines.append(f"FILE LABEL {literal('Personal 2021, påhittade svar')}.")
    lines.append(f"SAVE {save} /KEEP={' '.join(kept)}.")
    return "\n".join(lines) + "\n"


def without_encoding(data: bytes, name: bytes) -> bytes:
    """The file without the record that names its encoding (type 7, subtype 20), as older programs left it out.

    What remains is the number of the code page in the record of machine integers.
    """
    record = (7).to_bytes(4, "little") + (20).to_bytes(4, "little") + (1).to_bytes(4, "little")
    record += len(name).to_bytes(4, "little") + name
    if data.count(record) != 1:
        raise SystemExit("PSPP skrev inte sin post om teckenkodning som väntat")
    return data.replace(record, b"")


def make(folder: Folder) -> list[Case]:
    cases = []

    def save(
        name: str, traits: str, kind: str = "COMPRESSED", *, encoding: str = "utf-8", columns=COLUMNS, **more
    ) -> None:
        cells = "interpreted" if "missing" in more else "text"
        written = folder.scratch / "spara.sps"
        text = syntax(f"OUTFILE='{folder.path(name)}' /{kind}", **more)
        written.write_text(f"SET LOCALE='{encoding.upper()}'.\n{text}", encoding=encoding)
        folder.run("pspp", "--batch", "-O", "format=txt", f"--syntax-encoding={encoding.upper()}", written)
        cases.append(Case(name, TOOL, "SPSS", traits, headings=2, columns=columns, cells=cells))

    save("pspp.sav", "compressed row by row; a string of 400 bytes")
    save("pspp-okomprimerad.sav", "uncompressed", "UNCOMPRESSED")
    save("pspp.zsav", "compressed by zlib", "ZCOMPRESSED")
    save("pspp-windows1252.sav", "å, ä, ö as Windows-1252 in names, labels and values", encoding="windows-1252")
    save("pspp-saknade-varden.sav", "8, 9 and -9 are user-missing", missing="8, 9, -9")
    save("pspp-saknat-intervall.zsav", "8 thru 9 and -9 are user-missing", "ZCOMPRESSED", missing="8 THRU 9, -9")
    save("pspp-etikett-pa-lang-text.sav", "a string longer than eight bytes with value labels", long_insats=True)
    bare = "windows1252-utan-kodpost"
    data = without_encoding(folder.path("pspp-windows1252.sav").read_bytes(), b"windows-1252".upper())
    folder.path(f"pspp-{bare}.sav").write_bytes(data)
    traits = "Windows-1252, without the record that names the encoding"
    cases.append(Case(f"pspp-{bare}.sav", "PSPP, edited", "SPSS", traits, INFERRED, headings=2))
    options = tuple(f"insats:{place}" for place in range(1, len(OPTIONS) + 1))
    save(
        "pspp-flervalsmangd.sav",
        "a multiple-response set over one variable per insats",
        sets=True,
        columns=(*COLUMNS, *options),
    )
    return cases
