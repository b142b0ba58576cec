import Content
import SiteGraph

/// Makes the calendars of one language.
struct CalendarBuilder: Sendable {
  private let localized: LocalizedSite
  private var site: Site { localized.site }

  init(_ localized: LocalizedSite) {
    self.localized = localized
  }

  /// The calendar of one event.
  func calendar(of edition: Edition) -> [UInt8] {
    EventCalendar(
      language: localized.tag, events: [event(edition)].compactMap { $0 }, subscription: nil
    ).bytes()
  }

  /// The calendar of all events that this language's readers see, in order of time.
  ///
  /// - Parameters:
  ///   - section: The section of events.
  ///   - address: The calendar's path below the site's root.
  func calendar(of section: Section, address: String) -> [UInt8] {
    let events = section.newestFirst.reversed().compactMap { localized.edition($0).flatMap(event) }
    let title = localized.feed(of: localized.string(section.kind.section), page: address).title
    return EventCalendar(
      language: localized.tag, events: events,
      subscription: EventCalendar.Subscription(
        title: title, page: site.permalink(section.path ?? "/\(localized.tag)/"),
        address: site.permalink(address),
        zone: (clock: site.clocks.standard, year: site.options.today.year))
    ).bytes()
  }

  private func event(_ edition: Edition) -> CalendarEvent? {
    let object = EntryObject(edition, in: localized)
    guard let start = object.entry.start else { return nil }
    let status = object.shared("status")?.text ?? "planned"
    let url = object.canonical
    let summary = object.text(of: "summary")
    return CalendarEvent(
      uid: uid(of: object.entry), revised: revised(object),
      time: CalendarTime(start: start, end: object.entry.end, clock: site.clocks.clock(of: object.entry)),
      summary: title(of: object, status: status),
      description: LabelText(
        text: [summary?.text, url].compactMap { $0 }.joined(separator: "\n\n"), language: summary?.language),
      location: location(of: object), coordinates: object.coordinates, url: url,
      categories: object.topics.map { localized.title(ofTopic: $0) },
      status: Self.status(status),
      isTransparent: object.shared("form")?.text == "deadline" || ["cancelled", "postponed"].contains(status))
  }

  /// An id that is the event's for ever: of site.yml's address and the file's name, which are the same in all languages
  /// and wherever this build is published.
  private func uid(of entry: Entry) -> String {
    let base = site.configuration.baseURL
    return "\(base.folder)\(entry.identifier)@\(base.host)"
  }

  /// The last day on which one of its variants was changed.
  private func revised(_ object: EntryObject) -> CalendarDate? {
    object.entry.variants.filter { object.isAvailable($0.key) }
      .compactMap { $0.value.fields["updated"]?.value.date }.max()
  }

  /// The title, after a word that says what became of the event: not all programs show `STATUS`.
  private func title(of object: EntryObject, status: String) -> LabelText {
    let title = object.title
    let strings = title.language.flatMap { localized.stringsByLanguage[$0] } ?? localized.strings
    guard status != "planned", let word = strings.text("event_\(status)") else { return title }
    return LabelText(text: "\(word.text): \(title.text)", language: title.language)
  }

  private static func status(_ status: String) -> CalendarEvent.Status {
    switch status {
    case "cancelled": .cancelled
    case "postponed": .tentative
    default: .confirmed
    }
  }

  /// The place with its country, in one language.
  private func location(of object: EntryObject) -> LabelText? {
    let place = object.text(of: "place")
    let reader = place?.language.flatMap { tag in site.languages.firstIndex { $0.tag == tag } }
    let country = object.shared("country")?.text.flatMap { site.area($0) }
      .map { site.areas[$0].names[reader ?? localized.number] }
    guard let place else { return country }
    guard let country, country.text != place.text else { return place }
    return LabelText(text: "\(place.text), \(country.text)", language: place.language)
  }
}
