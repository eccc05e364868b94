"""W1 as an analyst writes it: pandas, and its own way to .ods, which is odfpy.

w1_pandas_odfpy.py FOLDER ODS
"""
import sys

import pandas

import shares


def one_year(folder, year, questionnaire):
    answers = pandas.read_csv(f"{folder}/{year}/{questionnaire}.csv", sep=";", dtype=str, keep_default_na=False)
    questions = answers.columns[2:]
    long = answers.melt(id_vars=["insats", "kön"], var_name="Fråga", value_name="svar")
    counts = long.groupby(["Fråga", "svar"], sort=False).size().unstack(fill_value=0)
    counts = counts.reindex(index=questions, columns=list(shares.ANSWERS), fill_value=0)
    table = pandas.DataFrame({"Antal svar": counts.sum(axis=1)})
    for name, labels in shares.CLASSES.items():
        table[name] = counts[list(labels)].sum(axis=1)
    for name in shares.CLASSES:
        table[name + " %"] = table[name] / table["Antal svar"]
    return table


def table(folder, questionnaire):
    years = {year: one_year(folder, year, questionnaire) for year in shares.YEARS}
    both = pandas.concat(years, names=["År", "Fråga"]).reset_index()
    both["plats"] = both.groupby("År").cumcount()
    return both.sort_values(["plats", "År"], ascending=[True, False])[shares.TABLE]


with pandas.ExcelWriter(sys.argv[2], engine="odf") as book:
    for questionnaire in shares.QUESTIONNAIRES:
        table(sys.argv[1], questionnaire).to_excel(book, sheet_name=questionnaire, index=False)
