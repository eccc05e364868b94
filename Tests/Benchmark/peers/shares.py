"""What all peers agree on: the labels of the scale, the classes they fall in, the files and the columns of a table."""
CLASSES = {
    "Negativt": ("Till liten del", "Inte alls"),
    "Varken eller": ("Delvis",),
    "Positivt": ("Helt och hållet", "Till mycket stor del", "Till stor del"),
    "Klart positivt": ("Helt och hållet", "Till mycket stor del"),
}
# Clearly positive answers are positive ones too, so three of the classes make up the whole.
ANSWERS = CLASSES["Positivt"] + CLASSES["Varken eller"] + CLASSES["Negativt"]
SHARES = [name + " %" for name in CLASSES]

QUESTIONNAIRES = ("personal", "styrelse", "chefer", "deltagare-pagaende", "deltagare-avslut")
YEARS = ("2021", "2020")
TABLE = ["Fråga", "År", "Antal svar", *CLASSES, *SHARES]


def figures(count):
    """The base, the classes and their shares, by a function from a label to its number of answers."""
    base = sum(map(count, ANSWERS))
    classes = [sum(map(count, labels)) for labels in CLASSES.values()]
    return [base, *classes, *(number / base if base else None for number in classes)]
