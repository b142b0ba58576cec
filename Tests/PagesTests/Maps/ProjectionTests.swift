import Foundation
import Testing

@testable import Pages

@Suite("Where places lie on a map")
struct ProjectionTests {
  /// Of PROJ 9.5.1, `+proj=eqearth +R=1`. The first four are also in the paper that describes the projection.
  @Test(
    "Places lie where the Equal Earth projection puts them",
    arguments: [
      (0, 0, 0, 0), (180, 0, 2.7066299836960748, 0), (0, 90, 0, 1.3173627591574133),
      (180, 90, 1.6035886482840516, 1.3173627591574133),
      (12.57, 55.68, 0.1484162319109821, 1.0277856883238228),
      (-105.5, 39, -1.4147238572908654, 0.7570392676020792),
      (151.2, -33.87, 2.0869650776546234, -0.6647057660224264),
      (-70, -53, -0.8465888849858684, -0.9879709435210602),
    ])
  func equalEarth(longitude: Double, latitude: Double, x: Double, y: Double) {
    let point = EqualEarth.point(eastward: longitude, latitude: latitude)
    #expect(abs(point.x - x) < 1e-12 && abs(point.y - y) < 1e-12, "\(point)")
  }

  /// Of PROJ 9.5.1 on a sphere (`Geod("+a=1 +b=1").npts`).
  @Test("The shortest way between two places is a great circle")
  func greatCircle() {
    let colorado = Coordinates(latitude: 39, longitude: -105.5)
    let copenhagen = Coordinates(latitude: 55.68, longitude: 12.57)
    let way = GreatCircle(start: colorado, end: copenhagen)
    #expect(abs(way.length - 71.72503003088165) < 1e-9)
    let expected = [
      colorado, Coordinates(latitude: 53.374280888648805, longitude: -89.81336589766443),
      Coordinates(latitude: 63.87219362636307, longitude: -61.31443946915083),
      Coordinates(latitude: 64.93914228018438, longitude: -19.091033344067867), copenhagen,
    ]
    let places = way.places(every: 18)
    #expect(places.count == expected.count)
    for (place, other) in zip(places, expected) {
      #expect(abs(place.latitude - other.latitude) < 1e-9 && abs(place.longitude - other.longitude) < 1e-9)
    }
  }

  @Test("Between one place and itself, and between opposite places, there is a way, too")
  func oddGreatCircles() {
    let place = Coordinates(latitude: 10, longitude: 20)
    #expect(GreatCircle(start: place, end: place).places(every: 1) == [place, place])
    let opposite = GreatCircle(start: place, end: Coordinates(latitude: -10, longitude: -160))
    #expect(abs(opposite.length - 180) < 1e-6)
    let places = opposite.places(every: 10)
    #expect(places.contains { abs($0.latitude - 90) < 1e-6 })
    #expect(places.allSatisfy { $0.latitude.isFinite && $0.longitude.isFinite })
  }

  @Test("A way over the antimeridian is cut at the edges of the map, at the same latitude")
  func antimeridian() throws {
    let sydney = Coordinates(latitude: -33.87, longitude: 151.2)
    let santiago = Coordinates(latitude: -33.45, longitude: -70.67)
    let frame = MapFrame.world(width: 1000)
    let lines = frame.lines(through: GreatCircle(start: sydney, end: santiago).places(every: 1))
    try #require(lines.count == 2)
    let (leaves, enters) = (try #require(lines[0].last), try #require(lines[1].first))
    #expect(abs(leaves.y - enters.y) < 1e-9)
    #expect(abs(leaves.x + enters.x - 1000) < 1e-9)
    // No line runs across the whole map.
    for line in lines {
      for (a, b) in zip(line, line.dropFirst()) { #expect(abs(a.x - b.x) < 20) }
    }
    // Seen from the Pacific, it is one.
    let pacific = FrameFitting(width: 1000, proportions: 0.4...0.56, smallest: 0.7)
      .frame(around: [sydney, santiago], ways: [])
    #expect(pacific.meridian == -140)
    #expect(pacific.lines(through: GreatCircle(start: sydney, end: santiago).places(every: 1)).count == 1)
  }

  @Test("Degrees east of a meridian are counted the shorter way")
  func eastward() {
    #expect(Coordinates.eastward(-170, from: 170) == 20)
    #expect(Coordinates.eastward(170, from: -170) == -20)
    #expect(Coordinates.eastward(180, from: 0) == -180)
    #expect(Coordinates.eastward(11, from: 11) == 0)
  }
}
