/// Divides a plane into square cells, so that what is near is found without looking at everything.
struct MapGrid {
  struct Cell: Hashable {
    let column: Int
    let row: Int
  }

  /// The length of a cell's side.
  let cell: Double

  func cell(of point: PlanePoint) -> Cell {
    Cell(column: Int((point.x / cell).rounded(.down)), row: Int((point.y / cell).rounded(.down)))
  }

  /// The cells that a box touches, row by row.
  func cells(in box: Box) -> [Cell] {
    let first = cell(of: PlanePoint(x: box.left, y: box.top))
    let last = cell(of: PlanePoint(x: box.right, y: box.bottom))
    return (first.row...last.row).flatMap { row in
      (first.column...last.column).map { Cell(column: $0, row: row) }
    }
  }

  func cells(around point: PlanePoint, reach: Double) -> [Cell] {
    cells(in: Box(around: point, radius: reach))
  }
}
