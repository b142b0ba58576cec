import Foundation

/// The Equal Earth projection of a sphere with the radius 1: areas keep their proportions, and continents look
/// like themselves.
///
/// Bojan Šavrič, Tom Patterson and Bernhard Jenny: The Equal Earth map projection. International Journal of
/// Geographical Information Science 33 (2019), pages 454–465.
enum EqualEarth {
  private static let a1 = 1.340264
  private static let a2 = -0.081106
  private static let a3 = 0.000893
  private static let a4 = 0.003796
  private static let m = 0.75.squareRoot()

  /// The x of a point on the equator at 180 degrees east.
  static let halfWidth = point(eastward: 180, latitude: 0).x
  /// The y of the north pole, which is a line.
  static let halfHeight = point(eastward: 0, latitude: 90).y

  /// Where a place lies, y upwards.
  ///
  /// - Parameters:
  ///   - eastward: Degrees east of the meridian in the middle of the map.
  ///   - latitude: In degrees.
  static func point(eastward: Double, latitude: Double) -> PlanePoint {
    let theta = asin(m * sin(latitude * .pi / 180))
    let square = theta * theta
    let sixth = square * square * square
    let slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
    return PlanePoint(
      x: eastward * .pi / 180 * cos(theta) / (m * slope),
      y: theta * (a1 + a2 * square + sixth * (a3 + a4 * square)))
  }
}
