package import Content
import Diagnostics
import Templating

/// Compares the strings that there are with those that the site's pages show, in every language.
package struct StringsCheck {
  /// The strings that pages show without a template's asking for them.
  private static let ofPages = [
    "home", "not_found", "not_found_text", "moved", "topics", "countries", "status",
    "stakeholders", "year",
  ]
  /// Numbers of which every plural form in use has one.
  private static let numbers = Array(0...120) + [1_000, 1_000_000]

  private let languages: [String]
  private let catalog: StringsCatalog
  /// The folder of the templates, as given.
  private let folder: String
  private let sections: [String]
  private let wholes: Set<String>
  private let beginnings: Set<String>

  package init(kinds: [Kind], languages: [Language], design: Design) {
    self.languages = languages.map(\.tag)
    catalog = design.strings
    folder = design.folder
    sections = kinds.map(\.section)
    var wholes = Set(Self.ofPages)
    // What the text of a body may need.
    var beginnings: Set<String> = ["note_", "footnote_"]
    for text in design.templates.calls(of: "t").flatMap(\.argument) {
      switch text {
      case .whole(let key): wholes.insert(key)
      case .beginning(let beginning): beginnings.insert(beginning)
      }
    }
    self.wholes = wholes
    self.beginnings = beginnings
  }

  var diagnostics: [Diagnostic] {
    catalog.own.flatMap { check($0) } + languages.compactMap { reportMissing(in: $0) }
  }

  /// What is wrong with a file of the site.
  private func check(_ file: StringsFile) -> [Diagnostic] {
    guard languages.contains(where: { catalog.chain(of: $0).contains(file.language) }) else {
      let nearest = Suggestion.nearest(to: file.language, in: languages)
      let problem = PageProblem.stringsOfOtherLanguage(file.language, languages: languages, nearest: nearest)
      return [problem.at(Place(file: file.file))]
    }
    let known = Set(catalog.builtIn.flatMap(\.entries.keys))
    return file.entries.sorted { $0.key < $1.key }.flatMap { key, entry -> [Diagnostic] in
      var found: [Diagnostic] = []
      if !known.contains(key), !isShown(key), !sections.contains(key) {
        let used = wholes.filter { !$0.isEmpty && !known.contains($0) && file.entries[$0] == nil }
        let nearest = Suggestion.nearest(to: key, in: used.union(known))
        found.append(PageProblem.unusedString(key, nearest: nearest).at(entry.place))
      }
      if case .forms(let forms) = entry.value {
        found += missingForms(of: key, forms, in: file.language).map { $0.at(entry.place) }
      }
      return found
    }
  }

  private func isShown(_ key: String) -> Bool {
    wholes.contains(key) || beginnings.contains { key.hasPrefix($0) }
  }

  private func missingForms(of key: String, _ forms: [String: String], in language: String) -> [PageProblem] {
    var numbers: [PluralCategory: [Int]] = [:]
    for number in Self.numbers {
      numbers[PluralRules.category(of: number, language: language), default: []].append(number)
    }
    let missing = PluralCategory.allCases.filter { numbers[$0] != nil && forms[$0.rawValue] == nil }
    guard let first = missing.first, let examples = numbers[first] else { return [] }
    return [
      .missingPluralForms(
        missing, key: key, language: language, numbers: Array(examples.prefix(3)),
        hasOther: forms["other"] != nil)
    ]
  }

  /// The keys of the strings that readers of a language get in another one, sorted.
  package func missing(in language: String) -> [String] {
    let strings = catalog.strings(for: language)
    return strings.keys.filter { key in
      guard isShown(key) || sections.contains(key), let entry = strings.entries[key] else { return false }
      return !LanguageTag.varieties(of: language).contains(entry.language)
    }
  }

  private func reportMissing(in language: String) -> Diagnostic? {
    let keys = missing(in: language)
    guard let first = keys.first, let example = catalog.strings(for: language).entries[first] else {
      return nil
    }
    let file = "\(folder)/strings/\(language).yml"
    let text =
      switch example.value {
      case .text(let text): text
      case .forms(let forms): forms["other"] ?? forms.sorted { $0.key < $1.key }.first?.value ?? ""
      }
    let problem = PageProblem.missingStrings(
      keys, language: language, file: file, fallback: example.language, text: text)
    return problem.at(Place(file: file))
  }
}
