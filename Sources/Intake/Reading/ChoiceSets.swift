import Survey

/// Which of a background variable's values each row has, where it may have several.
struct ChoiceSets: Equatable {
    /// Different sets, the empty one included: what two bytes can tell apart.
    static let most = 1 << 16

    /// Of each row the place of its set; the first is the empty one.
    private(set) var rows: [UInt16]
    /// Places of values from 0, in rising order, each set once.
    private(set) var sets: [[Int]]

    /// Nobody has anything.
    init(rows: Int) {
        self.rows = Array(repeating: 0, count: rows)
        sets = [[]]
    }

    /// - Parameters:
    ///   - codes: of each row the text that it has.
    ///   - values: of each text the values that it stands for.
    /// - Returns: nil where there are too many different sets.
    init?(codes: [UInt16], values: [[Int]]) {
        var sets: [[Int]] = [[]]
        var places: [[Int]: UInt16] = [[]: 0]
        var replaced: [UInt16] = []
        for value in values {
            let set = Set(value).sorted()
            if let place = places[set] {
                replaced.append(place)
                continue
            }
            guard sets.count < Self.most else { return nil }
            let place = UInt16(clamping: sets.count)
            sets.append(set)
            places[set] = place
            replaced.append(place)
        }
        rows = codes.map { replaced.indices.contains(Int($0)) ? replaced[Int($0)] : 0 }
        self.sets = sets
    }

    /// Gives a further value, greater than all before, to the rows that chose it.
    ///
    /// - Returns: false where there would be too many different sets.
    mutating func add(_ value: Int, to chosen: [Bool]) -> Bool {
        var without = [UInt16?](repeating: nil, count: sets.count)
        var with = without
        var new: [[Int]] = []
        func place(_ old: UInt16, _ isChosen: Bool) -> UInt16? {
            if let known = isChosen ? with[Int(old)] : without[Int(old)] { return known }
            guard new.count < Self.most else { return nil }
            let place = UInt16(clamping: new.count)
            new.append(isChosen ? sets[Int(old)] + [value] : sets[Int(old)])
            if isChosen { with[Int(old)] = place } else { without[Int(old)] = place }
            return place
        }
        // The empty set keeps its place.
        _ = place(0, false)
        for row in rows.indices {
            guard let place = place(rows[row], chosen[row]) else { return false }
            rows[row] = place
        }
        sets = new
        return true
    }

    func members(_ row: Int) -> [Int] { sets[Int(rows[row])] }

    /// Takes what another column has for the rows that have nothing here.
    mutating func fill(from other: ChoiceSets) -> Bool {
        var places = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1, UInt16(clamping: $0)) })
        for row in rows.indices where rows[row] == 0 && other.rows[row] != 0 {
            let set = other.members(row)
            if places[set] == nil {
                guard sets.count < Self.most else { return false }
                places[set] = UInt16(clamping: sets.count)
                sets.append(set)
            }
            rows[row] = places[set] ?? 0
        }
        return true
    }

    /// The column of answers. Values and sets are numbered as they are met in the rows, so that the same answers give the
    /// same column however the file laid them out; the values of a list keep its order.
    ///
    /// - Parameter isMultiple: whether a respondent may have several; else every set has one value.
    func column(_ variable: String, labels: [String], isListed: Bool, isMultiple: Bool) -> GroupColumn {
        var order: [Int] = []
        var met = [Bool](repeating: false, count: labels.count)
        var metSets = [Bool](repeating: false, count: sets.count)
        var setOrder: [Int] = []
        for set in rows where !metSets[Int(set)] {
            metSets[Int(set)] = true
            if set != 0 { setOrder.append(Int(set)) }
            let new = sets[Int(set)].filter { !met[$0] }
            for value in new { met[value] = true }
            order += new.sorted { TextKey(labels[$0]).text < TextKey(labels[$1]).text }
        }
        if isListed { order = Array(labels.indices) }
        var placeOf = [UInt16](repeating: 0, count: labels.count)
        for (place, value) in order.enumerated() { placeOf[value] = UInt16(clamping: place + 1) }
        guard isMultiple else {
            return GroupColumn(
                variable: variable, values: order.map { labels[$0] },
                codes: rows.map { sets[Int($0)].first.map { placeOf[$0] } ?? 0 })
        }
        var codeOf = [UInt16](repeating: 0, count: sets.count)
        for (place, set) in setOrder.enumerated() { codeOf[set] = UInt16(clamping: place + 1) }
        return GroupColumn(
            variable: variable, values: order.map { labels[$0] }, codes: rows.map { codeOf[Int($0)] },
            choices: setOrder.map { set in sets[set].map { placeOf[$0] }.sorted() })
    }
}
