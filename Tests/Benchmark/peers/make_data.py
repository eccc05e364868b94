"""Constructed answers to measure with, the same bytes each time: UTF-8, semicolons, one line of headings.

make_data.py forbund FOLDER     five questionnaires in two years, 309 answers a year, with their descriptions in YAML
make_data.py survey CSV [ROWS]  answers of 80 förbund x 5 groups to 16 questions: a million rows, 281 MB
make_data.py cells CSV [ROWS]   half text, half shares: 100,000 rows of ten cells
make_data.py riket FOLDER FÖRBUND       so many förbund with 25 answers a year each to the same five questionnaires, two years
make_data.py formats NAME [ROWS]    the first 100,000 of such answers as NAME.csv, .xlsx, .ods (by LibreOffice) and .sav
"""
import datetime
import itertools
import os
import random
import subprocess
import sys

import shares

LABELS = ["Helt och hållet", "Till mycket stor del", "Till stor del", "Delvis", "Till liten del", "Inte alls"]
CLASS_NAMES = ["klart positiv", "klart positiv", "positiv", "varken eller", "negativ", "negativ"]
GROUPS = ["Deltagare pågående", "Deltagare avslut", "Personal", "Styrelse", "Chefer"]
QUESTIONS = [
    "Får du det stöd du behöver?", "Tar personalen den tid som behövs?", "Finns en planering för nästa steg?",
    "Lyssnar de du möter på dig?", "Vet de vad du kan bidra med?", "Tas erfarenheter till vara?",
    "Har ni rutiner för att samarbeta?", "Har ni strukturer för nya insatser?",
    "Delar ni synsätt på resurser och möjligheter?", "Fungerar arbetssätten bra tillsammans?",
    "Arbetar ni med jämställdhet?", "Avsätts tid för lärande?", "Följs insatserna upp och utvärderas?",
    "Används uppföljningen i utvecklingen?", "Används könsuppdelad statistik?", "Har ni samarbete med andra aktörer?",
]
# Of each questionnaire: how many respondents and questions a year has, and whom it asks.
SIZES = {"personal": (32, 11), "styrelse": (6, 5), "chefer": (11, 8), "deltagare-pagaende": (150, 12),
         "deltagare-avslut": (110, 12)}
RESPONDENTS = dict(zip(("deltagare-pagaende", "deltagare-avslut", "personal", "styrelse", "chefer"), GROUPS))


def pick(random, values, weights, count):
    return random.choices(values, cum_weights=list(itertools.accumulate(weights)), k=count)


def answers(random, questions, count):
    """A column for each question. Every twentieth cell or so is blank, and as many are "Vet ej"."""
    return [pick(random, [*LABELS, "Vet ej", ""], [14 + n % 5, 22, 20, 16, 10 - n % 4, 6, 4, 4], count)
            for n in range(questions)]


def write(path, headings, blocks):
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(";".join(headings) + "\n")
        for columns in blocks:
            file.writelines(";".join(row) + "\n" for row in zip(*columns))


def forbund(folder):
    source = random.Random(20210101)
    os.makedirs(f"{folder}/formular", exist_ok=True)
    for year in sorted(shares.YEARS):
        os.makedirs(f"{folder}/{year}", exist_ok=True)
        for name, (count, questions) in SIZES.items():
            background = [source.choices(["MIA Vidare", "SamMA", "Samverkansteamet"], k=count),
                          source.choices(["Kvinna", "Man", "Annat"], weights=[55, 42, 3], k=count)]
            write(f"{folder}/{year}/{name}.csv", ["insats", "kön", *QUESTIONS[:questions]],
                  [background + answers(source, questions, count)])
        text(f"{folder}/{year}/matning.yaml", "förbund: Samordningsförbundet Mätbygden", f"period: {year}",
             "konstruerade svar: ja", "enkäter:",
             *(f"  {name}: {{ filer: [{name}.csv], tillfrågade: {2 * count} }}" for name, (count, _) in SIZES.items()))
    for name, (_, questions) in SIZES.items():
        instrument(f"{folder}/formular/{name}.yaml", name, questions)


# Of each questionnaire: how many a förbund of middle size has a year. Sizes go from half of it to one and a half.
FORBUND_SIZES = {"personal": 11, "styrelse": 5, "chefer": 4, "deltagare-pagaende": 18, "deltagare-avslut": 12}


def riket(folder, count):
    source = random.Random(20220101)
    os.makedirs(f"{folder}/formular", exist_ok=True)
    for name, (_, questions) in SIZES.items():
        instrument(f"{folder}/formular/{name}.yaml", name, questions)
    for place in range(count):
        # In turn smaller and larger, so that there are 4,000 answers of 80 förbund in both years together.
        part = (2 + place % 5) / 8
        for year in sorted(shares.YEARS):
            own = f"{folder}/forbund/{place + 1:03d}/{year}"
            os.makedirs(own, exist_ok=True)
            entries = []
            for name, middle in FORBUND_SIZES.items():
                size = max(1, round(middle * part))
                background = [source.choices(["MIA", "SamMA"], k=size),
                              source.choices(["Kvinna", "Man", "Annat"], weights=[55, 42, 3], k=size)]
                write(f"{own}/{name}.csv", ["insats", "kön", *QUESTIONS[:SIZES[name][1]]],
                      [background + answers(source, SIZES[name][1], size)])
                entries.append(f"  {name}: {{ filer: [{name}.csv], tillfrågade: {2 * size} }}")
            text(f"{own}/matning.yaml", f"förbund: Samordningsförbundet Mätbygden {place + 1:03d}", f"period: {year}",
                 "konstruerade svar: ja", "enkäter:", *entries)


