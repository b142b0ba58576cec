/// What a map shows of the Earth itself, as the path data of SVG.
struct MapBackground: Sendable {
  /// The shape of the projection, as far as it is in the frame.
  let sea: String
  let land: String
  let borders: String

  /// Units by which what is drawn goes on beyond the map's edge, so that strokes do not show where it was cut.
  private static let bleed = 4.0
  /// Units by which a simplified line may be off.
  private static let tolerance = 0.45
  /// Rings are left out that are smaller on both sides, in units.
  private static let smallest = 1.5
  /// Degrees between points along the edge of the projection, which is curved.
  private static let step = 3.0

  init(_ frame: MapFrame, outlines: Outlines = .naturalEarth) {
    let clipping = Clipping(box: frame.box.grown(by: Self.bleed))
    var land = PathText(.units)
    for ring in outlines.land {
      for part in Self.turned(ring, frame.meridian) {
        let visible = clipping.ring(Self.projected(Self.world.ring(part), frame))
        guard let extent = Box(around: visible), max(extent.width, extent.height) >= Self.smallest else {
          continue
        }
        land.add(ring: Simplification.ring(visible, tolerance: Self.tolerance))
      }
    }
    var borders = PathText(.units)
    for border in outlines.borders {
      for part in Self.turned(border, frame.meridian).flatMap({ Self.world.lines($0) }) {
        let points = part.map { frame.point(eastward: $0.x, latitude: $0.y) }
        for line in clipping.lines(points) {
          borders.add(line: Simplification.line(line, tolerance: Self.tolerance))
        }
      }
    }
    let edge = [
      PlanePoint(x: -180, y: -90), PlanePoint(x: -180, y: 90), PlanePoint(x: 180, y: 90),
      PlanePoint(x: 180, y: -90),
    ]
    var sea = PathText(.units)
    sea.add(
      ring: Simplification.ring(
        clipping.ring(Self.projected(edge, frame)), tolerance: Self.tolerance))
    self.sea = sea.text
    self.land = land.text
    self.borders = borders.text
  }

  /// The world in degrees.
  private static let world = Clipping(box: Box(left: -180, top: -90, right: 180, bottom: 90))

  /// A line with longitudes counted from a meridian, once for each turn of the Earth in which a part of it is seen.
  private static func turned(_ line: Outlines.Line, _ meridian: Double) -> [Outlines.Line] {
    [-360.0, 0, 360].compactMap { turn in
      let points = line.map { PlanePoint(x: $0.x - meridian + turn, y: $0.y) }
      return points.contains { abs($0.x) < 180 } ? points : nil
    }
  }

  /// A ring as it is drawn, with more points where it runs along the edge of the projection.
  private static func projected(_ ring: [PlanePoint], _ frame: MapFrame) -> [PlanePoint] {
    var points: [PlanePoint] = []
    for (number, point) in ring.enumerated() {
      points.append(frame.point(eastward: point.x, latitude: point.y))
      let next = ring[number + 1 < ring.count ? number + 1 : 0]
      guard abs(point.x) == 180, point.x == next.x else { continue }
      let count = Int((abs(next.y - point.y) / step).rounded(.up))
      for part in stride(from: 1, to: count, by: 1) {
        let latitude = point.y + (next.y - point.y) * Double(part) / Double(count)
        points.append(frame.point(eastward: point.x, latitude: latitude))
      }
    }
    return points
  }
}
