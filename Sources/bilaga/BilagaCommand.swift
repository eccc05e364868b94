import ArgumentParser

/// The command line: parses, calls, prints.
struct BilagaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bilaga",
        abstract: "Från enkätsvar till årsredovisningens bilaga.",
        discussion: """
            Läser svaren på indikatorenkäterna, räknar och skriver bilagans tabeller som ett kalkylark (.ods).
            Börja med ”bilaga exempel”.
            """,
        subcommands: [
            ExampleCommand.self, ImportCommand.self, PeriodsCommand.self, ReportCommand.self, InstrumentsCommand.self,
            ScrutinyCommand.self, NationalCommand.self, UndoCommand.self, EraseCommand.self, BackUpCommand.self,
            RestoreCommand.self,
        ],
        helpNames: [.customLong("hjalp"), .customLong("hjälp"), .long, .short])
}
