import Diagnostics
import Foundation

/// Values that are words with a meaning outside the site: addresses, countries, time zones.
extension NodeReader {
  mutating func slug(_ node: YAMLNode) -> String? {
    guard let text = node.scalar, !node.isNull else {
      report(FieldProblem.wrongShape(expected: "a part of an address", found: node.shape), at: node.place)
      return nil
    }
    guard let mistake = SlugMistake(in: text) else { return text }
    report(FieldProblem.badSlug(text, mistake), at: node.place)
    return nil
  }

  mutating func timeZone(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "a time zone") else { return nil }
    if TimeZones.isKnown(text) { return text }
    report(
      FieldProblem.unknownTimeZone(
        text, suggestion: Suggestion.nearest(to: text, in: TimeZones.identifiers)), at: node.place)
    return nil
  }

  /// A day, or a day and a local time.
  mutating func time(_ node: YAMLNode) -> LocalDateTime? {
    guard let text = text(node, expected: "a date or a local time") else { return nil }
    if let time = LocalDateTime(text) { return time }
    let bytes = Array(text.utf8)
    if bytes.count == 10 || !text.contains(":") {
      report(FieldProblem.notDate(text, DateMistake(text)), at: node.place)
    } else if bytes.count > 10, CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)) == nil {
      let date = String(decoding: bytes[..<10], as: UTF8.self)
      report(FieldProblem.notDate(date, DateMistake(date)), at: node.place)
    } else {
      // A time with seconds or an offset: the minutes are what is local.
      let meant = bytes.count > 16 ? LocalDateTime(String(decoding: bytes[..<16], as: UTF8.self)) : nil
      report(FieldProblem.notTime(text, meant: meant), at: node.place)
    }
    return nil
  }

  /// A year alone.
  static func year(_ text: String) -> Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy(isDigit) && text != "0000"
  }

  /// The code of a country.
  mutating func country(_ node: YAMLNode) -> Located<String>? {
    guard let text = text(node, expected: "a country code") else { return nil }
    if Countries.codes.contains(text) { return Located(text, at: node.place) }
    if text.contains(",") {
      report(FieldProblem.commaList(text), at: node.place)
    } else {
      report(
        FieldProblem.unknownCountry(text, suggestion: Countries.suggestion(for: text, areas: [])),
        at: node.place)
    }
    return nil
  }

  /// A country, or an area.
  ///
  /// - Parameter groups: The site's own areas, or `nil` where they are not known.
  mutating func area(_ node: YAMLNode, groups: [String]?) -> Located<String>? {
    guard let text = text(node, expected: "a country or an area") else { return nil }
    let areas = Countries.continents + Countries.areas + (groups ?? [])
    if groups == nil || Countries.codes.contains(text) || areas.contains(text) {
      return Located(text, at: node.place)
    }
    if text.contains(",") {
      report(FieldProblem.commaList(text), at: node.place)
    } else {
      report(
        FieldProblem.unknownArea(text, suggestion: Countries.suggestion(for: text, areas: areas)),
        at: node.place)
    }
    return nil
  }

  /// An absolute http or https address.
  mutating func url(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "a web address") else { return nil }
    if WebAddress.isAbsolute(text) { return text }
    report(FieldProblem.notURL(text, meant: WebAddress.meant(by: text)), at: node.place)
    return nil
  }

  /// An address of this site or another one.
  mutating func link(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "an address") else { return nil }
    if WebAddress.isLink(text) { return text }
    report(FieldProblem.notLink(text, meant: WebAddress.meant(by: text)), at: node.place)
    return nil
  }

  mutating func email(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "an e-mail address") else { return nil }
    if WebAddress.isEmail(text) { return text }
    report(FieldProblem.notEmail(text), at: node.place)
    return nil
  }

  /// A file beside the entry, a path from `static/`, or an absolute address.
  mutating func file(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "a file") else { return nil }
    if WebAddress.isAbsolute(text) || WebAddress.isFilePath(text) { return text }
    report(FieldProblem.notFile(text), at: node.place)
    return nil
  }

  /// A path of this site.
  mutating func path(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "a path") else { return nil }
    if text.hasPrefix("/"), WebAddress.isFilePath(text), !text.contains("?"), !text.contains("#"),
      let decoded = text.removingPercentEncoding, WebAddress.isFilePath(decoded),
      !decoded.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    {
      return text
    }
    report(FieldProblem.notPath(text), at: node.place)
    return nil
  }

  mutating func template(_ node: YAMLNode) -> String? {
    guard let text = text(node, expected: "a template") else { return nil }
    if !text.hasPrefix("/"), WebAddress.isFilePath(text) { return text }
    report(FieldProblem.notTemplate(text), at: node.place)
    return nil
  }
}
