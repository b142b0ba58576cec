import Foundation

/// The shortest way between two places on a sphere.
struct GreatCircle {
  let start: Coordinates
  let end: Coordinates

  /// Degrees of arc, from 0 to 180.
  var length: Double {
    let (a, b) = (Self.vector(start), Self.vector(end))
    let cross = Vector(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    return atan2(cross.length, a.x * b.x + a.y * b.y + a.z * b.z) * 180 / .pi
  }

  /// Places along the way, both ends among them, with at most the given distance between two.
  ///
  /// - Parameter step: In degrees of arc, greater than 0.
  func places(every step: Double) -> [Coordinates] {
    let length = length
    guard length > 1e-9 else { return [start, end] }
    // Between opposite places every way is the shortest: the one over the north pole, between the poles that over
    // the Gulf of Guinea.
    if length > 180 - 1e-6 {
      let isPolar = abs(start.latitude) > 89
      let between = Coordinates(latitude: isPolar ? 0 : 90, longitude: isPolar ? 0 : end.longitude)
      return GreatCircle(start: start, end: between).places(every: step)
        + GreatCircle(start: between, end: end).places(every: step).dropFirst()
    }
    let (a, b, angle) = (Self.vector(start), Self.vector(end), length * .pi / 180)
    let count = max(1, Int((length / step).rounded(.up)))
    let between = (1..<count).map { number in
      let part = Double(number) / Double(count)
      let (u, v) = (sin((1 - part) * angle) / sin(angle), sin(part * angle) / sin(angle))
      return Self.place(Vector(u * a.x + v * b.x, u * a.y + v * b.y, u * a.z + v * b.z))
    }
    return [start] + between + [end]
  }

  /// The middle of some places; the first of them where they are all around the Earth.
  static func middle(of places: [Coordinates]) -> Coordinates? {
    let sum = places.map(vector).reduce(Vector(0, 0, 0)) { Vector($0.x + $1.x, $0.y + $1.y, $0.z + $1.z) }
    return places.count > 1 && sum.length > 1e-6 ? place(sum) : places.first
  }

  private struct Vector {
    let x: Double
    let y: Double
    let z: Double
    var length: Double { (x * x + y * y + z * z).squareRoot() }

    init(_ x: Double, _ y: Double, _ z: Double) {
      (self.x, self.y, self.z) = (x, y, z)
    }
  }

  private static func vector(_ place: Coordinates) -> Vector {
    let (latitude, longitude) = (place.latitude * .pi / 180, place.longitude * .pi / 180)
    return Vector(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
  }

  private static func place(_ vector: Vector) -> Coordinates {
    Coordinates(
      latitude: atan2(vector.z, (vector.x * vector.x + vector.y * vector.y).squareRoot()) * 180 / .pi,
      longitude: atan2(vector.y, vector.x) * 180 / .pi)
  }
}
