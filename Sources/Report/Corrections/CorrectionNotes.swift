public import Analysis
import Survey

/// What is said of figures that are others than those given out: one note a workbook and period, with the reasons that the
/// register knows.
///
/// - Returns: "2020 års siffror har ändrats sedan de publicerades (bilaga-2020.ods, 2021-02-03): ..."
public func correctionNotes(_ corrections: [Correction], causes: [CorrectionCause]) -> [String] {
    CorrectedPeriod.all(in: corrections).map { period in
        "\(period.opening): \(period.short). \(reasons(period, causes))"
    }
}

/// The same with every figure, a line each: first what has changed since when, last why.
public func correctionLines(_ corrections: [Correction], causes: [CorrectionCause]) -> [String] {
    CorrectedPeriod.all(in: corrections).flatMap { period in
        ["\(period.opening)."] + period.lines.map { "\($0)." } + [reasons(period, causes)]
    }
}

/// The corrections of what one workbook said of one period.
private struct CorrectedPeriod {
    let corrections: [Correction]
    let first: Correction

    static func all(in corrections: [Correction]) -> [CorrectedPeriod] {
        var keys: [Key] = []
        var found: [Key: [Correction]] = [:]
        for correction in corrections {
            let key = Key(period: correction.period, publication: correction.publication)
            if found[key] == nil { keys.append(key) }
            found[key, default: []].append(correction)
        }
        return keys.compactMap { key in
            guard let corrections = found[key], let first = corrections.first else { return nil }
            return CorrectedPeriod(corrections: corrections, first: first)
        }
    }

    private struct Key: Hashable {
        let period: Period
        let publication: PublicationOrigin
    }

    var opening: String {
        let label = first.period.label
        let figures = Int(label) == nil ? "Siffrorna för \(label)" : "\(label) års siffror"
        let date = first.publication.publishedAt.map { ", \($0.prefix(10))" } ?? ""
        return "\(figures) har ändrats sedan de publicerades (\(first.publication.file)\(date))"
    }

    /// Every correction; questions of a group of which the same is to be said stand together.
    var lines: [String] { Self.lines(corrections) }

    private static func lines(_ corrections: [Correction]) -> [String] {
        var runs: [[Correction]] = []
        for correction in corrections {
            if let last = runs.last?.last, last.isTold(with: correction) {
                runs[runs.count - 1].append(correction)
            } else {
                runs.append([correction])
            }
        }
        return runs.map { run in
            guard let first = run.first else { return "" }
            return "\(first.table)\(first.part(with: run.map(\.question))): \(first.change.swedish)"
        }
    }

    private static let mostInNote = 4

    /// A few in full; of many the first, and how many there are in each table.
    var short: String {
        let lines = self.lines
        guard lines.count > Self.mostInNote else { return lines.joined(separator: "; ") }
        var shown = Self.lines(Array(corrections.filter { $0.change.hasNumbers }.prefix(Self.mostInNote - 1)))
        var tables: [String] = []
        var counts: [String: Int] = [:]
        for correction in corrections {
            if counts[correction.table] == nil { tables.append(correction.table) }
            counts[correction.table, default: 0] += 1
        }
        let all = enumeration(tables.map { "\(counts[$0] ?? 0) i \($0)" })
        let lead = shown.isEmpty ? "" : "bland annat "
        if !shown.isEmpty { shown[0] = lead + shown[0] }
        return (shown + ["sammanlagt \(corrections.count) uppgifter (\(all)), alla på bladet Källor"])
            .joined(separator: "; ")
    }
}

extension Correction {
    /// The sheet or breakdown: "Personal per insats".
    fileprivate var table: String {
        respondents.rawValue + (variable.map { " per \($0.name.lowercased())" } ?? "")
    }

    /// The group and the questions in it: ", SamMA, frågorna 3 och 4".
    fileprivate func part(with questions: [CorrectedQuestion?]) -> String {
        let group = variable == nil ? "" : ", \(self.group)"
        let asked = questions.compactMap(\.self)
        let whole = change == .changedByFew && asked.count < questions.count ? ["antal svar"] : []
        let numbers = asked.compactMap(\.number)
        var parts = whole
        if numbers.count < asked.count {
            parts += asked.map { "frågan ”\($0.id)”" }
        } else if !numbers.isEmpty {
            let text = Report.questions(numbers)
            parts.append(text.prefix(1).lowercased() + text.dropFirst())
        }
        return parts.isEmpty ? group : "\(group), \(enumeration(parts))"
    }

