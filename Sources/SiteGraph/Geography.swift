import Foundation

/// Countries, continents and groups of countries: ISO 3166-1 and UN M49 with the names of CLDR.
package struct Geography: Sendable {
  /// Continents by the keys that content uses, with their UN M49 codes.
  package static let continents: [(key: String, code: String)] = [
    ("africa", "002"), ("americas", "019"), ("asia", "142"), ("europe", "150"), ("oceania", "009"),
  ]

  /// The members of the European Union since 2020 (ISO 3166-1).
  package static let europeanUnion: Set<String> = [
    "at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu", "ie", "it", "lt",
    "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk",
  ]

  /// The continent that a country lies in.
  package static func continent(of country: String) -> String? {
    guard let code = Locale.Region(country.uppercased()).continent?.identifier else { return nil }
    return continents.first { $0.code == code }?.key
  }

  /// The CLDR code of a country, a continent, `eu` or `global`.
  private static func code(of key: String) -> String? {
    if key == "eu" { return "EU" }
    if key == "global" { return "001" }
    return continents.first { $0.key == key }?.code ?? (key.utf8.count == 2 ? key.uppercased() : nil)
  }

  private let locale: Locale

  /// - Parameter locale: The locale of the names, such as `de-DE`.
  package init(locale: String) {
    self.locale = Locale(identifier: locale)
  }

  /// The name of a country, a continent, `eu` or, as `global`, the world; or `nil` for what CLDR does not name.
  package func name(of key: String) -> String? {
    guard let code = Self.code(of: key) else { return nil }
    let name = locale.localizedString(forRegionCode: code)
    return name == code ? nil : name
  }
}
