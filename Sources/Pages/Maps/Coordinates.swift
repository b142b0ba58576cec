import Content
import Foundation

/// A place on the Earth, in degrees (WGS 84).
struct Coordinates: Hashable, Sendable {
  /// From -90 to 90.
  let latitude: Double
  /// From -180 to 180.
  let longitude: Double

  init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// The value of a field of the type `place`; `nil` for anything else.
  init?(_ value: FieldValue?) {
    guard let parts = value?.record, case .number(let latitude)? = parts["lat"]?.value,
      case .number(let longitude)? = parts["lon"]?.value
    else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }

  /// How far a longitude lies east of a meridian, in degrees from -180 (included) to 180.
  static func eastward(_ longitude: Double, from meridian: Double) -> Double {
    let turned = longitude - meridian
    return turned - 360 * ((turned + 180) / 360).rounded(.down)
  }
}
