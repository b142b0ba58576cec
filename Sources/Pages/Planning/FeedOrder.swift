import Content
import SiteGraph

/// In which order the entries of one language stand in its feeds: first what is to come, the soonest before the
/// later; then the newest before the older. What has no day is in no feed.
struct FeedOrder: Sendable {
  private struct Entry {
    let number: Int
    let day: CalendarDate
    let isToCome: Bool
  }

  /// By entry number, its place among all entries; -1 for what is in no feed.
  private let places: [Int32]

  init(_ localized: LocalizedSite) {
    let site = localized.site
    let sections = site.sections[localized.number]
    let entries = sections.flatMap(\.entries).compactMap { number -> Entry? in
      guard let edition = localized.edition(number) else { return nil }
      let object = EntryObject(edition, in: localized)
      guard let day = object.date?.date ?? object.updated else { return nil }
      return Entry(number: number, day: day, isToCome: !object.isPublication && day > site.options.today)
    }
    let sorted = entries.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.isToCome != second.isToCome { return first.isToCome }
      guard first.day == second.day else {
        return first.isToCome ? first.day < second.day : first.day > second.day
      }
      // Those of one day in the order of their section.
      return a.offset < b.offset
    }
    var places = [Int32](repeating: -1, count: site.entries.count)
    for (place, entry) in sorted.enumerated() { places[entry.element.number] = Int32(place) }
    self.places = places
  }

  /// Those of the entries that feeds can have, in their order.
  func sorted(_ entries: [Int]) -> [Int] {
    entries.filter { places[$0] >= 0 }.sorted { places[$0] < places[$1] }
  }
}
