import Foundation

/// Words that would show a message of a library's, in English, left untranslated. None of them is Swedish.
private let english: Set<String> = [
    "already", "any", "argument's", "arguments", "but", "can't", "cannot", "code", "command", "commands", "database",
    "default", "description", "detailed", "did", "directory", "disk", "does", "duplicate", "error", "errors",
    "expected",
    "failed", "failure", "file", "files", "folder", "following", "found", "from", "generate", "generating", "help",
    "image", "information", "invalid", "key", "malformed", "mean", "missing", "more", "must", "name", "not", "of",
    "one", "open", "operation", "option", "options", "or", "overview", "path", "please", "provide", "read", "rename",
    "see", "show", "specified", "subcommand", "subcommands", "such", "take", "the", "unable", "unexpected", "unknown",
    "unrecognized", "usage", "use", "using", "value", "values", "version's", "was", "with", "without", "write", "you",
]

/// The English words of a text. A name of an option, `--help`, is no word.
func englishWords(in text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "'") }
        .filter { !$0.hasPrefix("-") }
        .map { $0.lowercased().trimmingCharacters(in: CharacterSet(charactersIn: "'")) }
        .filter(english.contains)
}
