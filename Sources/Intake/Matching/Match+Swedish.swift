extension Match {
    /// How a heading was recognised, in a few words.
    public var swedish: String {
        switch self {
        case .code: "kod"
        case .number: "nummer"
        case .text: "text"
        case .listed: "rubrik i formuläret"
        case .chosen: "angiven"
        case .mapped: "mappning"
        case .nearest(let distance): "närmaste text, \(count(distance, "tecken", "tecken")) skiljer"
        case .abbreviated: "avkortad text"
        case .position: "plats i nummerföljd"
        }
    }
}
