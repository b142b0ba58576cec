import Content
import Diagnostics
import Foundation

/// The small site that `oresund init` writes: its configuration, an entry of each kind, templates and assets.
struct StarterSite {
  /// The languages that its texts are in.
  static let languages = ["en", "de"]

  let name: String
  let baseURL: BaseURL
  /// Tags, the default language first; at least one of ``languages`` among them.
  let tags: [String]
  let today: CalendarDate
  /// Whether searches will work on this machine.
  let hasSearch: Bool

  /// What the site consists of, sorted by path.
  var files: [(path: String, bytes: [UInt8])] {
    let entries = StarterFiles.all.filter { isWanted($0.path) }.compactMap { file in
      Data(base64Encoded: file.base64).map { (path: dated(file.path), bytes: original(Array($0), file.path)) }
    }
    let own = [
      (path: "content/site.yml", bytes: Array(configuration.utf8)),
      (path: "content/topics.yml", bytes: Array(topics.utf8)),
      (path: ".gitignore", bytes: Array("/public/\n/.oresund/\n".utf8)),
    ]
    return (entries + own).sorted { $0.path < $1.path }
  }

  /// Whether a file is in a language of the site, or in none.
  private func isWanted(_ path: String) -> Bool {
    let parts = path.split(separator: ".")
    guard parts.count > 2, parts.last == "md", let tag = parts.dropLast().last.map(String.init) else {
      return true
    }
    return tags.contains(tag)
  }

  /// A file of an entry, which says that it is the original where the default language has none.
  private func original(_ bytes: [UInt8], _ path: String) -> [UInt8] {
    guard !Self.languages.contains(tags[0]), let tag = tags.first(where: Self.languages.contains),
      path.hasSuffix(".\(tag).md")
    else { return bytes }
    return Array("---\noriginal: true\n".utf8) + bytes.dropFirst("---\n".utf8.count)
  }

  /// topics.yml.
  private var topics: String {
    let names = ["en": "Networks", "de": "Netzwerke"]
    let labels = tags.compactMap { tag in names[tag].map { "\(tag): \($0)" } }.joined(separator: ", ")
    return """
      # What the network works on. Entries carry these keys under `topics:`; a topic may belong to a broader one (`parent:`).
      networks: { \(labels) }

      """
  }

  /// A path with the days that its name stands for: today, and one to look forward to.
  private func dated(_ path: String) -> String {
    path.replacing("@today@", with: today.description).replacing("@later@", with: later.description)
  }

  /// The first day of the month after the next.
  private var later: CalendarDate {
    let month = today.month + 2
    return CalendarDate(year: month > 12 ? today.year + 1 : today.year, month: (month - 1) % 12 + 1, day: 1)
      ?? today
  }

  /// site.yml.
  private var configuration: String {
    var lines = [
      "# The site: its name, its languages, and what every page shows.",
      "name: \(Self.quoted(name))",
      "tagline:   # what the home page says first, and the foot of every page",
    ]
    lines += tags.compactMap { tag in Self.taglines[tag].map { "  \(tag): \($0)" } }
    lines += [
      "base_url: \(baseURL.permalink(""))   # the address it will have",
      "default_language: \(tags[0])",
      "languages:",
    ]
    lines += tags.map { "  \($0):\(Self.known[$0] ?? " {}")" }
    lines += ["time_zone: UTC", "menu: [news, clusters, events, agreements, about, joining]"]
    lines.append("legal: { imprint: imprint, privacy: privacy }")
    let missing = tags.filter { !Self.languages.contains($0) }
    if !missing.isEmpty {
      let files = missing.map { "templates/strings/\($0).yml" }.joined(separator: " and ")
      lines.append(
        "# Until what the templates say is translated in \(files), readers get it in another language.")
      lines.append("severity: { missing-string: off, missing-label: off }")
    }
    if !hasSearch {
      lines.append(
        "search: false   # Pagefind, which makes the search, was not installed when this was written")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the network is, until somebody says it better.
  private static let taglines = [
    "en": "Partners who work together, share what they know, and find each other.",
    "de": "Partner, die zusammenarbeiten, ihr Wissen teilen und einander finden.",
  ]

  /// What site.yml says, behind their tags, of the languages that the texts are in.
  private static let known = [
    "en": " { label: English, locale: en-GB }",
    "de": """

        label: Deutsch
        locale: de-DE
        sections:
          news: nachrichten
          clusters: cluster
          events: termine
          agreements: vereinbarungen
          topics: themen
          countries: laender
          search: suche
    """,
  ]

  /// A text as YAML takes it, which is as JSON writes it.
  private static func quoted(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return json.text
  }
}
