/// A cell's place as in `XFD1048576`: letters for the column, then the row (ST_CellRef).
struct CellReference: Equatable {
    /// From 0.
    let column: Int
    /// From 1.
    let row: Int

    /// Nil for what is no reference to one cell, and for one beyond any sheet.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var place = 0
        var column = 0
        while place < text.count {
            let letter = (text[place] | 0x20) &- 0x61
            guard letter < 26 else { break }
            column = column &* 26 &+ Int(letter) &+ 1
            place &+= 1
        }
        let letters = place
        guard letters > 0, letters <= 3, letters < text.count, text.count <= letters &+ 7 else { return nil }
        var row = 0
        while place < text.count {
            let digit = text[place] &- 0x30
            guard digit < 10 else { return nil }
            row = row &* 10 &+ Int(digit)
            place &+= 1
        }
        self.column = column &- 1
        self.row = row
    }
}
