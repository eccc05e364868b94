import Foundation
import Testing

@Suite("What the build lacks is installed where it may be, and otherwise said")
struct SetupTests {
    private static let install = "apt-get install -y --no-install-recommends"

    /// As if libxml2's headers were missing until `apt-get install` has been run.
    private func lacksLibXML2(_ copy: ProjectCopy) throws {
        let installed = copy.home.appending(path: "installed").path
        try copy.standIn(for: "pkg-config", "[ \"$2\" != libxml-2.0 ] || [ -e '\(installed)' ]")
        try copy.standIn(for: "apt-get", "case \"$*\" in *install*) : >'\(installed)' ;; esac")
    }

    @Test func `without swift it says where to get it and ends with 69`() async throws {
        let copy = try ProjectCopy()
        try copy.takeAway("swift")
        let outcome = try await copy.run("exempel")
        #expect(outcome.code == 69)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("Swift saknas. Hämta Swift 6.2 eller senare på https://www.swift.org/install/"))
    }

    @Test func `a user who may not install gets the one line to run and 69`() async throws {
        let copy = try ProjectCopy()
        try lacksLibXML2(copy)
        let outcome = try await copy.run("exempel")
        #expect(outcome.code == 69)
        #expect(outcome.output.isEmpty)
        #expect(
            outcome.errors == """
                bilaga: Det saknas paket som programmet behöver. Kör den här raden och försök igen:
                    sudo apt-get update && sudo \(Self.install) libxml2-dev

                """)
        #expect(try copy.calls(to: "apt-get").isEmpty)
        #expect(try copy.calls(to: "swift").isEmpty)
    }

    @Test func `what is missing goes into one line`() async throws {
        let copy = try ProjectCopy()
        for tool in ["git", "ld", "pkg-config"] { try copy.takeAway(tool) }
        let outcome = try await copy.run()
        let packages = "git ca-certificates binutils pkg-config libxml2-dev zlib1g-dev libsqlite3-dev"
        #expect(outcome.errors.hasSuffix("sudo \(Self.install) \(packages)\n"))
    }

    @Test(arguments: [true, false])
    func `root and a sudo that asks nothing install, and the program runs`(root: Bool) async throws {
        let copy = try ProjectCopy()
        try lacksLibXML2(copy)
        try copy.standIn(for: "id", root ? "echo 0" : "echo 1000")
        if !root { try copy.standIn(for: "sudo", "[ \"$1\" = -n ] && shift; [ \"$1\" = true ] || exec \"$@\"") }
        let outcome = try await copy.run("exempel")
        #expect(outcome.output == "<\(copy.home.path)><exempel>")
        #expect(outcome.errors.hasPrefix("bilaga: Installerar paket som saknas: libxml2-dev\n"))
        let options = "-o DPkg::Lock::Timeout=300"
        #expect(
            try copy.calls(to: "apt-get") == [
                "\(options) update", "\(options) install -y --no-install-recommends libxml2-dev",
            ])
        #expect(try root == copy.calls(to: "sudo").isEmpty)
    }

    @Test func `an installation that fails shows why and ends with 69`() async throws {
        let copy = try ProjectCopy()
        try lacksLibXML2(copy)
        try copy.standIn(for: "id", "echo 0")
        try copy.standIn(for: "apt-get", "echo 'E: no such mirror' >&2; exit 100")
        let outcome = try await copy.run()
        #expect(outcome.code == 69)
        #expect(outcome.errors.contains("E: no such mirror"))
        #expect(outcome.errors.hasSuffix("sudo \(Self.install) libxml2-dev\n"))
        #expect(try copy.calls(to: "swift").isEmpty)
    }

    @Test func `a system without apt-get is told what to install`() async throws {
        let copy = try ProjectCopy()
        try lacksLibXML2(copy)
        try copy.takeAway("apt-get")
        let outcome = try await copy.run()
        #expect(outcome.code == 69)
        #expect(outcome.errors.contains("I Debian heter de: libxml2-dev\n"))
    }

    @Test func `a folder that cannot be written to is named and the code is 74`() async throws {
        let copy = try ProjectCopy()
        try copy.write("in the way", to: ".build")
        let outcome = try await copy.run()
        #expect(outcome.code == 74)
        #expect(outcome.errors.hasPrefix("bilaga: Kan inte skriva i \(copy.home.path)/.build"))
    }
}
