/// Finds the frame that shows some places and the ways between them large, with some of their surroundings.
struct FrameFitting {
  /// How wide the map is drawn, in units.
  let width: Double
  /// The height of the map in its width, at least and at most.
  let proportions: ClosedRange<Double>
  /// What a map shows of the world at least, in radii of the Earth: the outlines are too coarse for less.
  let smallest: Double

  /// Beyond this width, in radii of the Earth, the whole world is shown.
  private static let largest = 4.2
  /// What is left free on each side, in the width of what is shown.
  private static let margin = 0.12

  /// - Parameter ways: The points along the ways.
  func frame(around places: [Coordinates], ways: [[Coordinates]]) -> MapFrame {
    let all = places + ways.joined()
    let world = MapFrame.world(
      width: width, northernmost: all.map(\.latitude).max() ?? 0, southernmost: all.map(\.latitude).min() ?? 0
    )
    guard let meridian = Self.meridian(of: all),
      let extent = Box(
        around: all.map {
          let point = EqualEarth.point(
            eastward: Coordinates.eastward($0.longitude, from: meridian), latitude: $0.latitude)
          return PlanePoint(x: point.x, y: -point.y)
        })
    else { return world }
    let free = 1 - 2 * Self.margin
    let needed = max(smallest, extent.width / free, extent.height / free / proportions.upperBound)
    guard let step = Self.steps.first(where: { $0 >= needed }) else { return world }
    return MapFrame(
      meridian: meridian,
      window: window(
        around: extent, width: step, height: max(extent.height / free, step * proportions.lowerBound)),
      width: width)
  }

  /// The widths that windows have: with few of them, maps of neighbours have the same background.
  private static let steps = [0.5, 0.7, 0.9, 1.2, 1.5, 1.8, 2.1, 2.5, 2.9, 3.4, 3.9, largest]

  private func window(around extent: Box, width: Double, height: Double) -> Box {
    let grid = width / 20
    func snapped(_ value: Double) -> Double { (value / grid).rounded() * grid }
    let height = snapped(height + grid / 2)
    let middle = extent.middle
    let left = snapped(middle.x - width / 2)
    // North of the pole there is nothing to be seen.
    let highest = -EqualEarth.halfHeight - grid
    let lowest = EqualEarth.halfHeight + grid - height
    let top = min(max(snapped(middle.y - height / 2), highest), max(lowest, highest))
    return Box(left: left, top: top, right: left + width, bottom: top + height)
  }

  /// The longitude, in steps of 5 degrees, in the middle of the shortest stretch that has all places; `nil` for
  /// places all around the world, and for none.
  static func meridian(of places: [Coordinates]) -> Double? {
    let longitudes = places.filter { abs($0.latitude) < 89 }.map {
      Coordinates.eastward($0.longitude, from: 0)
    }.sorted()
    guard let first = longitudes.first, let last = longitudes.last else { return places.isEmpty ? nil : 0 }
    var (gap, start) = (first + 360 - last, first)
    for (west, east) in zip(longitudes, longitudes.dropFirst()) where east - west > gap {
      (gap, start) = (east - west, east)
    }
    guard gap > 150 else { return nil }
    let middle = start + (360 - gap) / 2
    return Coordinates.eastward((middle / 5).rounded() * 5, from: 0)
  }
}
