import Foundation
import Testing

@Suite("The launcher builds the program when it must, and is otherwise out of the way")
struct BuildingTests {
    @Test func `the first start builds and the next one does not`() async throws {
        let copy = try ProjectCopy()
        let first = try await copy.run("exempel")
        #expect(first.errors.contains("bilaga: Bygger programmet."))
        let second = try await copy.run("exempel")
        #expect(second.errors.isEmpty)
        #expect(try copy.calls(to: "swift").count == 1)
        #expect(try copy.calls(to: "apt-get").isEmpty)
    }

    @Test func `stdout holds what the program says and nothing else, also when it is built`() async throws {
        let copy = try ProjectCopy()
        let outcome = try await copy.run("exempel")
        #expect(outcome.output == "<\(copy.home.path)><exempel>")
    }

    @Test func `the program gets the arguments unchanged and its exit code is the launcher's`() async throws {
        let copy = try ProjectCopy()
        let outcome = try await copy.run("rapport", "Svar från  MIA.csv", "", "*", "$HOME", "två\nrader", "--x=\"Ö\"")
        #expect(
            outcome.output == "<\(copy.home.path)><rapport><Svar från  MIA.csv><><*><$HOME><två\nrader><--x=\"Ö\">")
        #expect(outcome.code == 65)
    }

    @Test func `through symbolic links the project's own folder is found`() async throws {
        let copy = try ProjectCopy()
        let outcome = try await copy.run(through: try copy.linked())
        #expect(outcome.output == "<\(copy.home.path)>")
    }

    enum Change: String, CaseIterable { case saved, added, removed, package, flags }

    @Test(arguments: Change.allCases)
    func `it is built again once after a source is`(_ change: Change) async throws {
        let copy = try ProjectCopy()
        _ = try await copy.run()
        switch change {
        case .saved: try copy.write("let saved = true", to: "Sources/Zip/Reader.swift")
        case .added: try copy.write("", to: "Sources/Zip/Added.swift")
        case .removed: try FileManager.default.removeItem(at: copy.home.appending(path: "Sources/Zip/Writer.swift"))
        case .package: try copy.write("// changed", to: "Package.swift")
        case .flags:
            let file = copy.home.appending(path: ".ci/setup.sh")
            try copy.write(try String(contentsOf: file, encoding: .utf8) + "\n", to: ".ci/setup.sh")
        }
        _ = try await copy.run()
        _ = try await copy.run()
        #expect(try copy.calls(to: "swift").count == 2)
    }

    @Test func `a source saved during the build is built the next time`() async throws {
        let copy = try ProjectCopy()
        try copy.standIn(
            for: "swift", ProjectCopy.builds(meanwhile: "sleep 0.05; echo >Sources/Zip/Reader.swift"))
        _ = try await copy.run()
        _ = try await copy.run()
        #expect(try copy.calls(to: "swift").count == 2)
    }

    @Test func `several started at once build once, and all of them run`() async throws {
        let copy = try ProjectCopy()
        try copy.standIn(for: "swift", ProjectCopy.builds(meanwhile: "sleep 0.3"))
        async let first = copy.run("1")
        async let second = copy.run("2")
        async let third = copy.run("3")
        let outcomes = try await [first, second, third]
        #expect(outcomes.map(\.output) == ["1", "2", "3"].map { "<\(copy.home.path)><\($0)>" })
        #expect(outcomes.count { $0.errors.contains("byggs redan från ett annat fönster") } == 2)
        #expect(try copy.calls(to: "swift").count == 1)
    }

    @Test func `a build that fails shows the errors, and the former program is not run`() async throws {
        let copy = try ProjectCopy()
        _ = try await copy.run()
        try copy.write("broken", to: "Sources/Zip/Reader.swift")
        try copy.standIn(for: "swift", ProjectCopy.builds(code: 1))
        for _ in 1...2 {
            let outcome = try await copy.run()
            #expect(outcome.code == 70)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains("error: something is wrong"))
            #expect(outcome.errors.hasSuffix("Hela loggen finns i \(copy.home.path)/.build/bilaga.log\n"))
        }
    }
}
