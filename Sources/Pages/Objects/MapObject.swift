import Content
import SiteGraph
import Templating

/// A map as templates see it.
struct MapObject {
  private let map: DrawnMap
  private let size: MapSize
  private let localized: LocalizedSite
  /// The entry on whose page the map is, if it is on one.
  private let page: Int?

  init(_ map: DrawnMap, size: MapSize, in localized: LocalizedSite, page: Int? = nil) {
    self.map = map
    self.size = size
    self.localized = localized
    self.page = page
  }

  /// The map of the network; `none` where none of its clusters has a place.
  static func network(in localized: LocalizedSite) -> Value {
    let clusters = (localized.site.section(of: "cluster", language: localized.number)?.entries ?? [])
      .filter { Cartography.symbol(of: localized.site.entries[$0]) != .former }
    let map = localized.cartography.network(of: clusters)
    guard !map.members.isEmpty else { return .none }
    let drawn = Set(map.members.map(\.entry))
    return MapObject(map, size: .page, in: localized).value([
      ("unplaced", .list(clusters.filter { !drawn.contains($0) }.compactMap { localized.entry($0) }))
    ])
  }

  /// The map on an entry's own page, or `none`.
  static func locator(of entry: Int, in localized: LocalizedSite) -> Value {
    let map = localized.cartography.locator(of: entry) { localized.edition($0) != nil }
    return map.map {
      MapObject($0, size: .column, in: localized, page: entry).value([("unplaced", .list([]))])
    }
      ?? .none
  }

  private func value(_ more: AttributeObject.Attributes) -> Value {
    let frame = map.frame
    let background = localized.cartography.atlas.background(of: frame)
    let texts = map.marks.map { label(of: $0) }
    let labels = LabelledMap(map, size: size, texts: texts.map { $0?.text })
    let marks = map.marks.indices.map { number in
      mark(number, label: texts[number], wide: labels.wide[number], narrow: labels.narrow[number])
    }
    let symbols = Set(map.marks.map { symbol(of: $0) })
    return .object(
      AttributeObject(
        [
          ("width", .integer(Int(frame.width))), ("height", .integer(Int(frame.height))),
          ("sea", .string(background.sea)), ("land", .string(background.land)),
          ("borders", .string(background.borders)), ("marks", .list(marks)),
          ("bridges", .list(map.bridges.map { bridge($0) })),
          ("symbols", .list(MapSymbol.allCases.filter(symbols.contains).map { .string($0.rawValue) })),
        ] + more))
  }

  private func mark(
    _ number: Int, label: LabelText?, wide: LabelPlacement.Place?, narrow: LabelPlacement.Place?
  ) -> Value {
    let mark = map.marks[number]
    let entries = mark.members.map { map.members[$0].entry }
    return .record([
      ("symbol", .string(symbol(of: mark).rawValue)), ("x", .units(mark.point.x)),
      ("y", .units(mark.point.y)),
      ("radius", .units(mark.radius)),
      ("key", .string(entries.first.map { localized.site.entries[$0].key } ?? "")),
      ("is_current", .boolean(page.map(entries.contains) ?? false)),
      ("entries", .list(entries.compactMap { localized.entry($0) })), ("label", Value(label)),
      ("wide", Self.value(of: wide)), ("narrow", Self.value(of: narrow)),
    ])
  }

  private func symbol(of mark: MapMark) -> MapSymbol {
    mark.members.count == 1 ? map.members[mark.members[0]].symbol : .group
  }

  private func bridge(_ bridge: DrawnMap.Bridge) -> Value {
    .record([
      ("path", .string(bridge.path)), ("from", .integer(bridge.from)), ("to", .integer(bridge.to)),
      ("agreements", .list(bridge.agreements.compactMap { localized.entry($0) })),
    ])
  }

  private static func value(of place: LabelPlacement.Place?) -> Value {
    guard let place else { return .none }
    return .record([
      ("x", .units(place.point.x)), ("y", .units(place.point.y)), ("anchor", .string(place.anchor.rawValue)),
    ])
  }

  // MARK: Labels

  /// What a mark's label says: the place of a cluster; of several what they have in common.
  private func label(of mark: MapMark) -> LabelText? {
    let objects = mark.members.compactMap { number in
      localized.edition(map.members[number].entry).map { EntryObject($0, in: localized) }
    }
    guard let first = objects.first else { return nil }
    if objects.count == 1 {
      return ["city", "place", "region"].lazy.compactMap { first.text(of: $0) }.first ?? first.title
    }
    let places = Set(objects.map { $0.text(of: "city") })
    if places.count == 1, let place = places.first { return place ?? country(of: objects) }
    return country(of: objects)
  }

  /// The country of several clusters, if it is one.
  private func country(of objects: [EntryObject]) -> LabelText? {
    let countries = Set(objects.map { $0.shared("country")?.text })
    guard countries.count == 1, let key = countries.first ?? nil, let area = localized.site.area(key) else {
      return nil
    }
    return localized.site.areas[area].names[localized.number]
  }
}
