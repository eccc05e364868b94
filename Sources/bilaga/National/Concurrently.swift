/// What `body` makes of each item, in the order of the items, made on all cores. No two share anything that changes.
///
/// - Throws: what the first item that fails throws.
func concurrently<Item: Sendable, Made: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) throws -> Made
) async throws -> [Made] {
    try await withThrowingTaskGroup(of: (Int, Result<Made, any Error>).self) { group in
        for (place, item) in items.enumerated() {
            group.addTask { (place, Result { try body(item) }) }
        }
        var made = [Result<Made, any Error>?](repeating: nil, count: items.count)
        for try await (place, result) in group { made[place] = result }
        return try made.compactMap { try $0?.get() }
    }
}
