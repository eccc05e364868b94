/// What the document says about itself (ODF 1.3 part 3, 4.3).
public struct Metadata: Hashable, Sendable {
    /// The document's title, which assistive technology reads first.
    public var title: String
    /// What it is about, in a few words.
    public var subject: String?
    public var description: String?
    /// The organisation or person behind it.
    public var creator: String?
    public var keywords: [String]
    /// The language of the text: ISO 639 language and ISO 3166 country, such as `sv` and `SE`.
    public var language: (language: String, country: String) {
        get { (languageCode, countryCode) }
        set { (languageCode, countryCode) = newValue }
    }
    /// When the document was made, as ISO 8601 from the caller's clock; nil leaves it out.
    public var created: String?
    /// The program that made it.
    public var generator: String
    private var languageCode: String
    private var countryCode: String

    public init(
        title: String, subject: String? = nil, description: String? = nil, creator: String? = nil,
        keywords: [String] = [], language: (language: String, country: String) = ("sv", "SE"),
        created: String? = nil, generator: String = "Bilaga"
    ) {
        self.title = title
        self.subject = subject
        self.description = description
        self.creator = creator
        self.keywords = keywords
        (languageCode, countryCode) = language
        self.created = created
        self.generator = generator
    }

    func check() throws(WorkbookError) {
        let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
        let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
        guard (2...3).contains(languageCode.utf8.count), languageCode.utf8.allSatisfy(lower.contains) else {
            throw .language(languageCode)
        }
        guard countryCode.utf8.count == 2, countryCode.utf8.allSatisfy(upper.contains) else {
            throw .language(countryCode)
        }
        if let created, !CalendarDate.isTimestamp(created) { throw .time(created) }
    }

    /// meta.xml.
    func write(to xml: inout XMLWriter) throws(WorkbookError) {
        try xml.literal(
            """
            <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>
            """)
        try xml.element("meta:generator", generator)
        try xml.element("dc:title", title)
        try xml.element("dc:subject", subject)
        try xml.element("dc:description", description)
        for keyword in keywords { try xml.element("meta:keyword", keyword) }
        try xml.element("meta:initial-creator", creator)
        try xml.element("dc:creator", creator)
        try xml.element("meta:creation-date", created)
        try xml.element("dc:date", created)
        try xml.element("dc:language", "\(languageCode)-\(countryCode)")
        try xml.literal("</office:meta></office:document-meta>")
    }
}
