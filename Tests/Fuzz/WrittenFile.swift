import Glibc
import Intake
import Survey

/// An input as a file in memory, for the ways in that begin with a path.
enum WrittenFile {
    private static let path = "/dev/shm/bilaga-fuzz-\(getpid())"

    static func with(_ bytes: [UInt8], _ body: (String) -> Void) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { return }
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        if written == bytes.count { body(path) }
        unlink(path)
    }
}

/// Answers to a loop that are placed in periods by their dates, those asked, and national figures.
enum YearlyFiles {
    static func answers(_ path: String) {
        guard let instrument else { return }
        tell { () throws(Refusal) in
            _ = try read(
                ImportRequest(
                    instrument: instrument, period: nil, files: [(path, "svar.csv")], place: Place(file: "svar.csv")))
        }
    }

    static func invited(_ path: String) {
        WrittenAnswers.with { answers in
            guard let instrument, let period = Period("2021") else { return }
            tell { () throws(Refusal) in
                _ = try read(
                    ImportRequest(
                        instrument: instrument, period: period, files: [(answers, "svar.csv")],
                        invited: (.file("t.csv"), path), place: Place(file: "svar.csv")))
            }
        }
    }

    static func national(_ path: String) {
        guard let instrument, let period = Period("2021") else { return }
        tell { () throws(Refusal) in
            _ = try nationalMeasurement(in: path, name: "riket.csv", period: period, instruments: [instrument])
        }
    }

    static func published(_ path: String) {
        guard let instrument else { return }
        tell { () throws(Refusal) in
            _ = try publishedWorkbook(path: path, name: "bilaga.ods", instruments: [instrument])
        }
    }

    /// Whatever is wrong is put into words too.
    private static func tell(_ body: () throws(Refusal) -> Void) {
        do { try body() } catch { _ = "\(error)".utf8.count }
    }

    /// A file of answers that those asked are counted beside.
    private enum WrittenAnswers {
        private static let path = "/dev/shm/bilaga-fuzz-\(getpid())-svar"

        static func with(_ body: (String) -> Void) {
            let text = "Svarsid;Svarsdatum;Insats;Kön;Stöd?;Nytta?\n1;2021-02-03;MIA;Kvinna;Delvis;Delvis\n"
            let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            guard descriptor >= 0 else { return }
            _ = text.withCString { write(descriptor, $0, text.utf8.count) }
            close(descriptor)
            body(path)
            unlink(path)
        }
    }

    private static let instrument = try? Intake.instrument(from: Array(questionnaire.utf8), file: "f.yaml")

    private static let questionnaire = """
        id: medarbetare
        namn: Medarbetarenkät
        respondentgrupp: Medarbetare
        huvudfrågor: [nytta]
        datum: { rubriker: [Svarsdatum], perioden börjar: januari, månader: 12 }
        versioner:
          - { id: "2020", gäller från: "2020" }
          - { id: "2021", gäller från: "2021" }
        slinga: { över: insats, svarsid: [Svarsid] }
        skalor:
          grad:
            - { kod: 3, text: I hög utsträckning, klass: klart positiv }
            - { kod: 2, text: Delvis, klass: positiv }
            - { kod: 1, text: Inte alls, klass: negativ }
            - { kod: 9, text: Kan inte bedöma, inget svar: kan ej bedöma }
        bakgrund:
          - { id: kön, värden: [ { text: Kvinna, stavningar: [K] }, { text: Man, stavningar: [M] } ] }
          - { id: insats, flerval: ja, värden: [ { text: Lyra }, { text: MIA }, { text: START } ] }
        frågor:
          - id: stöd
            text: "Stöd?"
            skala: grad
            slinga: ja
            versioner: { "2020": { nummer: 1 }, "2021": { nummer: 1, jämförbar med: stöd } }
          - id: nytta
            text: "Nytta?"
            skala: grad
            versioner: { "2020": { nummer: 2 }, "2021": { nummer: 2, jämförbar med: nytta } }
        """
}
