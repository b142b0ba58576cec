import Foundation

/// BCP 47 language tags, as far as texts use them: a language, perhaps a script and a region.
package enum LanguageTag {
  /// A tag in the usual spelling (`de`, `pt-BR`, `zh-Hant`), or `nil` where no such language is known.
  static func canonical(_ tag: String) -> String? {
    var parts = tag.split(separator: "-", omittingEmptySubsequences: false).map { $0.lowercased() }
    guard let language = parts.first, languages.contains(language), parts.count <= 3 else { return nil }
    for index in parts.indices.dropFirst() {
      let part = parts[index]
      if index == 1, part.count == 4, part.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) {
        parts[index] = part.prefix(1).uppercased() + part.dropFirst()
      } else if index == parts.count - 1, regions.contains(part.uppercased()) {
        parts[index] = part.uppercased()
      } else {
        return nil
      }
    }
    return parts.joined(separator: "-")
  }

  /// Whether a language is written from right to left.
  static func isRightToLeft(_ tag: String) -> Bool {
    let lower = tag.lowercased()
    let language = lower.prefix { $0 != "-" }
    if lower.contains("-latn") { return false }
    return ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"]
      .contains(String(language))
  }

  /// The attributes of an element whose language differs from that of what is around it.
  package static func attributes(_ tag: String, within outer: String) -> String {
    guard tag.lowercased() != outer.lowercased() else { return "" }
    let isRightToLeft = isRightToLeft(tag)
    let direction =
      isRightToLeft == Self.isRightToLeft(outer) ? "" : " dir=\"\(isRightToLeft ? "rtl" : "ltr")\""
    return " lang=\"\(tag)\"\(direction)"
  }

  private static let languages = Set(Locale.LanguageCode.isoLanguageCodes.map(\.identifier))
  private static let regions = Set(Locale.Region.isoRegions.map(\.identifier))
}
