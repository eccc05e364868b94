public import Register
public import Survey

/// Something that is done to a register's file by a process of its own, and that is broken off or disturbed there.
public enum RegisterOperation: String, CaseIterable, Sendable {
    case `import`, replace, carry, undo, erase, restore, migrate

    /// Makes a register that it can be done to.
    ///
    /// - Parameter path: there is no file there.
    public func prepare(_ path: String) throws(RegisterError) {
        let register = try Register(path: path, creating: true)
        try register.store(Sample.large(2020, sha: "a0"), at: 1)
        try register.publish(Sample.publication(2020), of: Sample.forbund)
        switch self {
        case .import, .migrate: break
        case .replace, .carry, .erase: try register.store(Sample.large(2021, sha: "a1"), at: 2)
        case .restore:
            try register.backUp(to: path + ".kopia", replacing: false)
            try register.store(Sample.large(2021, sha: "a1"), at: 2)
        case .undo:
            try register.store(Sample.large(2021, sha: "a1"), at: 2)
            try register.store(Sample.large(2021, sha: "b1"), at: 3, replacing: true)
        }
    }

    /// - Parameter isReady: called when the register is open and it begins.
    public func run(on path: String, isReady: () -> Void = {}) throws(RegisterError) {
        if self == .restore {
            isReady()
            try Register.restore(
                from: path + ".kopia", to: path, replacing: true, now: Register.time(9), by: "Örjan")
            return
        }
        if self == .migrate {
            isReady()
            _ = try Register(path: path, creating: false)
            return
        }
        let register = try Register(path: path, creating: false)
        let measurements: [Measurement] =
            switch self {
            // One file, divided between two periods.
            case .import: [Sample.large(2021, sha: "b1"), Sample.large(2022, sha: "b1", respondents: 3_000)]
            case .replace: [Sample.large(2021, sha: "b1")]
            case .carry: [Sample.large(2020, sha: "a0")]
            case .undo, .erase, .restore, .migrate: []
            }
        isReady()
        switch self {
        case .import: try register.store(measurements, at: 9)
        case .replace: try register.store(measurements, at: 9, replacing: true)
        case .carry: try register.store(measurements, at: 9, carriedTo: 2021)
        case .undo: _ = try register.undo(of: Sample.forbund, now: Register.time(9), by: "Örjan")
        case .erase:
            _ = try register.eraseAnswers(
                of: Sample.forbund, where: { $0 == Sample.year(2021) }, now: Register.time(9), by: "Örjan")
        case .restore, .migrate: break
        }
    }
}

extension Register {
    public static func time(_ second: Int) -> String { "2026-01-01T00:00:0\(second % 10)Z" }

    public func store(_ measurement: Measurement, at second: Int, replacing: Bool = false) throws(RegisterError) {
        try store([measurement], at: second, replacing: replacing)
    }

    public func store(
        _ measurements: [Measurement], at second: Int, carriedTo: Int? = nil, replacing: Bool = false
    ) throws(RegisterError) {
        _ = try store(
            measurements, of: Sample.forbund, instruments: Sample.instruments, now: Self.time(second), by: "Åsa",
            carriedTo: carriedTo.map(Sample.year), replacing: replacing)
    }
}

/// All that can be seen of a register.
public struct RegisterState: Equatable {
    public let imports: [StoredImport]
    public let answers: [Measurement?]
    public let events: [RegisterEvent]
    public let publications: [Publication]

    public init(_ path: String) throws(RegisterError) {
        let register = try Register(path: path, creating: false)
        try register.checkIntegrity()
        imports = try register.allImports(of: Sample.forbund)
        var answers: [Measurement?] = []
        for stored in imports {
            answers.append(
                try register.measurement(
                    ofImport: stored.id, of: Sample.forbund, instruments: Sample.instruments))
        }
        self.answers = answers
        events = try register.events(of: Sample.forbund)
        publications = try register.publications(of: Sample.forbund)
    }
}
