/// Writes lines as the path data of SVG (SVG 2, section 9.3), in relative coordinates.
struct PathText {
  /// How fine positions are.
  enum Precision: Int {
    case units = 1
    case tenths = 10
  }

  private let precision: Precision
  private(set) var text = ""
  /// Where the pen is, in units or tenths.
  private var pen = (x: 0, y: 0)

  init(_ precision: Precision) {
    self.precision = precision
  }

  /// A closed ring; nothing where too few points are left that differ.
  mutating func add(ring points: [PlanePoint]) {
    let ring = positions(of: points)
    guard ring.count > 2, let first = ring.first else { return }
    write(ring)
    text += "z"
    pen = first
  }

  mutating func add(line points: [PlanePoint]) {
    let line = positions(of: points)
    if line.count > 1 { write(line) }
  }

  /// The points as they are written, without repetitions.
  private func positions(of points: [PlanePoint]) -> [(x: Int, y: Int)] {
    var positions: [(x: Int, y: Int)] = []
    let steps = Double(precision.rawValue)
    for point in points {
      let position = (x: Int((point.x * steps).rounded()), y: Int((point.y * steps).rounded()))
      if let last = positions.last, last == position { continue }
      positions.append(position)
    }
    return positions
  }

  private mutating func write(_ positions: [(x: Int, y: Int)]) {
    for (number, position) in positions.enumerated() {
      // The first position of all counts from 0, 0; pairs after a line's first lead on from the one before.
      if number == 0 { text += "m" }
      let x = written(position.x - pen.x)
      let y = written(position.y - pen.y)
      text += number > 0 && !x.hasPrefix("-") ? " \(x)" : x
      text += y.hasPrefix("-") ? y : " \(y)"
      pen = position
    }
  }

  private func written(_ value: Int) -> String {
    guard precision == .tenths else { return String(value) }
    let (whole, tenths) = value.magnitude.quotientAndRemainder(dividingBy: 10)
    return (value < 0 ? "-" : "")
      + (tenths == 0 ? String(whole) : "\(whole == 0 ? "" : String(whole)).\(tenths)")
  }
}
