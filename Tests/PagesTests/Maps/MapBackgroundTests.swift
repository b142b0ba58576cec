import Foundation
import Testing

@testable import Pages

@Suite("The land on a map")
struct MapBackgroundTests {
  /// The rings of path data with relative lines.
  private func rings(_ path: String) -> [[PlanePoint]] {
    var pen = PlanePoint(x: 0, y: 0)
    return path.split(separator: "m").map { part in
      var ring: [PlanePoint] = []
      let numbers = part.matches(of: /-?[0-9]*\.?[0-9]+/).compactMap { Double($0.output) }
      for index in stride(from: 0, to: numbers.count - 1, by: 2) {
        pen = PlanePoint(x: pen.x + numbers[index], y: pen.y + numbers[index + 1])
        ring.append(pen)
      }
      if part.hasSuffix("z"), let first = ring.first { pen = first }
      return ring
    }
  }

  /// By the even-odd rule.
  private func isLand(_ point: PlanePoint, _ rings: [[PlanePoint]]) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst() + [ring[0]]) where (a.y > point.y) != (b.y > point.y) {
        if point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x { isInside.toggle() }
      }
    }
    return isInside
  }

  @Test(
    "Inland places are on land and others in the sea, wherever the map is cut",
    arguments: [11.0, 0, -47, 95, 180, -150])
  func landAndSea(meridian: Double) {
    let world = MapFrame.world(width: 1000, northernmost: 90, southernmost: -90)
    let frame = MapFrame(meridian: meridian, window: world.window, width: 1000)
    let rings = rings(MapBackground(frame).land)
    let inland = [
      (39.0, -105.5), (52.5, 13.4), (60, 60), (-25, 134), (0, 22), (-10, -55), (66.3, -174), (68, 175),
      (75, -40),
      (-80, 20), (-82, 100),
    ]
    let offshore = [(45.0, -40.0), (0, -150), (-30, 80), (41.8, 50.5), (-55, 170), (75, 0), (25, -90)]
    for (latitude, longitude) in inland {
      #expect(
        isLand(frame.point(Coordinates(latitude: latitude, longitude: longitude)), rings),
        "\(latitude), \(longitude)")
    }
    for (latitude, longitude) in offshore {
      #expect(
        !isLand(frame.point(Coordinates(latitude: latitude, longitude: longitude)), rings),
        "\(latitude), \(longitude)")
    }
  }

  @Test("Nothing is drawn far outside the map")
  func clipped() throws {
    let frame = FrameFitting(width: 1000, proportions: 0.4...0.56, smallest: 0.7)
      .frame(around: [Coordinates(latitude: 55.68, longitude: 12.57)], ways: [])
    let background = MapBackground(frame)
    let points = (rings(background.land) + rings(background.borders) + rings(background.sea)).joined()
    #expect(points.count > 200)
    let box = frame.box.grown(by: 5)
    for point in points { #expect(box.contains(point), "\(point)") }
  }

  @Test("The land of the world is small enough to be part of a page")
  func size() {
    let background = MapBackground(MapFrame.world(width: 1000))
    #expect(background.land.utf8.count + background.borders.utf8.count < 24_000)
    #expect(background.land.allSatisfy { "0123456789 -mz".contains($0) })
  }

  @Test("Maps of one frame share their background")
  func shared() {
    let atlas = Atlas(outlines: Outlines(Array("l0,0 100,0 0,100\nb0,0 20,20\n?\n".utf8)))
    let background = atlas.background(of: MapFrame.world(width: 1000))
    #expect(background.land == "m470 243 13 0 0-18z")
    #expect(background.borders == "m470 243 2-3")
    #expect(atlas.background(of: MapFrame.world(width: 1000)).land == background.land)
  }
}
