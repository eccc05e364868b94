import Analysis
import Intake
import OpenDocument
import Register
import Report
import Survey
import Zip

/// Every förbund's own workbook, compared with the national result that it is part of.
struct ForbundReports {
    let computation: NationalComputation
    /// Where they go.
    let folder: String
    let instruments: InstrumentLibrary
    /// Where warnings go.
    let warn: (String) -> Void

    /// So many förbund share a register, so that making them is little of the work.
    private static let together = 5

    /// - Returns: how many there are.
    func write(to staged: StagedFiles) async throws -> Int {
        let (period, instruments, folder) = (computation.period, instruments, folder)
        let national = computation.measurement()
        let names = fileNames(of: computation.forbund.map(\.name), period)
        try makeFolder(folder, option: "--rapporter")
        let all = Array(zip(computation.forbund, names))
        let parts = stride(from: 0, to: all.count, by: Self.together).map { start in
            Array(all[start..<min(start + Self.together, all.count)])
        }
        let made = try await concurrently(parts) { part in
            // The one way from answers to a workbook goes through a register; this one ends with the part.
            let register = try Register.inMemory()
            return try part.map { forbund, name -> (file: StagedFile, warnings: [String]) in
                var warnings: [String] = []
                _ = try register.store(
                    forbund.measurements, of: forbund.name, instruments: instruments.instruments, now: nil,
                    replacing: false)
                let bilaga = try ReportMaking(
                    register: register, instruments: instruments, forbund: forbund.name, national: national,
                    warn: { warnings.append("\(forbund.name): \($0)") }
                )
                .bilaga(period: period, compared: nil, sumsToHundred: false).bilaga
                try ProtectionAudit(bilaga, given: []).refuse(forbund.name)
                var sink = MemorySink()
                try bilaga.workbook().write(to: &sink, level: 3)
                return (StagedFile(bytes: sink.bytes, path: "\(folder)/\(name)"), warnings)
            }
        }.flatMap(\.self)
        for report in made {
            report.warnings.forEach(warn)
            try staged.add(report.file.bytes, as: report.file.path)
        }
        return made.count
    }
}

/// A file name for each förbund: letters, digits and hyphens of its name. No two are alike, not even to a disk that takes
/// capitals for small letters.
func fileNames(of forbund: [String], _ period: Period) -> [String] {
    var taken: Set<String> = []
    return forbund.map { name in
        let words = name.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
        var plain = words.isEmpty ? "forbund" : words
        // A name may have 255 bytes.
        while plain.utf8.count > 150 { plain.removeLast() }
        var candidate = plain
        var number = 2
        while !taken.insert(candidate.lowercased()).inserted {
            candidate = "\(plain)-\(number)"
            number += 1
        }
        return "bilaga-\(candidate)-\(period.label).ods"
    }
}
