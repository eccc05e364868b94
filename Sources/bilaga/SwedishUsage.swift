/// The argument parser's words in Swedish. It has no translations of its own, so its few phrases are replaced here;
/// a test asks every command for help and every kind of slip for its message, and fails on a word that is left.
func swedishUsage(_ text: String) -> String {
    var text = text
    for (english, swedish) in wholePhrases { text.replace(english, with: swedish) }
    for (english, swedish) in phrasesWithNames {
        text.replace(english) { match in
            swedish.replacing("$1", with: match.output.1).replacing("$2", with: match.output.2)
        }
    }
    return text
}

private let wholePhrases: [(String, String)] = [
    ("OVERVIEW: ", ""), ("USAGE: ", "ANVÄNDNING: "), ("Usage: ", "Användning: "), ("ARGUMENTS:", "ARGUMENT:"),
    ("OPTIONS:", "VAL:"), ("SUBCOMMANDS:", "KOMMANDON:"), ("Error: ", "Fel: "), ("Help: ", "Hjälp: "),
    ("Show subcommand help information.", "Visa hjälp om ett kommando."),
    ("Show help information.", "Visa den här hjälpen."), ("Missing one of: ", "ett av dessa saknas: "),
    ("Please provide one of the following:", "välj ett av:"), ("<subcommand>", "<kommando>"),
    ("<options>", "<val>"), ("Please provide ", "Ange "),
    ("' or '", "' eller '"), ("' and '", "' och '"),
]

/// $1 and $2 stand for the names in the phrase.
private nonisolated(unsafe) let phrasesWithNames: [(Regex<(Substring, Substring, Substring)>, String)] = [
    (
        #/See 'bilaga help( )(<kommando>)' for (?:more information|detailed help)\./#,
        "Skriv ”bilaga <kommando> --hjälp” för mer hjälp."
    ),
    (#/See '(bilaga[^']*)'( )for (?:more information|detailed help)\./#, "Skriv ”$1” för mer hjälp."),
    (#/\(default: ([^)]*)(\))/#, "(annars: $1)"),
    (#/\(values: ([^;)]*);\s+default: ([^)]*)\)/#, "(något av: $1; annars: $2)"),
    (#/\(values: ([^;)]*)(\))/#, "(något av: $1)"),
    (#/one of ('[^\n]*)'(\.)/#, "något av: $1’$2"),
    (
        #/The option '([^']*)' does not take any value, but '([^']*)' was specified\./#,
        "”$1” tar inget värde, men fick ”$2”."
    ),
    (#/Missing expected argument '([^']*)(')/#, "”$1” saknas"),
    (#/Missing value for '([^']*)(')/#, "värdet saknas för ”$1”"),
    (#/Unknown option '([^']*)'\. Did you mean '([^']*)'\?/#, "valet ”$1” finns inte. Menade du ”$2”?"),
    (#/Unknown option '([^']*)(')/#, "valet ”$1” finns inte"),
    (#/Unexpected argument '([^']*)(')/#, "”$1” hör inte till kommandot"),
    (#/([0-9]+) unexpected arguments(:) /#, "$1 ord hör inte till kommandot: "),
    (#/The value '([^']*)' is invalid for '([^']*)'/#, "”$1” passar inte för ”$2”"),
]
