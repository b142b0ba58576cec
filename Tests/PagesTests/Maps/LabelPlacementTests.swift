import Testing

@testable import Pages

@Suite("Marks and labels on a map")
struct LabelPlacementTests {
  /// Places as they might be, the same in every run (SplitMix64).
  private struct Random {
    var state: UInt64
    mutating func next(below bound: Double) -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return Double((value ^ (value >> 31)) >> 11) / Double(1 << 53) * bound
    }
  }

  /// - Parameter share: The share of places that lie in Europe.
  static func members(_ count: Int, inEurope share: Double = 0.6) -> [DrawnMap.Member] {
    var random = Random(state: UInt64(count))
    return (0..<count).map { number in
      let isEuropean = random.next(below: 1) < share
      let place =
        isEuropean
        ? Coordinates(latitude: 42 + random.next(below: 20), longitude: -5 + random.next(below: 30))
        : Coordinates(latitude: -40 + random.next(below: 100), longitude: -180 + random.next(below: 360))
      return DrawnMap.Member(entry: number, place: place, symbol: number % 7 == 0 ? .guest : .member)
    }
  }

  private func ties(_ count: Int) -> [AgreementTies.Tie] {
    (0..<count / 2).map { AgreementTies.Tie(ends: .init($0, count - 1 - $0), agreements: [count + $0]) }
  }

  @Test("No label lies on another, on a mark or over the edge", arguments: [3, 30, 300, 3000])
  func labels(count: Int) {
    let members = Self.members(count)
    for size in [MapSize.page, .column] {
      let map = DrawnMap(members, ties: ties(count), size: size)
      let texts = map.marks.indices.map { "Place \($0)" }
      let labels = LabelledMap(map, size: size, texts: texts)
      for places in [labels.wide, labels.narrow] {
        #expect(places.count == map.marks.count)
        let boxes = places.compactMap { $0?.box }
        if count <= 300 { #expect(boxes.count >= min(3, map.marks.count)) }
        for (number, box) in boxes.enumerated() {
          #expect(map.frame.box.contains(box))
          #expect(!boxes[(number + 1)...].contains { $0.overlaps(box) })
          #expect(!map.marks.contains { box.contains($0.point) })
        }
      }
      if count == 3 { #expect(labels.wide.allSatisfy { $0 != nil }) }
    }
  }

  @Test("Every place is in one mark, and no two marks touch", arguments: [0, 1, 3, 30, 300, 3000])
  func marks(count: Int) {
    let map = DrawnMap(Self.members(count), ties: ties(count), size: .page)
    #expect(map.marks.flatMap(\.members).sorted() == Array(0..<count))
    for (number, mark) in map.marks.enumerated() {
      #expect(map.frame.box.contains(mark.point))
      for other in map.marks[(number + 1)...] {
        let distance = mark.point.squaredDistance(to: other.point).squareRoot()
        #expect(distance >= mark.radius + other.radius, "\(mark) and \(other)")
      }
    }
  }

  @Test("All on one spot are one mark without bridges", arguments: [2, 300])
  func oneSpot(count: Int) {
    let place = Coordinates(latitude: 55.68, longitude: 12.57)
    let members = (0..<count).map { DrawnMap.Member(entry: $0, place: place, symbol: .member) }
    let map = DrawnMap(members, ties: ties(count), size: .page)
    #expect(map.marks.map(\.members) == [Array(0..<count)])
    #expect(map.bridges.isEmpty)
    #expect(map.marks[0].radius <= 15)
  }

  @Test("Poles and the date line are places like others")
  func edges() {
    let places = [(90.0, 0.0), (-90, 0), (0, 180), (0, -180), (60, 179.9), (-60, -179.9), (0, 0)]
    let members = places.enumerated().map {
      DrawnMap.Member(
        entry: $0.offset, place: Coordinates(latitude: $0.element.0, longitude: $0.element.1), symbol: .member
      )
    }
    let pairs = members.indices.flatMap { a in (a + 1..<members.count).map { AgreementTies.Pair(a, $0) } }
    let map = DrawnMap(members, ties: pairs.map { .init(ends: $0, agreements: []) }, size: .page)
    for mark in map.marks { #expect(map.frame.box.contains(mark.point), "\(mark)") }
    for line in map.bridges.flatMap(\.lines) {
      #expect(line.count > 1)
      for point in line { #expect(map.frame.box.grown(by: 1).contains(point), "\(point)") }
    }
    #expect(members.isEmpty || DrawnMap([], ties: [], size: .page).marks.isEmpty)
  }

  @Test("A bridge goes from one mark's middle to the other's, and there is one between two marks")
  func bridges() throws {
    let members = [(55.68, 12.57), (55.7, 12.6), (59.91, 10.75), (39, -105.5)].enumerated().map {
      DrawnMap.Member(
        entry: $0.offset, place: Coordinates(latitude: $0.element.0, longitude: $0.element.1), symbol: .member
      )
    }
    let ties = [(0, 1, 7), (0, 2, 7), (1, 2, 8), (0, 3, 9)].map {
      AgreementTies.Tie(ends: .init($0.0, $0.1), agreements: [$0.2])
    }
    let map = DrawnMap(members, ties: ties, size: .page)
    #expect(map.marks.map(\.members) == [[0, 1], [2], [3]])
    #expect(map.bridges.map { [$0.from, $0.to] } == [[0, 1], [0, 2]])
    #expect(map.bridges.map(\.agreements) == [[7, 8], [9]])
    for bridge in map.bridges {
      #expect(bridge.lines.first?.first == map.marks[bridge.from].point)
      #expect(bridge.lines.last?.last == map.marks[bridge.to].point)
    }
  }

  @Test("Texts are taken for wide rather than for narrow")
  func widths() {
    #expect(TextWidth.ems(of: "Oslo") > 2)
    #expect(TextWidth.ems(of: "東京") > 2)
    #expect(TextWidth.ems(of: "e\u{301}") == TextWidth.ems(of: "e"))
    #expect(TextWidth.ems(of: "MMMM") > TextWidth.ems(of: "iiii"))
    #expect(TextWidth.ems(of: "") == 0)
  }
}
