public import Survey

extension SourceFile {
    /// What is made here and has not been a file yet.
    public init(named name: String, bytes: [UInt8], rows: Int) {
        let digest = FileDigest()
        bytes.withUnsafeBytes { digest.update($0) }
        self.init(
            name: name, sha256: digest.hexadecimal, size: bytes.count, rows: rows, emptyRows: 0, leftOut: [])
    }
}
