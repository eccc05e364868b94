"""W1, the least there can be: Python's csv module, counters, and plain numbers written by odswriter.

w1_csv_odswriter.py FOLDER ODS
"""
import collections
import csv
import sys

import shares


def counters(path):
    """For each question a counter of its answers; insats and kön stand before the questions."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = csv.reader(file, delimiter=";")
        questions = next(lines)[2:]
        answers = zip(*(line[2:] for line in lines))
        return {question: collections.Counter(column) for question, column in zip(questions, answers)}


def tables(folder):
    for questionnaire in shares.QUESTIONNAIRES:
        counted = {year: counters(f"{folder}/{year}/{questionnaire}.csv") for year in shares.YEARS}
        rows = [shares.TABLE]
        for question in counted[shares.YEARS[0]]:
            for year in shares.YEARS:
                rows.append([question, year, *shares.figures(counted[year][question].__getitem__)])
        yield questionnaire, rows


def main():
    import odswriter

    with open(sys.argv[2], "wb") as file, odswriter.writer(file) as book:
        for name, rows in tables(sys.argv[1]):
            book.new_sheet(name).writerows(rows)


if __name__ == "__main__":
    main()
