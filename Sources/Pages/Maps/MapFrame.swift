/// The part of the world that a map shows, and how wide it is drawn. Maps of one frame have the same background.
struct MapFrame: Hashable, Sendable {
  /// The longitude in the middle of the projection, in degrees.
  let meridian: Double
  /// What is shown of the projected plane, in radii of the Earth, y downwards.
  let window: Box
  /// How wide and high it is drawn, in units of the SVG’s view box.
  let width: Double
  let height: Double

  /// - Parameter width: In units; the height follows from the window.
  init(meridian: Double, window: Box, width: Double) {
    self.meridian = meridian
    self.window = window
    self.width = width
    height = (width * window.height / window.width).rounded()
  }

  /// The whole world, cut through the Bering Strait, where there is no land; without the Arctic Ocean and
  /// Antarctica where nothing there is to be shown.
  ///
  /// - Parameters:
  ///   - northernmost: The latitude that is to be shown in the north, in degrees.
  ///   - southernmost: The one in the south.
  static func world(width: Double, northernmost: Double = 0, southernmost: Double = 0) -> MapFrame {
    let (top, bottom) = (northernmost > 82 ? 90.0 : 84, southernmost < -55 ? -90.0 : -57)
    return MapFrame(
      meridian: worldMeridian,
      window: Box(
        left: -EqualEarth.halfWidth, top: -EqualEarth.point(eastward: 0, latitude: top).y,
        right: EqualEarth.halfWidth, bottom: -EqualEarth.point(eastward: 0, latitude: bottom).y
      ).grown(by: 0.02),
      width: width)
  }

  static let worldMeridian = 11.0

  /// Units in a radius of the Earth.
  var scale: Double { width / window.width }

  var box: Box { Box(left: 0, top: 0, right: width, bottom: height) }

  /// Where a place is drawn; outside ``box`` where the frame does not show it.
  func point(_ place: Coordinates) -> PlanePoint {
    point(eastward: Coordinates.eastward(place.longitude, from: meridian), latitude: place.latitude)
  }

  /// - Parameter eastward: Degrees east of ``meridian``, from -180 to 180.
  func point(eastward: Double, latitude: Double) -> PlanePoint {
    let point = EqualEarth.point(eastward: eastward, latitude: latitude)
    return PlanePoint(x: (point.x - window.left) * scale, y: (-point.y - window.top) * scale)
  }

  /// A way through places as lines that are cut where it crosses the edge of the projection.
  func lines(through places: [Coordinates]) -> [[PlanePoint]] {
    var lines: [[PlanePoint]] = []
    var previous: (eastward: Double, latitude: Double)?
    for place in places {
      let eastward = Coordinates.eastward(place.longitude, from: meridian)
      if let last = previous, abs(eastward - last.eastward) <= 180 {
        lines[lines.count - 1].append(point(eastward: eastward, latitude: place.latitude))
      } else {
        var line: [PlanePoint] = []
        if let last = previous {
          // East of the one edge is west of the other.
          let edge = last.eastward < 0 ? -180.0 : 180
          let beyond = eastward + 2 * edge
          let part = (edge - last.eastward) / (beyond - last.eastward)
          let latitude = last.latitude + part * (place.latitude - last.latitude)
          lines[lines.count - 1].append(point(eastward: edge, latitude: latitude))
          line.append(point(eastward: -edge, latitude: latitude))
        }
        lines.append(line + [point(eastward: eastward, latitude: place.latitude)])
      }
      previous = (eastward, place.latitude)
    }
    return lines
  }
}
