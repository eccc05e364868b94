import Analysis
import Granskning

/// A file as the user named it, and what came of it.
struct ScrutinizedFile {
    let name: String
    let scrutiny: Scrutiny

    /// What is told of it on the terminal: a paragraph a finding, then a line a group of rows.
    ///
    /// - Parameter all: also what is possible.
    func lines(all: Bool) -> [String] {
        let shown = scrutiny.findings.filter { all || $0.grade != .possible }
        return shown.map { $0.paragraph(in: name) } + scrutiny.groups.map(line)
    }

    private func line(_ group: RowGroup) -> String {
        var parts = group.sheet.map { ["blad ”\($0)”"] } ?? []
        if !group.name.isEmpty { parts.append(group.name) }
        if let year = group.year { parts.append("\(year)") }
        let common =
            if group.possible < 2 {
                ""
            } else if group.common.isEmpty {
                " De möjliga raderna har inget antal svar gemensamt, så alla besvarade inte alla frågor."
            } else {
                " Antal svar som passar alla möjliga rader: \(group.common.swedish)."
            }
        let place = parts.isEmpty ? name : "\(name), \(parts.joined(separator: ", "))"
        return "\(place): \(group.possible) av \(counted(group.rows, "rad", "rader")) möjliga.\(common)"
    }
}

extension Finding {
    /// "OMÖJLIG  fil, rad 17, kolumn F", and below it what stands there, the arithmetic and what to check.
    fileprivate func paragraph(in file: String) -> String {
        let lines = [
            "\(grade.swedish.uppercased())  \(file), \(place.swedish)", subject.isEmpty ? nil : "  \(subject)",
            "  Det står: \(stated)", "  \(arithmetic)", check.isEmpty ? nil : "  Att göra: \(check)",
        ]
        return lines.compactMap(\.self).joined(separator: "\n") + "\n"
    }
}

/// "38 siffror och rader granskade: 5 omöjliga, 1 osannolik, 0 avrundade för hand, 32 möjliga."
func summary(of files: [ScrutinizedFile]) -> String {
    func count(_ grade: Grade) -> Int { files.reduce(0) { $0 + $1.scrutiny.count(grade) } }
    let all = files.reduce(0) { $0 + $1.scrutiny.findings.count }
    let grades = [
        (Grade.impossible, "omöjlig", "omöjliga"), (.unlikely, "osannolik", "osannolika"),
        (.roundedOtherwise, "avrundad för hand", "avrundade för hand"), (.possible, "möjlig", "möjliga"),
    ]
    let counts = grades.map { counted(count($0.0), $0.1, $0.2) }
    return "\(counted(all, "uppgift granskad", "uppgifter granskade")): \(counts.joined(separator: ", "))."
}
