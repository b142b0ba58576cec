import SiteGraph

/// Events as an iCalendar stream (RFC 5545), with what RFC 7986 adds for calendars that are subscribed to.
struct EventCalendar {
  /// The file of all events beside the home page of a language.
  static let name = "events.ics"
  /// The file of one event beside its page.
  static let eventName = "event.ics"

  /// What the readers' program is told of a calendar that it asks for again and again.
  struct Subscription {
    let title: String
    /// The whole address of the list of events.
    let page: String
    /// The calendar's own whole address.
    let address: String
    /// Explained where there are no events: a calendar must have something in it.
    let zone: (clock: ZoneClock, year: Int)
  }

  let language: String
  let events: [CalendarEvent]
  let subscription: Subscription?

  func bytes() -> [UInt8] {
    var lines = ContentLines()
    lines.component("VCALENDAR") { lines in
      lines.line("VERSION", "2.0")
      lines.line("PRODID", "-//Oresund//Oresund//EN")
      lines.line("CALSCALE", "GREGORIAN")
      if let subscription { write(subscription, to: &lines) }
      for zone in zones { zone.write(to: &lines) }
      for event in events { event.write(to: &lines, language: language) }
    }
    return lines.bytes
  }

  private func write(_ subscription: Subscription, to lines: inout ContentLines) {
    let title = LabelText(text: subscription.title, language: nil)
    // Older programs know the one, newer ones the other.
    lines.line("NAME", title, in: language)
    lines.line("X-WR-CALNAME", title, in: language)
    lines.line("URL", subscription.page)
    lines.line("SOURCE", [("VALUE", "URI")], subscription.address)
    lines.line("REFRESH-INTERVAL", [("VALUE", "DURATION")], "P1D")
    lines.line("X-PUBLISHED-TTL", "P1D")
  }

  /// The zones of the events' times, by name.
  private var zones: [CalendarZone] {
    var clocks: [String: ZoneClock] = [:]
    var years: [String: Set<Int>] = [:]
    for event in events {
      guard let zone = event.time.zone else { continue }
      clocks[zone.identifier] = zone
      years[zone.identifier, default: []].formUnion(event.time.years)
    }
    if let zone = subscription?.zone, events.isEmpty {
      clocks[zone.clock.identifier] = zone.clock
      years[zone.clock.identifier] = [zone.year]
    }
    return clocks.keys.sorted().compactMap { name in
      clocks[name].map { CalendarZone($0, years: years[name] ?? []) }
    }
  }
}
