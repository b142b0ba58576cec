/// Cuts rings and lines off at the edges of a rectangle.
struct Clipping {
  let box: Box

  /// The part of a ring within the box (Sutherland and Hodgman); where the ring leaves the box, the result runs
  /// along its edge.
  func ring(_ points: [PlanePoint]) -> [PlanePoint] {
    var result = points
    for side in Side.allCases {
      guard let last = result.last else { return [] }
      var clipped: [PlanePoint] = []
      clipped.reserveCapacity(result.count)
      var previous = last
      for point in result {
        let isInside = isInside(point, side)
        if isInside != self.isInside(previous, side) { clipped.append(crossing(previous, point, side)) }
        if isInside { clipped.append(point) }
        previous = point
      }
      result = clipped
    }
    return result
  }

  /// The parts of a line within the box (Liang and Barsky).
  func lines(_ points: [PlanePoint]) -> [[PlanePoint]] {
    var lines: [[PlanePoint]] = []
    for (start, end) in zip(points, points.dropFirst()) {
      guard let (first, last) = segment(start, end) else { continue }
      if lines.last?.last == first {
        lines[lines.count - 1].append(last)
      } else {
        lines.append([first, last])
      }
    }
    return lines
  }

  private enum Side: CaseIterable {
    case left
    case right
    case top
    case bottom
  }

  private func isInside(_ point: PlanePoint, _ side: Side) -> Bool {
    switch side {
    case .left: point.x >= box.left
    case .right: point.x <= box.right
    case .top: point.y >= box.top
    case .bottom: point.y <= box.bottom
    }
  }

  /// Where the way from one side of an edge to the other crosses it.
  private func crossing(_ start: PlanePoint, _ end: PlanePoint, _ side: Side) -> PlanePoint {
    switch side {
    case .left, .right:
      let x = side == .left ? box.left : box.right
      return PlanePoint(x: x, y: start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x))
    case .top, .bottom:
      let y = side == .top ? box.top : box.bottom
      return PlanePoint(x: start.x + (end.x - start.x) * (y - start.y) / (end.y - start.y), y: y)
    }
  }

  private func segment(_ start: PlanePoint, _ end: PlanePoint) -> (PlanePoint, PlanePoint)? {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enters, leaves) = (0.0, 1.0)
    for (way, room) in [
      (-dx, start.x - box.left), (dx, box.right - start.x), (-dy, start.y - box.top),
      (dy, box.bottom - start.y),
    ] {
      if way == 0 {
        if room < 0 { return nil }
      } else if way < 0 {
        enters = max(enters, room / way)
      } else {
        leaves = min(leaves, room / way)
      }
    }
    guard enters < leaves else { return nil }
    func point(_ part: Double) -> PlanePoint { PlanePoint(x: start.x + part * dx, y: start.y + part * dy) }
    return (enters == 0 ? start : point(enters), leaves == 1 ? end : point(leaves))
  }
}
