/// Which row of the sheet each row of the table is: remembered only where the distance between the two changes.
struct SheetRows: Sendable {
    private var breaks: [(row: Int, distance: Int)] = []

    mutating func note(row: Int, isSheetRow sheetRow: Int) {
        let distance = sheetRow - row
        if breaks.last?.distance != distance { breaks.append((row, distance)) }
    }

    subscript(row: Int) -> Int {
        var low = 0
        var high = breaks.count
        while low < high {
            let middle = (low + high) / 2
            if breaks[middle].row <= row { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? row + breaks[low - 1].distance : row + 1
    }
}
