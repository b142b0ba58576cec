import Content

/// The way to an aim as a figure: how the number of members has grown, and where it is to be by when. Positions are in
/// units of its view box.
struct ProgressFigure: Sendable {
  /// A day on the axis of time.
  struct Day: Hashable, Sendable {
    let date: CalendarDate
    let x: Double
    let anchor: LabelPlacement.Anchor
    /// Whether it stands for its year.
    let isYear: Bool
  }

  /// A number on the axis of members.
  struct Level: Hashable, Sendable {
    let count: Int
    let y: Double
  }

  static let width = 360.0
  static let height = 220.0
  /// What is between the axes; the numbers stand where readers begin.
  let plot: Box
  /// The number of members, as path data: a step for each day on which it grew.
  let line: String
  /// What is aimed at, up to its day.
  let band: Box
  /// Where that day is.
  let deadline: Double
  /// Where its name has room.
  let deadlineAnchor: LabelPlacement.Anchor
  let days: [Day]
  let levels: [Level]
  /// The end of the line.
  let now: PlanePoint
  /// Where the number at the end of the line is out of the line's way.
  let nowAnchor: LabelPlacement.Anchor

  /// - Parameter isMirrored: Whether time runs from right to left, as readers of some languages read.
  init(
    aim: SiteConfiguration.Aim, membership: Membership, today: CalendarDate, isMirrored: Bool
  ) {
    let plot = Box(
      left: isMirrored ? 14 : 30, top: 20, right: Self.width - (isMirrored ? 30 : 14), bottom: 194)
    let scale = Scale(plot: plot, aim: aim, membership: membership, today: today, isMirrored: isMirrored)
    self.plot = plot
    levels = scale.levels
    days = scale.days
    let from = PlanePoint(x: scale.x(scale.first), y: scale.y(aim.to))
    let to = PlanePoint(x: scale.x(Double(aim.by.daysSinceEpoch)), y: scale.y(aim.from))
    band = Box(left: min(from.x, to.x), top: from.y, right: max(from.x, to.x), bottom: to.y)
    deadline = to.x
    deadlineAnchor = to.x > plot.middle.x ? .end : .start
    now = PlanePoint(x: scale.x(Double(today.daysSinceEpoch)), y: scale.y(membership.count))
    let isLate = isMirrored ? now.x < plot.left + 40 : now.x > plot.right - 40
    nowAnchor = isLate != isMirrored ? .end : .start

    var points = [PlanePoint(x: from.x, y: scale.y(membership.undated))]
    for step in membership.steps {
      let x = scale.x(Double(step.date.daysSinceEpoch))
      points.append(PlanePoint(x: x, y: points.last?.y ?? 0))
      points.append(PlanePoint(x: x, y: scale.y(step.count)))
    }
    points.append(now)
    var path = PathText(.tenths)
    path.add(line: points)
    line = path.text
  }
}
