import Content
import Diagnostics

extension SiteReview {
  /// Clusters of which there has been no news for a year: not former members, not who joined since, and only
  /// where the site has news about clusters at all.
  var quietClusters: [Diagnostic] {
    var latest: [Int: CalendarDate] = [:]
    for (number, entry) in site.entries.enumerated() where entry.kind.hidesFuture {
      guard let field = entry.kind.dateField, let date = entry.shared[field]?.value.date else { continue }
      for case .entry(let other) in site.relations[number].references.values.joined() {
        latest[other] = max(latest[other] ?? date, date)
      }
    }
    let clusters = site.entries.indices.filter { site.entries[$0].kind.name == "cluster" }
    guard clusters.contains(where: { latest[$0] != nil }) else { return [] }
    let limit = site.options.today.yearBefore
    return clusters.compactMap { number in
      let entry = site.entries[number]
      if entry.shared["status"]?.value.text == "former" { return nil }
      let last = latest[number]
      guard (last ?? entry.shared["joined"]?.value.date).map({ $0 < limit }) ?? true,
        let place = entry.original?.place(of: "name")
      else { return nil }
      return ReviewProblem.quietCluster(key: entry.key, last: last?.description).at(place)
    }
  }
}

extension CalendarDate {
  /// The same day a year before; the day before it for a leap day.
  fileprivate var yearBefore: CalendarDate {
    CalendarDate(year: year - 1, month: month, day: day)
      ?? CalendarDate(year: year - 1, month: month, day: day - 1) ?? self
  }
}
