import Content
import SiteGraph
import Templating

/// The network's way to its aim as templates see it.
enum ProgressObject {
  /// `none` where there is neither an aim nor a joining date.
  static func value(in localized: LocalizedSite) -> Value {
    let membership = Membership(of: localized.site)
    let aim = localized.site.configuration.aim
    guard aim != nil || !membership.steps.isEmpty else { return .none }
    return .record([
      ("aim", aim.map { value(of: $0) } ?? .none), ("count", .integer(membership.count)),
      ("undated", .integer(membership.undated)),
      (
        "steps",
        .list(
          membership.steps.map { step in
            .record([
              ("date", .string(step.date.description)), ("count", .integer(step.count)),
              ("clusters", .list(step.joined.compactMap { localized.entry($0) })),
            ])
          })
      ),
      ("figure", figure(aim: aim, membership: membership, in: localized)),
    ])
  }

  private static func value(of aim: SiteConfiguration.Aim) -> Value {
    .record([("from", .integer(aim.from)), ("to", .integer(aim.to)), ("by", .string(aim.by.description))])
  }

  /// Without an aim, or without a day on which somebody joined, there is nothing to draw.
  private static func figure(
    aim: SiteConfiguration.Aim?, membership: Membership, in localized: LocalizedSite
  ) -> Value {
    guard let aim, !membership.steps.isEmpty else { return .none }
    let figure = ProgressFigure(
      aim: aim, membership: membership, today: localized.site.options.today,
      isMirrored: localized.language.isRightToLeft)
    let plot = figure.plot
    return .record([
      ("width", .integer(Int(ProgressFigure.width))), ("height", .integer(Int(ProgressFigure.height))),
      ("left", .units(plot.left)), ("top", .units(plot.top)), ("right", .units(plot.right)),
      ("bottom", .units(plot.bottom)), ("line", .string(figure.line)), ("band", value(of: figure.band)),
      (
        "deadline",
        .record([
          ("x", .units(figure.deadline)), ("anchor", .string(figure.deadlineAnchor.rawValue)),
        ])
      ),
      (
        "days",
        .list(
          figure.days.map { day in
            .record([
              ("date", .string(day.date.description)), ("x", .units(day.x)),
              ("anchor", .string(day.anchor.rawValue)), ("style", day.isYear ? "year" : "month"),
            ])
          })
      ),
      (
        "levels",
        .list(figure.levels.map { .record([("count", .integer($0.count)), ("y", .units($0.y))]) })
      ),
      (
        "now",
        .record([
          ("x", .units(figure.now.x)), ("y", .units(figure.now.y)),
          ("anchor", .string(figure.nowAnchor.rawValue)),
        ])
      ),
    ])
  }

  private static func value(of box: Box) -> Value {
    .record([
      ("x", .units(box.left)), ("y", .units(box.top)), ("width", .units(box.width)),
      ("height", .units(box.height)),
    ])
  }
}
