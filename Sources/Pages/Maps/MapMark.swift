/// A point on a map: one cluster, or several that are too near to each other to be told apart.
struct MapMark: Sendable {
  /// In units of the map.
  var point: PlanePoint
  /// The numbers of what it stands for, in ascending order.
  var members: [Int]
  /// In units.
  var radius: Double
}
