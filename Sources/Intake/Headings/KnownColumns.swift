import Survey

/// Columns that survey tools add to the questions, and headings that name a person: why each is left out.
///
/// The headings are those of exports of Microsoft Forms, Google Forms, LimeSurvey and Qualtrics, as far as they are known,
/// with the Swedish words for the same.
enum KnownColumns {
    static let person = "kan peka ut en person och sparas aldrig"
    static let technical = "verktygets egna uppgifter"
    static let time = "tidpunkt, används inte"

    /// Nil for a heading that no tool is known to add.
    static func reason(_ heading: String) -> String? {
        let plain = plainText(heading)
        if let prefix = quizPrefix(plain) { return "\(prefix) i ett prov, används inte" }
        // "submitdate. Date submitted"
        if let (code, rest) = HeadingParts.behindCode(plain), let known = exactReason(code) ?? exactReason(rest) {
            return known
        }
        if let known = exactReason(plain) { return known }
        return TextKey(plain).text.split(separator: " ").count <= longestName ? personReason(plain) : nil
    }

    private static func exactReason(_ text: String) -> String? {
        let key = TextKey(text).text
        if times.contains(key) { return time }
        return technicalNames.contains(key) ? technical : nil
    }

    /// The reason for a heading that has a word for what names a person.
    static func personReason(_ heading: String) -> String? {
        let words = TextKey(plainText(heading)).text.split(separator: " ").map(String.init)
        // "E-post" is two words here.
        let pairs = zip(words, words.dropFirst()).map { $0 + $1 }
        return (words + pairs).contains(where: personal.contains) ? person : nil
    }

    /// Words. A longer heading is a question, which may well hold such a word.
    private static let longestName = 4

    /// Whether a quiz added the column to a question.
    static func isOfQuiz(_ heading: String) -> Bool { quizPrefix(plainText(heading)) != nil }

    /// Whether blank cells of the column mean that the respondent never sent the answers in.
    static func tellsSubmission(_ heading: String) -> Bool {
        let plain = plainText(heading)
        return [plain, HeadingParts.behindCode(plain)?.code ?? ""].contains { submissions.contains(TextKey($0).text) }
    }

    /// Whether "0" or "FALSE" in the column means the same.
    static func tellsFinished(_ heading: String) -> Bool { TextKey(plainText(heading)).text == "finished" }

    /// "Points - Hur ofta ...": what a quiz of Microsoft Forms adds to every question.
    private static func quizPrefix(_ text: String) -> String? {
        // Nearly no heading begins with a letter of these words.
        guard let first = text.utf8.first, first >= 0x80 || "pPfFaA".utf8.contains(first) else { return nil }
        let lowercased = text.lowercased()
        for (prefix, word) in [
            ("points", "poäng"), ("poäng", "poäng"), ("feedback", "omdöme"), ("återkoppling", "omdöme"),
        ] {
            guard lowercased.hasPrefix(prefix) else { continue }
            let rest = text.dropFirst(prefix.count).drop { $0 == " " }
            if let sign = rest.first, "-–".contains(sign), rest.dropFirst().contains(where: \.isLetter) { return word }
        }
        return nil
    }

    private static let submissions: Set<String> = ["submitdate", "date submitted", "inskickat", "datum inskickat"]

    private static let times: Set<String> = [
        "tidstämpel", "timestamp", "start time", "starttid", "completion time", "slutförandetid", "sluttid",
        "last modified time", "senast ändrad", "tid för senaste ändring", "submitdate", "date submitted", "startdate",
        "start date", "date started", "datestamp", "date last action", "enddate", "end date", "recordeddate",
        "recorded date", "submitted at", "created at", "svarsdatum", "svarstid", "datum inskickat", "inskickat",
        "startdatum", "slutdatum", "submission time",
    ]

    private static let technicalNames: Set<String> = [
        "id", "response id", "responseid", "svarsid", "svars id", "respons id", "lastpage", "last page",
        "startlanguage",
        "start language", "seed", "refurl", "referrer url", "status", "response type", "progress", "duration",
        "duration in seconds", "finished", "distributionchannel", "distribution channel", "userlanguage",
        "user language",
        "total points", "quiz feedback", "totalpoäng", "interviewtime", "interview time", "total time",
        "uuid", "submission id", "collector id", "collectorid", "löpnummer", "radnummer",
        "q recaptchascore", "nr", "rad", "löpnr", "instance id", "instanceid", "formhub uuid",
    ]

    /// Words in headings of what names a person.
    private static let personal: Set<String> = [
        "epost", "email", "mail", "mejl", "ip", "ipadress", "ipaddr", "ipaddress", "namn", "name", "förnamn",
        "efternamn",
        "telefon", "telefonnummer", "mobil", "mobilnummer", "phone", "personnummer", "adress", "address", "respondent",
        "respondentid", "användarnamn", "username", "token", "epostadress", "emailaddress", "recipientemail",
        "recipientlastname", "recipientfirstname", "firstname", "lastname", "externalreference",
        "externaldatareference",
        "locationlatitude", "locationlongitude", "latitude", "longitude", "födelsedatum", "användare", "user",
    ]
}
