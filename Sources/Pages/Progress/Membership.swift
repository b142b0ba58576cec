import Content
import SiteGraph

/// How many members a network has had since when.
struct Membership: Sendable {
  /// A day on which members joined.
  struct Step: Sendable {
    let date: CalendarDate
    /// The entries of those who joined, in the order of the site's.
    let joined: [Int]
    /// How many there are from then on.
    let count: Int
  }

  /// How many there are today.
  let count: Int
  /// How many of them do not say when they joined; they count from the beginning.
  let undated: Int
  /// By date; none after today.
  let steps: [Step]
}

extension Membership {
  /// Founding and full members count, as long as they are members: nobody says when a former one left.
  init(of site: Site) {
    var joined: [CalendarDate: [Int]] = [:]
    var undated = 0
    for (number, entry) in site.entries.enumerated() {
      guard Cartography.isCluster(entry), Cartography.symbol(of: entry) == .member else { continue }
      if let date = entry.shared["joined"]?.value.date {
        if date <= site.options.today { joined[date, default: []].append(number) }
      } else {
        undated += 1
      }
    }
    var count = undated
    let steps = joined.sorted { $0.key < $1.key }.map { date, entries in
      count += entries.count
      return Step(date: date, joined: entries, count: count)
    }
    self.init(count: count, undated: undated, steps: steps)
  }
}
