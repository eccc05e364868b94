import Foundation
import Testing

@Suite("What could name a person never reaches the register, and erased answers leave it")
struct PrivacyTests {
    private static let secrets = ["åsa.ö@post.example", "192.0.2.77", "Då åt Åsa gröt", "Åsa Öberg", "19121212-1212"]

    private static func personal() -> Export {
        .with { export in
            let headings = ["E-post", "IP-adress", "Övriga synpunkter", "Namn", "Personnummer"]
            for (heading, secret) in zip(headings, secrets) { export.append(heading, [secret, ""]) }
        }
    }

    @Test func `no personal datum is in the register or the workbook, nor told`() async throws {
        let bench = try await Workbench.imported()
        try bench.write(Self.personal().bytes, to: "år.csv")
        let read = try await bench.run(Samverkan.imports("år.csv"))
        #expect(read.code == 0)
        #expect(try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods").code == 0)
        let script =
            "import sys, zipfile; z = zipfile.ZipFile('bilaga.ods')\nfor n in z.namelist():"
            + " sys.stdout.buffer.write(z.read(n) if not n.endswith('.png') else b'')"
        let workbook = try await Python.run(script, in: bench)
        #expect(workbook.output.contains("Ängen"))
        for secret in Self.secrets {
            for file in try bench.snapshot().keys where file.hasPrefix("register.sqlite") {
                #expect(try !bench.holds(secret, in: file), "\(secret)")
            }
            #expect(!workbook.output.contains(secret))
            #expect(!(read.output + read.errors).contains(secret))
        }
    }

    @Test func `nobody but the owner may read the register`() async throws {
        let bench = try await Workbench.imported()
        let about = try FileManager.default.attributesOfItem(
            atPath: bench.folder.appending(path: "register.sqlite").path)
        #expect(about[.posixPermissions] as? Int == 0o600)
    }

    @Test func `erased answers are gone from the register's bytes, also those that had been replaced`() async throws {
        let bench = try Workbench()
        try bench.write(Samverkan.answers, to: "svar.csv")
        let first = try await bench.run(
            "importera", "svar.csv", "--enkat", "samverkan", "--period", "2021", "--forbund", Samverkan.forbund)
        #expect(first.code == 0)
        let words = ["Ängen", "Kvinna", "Helt och hållet", "malen"]
        for word in words { #expect(try bench.holds(word, in: "register.sqlite"), "\(word)") }
        try bench.write(Samverkan.file("Älven;Kvinna;Delvis;Delvis;Delvis"), to: "år.csv")
        let replaced = try await bench.run(
            "importera", "år.csv", "--enkat", "samverkan", "--period", "2021", "--ersatt")
        #expect(replaced.code == 0)
        let erased = try await bench.run("gallra", "--period", "2021", "--aven-opublicerade")
        #expect(erased.code == 0)
        #expect(erased.errors.isEmpty)
        for file in try bench.snapshot().keys where file.hasPrefix("register.sqlite") {
            for word in words + ["Älven"] { #expect(try !bench.holds(word, in: file), "\(word)") }
        }
    }

    @Test func `what was imported and when is still told after the answers are erased`() async throws {
        let bench = try await Workbench.imported()
        let erased = try await bench.run("gallra", "--fore", "2022")
        #expect(
            erased.output
                == "samverkan 2021: 12 svar raderade.\n"
                + "Säkerhetskopior och exportfiler har svaren kvar. Radera dem också.\n")
        let stored = try #require(try await bench.imports().first)
        #expect(stored.isErased)
        #expect(stored.respondents == 12)
        #expect(stored.files.map(\.name) == ["svar.csv"])
        let again = try await bench.run("gallra", "--period", "2021")
        #expect(again.output == "Det fanns inga svar att radera.\n")
    }

    @Test func `erasing one period leaves the others`() async throws {
        let bench = try await Workbench.imported()
        #expect(try await bench.run(Samverkan.imports("svar.csv")).code == 0)
        #expect(try await bench.run("gallra", "--före", "2022").code == 0)
        #expect(try await bench.imports().map(\.isErased) == [false, true])
        #expect(try await bench.run("rapport", "--period", "2022", "--till", "bilaga.ods").code == 0)
    }
}
