import Survey
import TestSupport
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
        "2021--2022", "2020-11---021-10", "2020-11—2021-10", "2020-11 2021-10", "2020-11  -  2021-10",
        "2020-00--2020-10", "2020-01--2020-13",
        "2021-10--2020-11", "2020-1--2021-10", "2020-+1--2021-10", "+020-11--2021-10", "2020-11--2021-1o",
        "2020/11--2021/10",
        "2020-11--2021-100", "1899-12--2000-01", "2020-11--3000-01", "20-2011--2021-10", "2021-03-2020-11",
        "2021-10-04",
        "2021-T0", "2021-T4", "2021-K5", "2021-T", "2021T1", "T1", "T1 21", "T12 2021", "tertial 2021", "2021 T1 2021",
        "-T1-2021", "2021--T1", "sommaren 2021", "2021-ST", "T1 1899", "VT 3000", "mars", "mars 21", "mars 2021 ",
        "mars–april", "mars 2021–april", "april–mars 2021", "mars 2021–mars 2020", "januari–april 2021 (tertial 2)",
        "januari–juni 2021 (tertial 1)", "januari–april 2021 (", "januari–april 2021 ()", "mars april 2021",
        "mars–april–maj 2021", "marz 2021", "2021 mars", "mars 2021 (kvartal 1)",
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

    static let spellings: [(label: String, words: String, others: [String])] = [
        (
            "2021", "2021",
            ["2021-01--2021-12", "2021-01-2021-12", "januari–december 2021", "Januari 2021 - December 2021"]
        ),
        (
            "2020-11--2021-10", "november 2020–oktober 2021",
            [
                "2020-11-2021-10", "2020-11–2021-10", "2020-11 – 2021-10", "2020-11 - 2021-10", "2020-11 -- 2021-10",
                "November 2020-Oktober 2021", "november 2020 – oktober 2021",
            ]
        ),
        (
            "2021-01--2021-04", "januari–april 2021 (tertial 1)",
            [
                "2021-T1", "2021-t1", "T1 2021", "t1-2021", "2021 T1", "tertial 1 2021", "Tertial 1 2021",
                "januari-april 2021",
            ]
        ),
        ("2021-05--2021-08", "maj–augusti 2021 (tertial 2)", ["2021-T2", "T2 2021"]),
        ("2021-09--2021-12", "september–december 2021 (tertial 3)", ["2021-T3", "T3 2021"]),
        ("2021-01--2021-03", "januari–mars 2021 (kvartal 1)", ["2021-K1", "K1 2021", "kvartal 1 2021"]),
        ("2021-10--2021-12", "oktober–december 2021 (kvartal 4)", ["2021-K4"]),
        (
            "2021-01--2021-06", "januari–juni 2021",
            ["2021-VT", "VT 2021", "vår 2021", "våren 2021", "va\u{30A}ren 2021", "vårterminen 2021", "2021-vår"]
        ),
        ("2021-07--2021-12", "juli–december 2021", ["2021-HT", "höst 2021", "Hösten 2021", "höstterminen 2021"]),
        ("2021-03--2021-03", "mars 2021", ["Mars 2021", "MARS 2021", "mars 2021–mars 2021"]),
        ("2020-01--2021-12", "januari 2020–december 2021", []), ("2021-02--2021-05", "februari–maj 2021", []),
    ]

    @Test(arguments: spellings)
    func `a period is the same however it is written, and has one label and one wording`(
        _ period: (label: String, words: String, others: [String])
    ) throws {
        let known = try #require(Period(period.label))
        #expect(known.label == period.label)
        #expect(known.words == period.words)
        for text in [period.words] + period.others { #expect(Period(text) == known, "\(text)") }
    }

    @Test func `two periods never have the same label or words, and both are read back as that period`() throws {
        var known: [String: Period] = [:]
        for first in 0..<40 {
            for last in first..<40 {
                let period = try #require(Period(from: month(first), to: month(last)))
                #expect(Period(period.label) == period && Period(period.words) == period, "\(period.label)")
                #expect(period.months == last - first + 1)
                for text in Set([period.label, period.words]) {
                    #expect(known.updateValue(period, forKey: text) == nil, "\(text)")
                }
            }
        }
        #expect(Period(from: try month(3), to: try month(2)) == nil)
    }

    @Test func `any text is a period or none, and what is one has a label that says the same`() throws {
        var generator = SeededGenerator(state: 2_021)
        let parts = [
            "2020", "2021", "-", "–", "--", " ", "T1", "K2", "VT", "höst", "november", "oktober", "01", "10", "11", "(",
            ")",
            "tertial 1", "1",
        ]
        var found = 0
        for _ in 0..<200_000 {
            let text = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                parts.randomElement(using: &generator) ?? ""
            }.joined()
            guard let period = Period(text) else { continue }
            found += 1
            #expect(Period(period.label) == period && Period(period.words) == period, "\(text)")
        }
        #expect(found > 1_000)
    }

    private func month(_ place: Int) throws -> Month {
        try #require(Month(year: 2019 + place / 12, month: place % 12 + 1))
    }
}

@Suite struct `Perioder efter datum` {
    @Test func `every month belongs to one period, which holds it and is as long as all others`() throws {
        for firstMonth in 1...12 {
            for months in [1, 2, 3, 4, 6, 12] {
                let dating = Dating(headings: ["Datum"], firstMonth: firstMonth, months: months)
                var periods: Set<Period> = []
                for year in 2019...2022 {
                    for number in 1...12 {
                        let month = try #require(Month(year: year, month: number))
                        let period = try #require(dating.period(of: month))
                        #expect(period.first <= month && month <= period.last)
                        #expect(period.months == months)
                        #expect((period.first.month - firstMonth + 12) % months == 0)
                        #expect(dating.has(period))
                        periods.insert(period)
                    }
                }
                let ordered = periods.sorted()
                for (a, b) in zip(ordered, ordered.dropFirst()) { #expect(a.last < b.first) }
                #expect(ordered.reduce(0) { $0 + $1.months } >= 48)
                #expect(ordered.reduce(0) { $0 + $1.months } < 48 + 2 * months)
            }
        }
    }

    @Test func `November to October is one period, and a calendar year is then none`() throws {
        let dating = Dating(headings: ["Datum"], firstMonth: 11, months: 12)
        let period = try #require(Month(year: 2021, month: 10).flatMap(dating.period))
        #expect(period.label == "2020-11--2021-10")
        #expect(try !dating.has(#require(Period("2021"))))
        #expect(dating.monthName == "november")
    }

    @Test func `a period that would go beyond the calendar is none`() {
        let dating = Dating(headings: ["Datum"], firstMonth: 11, months: 12)
        #expect(Month(year: 1900, month: 1).flatMap(dating.period) == nil)
        #expect(Month(year: 2999, month: 12).flatMap(dating.period) == nil)
    }
}
