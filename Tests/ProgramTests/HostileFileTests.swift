import Foundation
import Testing

/// What holds for any input: it is refused with words or read, in bounded memory and time, and nothing else happens.
@Suite("A hostile file does no harm", .serialized)
struct HostileFileTests {
    /// Mebibytes.
    private static let mostMemory = 512
    /// CPU seconds for 100 MiB of input, and for any smaller.
    private static let mostSeconds = 10.0

    @Test(arguments: HostileFile.all)
    func `it is refused in Swedish within 512 MiB and ten seconds per 100 MiB, and nothing is stored`(
        _ hostile: HostileFile
    ) async throws {
        let bench = try await Workbench.imported()
        let bytes = try hostile.bytes()
        try bench.write(bytes, to: hostile.name)
        let before = try bench.snapshot()
        let arguments = Samverkan.imports(hostile.name)
        let run = try await Measured(arguments, in: bench)
        #expect(run.code == Ending.badData, "\(run.errors.prefix(500))")
        #expect(run.errors.hasPrefix(hostile.name), "\(run.errors.prefix(500))")
        #expect(run.errors.hasSuffix("Inget har sparats.\n"))
        #expect(run.errors.utf8.count < 100_000)
        #expect(englishWords(in: run.errors).isEmpty, "\(run.errors.prefix(500))")
        #expect(run.peak <= Self.mostMemory)
        #expect(run.seconds <= Self.mostSeconds * max(1, Double(bytes.count) / Double(100 << 20)))
        #expect(try bench.snapshot() == before, "något har skrivits")
        try RefusedDocument.check(
            RefusedDocument.Section(hostile.description, arguments, code: run.code, errors: run.errors))
    }
}
