import Survey
import Testing

@Suite struct `A mätperiod` {
    @Test func `a year is its twelve months`() throws {
        let period = try #require(Period("2021"))
        #expect(period.first == Month(year: 2021, month: 1))
        #expect(period.last == Month(year: 2021, month: 12))
        #expect(period.label == "2021")
    }

    @Test func `two months with a double hyphen are all months from the one to the other`() throws {
        let period = try #require(Period("2020-11--2021-10"))
        #expect(period.first == Month(year: 2020, month: 11))
        #expect(period.last == Month(year: 2021, month: 10))
        #expect(period.label == "2020-11--2021-10")
    }

    @Test func `a calendar year written as months is the same period as the year`() {
        #expect(Period("2021-01--2021-12") == Period("2021"))
        #expect(Period("2021-01--2021-12")?.label == "2021")
    }

    @Test func `two whole years are not one`() {
        #expect(Period("2020-01--2021-12")?.label == "2020-01--2021-12")
    }

    @Test func `a single month is a period`() {
        #expect(Period("2021-03--2021-03")?.label == "2021-03--2021-03")
    }

    @Test(arguments: [
        "", " ", "21", "202", "20211", "+202", "-202", "2o21", "1899", "3000", "２０２１", " 2021", "2021 ", "2021-",
        "2021-03",
        "2021--2022", "2020-11-2021-10", "2020-11---021-10", "2020-11–2021-10", "2020-00--2020-10", "2020-01--2020-13",
        "2021-10--2020-11", "2020-1--2021-10", "2020-+1--2021-10", "+020-11--2021-10", "2020-11--2021-1o",
        "2020/11--2021/10",
        "2020-11--2021-100", "1899-12--2000-01", "2020-11--3000-01", "20-2011--2021-10",
    ])
    func `anything else is none`(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test func `what a period is written as is read as that period`() throws {
        for first in 0..<36 {
            for last in first..<36 {
                let (from, to) = (try month(first), try month(last))
                let period = try #require(Period("\(from.label)--\(to.label)"))
                #expect(period.first == from && period.last == to)
                #expect(Period(period.label) == period)
            }
        }
    }

    @Test func `periods are in the order in which they begin, then end`() throws {
        let labels = ["2019", "2020-01--2020-06", "2020", "2020-11--2021-10", "2021-01--2021-01", "2021"]
        let periods = try labels.map { try #require(Period($0)) }
        #expect(periods.reversed().sorted() == periods)
        for (a, b) in zip(periods, periods.dropFirst()) { #expect(a < b && !(b < a)) }
    }

    @Test func `a month is one of twelve, in the years 1900 to 2999`() {
        #expect(Month(year: 2021, month: 0) == nil)
        #expect(Month(year: 2021, month: 13) == nil)
        #expect(Month(year: 1899, month: 12) == nil)
        #expect(Month(year: 3000, month: 1) == nil)
        #expect(Month(year: 1900, month: 1)?.label == "1900-01")
        #expect(Month(year: 2999, month: 12)?.label == "2999-12")
    }

    private func month(_ place: Int) throws -> Month {
        try #require(Month(year: 2019 + place / 12, month: place % 12 + 1))
    }
}
