/// Draws points as one that are too near to each other to be told apart, in time that is linear in their number.
struct MarkGrouping {
  /// The radius of a mark for one point, in units.
  let radius: Double
  /// Units that stay free between two marks.
  let gap: Double
  /// The radius of no mark is larger.
  let largest: Double

  /// Where those of several points are put together again because their marks have grown.
  private static let rounds = 12

  /// The marks, in the order of their first points.
  func marks(of points: [PlanePoint]) -> [MapMark] {
    var marks = nearest(points)
    for _ in 0..<Self.rounds {
      let count = marks.count
      marks = joined(marks)
      if marks.count == count { break }
    }
    return marks
  }

  /// The radius of a mark for some points: its area grows with their number.
  func radius(of count: Int) -> Double {
    count == 1 ? radius : min(largest, radius + 1.8 * Double(count).squareRoot())
  }

  /// Puts each point to the first before it that is near.
  private func nearest(_ points: [PlanePoint]) -> [MapMark] {
    let reach = 2 * radius + gap
    // Two points in one cell are near to each other, so that no cell has more than one mark's first point.
    let grid = MapGrid(cell: reach / 2.0.squareRoot())
    var firsts: [MapGrid.Cell: Int] = [:]
    var groups: [[Int]] = []
    for (number, point) in points.enumerated() {
      let near = grid.cells(around: point, reach: reach).lazy.compactMap { firsts[$0] }.filter {
        points[groups[$0][0]].squaredDistance(to: point) < reach * reach
      }.min()
      if let near {
        groups[near].append(number)
      } else {
        firsts[grid.cell(of: point)] = groups.count
        groups.append([number])
      }
    }
    return groups.map { members in
      let sum = members.reduce(into: PlanePoint(x: 0, y: 0)) {
        $0.x += points[$1].x
        $0.y += points[$1].y
      }
      let count = Double(members.count)
      return MapMark(
        point: PlanePoint(x: sum.x / count, y: sum.y / count), members: members,
        radius: radius(of: members.count))
    }
  }

  /// Joins marks that touch.
  private func joined(_ marks: [MapMark]) -> [MapMark] {
    let reach = 2 * largest + gap
    let grid = MapGrid(cell: reach)
    var cells: [MapGrid.Cell: [Int]] = [:]
    var result: [MapMark] = []
    for mark in marks {
      let near = grid.cells(around: mark.point, reach: reach).lazy.flatMap { cells[$0] ?? [] }.filter {
        let distance = result[$0].radius + mark.radius + gap
        return result[$0].point.squaredDistance(to: mark.point) < distance * distance
      }.min()
      guard let near else {
        cells[grid.cell(of: mark.point), default: []].append(result.count)
        result.append(mark)
        continue
      }
      let other = result[near]
      let (a, b) = (Double(other.members.count), Double(mark.members.count))
      // It stays in the cell in which it was; the next round sees where it is now.
      result[near] = MapMark(
        point: PlanePoint(
          x: (other.point.x * a + mark.point.x * b) / (a + b),
          y: (other.point.y * a + mark.point.y * b) / (a + b)),
        members: (other.members + mark.members).sorted(),
        radius: radius(of: other.members.count + mark.members.count))
    }
    return result
  }
}
