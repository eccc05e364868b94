import Survey

/// People, in all and by group, as the rows of a file add up to them.
struct InvitedCount {
    private(set) var total = 0
    private(set) var byGroup: [String: [String: Int]] = [:]

    mutating func add(_ number: Int) { total += number }

    mutating func add(_ number: Int, to value: String, of variable: String) {
        byGroup[variable, default: [:]][value, default: 0] += number
    }
}
