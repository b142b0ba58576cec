import Content
import Foundation
import SiteGraph

/// The state of translation, language by language, to be printed.
struct TranslationOverview: Encodable {
  struct Language: Encodable {
    let language: String
    /// How many entries there are in each state.
    let counts: [String: Int]
    let entries: [Item]
    /// The keys of strings that the language lacks.
    let strings: [String]
  }

  struct Item: Encodable {
    let entry: String
    let status: String
    /// The translation's file; where there is none, the one that it would be.
    let file: String
    let original: String
    let originalLanguage: String
    let untranslated: [String]
    let stamped: Bool
  }

  let languages: [Language]

  /// - Parameter strings: The keys of strings that are missing, by language.
  init(_ report: TranslationReport, languages: [String], strings: [String: [String]]) {
    let rows = Dictionary(grouping: report.rows, by: \.language)
    self.languages = languages.map { language in
      let items = (rows[language] ?? []).compactMap { Item($0) }
      let counts = Dictionary(grouping: items, by: \.status).mapValues(\.count)
      return Language(
        language: language, counts: counts, entries: items, strings: strings[language] ?? [])
    }
  }

  /// A document for programs, its keys in their order.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// A table for people.
  ///
  /// - Parameter showsAll: Whether complete translations are listed, too.
  func table(showsAll: Bool) -> String {
    languages.map { section($0, showsAll: showsAll) }.joined(separator: "\n")
  }

  private func section(_ language: Language, showsAll: Bool) -> String {
    let total = language.entries.count
    let complete = language.counts["complete"] ?? 0
    var text = "\(language.language): "
    text +=
      total == 0
      ? "nothing to translate\n" : "\(complete) of \(total) translations complete\(summary(language))\n"
    for item in language.entries where showsAll || item.status != "complete" {
      let status = item.status + String(repeating: " ", count: max(1, 10 - item.status.count))
      text += "  \(status)\(item.file)\(detail(item))\n"
    }
    if !language.strings.isEmpty {
      text += "  strings   \(language.strings.joined(separator: ", "))\n"
    }
    return text
  }

  private func summary(_ language: Language) -> String {
    let counts = TranslationReport.Status.allCases.dropFirst().compactMap { status in
      language.counts[status.rawValue].map { ", \($0) \(status.rawValue)" }
    }
    let unstamped = language.entries.count { !$0.stamped && ["complete", "partial"].contains($0.status) }
    return counts.joined()
      + (unstamped == 0 ? "" : "; \(unstamped) not marked with --done, so changes go unnoticed")
  }

  private func detail(_ item: Item) -> String {
    switch item.status {
    case "missing": " (of \(item.original))" + lacking(item)
    case "outdated": " (\(item.original) has changed)" + lacking(item)
    default: lacking(item)
    }
  }

  private func lacking(_ item: Item) -> String {
    item.untranslated.isEmpty ? "" : ": without \(item.untranslated.joined(separator: ", "))"
  }
}

extension TranslationOverview.Item {
  init?(_ row: TranslationReport.Row) {
    guard let original = row.entry.original?.file else { return nil }
    entry = row.entry.identifier
    status = row.status.rawValue
    file = row.file?.path ?? original.path(in: row.language)
    self.original = original.path
    originalLanguage = row.entry.originalLanguage
    untranslated = row.untranslated
    stamped = row.isStamped
  }
}
