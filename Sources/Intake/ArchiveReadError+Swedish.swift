import Zip

extension ArchiveReadError {
    /// What is wrong with a workbook's file, and what to do.
    var swedish: String {
        switch self {
        case .encrypted:
            "kalkylarket är skyddat med lösenord. Öppna det, ta bort lösenordet och spara som .xlsx eller .ods."
        case .access:
            "filen kan inte läsas. Försök igen eller kopiera den till en annan plats."
        case .decompression(let code):
            "filen kan inte packas upp (zlib svarade \(code)). Stäng andra program och försök igen."
        case .ratioTooHigh, .tooLarge, .entryTooLarge, .tooManyEntries, .directoryTooLarge, .nameTooLong, .notInArchive,
            .overlap:
            "\(fact) En sådan fil läses inte, eftersom den kan vara gjord för att skada. Spara bladet med svaren som en egen "
                + "fil, eller som CSV."
        default:
            "\(fact) Filen är nog skadad eller avhuggen. \(saveAgain)"
        }
    }

    private var fact: String {
        switch self {
        case .notAnArchive: "filen är inget arkiv, fast den börjar som ett."
        case .noEndRecord: "filens slut saknas."
        case .prefixed(let count): "framför kalkylarket ligger \(count) byte av något annat."
        case .trailingBytes(let count): "efter kalkylarket ligger \(count) byte av något annat."
        case .multipleDisks: "filen är en del av ett arkiv som är delat i flera filer."
        case .malformed(let record, let offset): "\(record.swedish) på byte \(offset) följer inte formatet."
        case .outOfBounds(let record, let offset, let size, let fileSize):
            "\(record.swedish) på byte \(offset) sägs vara \(size) byte, men filen är bara \(fileSize)."
        case .tooManyEntries(let count, let limit): "filen innehåller \(count) delar, men högst \(limit) läses."
        case .directoryTooLarge(let size, let limit):
            "filens innehållsförteckning är \(size) byte, men högst \(limit) läses."
        case .nameTooLong(let length, let limit, _): "en del har ett namn på \(length) byte, men högst \(limit) läses."
        case .badName(let name): "delen \(quoted(name)) har ett otillåtet namn."
        case .duplicateName(let name): "delen \(quoted(name)) finns två gånger."
        case .overlap(let entry, let other):
            "delarna \(quoted(entry)) och \(other.map(quoted) ?? "innehållsförteckningen") ligger på samma plats i filen."
        case .unsupportedMethod(let entry, let code):
            "delen \(quoted(entry)) är komprimerad på ett sätt som inte läses (nummer \(code))."
        case .storedSizesDiffer(let entry, let compressed, let size):
            "delen \(quoted(entry)) är inte komprimerad men har två storlekar, \(compressed) och \(size) byte."
        case .headersDiffer(let entry, let field):
            "\(field.swedish) för delen \(quoted(entry)) är olika på två ställen i filen."
        case .notInArchive(let entry): "delen \(quoted(entry)) hör till ett annat arkiv."
        case .corrupt(let entry, let offset): "delen \(quoted(entry)) kan inte packas upp efter \(offset) byte."
        case .truncated(let entry): "delen \(quoted(entry)) är avhuggen."
        case .trailingData(let entry, let count): "efter delen \(quoted(entry)) ligger \(count) byte för mycket."
        case .sizeDiffers(let entry, let declared, let found):
            "delen \(quoted(entry)) sägs vara \(declared) byte men är \(found)."
        case .checksumDiffers(let entry, _, _): "delen \(quoted(entry)) har fel kontrollsumma."
        case .ratioTooHigh(let entry, let size, let compressed, let limit):
            "\(entry.map { "delen \(quoted($0))" } ?? "filen") packas upp från \(compressed) till mer än \(size) byte, men "
                + "högst \(limit) gånger så mycket läses."
        case .tooLarge(let size, let limit): "filen packas upp till \(size) byte, men högst \(limit) läses."
        case .entryTooLarge(let entry, let size, let limit):
            "delen \(quoted(entry)) är \(size) byte, men högst \(limit) läses."
        case .access, .encrypted, .decompression: ""
        }
    }
}

extension ArchiveRecord {
    fileprivate var swedish: String {
        switch self {
        case .endRecord, .zip64Locator, .zip64EndRecord: "filens slutpost"
        case .centralDirectory: "filens innehållsförteckning"
        case .localHeader: "huvudet till en del"
        case .content: "innehållet i en del"
        case .dataDescriptor: "slutet av en del"
        }
    }
}

extension HeaderField {
    fileprivate var swedish: String {
        switch self {
        case .name: "namnet"
        case .method: "komprimeringen"
        case .flags: "flaggorna"
        case .sizes: "storleken"
        case .checksum: "kontrollsumman"
        }
    }
}
