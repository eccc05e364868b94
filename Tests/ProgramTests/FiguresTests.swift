import Testing

@Suite("Those asked reach the figures")
struct FiguresTests {
    /// The response rates of a period: those who answered, those asked and the ratio, by group.
    private func rates(of file: String, in bench: Workbench) async throws -> [String: [String?]] {
        let rows = try await Python.figures(of: file, in: bench).filter { $0["mått"] == "svarsfrekvens" }
        return Dictionary(
            rows.map { row in
                (row["indelning"] == "total" ? "total" : row["grupp"] ?? "", [row["antal"], row["bas"], row["andel"]])
            }
        ) { first, _ in first }
    }

    @Test func `a number asked gives the response rate in all`() async throws {
        let bench = try await Workbench.imported()
        #expect(try await rates(of: "Output/bilaga-2021.ods", in: bench)["total"] == ["12.0", "40.0", "0.3"])
    }

    @Test func `a file of those asked gives the response rate of each insats`() async throws {
        let bench = try await Workbench.imported()
        #expect(try await bench.run("gallra", "--period", "2021").code == 0)
        try bench.write("Antal tillfrågade;Verksamhet\n20;ÖN\n4;Ängen\n4;ängen\n", to: "frågade.csv")
        #expect(try await bench.run(Samverkan.imports("svar.csv", "--tillfragade", "frågade.csv")).code == 0)
        #expect(try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods").code == 0)
        let rates = try await rates(of: "bilaga.ods", in: bench)
        #expect(rates["Ön"] == ["6.0", "20.0", "0.3"])
        #expect(rates["Ängen"] == ["6.0", "8.0", "0.75"])
        #expect(rates["total"]?.prefix(2) == ["12.0", "28.0"])
    }
}
