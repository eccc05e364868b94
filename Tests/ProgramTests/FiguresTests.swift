import Testing

@Suite("Those asked reach the figures")
struct FiguresTests {
    @Test func `a number asked gives the response rate in all`() async throws {
        let bench = try await Workbench.imported()
        let rows = try await Python.sheet("Data", of: "Output/bilaga-2021.ods", in: bench)
        let rate = try #require(rows.first { $0.contains("svarsfrekvens") && $0.contains("total") })
        #expect(Array(rate.suffix(4).prefix(3)) == ["12.0", "40.0", "0.3"])
    }

    @Test func `a file of those asked gives the response rate of each insats`() async throws {
        let bench = try await Workbench.imported()
        try bench.write("Antal tillfrågade;Verksamhet\n20;ÖN\n8;Ängen\n", to: "frågade.csv")
        #expect(try await bench.run(Samverkan.imports("svar.csv", "--tillfragade", "frågade.csv")).code == 0)
        #expect(try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods").code == 0)
        let rates = try await Python.sheet("Data", of: "bilaga.ods", in: bench)
            .filter { $0.contains("svarsfrekvens") && ($0.contains("2022") || $0.contains("2022.0")) }
        for (group, figures) in [("Ön", ["6.0", "20.0", "0.3"]), ("Ängen", ["6.0", "8.0", "0.75"])] {
            let rate = try #require(rates.first { $0.contains(group) })
            #expect(Array(rate.suffix(4).prefix(3)) == figures)
        }
        let total = try #require(rates.first { $0.contains("total") })
        #expect(Array(total.suffix(4).prefix(2)) == ["12.0", "28.0"])
    }
}
