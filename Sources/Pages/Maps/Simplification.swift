/// Leaves points out of a line that nobody would miss (Douglas and Peucker).
enum Simplification {
  /// - Parameter tolerance: How far the result may be from the line.
  static func line(_ points: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard points.count > 2 else { return points }
    var isKept = Array(repeating: false, count: points.count)
    isKept[0] = true
    isKept[points.count - 1] = true
    var open = [(0, points.count - 1)]
    while let (start, end) = open.popLast() {
      var farthest = (number: start, distance: tolerance * tolerance)
      for number in stride(from: start + 1, to: end, by: 1) {
        let distance = points[number].squaredDistance(toLineFrom: points[start], to: points[end])
        if distance > farthest.distance { farthest = (number, distance) }
      }
      guard farthest.number > start else { continue }
      isKept[farthest.number] = true
      open += [(start, farthest.number), (farthest.number, end)]
    }
    return zip(points, isKept).compactMap { $1 ? $0 : nil }
  }

  /// The same of a ring, whose first point is not repeated; empty where nothing is left to be seen.
  static func ring(_ points: [PlanePoint], tolerance: Double) -> [PlanePoint] {
    guard let first = points.first,
      let far = points.indices.max(by: {
        first.squaredDistance(to: points[$0]) < first.squaredDistance(to: points[$1])
      })
    else { return [] }
    let there = line(Array(points[...far]), tolerance: tolerance)
    let back = line(Array(points[far...]) + [first], tolerance: tolerance)
    let ring = there.dropLast() + back.dropLast()
    return ring.count > 2 ? Array(ring) : []
  }
}
