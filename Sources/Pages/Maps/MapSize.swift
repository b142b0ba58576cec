/// How large a map and the texts on it are drawn, in units of its view box.
struct MapSize: Sendable {
  let width: Double
  let proportions: ClosedRange<Double>
  /// The least that it shows of the world, in radii of the Earth.
  let smallest: Double
  /// The radius of a mark for one place.
  let radius: Double
  /// The size of labels where there is room for the map, and where the map is as wide as a telephone.
  let labels: (wide: Double, narrow: Double)
  /// More labels than these make nothing clearer.
  let mostLabels: (wide: Int, narrow: Int)

  /// As wide as the page: about a unit in a pixel, and three on a telephone.
  static let page = MapSize(
    width: 1000, proportions: 0.45...0.58, smallest: 0.7, radius: 5.5, labels: (15, 34), mostLabels: (60, 9))
  /// As wide as a text.
  static let column = MapSize(
    width: 600, proportions: 0.5...0.62, smallest: 0.5, radius: 5.5, labels: (14, 24), mostLabels: (24, 10))

  var fitting: FrameFitting { FrameFitting(width: width, proportions: proportions, smallest: smallest) }

  var grouping: MarkGrouping { MarkGrouping(radius: radius, gap: 2, largest: 15) }
}