def instrument(path, name, questions):
    categories = [f"    - {{ kod: {6 - place}, text: {label}, klass: {kind} }}"
                  for place, (label, kind) in enumerate(zip(LABELS, CLASS_NAMES))]
    listed = []
    for place, question in enumerate(QUESTIONS[:questions]):
        listed += [f"  - id: f{place + 1}", f'    text: "{question}"', "    skala: omfattning", "    versioner:",
                   f'      "2020": {{ nummer: {place + 1} }}']
    text(path, f"id: {name}", f"namn: Enkät {name}", f"respondentgrupp: {RESPONDENTS[name]}", "minsta grupp: 5",
         "versioner:", '  - { id: "2020", gäller från: "2020" }', "skalor:", "  omfattning:", *categories,
         "    - { kod: 8, text: Vet ej, inget svar: vet ej }", "bakgrund:", "  - id: insats", "    värden: fria",
         "  - id: kön", "    värden:", "      - { text: Kvinna }", "      - { text: Man }", "      - { text: Annat }",
         "frågor:", *listed)


def text(path, *lines):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def survey_blocks(rows, seed):
    source = random.Random(seed)
    for start in range(0, rows, 50_000):
        count = min(50_000, rows - start)
        places = source.choices(range(400), k=count)
        yield [[f"Samordningsförbundet {place // 5 + 1:02d}" for place in places],
               source.choices(GROUPS, cum_weights=[45, 75, 90, 94, 100], k=count),
               [f"Insats {place + 1:03d}" for place in places],
               source.choices(["Kvinna", "Man", "Annat"], cum_weights=[55, 97, 100], k=count),
               *answers(source, len(QUESTIONS), count)]


SURVEY_HEADINGS = ["förbund", "grupp", "insats", "kön", *QUESTIONS]


def survey(path, rows=1_000_000):
    write(path, SURVEY_HEADINGS, survey_blocks(rows, 1))


def formats(name, rows=100_000):
    import pandas
    import pyreadstat
    import xlsxwriter

    blocks = list(survey_blocks(rows, 3))
    columns = [list(itertools.chain.from_iterable(block[place] for block in blocks)) for place in range(20)]
    write(f"{name}.csv", SURVEY_HEADINGS, [columns])

    book = xlsxwriter.Workbook(f"{name}.xlsx")  # shared strings, as Excel writes
    book.set_properties({"created": datetime.datetime(2021, 1, 1)})
    sheet = book.add_worksheet("Svar")
    for place, row in enumerate([SURVEY_HEADINGS, *zip(*columns)]):
        for column, value in enumerate(row):
            if value:
                sheet.write_string(place, column, value)
    book.close()

    # In SPSS background is text and an answer a labelled code; a blank is missing.
    codes = {label: place for place, label in enumerate([*LABELS, "Vet ej"], 1)}
    frame = pandas.DataFrame({f"v{place}": column if place <= 4 else [codes.get(text) for text in column]
                              for place, column in enumerate(columns, 1)})
    labels = {code: label for label, code in codes.items()}
    pyreadstat.write_sav(frame, f"{name}.sav", column_labels=SURVEY_HEADINGS, row_compress=True,
                         variable_value_labels={f"v{place}": labels for place in range(5, 21)})

    profile = os.path.abspath(f"{name}.libreoffice")
    subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                    "--infilter=CSV:59,34,76,1,,1033,false,true", "--convert-to", "ods", "--outdir",
                    os.path.dirname(os.path.abspath(name)), f"{name}.csv"], check=True, stdout=subprocess.DEVNULL)


def cells(path, rows=100_000):
    source = random.Random(2)
    columns = [[f"S-{row:06d}" for row in range(rows)],
               [f"Samordningsförbundet {row % 80 + 1:02d}" for row in range(rows)],
               *(source.choices(values, k=rows) for values in (GROUPS, QUESTIONS, LABELS)),
               *([f"{source.randrange(10_001) / 100:.2f}%" for _ in range(rows)] for _ in range(5))]
    write(path, ["rad", "förbund", "grupp", "fråga", "svar", "negativt", "varken eller", "positivt", "klart positivt",
                 "svarsfrekvens"], [columns])


kind, path, *rows = sys.argv[1:]
{"forbund": forbund, "survey": survey, "cells": cells, "riket": riket, "formats": formats}[kind](path, *map(int, rows))
