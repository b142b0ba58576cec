/// The labels of a map in one language, for a wide and for a narrow screen.
struct LabelledMap {
  /// For each of the map's marks.
  let wide: [LabelPlacement.Place?]
  let narrow: [LabelPlacement.Place?]

  /// - Parameter texts: For each mark what its label says, if there is something.
  init(_ map: DrawnMap, size: MapSize, texts: [String?]) {
    let order = Self.order(map)
    wide = Self.places(map, texts, order, size: size.labels.wide, most: size.mostLabels.wide, growth: 1)
    // Marks are drawn larger where the map is small.
    narrow = Self.places(
      map, texts, order, size: size.labels.narrow, most: size.mostLabels.narrow,
      growth: size.labels.narrow / size.labels.wide * 0.75)
  }

  private static func places(
    _ map: DrawnMap, _ texts: [String?], _ order: [Int], size: Double, most: Int, growth: Double
  ) -> [LabelPlacement.Place?] {
    var placement = LabelPlacement(size: size, area: map.frame.box)
    for mark in map.marks {
      let (radius, inner) = (mark.radius * growth, mark.radius * growth * 0.7)
      let (x, y) = (mark.point.x, mark.point.y)
      placement.take(Box(left: x - radius, top: y - inner, right: x + radius, bottom: y + inner))
      placement.take(Box(left: x - inner, top: y - radius, right: x + inner, bottom: y + radius))
    }
    for line in map.bridges.lazy.flatMap(\.lines) { placement.avoid(line) }
    var places: [LabelPlacement.Place?] = Array(repeating: nil, count: map.marks.count)
    var count = 0
    for number in order where count < most {
      guard let text = texts[number] else { continue }
      let mark = map.marks[number]
      places[number] = placement.place(
        width: TextWidth.ems(of: text) * size, beside: mark.point, radius: mark.radius * growth + 1.5)
      if places[number] != nil { count += 1 }
    }
    return places
  }

  /// The marks in the order in which they get their labels: those with most bridges first, full members before
  /// others.
  private static func order(_ map: DrawnMap) -> [Int] {
    var bridges = Array(repeating: 0, count: map.marks.count)
    for bridge in map.bridges {
      bridges[bridge.from] += 1
      bridges[bridge.to] += 1
    }
    func isGuest(_ number: Int) -> Int {
      map.marks[number].members.contains { map.members[$0].symbol == .member } ? 0 : 1
    }
    return map.marks.indices.sorted {
      (isGuest($0), -bridges[$0], $0) < (isGuest($1), -bridges[$1], $1)
    }
  }
}
