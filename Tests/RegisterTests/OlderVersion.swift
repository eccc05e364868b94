import Foundation
import Survey

/// Registers that earlier versions of the program wrote, of answers that were made up.
enum OlderVersion: Int, CaseIterable {
    /// Before a respondent could choose several values.
    case one = 1
    /// Before events were recorded: an import, one that was replaced by another, and one whose answers were deleted.
    case two = 2

    var fixture: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/version-\(rawValue).sqlite").path
    }

    func write(to path: String) throws { try FileManager.default.copyItem(atPath: fixture, toPath: path) }

    static let instrument: Instrument = {
        let scale = Scale(
            id: "omfattning",
            categories: [
                Category(code: "4", label: "Helt och hållet", meaning: .answer(.clearlyPositive)),
                Category(code: "3", label: "Till stor del", meaning: .answer(.positive)),
                Category(code: "2", label: "Delvis", meaning: .answer(.neither)),
                Category(code: "1", label: "Inte alls", meaning: .answer(.negative)),
                Category(code: "9", label: "Vet ej", meaning: .noAnswer(.dontKnow)),
            ])
        let items = ["stod", "malen", "ratt"].enumerated().map { place, id in
            Item(number: place + 1, question: Question(id: id, text: id, scale: scale), comparability: .first)
        }
        return Instrument(
            id: "samverkan", name: "Enkät om samverkan", group: .staff,
            versions: Period("2021").map { [Version(id: "2021", from: $0, items: items)] } ?? [],
            background: [BackgroundVariable(id: "insats", name: "insats")])
    }()
}
