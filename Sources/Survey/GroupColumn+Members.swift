extension GroupColumn {
    /// So many different sets of values a column with several choices may have; files with more are refused.
    public static let mostChoices = 10_000

    /// The last code that stands for something.
    public var lastCode: UInt16 { UInt16(clamping: choices?.count ?? values.count) }

    /// The values that a code stands for, as places in `values` from 0, in rising order and each once: none for 0 and for a
    /// code after the last, one where a respondent has one value, one or more where there are several choices.
    public func members(ofCode code: UInt16) -> [Int] {
        guard code > 0, code <= lastCode else { return [] }
        guard let choices else { return [Int(code) - 1] }
        return Set(choices[Int(code) - 1].map { Int($0) - 1 }).filter(values.indices.contains).sorted()
    }

    /// How many respondents gave each value. One who gave several is counted in each, so that the sum can be greater than
    /// the number of respondents.
    public var sizes: [Int] {
        let last = lastCode
        var byCode = [Int](repeating: 0, count: Int(last) + 1)
        for code in codes where code <= last { byCode[Int(code)] += 1 }
        var sizes = [Int](repeating: 0, count: values.count)
        for code in 0...last {
            for member in members(ofCode: code) { sizes[member] += byCode[Int(code)] }
        }
        return sizes
    }

    /// The same respondents under other values. Values that become one are one choice of those who gave several of them.
    ///
    /// - Parameters:
    ///   - values: the new values.
    ///   - places: for each value its new one's place in `values` from 1; 0 where it has none.
    public func recoded(to values: [String], places: [UInt16]) -> GroupColumn {
        if places == (0..<self.values.count).map({ UInt16(clamping: $0 + 1) }), values.count == self.values.count {
            return GroupColumn(variable: variable, values: values, codes: codes, choices: choices)
        }
        var new = ChoiceCodes()
        let newCodes = (0...lastCode).map { code -> UInt16 in
            let members = members(ofCode: code).map { places.indices.contains($0) ? places[$0] : 0 }
            return choices == nil ? members.first ?? 0 : new.code(of: members)
        }
        return GroupColumn(
            variable: variable, values: values,
            codes: codes.map { newCodes.indices.contains(Int($0)) ? newCodes[Int($0)] : 0 },
            choices: choices.map { _ in new.sets })
    }

    /// The same column with a set for each value, as where there are several choices.
    var withChoices: GroupColumn {
        GroupColumn(
            variable: variable, values: values, codes: codes,
            choices: choices ?? (0..<values.count).map { [UInt16(clamping: $0 + 1)] })
    }
}

extension GroupColumn {
    /// The same respondents without what none of them has: values where these are not of a list, and sets of values. What is
    /// left is numbered as it is met in the rows.
    ///
    /// - Parameter isListed: whether the values are those of a list, which is kept whole and in its order.
    public func withoutUnused(isListed: Bool) -> GroupColumn {
        var order: [Int] = isListed ? Array(values.indices) : []
        var isMet = [Bool](repeating: isListed, count: values.count)
        var used: [UInt16] = []
        var isUsed = [Bool](repeating: false, count: Int(lastCode) + 1)
        for code in codes where code > 0 && code <= lastCode && !isUsed[Int(code)] {
            isUsed[Int(code)] = true
            used.append(code)
            for member in members(ofCode: code) where !isMet[member] {
                isMet[member] = true
                order.append(member)
            }
        }
        var places = [UInt16](repeating: 0, count: values.count)
        for (place, value) in order.enumerated() { places[value] = UInt16(clamping: place + 1) }
        var sets = ChoiceCodes()
        var newCodes = [UInt16](repeating: 0, count: isUsed.count)
        for code in used {
            let members = members(ofCode: code).map { places[$0] }
            newCodes[Int(code)] = choices == nil ? members.first ?? 0 : sets.code(of: members)
        }
        return GroupColumn(
            variable: variable, values: order.map { values[$0] },
            codes: codes.map { $0 <= lastCode ? newCodes[Int($0)] : 0 }, choices: choices.map { _ in sets.sets })
    }
}
