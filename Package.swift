// swift-tools-version: 6.2
import PackageDescription

// Set by Tests/fuzz alone: the program's own code then tells a fuzzer which ways it takes.
let isFuzzing = Context.environment["BILAGA_FUZZ"] != nil

// Every target of our own is held to the same settings: a warning is an error, `any` is written out, and an
// import is visible only where it stands.
let strict: [SwiftSetting] =
    [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])] : [])

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies, path: "Tests/\(name)", exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "Bilaga",
    products: [
        .executable(name: "bilaga", targets: ["bilaga"]),
        .library(name: "Tabular", targets: ["Tabular"]),
        .library(name: "Survey", targets: ["Survey"]),
        .library(name: "Analysis", targets: ["Analysis"]),
        .library(name: "OpenDocument", targets: ["OpenDocument"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // System libraries, from Debian.
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CReadStat", providers: [.apt(["libreadstat-dev"])]),

        // One way through: file -> table -> answers -> results -> document -> bytes.
        module("Zip", ["CZlib"]),
        module("Tabular", ["Zip", "CLibXML2", "CReadStat", "CZlib"]),
        module("Survey"),
        module("Intake", ["Tabular", "Survey", "Zip", crypto, yams]),
        module("Analysis", ["Survey"]),
        module("Granskning", ["Tabular", "Survey", "Analysis"]),
        module("Register", ["Survey", grdb]),
        module("OpenDocument", ["Zip"]),
        module("Report", ["Survey", "Analysis", "OpenDocument"]),
        .executableTarget(
            name: "bilaga",
            dependencies: [
                "Tabular", "Survey", "Intake", "Analysis", "Granskning", "Register", "Report", "OpenDocument", "Zip",
                argumentParser,
            ],
            swiftSettings: strict),

        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
        // Opens finished workbooks and tells what in them some reader or program would stumble over.
        .target(
            name: "SpreadsheetCheck", dependencies: ["Zip", "CLibXML2"], path: "Tests/SpreadsheetCheck",
            swiftSettings: strict),
        // What is done to a register by processes of their own, which the tests kill or disturb.
        .target(
            name: "RegisterSupport", dependencies: ["Register", "Survey"], path: "Tests/RegisterSupport",
            swiftSettings: strict),
        .executableTarget(
            name: "register-process", dependencies: ["Register", "RegisterSupport", "Survey"],
            path: "Tests/RegisterProcess", swiftSettings: strict),
        // Tests. Those of the program and the launcher run what a user runs.
        tests("ZipTests", ["TestSupport", "Zip"]),
        tests("OpenDocumentTests", ["TestSupport", "OpenDocument", "Zip", "CLibXML2"]),
        tests("SpreadsheetCheckTests", ["SpreadsheetCheck", "OpenDocument", "Zip"]),
        tests("TabularTests", ["TestSupport", "Tabular", "Zip", "OpenDocument", "CZlib"]),
        tests("SurveyTests", ["TestSupport", "Survey"]),
        tests("AnalysisTests", ["TestSupport", "Analysis", "Survey"]),
        tests("GranskningTests", ["TestSupport", "Granskning", "Analysis", "Survey", "Tabular"]),
        tests("IntakeTests", ["TestSupport", "Intake", "Survey", "Tabular", "Zip"]),
        tests(
            "RegisterTests", ["Register", "RegisterSupport", "register-process", "Survey", "TestSupport", grdb],
            exclude: ["Fixtures"]),
        tests(
            "ReportTests", ["Report", "Analysis", "Survey", "OpenDocument", "SpreadsheetCheck", "Zip"],
            exclude: ["golden"]),
        tests("ProgramTests", ["SpreadsheetCheck", "Zip", "CZlib"], exclude: ["golden"]),
        tests("LauncherTests", []),

        // What Tests/bench measures.
        .executableTarget(
            name: "bilaga-bench",
            dependencies: ["Tabular", "Survey", "Intake", "Analysis", "OpenDocument", "Zip", "CZlib", "CLibXML2"],
            path: "Tests/Benchmark", exclude: ["peers", "measure.py", "requirements.txt"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

if isFuzzing {
    package.targets.append(
        .executableTarget(
            name: "bilaga-fuzz", dependencies: ["Intake", "Survey", "Tabular", "Zip"], path: "Tests/Fuzz",
            exclude: ["seeds"], swiftSettings: strict,
            // gold, the usual linker, has thousands of lines to say about it.
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}
