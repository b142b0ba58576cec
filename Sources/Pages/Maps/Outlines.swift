/// The land and the borders that maps are drawn with: Natural Earth's countries at 1:110 million, as
/// `generate-outlines.py` has written them.
struct Outlines: Sendable {
  /// A line through places, x their longitude and y their latitude in degrees; longitudes go on beyond 180 where
  /// the line crosses the antimeridian.
  typealias Line = [PlanePoint]

  /// Rings, filled by the even-odd rule; the first point is not repeated.
  let land: [Line]
  let borders: [Line]

  /// Those that maps have.
  static let naturalEarth = Outlines(PackageResources.outlines_txt)

  /// Reads what the script writes; what is no such line is left out.
  init(_ bytes: [UInt8]) {
    var land: [Line] = []
    var borders: [Line] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      switch line.first {
      case UInt8(ascii: "l"): land.append(Self.line(line.dropFirst()))
      case UInt8(ascii: "b"): borders.append(Self.line(line.dropFirst()))
      default: break
      }
    }
    self.land = land
    self.borders = borders
  }

  private static let stepsInADegree = 20.0

  private static func line(_ bytes: ArraySlice<UInt8>) -> Line {
    var point = PlanePoint(x: 0, y: 0)
    return bytes.split(separator: UInt8(ascii: " ")).map { pair in
      let numbers = pair.split(separator: UInt8(ascii: ",")).map { number($0) }
      point.x += (numbers.first ?? 0) / stepsInADegree
      point.y += (numbers.last ?? 0) / stepsInADegree
      return point
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Double {
    let isNegative = digits.first == UInt8(ascii: "-")
    let value = digits.dropFirst(isNegative ? 1 : 0).reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
    return Double(isNegative ? -value : value)
  }
}
