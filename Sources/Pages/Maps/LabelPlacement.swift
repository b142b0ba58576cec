/// Finds places for labels beside points so that none lies on another or on a point; a label for which there is
/// none is left out. Labels are placed in the order in which they are asked for.
struct LabelPlacement {
  /// A label's place.
  struct Place: Hashable {
    /// Where the text's baseline begins, has its middle or ends.
    let point: PlanePoint
    let anchor: Anchor
    /// What the text takes up.
    let box: Box
  }

  /// Which part of a text is at its point, from left to right whatever the language.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// The size of the letters, in units.
  let size: Double
  /// Where labels may lie.
  private let area: Box
  private let grid: MapGrid
  private var taken: [MapGrid.Cell: [Box]] = [:]
  /// Points of lines; a label lies on as few as may be.
  private var avoided: [MapGrid.Cell: [PlanePoint]] = [:]

  /// - Parameter area: The map.
  init(size: Double, area: Box) {
    self.size = size
    self.area = area.grown(by: -size / 4)
    grid = MapGrid(cell: 3 * size)
  }

  /// Keeps labels off a box.
  mutating func take(_ box: Box) {
    for cell in grid.cells(in: box) { taken[cell, default: []].append(box) }
  }

  /// Keeps labels off a line, where there is a choice.
  mutating func avoid(_ line: [PlanePoint]) {
    for (start, end) in zip(line, line.dropFirst()) {
      let count = max(1, Int((start.squaredDistance(to: end).squareRoot() / size * 2).rounded(.up)))
      // What lies outside the map needs no cells.
      guard count < 10_000 else { continue }
      for part in 0..<count {
        let share = Double(part) / Double(count)
        let point = PlanePoint(
          x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
        if area.contains(point) { avoided[grid.cell(of: point), default: []].append(point) }
      }
    }
  }

  /// The best free place for a label, which is taken then.
  ///
  /// - Parameters:
  ///   - width: Of the text, in units.
  ///   - point: What it labels.
  ///   - radius: How far the label stays away from it.
  mutating func place(width: Double, beside point: PlanePoint, radius: Double) -> Place? {
    var best: (place: Place, crossings: Int)?
    for place in places(width: width, beside: point, radius: radius) where isFree(place.box) {
      let crossings = crossings(place.box)
      if crossings < best?.crossings ?? .max { best = (place, crossings) }
      if crossings == 0 { break }
    }
    guard let best else { return nil }
    // Some room between one label and the next.
    take(best.place.box.grown(by: size / 5))
    return best.place
  }

  /// Where a label may lie, best first: right, left, above, below, and between them.
  private func places(width: Double, beside point: PlanePoint, radius: Double) -> [Place] {
    let gap = radius + size * 0.3
    let near = radius * 0.7 + size * 0.1
    let rise = radius * 0.7 + size * 0.7
    func place(_ anchor: Anchor, dx: Double, middle dy: Double) -> Place {
      let left = point.x + dx - (anchor == .start ? 0 : anchor == .middle ? width / 2 : width)
      let middle = point.y + dy
      return Place(
        point: PlanePoint(x: point.x + dx, y: middle + size * Self.drop), anchor: anchor,
        box: Box(left: left, top: middle - size * 0.6, right: left + width, bottom: middle + size * 0.6))
    }
    return [
      place(.start, dx: gap, middle: 0), place(.end, dx: -gap, middle: 0),
      place(.start, dx: near, middle: -rise), place(.start, dx: near, middle: rise),
      place(.end, dx: -near, middle: -rise), place(.end, dx: -near, middle: rise),
      place(.middle, dx: 0, middle: -gap - size * 0.5), place(.middle, dx: 0, middle: gap + size * 0.5),
    ]
  }

  /// How far below the middle of its letters a text's baseline is, in its size.
  private static let drop = 0.35

  private func isFree(_ box: Box) -> Bool {
    area.contains(box)
      && grid.cells(in: box).allSatisfy { cell in !(taken[cell] ?? []).contains { $0.overlaps(box) } }
  }

  private func crossings(_ box: Box) -> Int {
    grid.cells(in: box).reduce(0) { sum, cell in sum + (avoided[cell] ?? []).count { box.contains($0) } }
  }
}
