/// How many know something that the block of a loop is asked about, and how many blocks that makes.
public struct LoopResponse: Equatable, Sendable {
    /// People with at least one block. A person who knows four insatser is one.
    public let people: Int
    /// One for each person and insats known.
    public let blocks: Int

    public init(people: Int, blocks: Int) {
        self.people = people
        self.blocks = blocks
    }
}