    fileprivate func isTold(with other: Correction) -> Bool {
        instrument == other.instrument && variable == other.variable && group == other.group
            && other.question != nil && !change.hasNumbers && change == other.change
    }
}

extension FigureChange {
    fileprivate var hasNumbers: Bool {
        switch self {
        case .counts, .response: true
        case .changedByFew, .nowProtected, .nowShown, .vanished, .new: false
        }
    }

    fileprivate var swedish: String {
        switch self {
        case .counts(let from, let to): told(from, to)
        case .response(let from, let to): told(from, to)
        case .changedByFew:
            "andra siffror nu (skillnaden visas inte, så att ingens svar kan räknas ut)"
        case .nowProtected: "visades då, nu \(Shorthand.protected.rawValue)"
        case .nowShown: "\(Shorthand.protected.rawValue) då, visas nu"
        case .vanished: "fanns då men inte nu"
        case .new: "finns nu men inte då"
        }
    }

    /// By the first measure that differs: "63 % positiva (12 av 19) publicerades, nu 65 % (13 av 20)".
    private func told(_ from: PublishedCounts, _ to: PublishedCounts) -> String {
        let measures: [(String, KeyPath<PublishedCounts, Int>)] = [
            ("positiva", \.positive), ("klart positiva", \.clearlyPositive), ("negativa", \.negative),
        ]
        let measure =
            measures.first { from.base != to.base || from[keyPath: $0.1] != to[keyPath: $0.1] } ?? measures[0]
        func share(_ counts: PublishedCounts, _ word: String) -> String {
            guard let share = Ratio(counts[keyPath: measure.1], of: counts.base) else { return "inga svar" }
            return "\(percent(share.percent))\(word) (\(share.count) av \(share.base))"
        }
        return "\(share(from, " \(measure.0)")) publicerades, nu \(share(to, ""))"
    }

    private func told(_ from: Response, _ to: Response) -> String {
        var parts: [String] = []
        if from.answers != to.answers { parts.append("\(from.answers) svar publicerades, nu \(to.answers)") }
        if from.invited != to.invited {
            let before = from.invited.map { "\($0) tillfrågade" } ?? "okänt antal tillfrågade"
            parts.append("\(before) publicerades, nu \(to.invited.map(String.init) ?? "okänt antal")")
        }
        return parts.joined(separator: ", ")
    }
}

/// Why, as far as the register knows.
private func reasons(_ period: CorrectedPeriod, _ causes: [CorrectionCause]) -> String {
    let instruments = Set(period.corrections.map(\.instrument))
    let found = causes.filter { $0.period == period.first.period && instruments.contains($0.instrument) }
    guard !found.isEmpty else {
        return "Registret har ingen ändring av svaren sedan dess: formuläret eller programmet kan vara ändrat."
    }
    return "Skäl: \(found.map(\.swedish).joined(separator: "; "))."
}

extension CorrectionCause {
    /// "2021-03-04 ersatte inläsning 7 inläsning 3 av personal (Anna)".
    fileprivate var swedish: String {
        let what =
            switch kind {
            case .replaced(let old, let new): "inläsning \(new) ersatte inläsning \(old) av \(instrument)"
            case .imported(let number): "inläsning \(number) av \(instrument) tillkom"
            case .undone(let number): "inläsning \(number) av \(instrument) togs tillbaka"
            case .carriedIn(let number, let from):
                "svar från \(from.label) räknas här (inläsning \(number) av \(instrument))"
            case .carriedOut(let number, let to):
                "svar räknas till \(to.label) (inläsning \(number) av \(instrument))"
            }
        let when = at.map { "\($0.prefix(10)) " } ?? ""
        return "\(when)\(what)\(by.map { ", \($0)" } ?? "")"
    }
}
