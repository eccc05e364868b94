import Analysis
import OpenDocument

/// A share as a cell: the ratio as a number, shown in whole per cent.
///
/// Programs multiply the number by 100 in binary before they round it, and would show 23 of 40 as 57 %. Such a share is
/// written as the next greater number, in the sixteenth decimal, so that every program shows the 58 % that it is. The sheet
/// Data has the ratio itself.
func shareCell(_ share: Ratio, _ style: CellStyle) -> Cell {
    .percentage(shownValue(of: share), style, shown: percent(share.percent))
}

/// The number nearest to the share that rounds, times 100, to the share's percentage.
func shownValue(of share: Ratio) -> Double {
    let value = share.value
    return (100 * value).rounded(.toNearestOrAwayFromZero) == Double(share.percent) ? value : value.nextUp
}

/// A change as a cell: whole procentenheter with their sign, rounded once from the exact shares. Unrounded numbers would be
/// rounded a second time by the program that shows them, and a small fall would be shown as "−0".
func changeCell(_ change: Change, _ style: CellStyle) -> Cell {
    .number(Double(change.points), style, shown: signed(change.points))
}
