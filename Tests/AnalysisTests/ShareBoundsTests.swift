import Analysis
import Testing

@Suite("What those who did not answer could change")
struct ShareBoundsTests {
    @Test(arguments: [
        (22, 32, 40, 69, 55, 75), (5, 6, 13, 83, 38, 92), (32, 32, 32, 100, 100, 100), (0, 6, 13, 0, 0, 54),
        (12, 20, 20, 60, 60, 60), (0, 0, 10, 0, 0, 100),
    ])
    func `the bounds of a share`(
        _ positive: Int, _ base: Int, _ invited: Int, _ share: Int, _ lowest: Int, _ highest: Int
    ) throws {
        let limits = try #require(bounds(positive: positive, base: base, invited: invited))
        #expect(limits.lowest.percent == lowest)
        #expect(limits.highest.percent == highest)
        #expect((Ratio(positive, of: base)?.percent ?? 0) == share)
    }

    @Test func `are the least and the greatest of all that the others could have answered`() throws {
        for invited in 1...12 {
            for base in 0...invited {
                for positive in 0...base {
                    let possible = (0...(invited - base)).compactMap { Ratio(positive + $0, of: invited) }
                    let limits = try #require(bounds(positive: positive, base: base, invited: invited))
                    #expect(limits.lowest == possible.min { $0.value < $1.value })
                    #expect(limits.highest == possible.max { $0.value < $1.value })
                }
            }
        }
    }

    @Test(arguments: [
        (5, 6, 5), (0, 0, 0), (7, 6, 13), (-1, 6, 13), (0, -1, 13), (0, 0, -3), (.max, .max, .max - 1),
        (.min, .max, .max),
    ])
    func `numbers that cannot belong together have none`(_ positive: Int, _ base: Int, _ invited: Int) {
        #expect(bounds(positive: positive, base: base, invited: invited) == nil)
    }

    @Test func `the greatest numbers do not overflow`() {
        #expect(bounds(positive: .max, base: .max, invited: .max)?.highest == Ratio(.max, of: .max))
        #expect(bounds(positive: 0, base: 0, invited: .max)?.highest == Ratio(.max, of: .max))
    }
}
