package import Content

/// The clocks that a site's times are shown by, each made once.
package struct Clocks: Sendable {
  /// The site's own zone.
  package let standard: ZoneClock
  private let byZone: [String: ZoneClock]

  /// - Parameter today: The day of the build, in the site's zone.
  init(of entries: [Entry], configuration: SiteConfiguration, today: CalendarDate) {
    let zone = configuration.timeZone
    var years: [String: Set<Int>] = [zone: [today.year]]
    for entry in entries {
      let fields = entry.kind.fields.filter { $0.type == .time }
      guard !fields.isEmpty else { continue }
      let dates = fields.compactMap { entry.shared[$0.name]?.value.date }
      years[entry.timeZone ?? zone, default: []].formUnion(dates.map(\.year))
    }
    byZone = Dictionary(
      uniqueKeysWithValues: years.map { ($0.key, ZoneClock($0.key, years: $0.value)) })
    standard = byZone[zone] ?? ZoneClock(zone, years: [today.year])
  }

  /// The clock of the zone in which an entry's times are valid: its own, else the site's.
  package func clock(of entry: Entry) -> ZoneClock {
    entry.timeZone.flatMap { byZone[$0] } ?? standard
  }
}

extension Entry {
  /// The zone that the entry names.
  fileprivate var timeZone: String? { shared["time_zone"]?.value.text }

  /// When it begins: the value of its kind's date field.
  package var start: LocalDateTime? { kind.dateField.flatMap { shared[$0]?.value.time } }

  /// When it ends, where that is another day or time than its beginning.
  package var end: LocalDateTime? {
    guard let end = shared["ends"]?.value.time, end != start else { return nil }
    return end
  }
}
