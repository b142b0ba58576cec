/// A map with everything at its place, whatever language its labels are in.
struct DrawnMap: Sendable {
  /// Something that has a place.
  struct Member: Sendable {
    /// The entry's number.
    let entry: Int
    let place: Coordinates
    let symbol: MapSymbol
  }

  /// An arc from one mark to another.
  struct Bridge: Sendable {
    /// The numbers of the marks, the lower one first.
    let from: Int
    let to: Int
    /// What connects them, in ascending order of their numbers.
    let agreements: [Int]
    /// More than one line where the arc is cut at the edge of the world.
    let lines: [[PlanePoint]]

    /// The arc as the path data of SVG.
    var path: String {
      var text = PathText(.tenths)
      for line in lines { text.add(line: line) }
      return text.text
    }
  }

  let frame: MapFrame
  let members: [Member]
  let marks: [MapMark]
  let bridges: [Bridge]

  /// Degrees of arc between the points of a bridge, before those are left out that nobody would miss.
  private static let step = 1.0
  /// Units by which a bridge may be off.
  private static let tolerance = 0.12

  /// - Parameter ties: Between entries; those whose ends are no members are not drawn.
  init(_ members: [Member], ties: [AgreementTies.Tie], size: MapSize) {
    let numbers = Dictionary(
      members.enumerated().map { ($0.element.entry, $0.offset) }, uniquingKeysWith: { first, _ in first })
    let drawn = ties.compactMap { tie -> (from: Int, to: Int, agreements: [Int])? in
      guard let from = numbers[tie.ends.first], let to = numbers[tie.ends.second] else { return nil }
      return (from, to, tie.agreements)
    }
    func way(_ from: Coordinates, _ to: Coordinates, step: Double = 8) -> [Coordinates] {
      GreatCircle(start: from, end: to).places(every: step)
    }
    let frame = size.fitting.frame(
      around: members.map(\.place), ways: drawn.map { way(members[$0.from].place, members[$0.to].place) })
    let marks = size.grouping.marks(of: members.map { frame.point($0.place) })
    var markOf = Array(repeating: 0, count: members.count)
    for (number, mark) in marks.enumerated() {
      for member in mark.members { markOf[member] = number }
    }
    // Bridges between the same two marks are one.
    var bridges: [AgreementTies.Pair: Set<Int>] = [:]
    for tie in drawn where markOf[tie.from] != markOf[tie.to] {
      bridges[AgreementTies.Pair(markOf[tie.from], markOf[tie.to]), default: []].formUnion(tie.agreements)
    }
    self.frame = frame
    self.members = members
    self.marks = marks
    let middles = marks.map { mark in GreatCircle.middle(of: mark.members.map { members[$0].place }) }
    self.bridges = bridges.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }.compactMap
    {
      pair, agreements in
      guard let from = middles[pair.first], let to = middles[pair.second] else { return nil }
      var lines = frame.lines(through: way(from, to, step: Self.step))
      // The middle of several places on the Earth is not quite that of their points on the map.
      if let first = lines.indices.first, let last = lines.indices.last {
        lines[first][0] = marks[pair.first].point
        lines[last][lines[last].count - 1] = marks[pair.second].point
      }
      return Bridge(
        from: pair.first, to: pair.second, agreements: agreements.sorted(),
        lines: lines.map { Simplification.line($0, tolerance: Self.tolerance) })
    }
  }
}
