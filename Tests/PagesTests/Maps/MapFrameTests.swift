import Testing

@testable import Pages

@Suite("Which part of the world a map shows")
struct MapFrameTests {
  private let fitting = FrameFitting(width: 1000, proportions: 0.4...0.56, smallest: 0.7)

  private static let europe = [
    Coordinates(latitude: 55.68, longitude: 12.57), Coordinates(latitude: 59.91, longitude: 10.75),
    Coordinates(latitude: 52.52, longitude: 13.4),
  ]

  @Test("Neighbours are shown large, and places all around the world on a map of the world")
  func sizes() {
    #expect(fitting.frame(around: Self.europe, ways: []).window.width < 1)
    let world =
      Self.europe + [
        Coordinates(latitude: -33.87, longitude: 151.2), Coordinates(latitude: 39, longitude: -105.5),
        Coordinates(latitude: -23.5, longitude: -46.6),
      ]
    #expect(fitting.frame(around: world, ways: []) == MapFrame.world(width: 1000))
    #expect(fitting.frame(around: [], ways: []) == MapFrame.world(width: 1000))
  }

  @Test(
    "Every place is on the map, with room around it, wherever it is",
    arguments: [
      europe, [Coordinates(latitude: 90, longitude: 0)], [Coordinates(latitude: -90, longitude: 12)],
      [Coordinates(latitude: 0, longitude: 180), Coordinates(latitude: 3, longitude: -179)],
      [Coordinates(latitude: 78.2, longitude: 15.6), Coordinates(latitude: 64.1, longitude: -21.9)],
      [Coordinates(latitude: 69, longitude: 33), Coordinates(latitude: -54.8, longitude: -68.3)],
      [Coordinates(latitude: -77.8, longitude: 166.7), Coordinates(latitude: 51.5, longitude: 0)],
    ])
  func everyPlace(places: [Coordinates]) {
    for width in [0.5, 0.7] {
      let frame = FrameFitting(width: 1000, proportions: 0.4...0.56, smallest: width)
        .frame(around: places, ways: [])
      for place in places {
        #expect(frame.box.grown(by: -9).contains(frame.point(place)), "\(place) in \(frame)")
      }
      #expect((390...600).contains(frame.height), "\(frame)")
    }
  }

  @Test("The middle is where the places are, also around the antimeridian")
  func meridian() {
    func middle(_ longitudes: Double...) -> Double? {
      FrameFitting.meridian(of: longitudes.map { Coordinates(latitude: 0, longitude: $0) })
    }
    #expect(middle(10, 20) == 15)
    #expect(middle(170, -160) == -175)
    #expect(middle(-180, 180) == -180)
    #expect(middle(0, 90, 180, -90) == nil)
    #expect(middle() == nil)
    // Which meridian a pole is on says nothing.
    #expect(FrameFitting.meridian(of: [Coordinates(latitude: 90, longitude: 77)]) == 0)
  }
}
