import Survey

/// In which period the texts of a column of dates fall.
struct DatedTexts {
    enum Placement: Equatable {
        /// There is no date.
        case blank
        /// What stands there is none.
        case unreadable
        /// It may be of several periods, and nothing tells which.
        case doubtful
        case period(Period)

        var period: Period? { if case .period(let period) = self { period } else { nil } }
    }

    /// Of each text.
    let placements: [Placement]
    /// The first text that is in doubt, with the orders in which it can be read.
    let doubt: (text: String, orders: [DateOrder])?

    /// - Parameters:
    ///   - texts: the different ones of a column.
    ///   - missing: places of texts that the file itself declares missing.
    ///   - said: the order that the user says they have.
    init(_ texts: [String], missing: Set<Int> = [], dating: Dating, said: DateOrder?) {
        let readings = texts.enumerated().map { place, text -> [DateOrder: Month]? in
            Self.isBlank(text) || missing.contains(place) ? nil : WrittenDate(text).map(DateOrder.readings) ?? [:]
        }
        // One that can be read in a single way tells it for all, unless another tells otherwise.
        let decided = Set(readings.compactMap { $0?.count == 1 ? $0?.keys.first : nil })
        let order = said ?? (decided.count == 1 ? decided.first : nil)
        placements = readings.map { readings in
            guard let readings else { return .blank }
            if let order, let month = readings[order] {
                return dating.period(of: month).map(Placement.period) ?? .unreadable
            }
            // What can be read in another order alone contradicts what was said.
            if said != nil { return .unreadable }
            let periods = Set(readings.values.map { dating.period(of: $0) })
            guard let only = periods.first else { return .unreadable }
            if periods.count > 1 { return .doubtful }
            return only.map(Placement.period) ?? .unreadable
        }
        if let place = placements.firstIndex(of: .doubtful), let readings = readings[place] {
            doubt = (texts[place], DateOrder.allCases.filter { readings[$0] != nil })
        } else {
            doubt = nil
        }
    }

    /// LimeSurvey gives answers without a date this one.
    private static func isBlank(_ text: String) -> Bool { text.isEmpty || text.hasPrefix("1980-01-01") }
}
