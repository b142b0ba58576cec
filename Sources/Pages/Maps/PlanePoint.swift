/// A point of a plane. On maps and in figures y grows downwards, as in SVG.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double

  func squaredDistance(to other: PlanePoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }

  func squaredDistance(toLineFrom start: PlanePoint, to end: PlanePoint) -> Double {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    guard length > 0 else { return squaredDistance(to: start) }
    let along = min(1, max(0, ((x - start.x) * dx + (y - start.y) * dy) / length))
    return squaredDistance(to: PlanePoint(x: start.x + along * dx, y: start.y + along * dy))
  }
}
