import Register
import Survey

extension StoredImport {
    /// "personal.csv (32 svar)".
    var summary: String {
        "\(files.map(\.name).joined(separator: ", ")) (\(respondents) svar\(erased ? ", gallrade" : ""))"
    }

    /// "personal 2017", or "personal 2017, räknas i 2018".
    var place: String {
        "\(instrument) \(period.label)" + (isCarriedOver ? ", räknas i \(countedIn.label)" : "")
    }

    /// What is told of one that does not hold: " (ersatt av inläsning 3)".
    var standing: String {
        switch state {
        case .current: ""
        case .replaced(let by): " (ersatt av inläsning \(by))"
        case .undone: " (tillbakatagen)"
        }
    }

    /// "32 svar, 40 tillfrågade".
    var numbers: String {
        "\(respondents) svar, " + (invited.map { "\($0) tillfrågade" } ?? "antal tillfrågade okänt")
    }
}

/// "2026-11-21 16:00 UTC av Anna".
func told(_ at: String?, by: String?) -> String {
    (at.map(told) ?? "tid okänd") + (by.map { " av \($0)" } ?? "")
}

/// "2026-11-21 16:00 UTC". What is no such time is told as it stands.
func told(_ time: String) -> String {
    guard time.utf8.count == 20, time.hasSuffix("Z") else { return time }
    return "\(time.prefix(10)) \(time.dropFirst(11).prefix(5)) UTC"
}
