"""A benchmark of different results would say nothing: every program must have come to the same ones.

check.py w1 FOLDER BILAGA.ods PEER.ods...   the peers' tables cell by cell; Bilaga's Data for the same questions and years
check.py w2 CSV CSV...                      the same rows, in any order
check.py w3 CSV BOOK.ods                    the cells of the CSV; its shares as percentages
check.py riket FOLDER CSV REPORTS           the national figures from the answers themselves; a workbook for each förbund
check.py content BOOK.ods XML               unpacks content.xml, for the floor of W3
"""
import csv
import itertools
import sys
import zipfile

import shares

SMALLEST_GROUP = 5


def sheets(path):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def close(found, wanted):
    if isinstance(wanted, str):
        return wanted == (str(int(found)) if isinstance(found, float) else str(found))
    return abs(float(found) - wanted) < 1e-9


def require(holds, *what):
    if not holds:
        sys.exit(f"check: {what}")


def w1(folder, bilaga, *peers):
    import w1_csv_odswriter

    wanted = dict(w1_csv_odswriter.tables(folder))
    for peer in peers:
        found = sheets(peer)
        for name, rows in wanted.items():
            require(len(found[name]) == len(rows), peer, name)
            for have, want in zip(found[name], rows):
                require(all(map(close, have, want)), peer, name, have, want)
    require(data(sheets(bilaga)["Data"]) == expected(wanted), bilaga, "Data")


def data(rows):
    """From Bilaga's Data: (questionnaire, question, year, class) -> (count, base), of all respondents together; None
    where Bilaga protects the figure."""
    lines = itertools.dropwhile(lambda row: row[0] != "förbund", rows)
    header = next(lines)
    measures = {measure.lower() for measure in shares.CLASSES}
    figures = {}
    for line in lines:
        row = dict(zip(header, line))
        if row["indelning"] == "total" and row["frågetext"] and row["mått"] in measures:
            key = (row["enkät"], row["frågetext"], str(int(row["period"])), row["mått"])
            figures[key] = None if row["antal"] == "[skyddad]" else (int(row["antal"]), int(row["bas"]))
    return figures


def expected(tables):
    return {(name, row[0], row[1], measure.lower()): (row[3 + place], row[2]) if row[2] >= SMALLEST_GROUP else None
            for name, rows in tables.items() for row in rows[1:] for place, measure in enumerate(shares.CLASSES)}


def w2(*paths):
    def rows(path):
        with open(path, encoding="utf-8", newline="") as file:
            lines = csv.reader(file, delimiter=";")
            next(lines)
            return {tuple(line[:3]): [round(float(value or 0), 9) for value in line[3:]] for line in lines}

    first, *others = map(rows, paths)
    require(len(first) > 0 and all(other == first for other in others), paths)


def w3(table, book):
    with open(table, encoding="utf-8", newline="") as file:
        wanted = list(csv.reader(file, delimiter=";"))
    found, = sheets(book).values()
    require(len(found) == len(wanted), book, len(found), len(wanted))
    for have, want in zip(found, wanted):
        want = [float(value[:-1]) / 100 if value.endswith("%") else value for value in want]
        require(len(have) == len(want) and all(map(close, have, want)), book, have, want)
    with zipfile.ZipFile(book) as archive:
        typed = archive.read("content.xml").count(b'office:value-type="percentage"')
    require(typed == sum(value.endswith("%") for row in wanted for value in row), book, "percentages", typed)


def content(book, path):
    with zipfile.ZipFile(book) as archive, open(path, "wb") as file:
        file.write(archive.read("content.xml"))


def riket(folder, table, reports):
    """Only figures that Bilaga shows can be compared; nearly all of them must be there."""
    import collections
    import glob
    import os

    clearly, positive = {"Helt och hållet", "Till mycket stor del"}, {"Till stor del"}
    counted = collections.defaultdict(lambda: [0, 0, 0, set()])
    year = max(shares.YEARS)
    paths = sorted(glob.glob(f"{folder}/forbund/*/{year}/*.csv"))
    for path in paths:
        name = os.path.basename(path)[:-4]
        with open(path, encoding="utf-8", newline="") as file:
            lines = csv.reader(file, delimiter=";")
            next(lines)
            for _, sex, *answers in lines:
                for place, answer in enumerate(answers, 1):
                    if answer in ("", "Vet ej"):
                        continue
                    for group in ("Totalt", sex):
                        sums = counted[name, f"f{place}", group]
                        sums[0] += 1
                        sums[1] += answer in clearly or answer in positive
                        sums[2] += answer in clearly
                        sums[3].add(path)
    with open(table, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    for row in rows:
        sums = counted[row["enkät"], row["fråga"], row["grupp"]]
        place = {"positivt": 1, "klart positivt": 2}[row["mått"]]
        have = [int(row["antal"]), int(row["antal svar"]), int(row["antal förbund"])]
        require(have == [sums[place], sums[0], len(sums[3])], table, row, sums[:3])
    require(len(rows) >= 2 * sum(key[2] == "Totalt" for key in counted), table, len(rows))
    require(len(os.listdir(reports)) == len({os.path.dirname(path) for path in paths}), reports)


{"w1": w1, "w2": w2, "w3": w3, "riket": riket, "content": content}[sys.argv[1]](*sys.argv[2:])
