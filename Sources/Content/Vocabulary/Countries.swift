import Diagnostics
import Foundation

/// The countries and areas that content can name (`dk`, `europe`, `global`).
package enum Countries {
  /// The codes of ISO 3166-1 in small letters, and `xk`, which CLDR knows as Kosovo.
  package static let codes: Set<String> = {
    // What CLDR has beside ISO 3166-1: unions, and parts of countries.
    let others: Set = ["ac", "cp", "cq", "dg", "ea", "eu", "ez", "ic", "qo", "ta", "un"]
    let regions = Locale.Region.isoRegions.lazy.map { $0.identifier.lowercased() }
    return Set(regions.filter { $0.utf8.count == 2 && !others.contains($0) })
  }()

  /// The continents (UN M.49), by their keys in content.
  package static let continents = ["africa", "americas", "asia", "europe", "oceania"]

  /// The areas that every site has beside countries and continents.
  package static let areas = ["global", "eu"]

  /// The code that was probably meant: by its English name, by a usual mistake, by its capital letters.
  static func suggestion(for text: String, areas: [String]) -> String? {
    let lower = text.lowercased()
    if codes.contains(lower) || areas.contains(lower) { return lower }
    if let usual = ["uk": "gb", "en": "gb", "el": "gr", "usa": "us", "europa": "europe"][lower] {
      return usual
    }
    let english = Locale(identifier: "en")
    for code in codes.sorted() {
      if english.localizedString(forRegionCode: code.uppercased())?.lowercased() == lower { return code }
    }
    return lower.utf8.count > 2 ? Suggestion.nearest(to: text, in: areas) : nil
  }
}
