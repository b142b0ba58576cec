import Content
import Diagnostics

/// Gathers the former addresses of visible entries.
struct RedirectBuilder {
  /// Sorted by path.
  private(set) var redirects: [Redirect] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - editions: By language number, then entry number.
  ///   - book: Who lives where today.
  init(
    entries: [Entry], editions: [[Edition?]], languages: [Language], visibility: Visibility,
    book: AddressBook
  ) {
    var found: [Redirect] = []
    for (number, language) in languages.enumerated() {
      for case let edition? in editions[number] {
        guard let variant = entries[edition.entry].variants[language.tag], visibility.isVisible(variant),
          let aliases = variant.fields["aliases"]?.value.list
        else { continue }
        for alias in aliases {
          guard let text = alias.value.text else { continue }
          found.append(
            Redirect(path: PercentEncoding.decode(text[...]), edition: edition, place: alias.place))
        }
      }
    }
    add(found.sorted { $0.place < $1.place }, book: book)
    redirects.sort { $0.path < $1.path }
  }

  private mutating func add(_ found: [Redirect], book: AddressBook) {
    var known: [String: Redirect] = [:]
    for redirect in found {
      let folder = Self.folder(redirect.path)
      if folder == AddressBook.folded(redirect.edition.path) {
        diagnostics.append(SiteProblem.aliasOfItself(redirect.path).at(redirect.place))
      } else if let owner = book.owner(of: folder) {
        switch owner {
        case .site(let what):
          diagnostics.append(SiteProblem.aliasOfSite(redirect.path, owner: what).at(redirect.place))
        case .file(let place):
          let note = Note("it is the address of this one", at: place)
          diagnostics.append(SiteProblem.aliasTaken(redirect.path).at(redirect.place, notes: [note]))
        }
      } else if let other = known[folder] {
        let note = Note("the other one is here", at: other.place)
        diagnostics.append(SiteProblem.aliasTwice(redirect.path).at(redirect.place, notes: [note]))
      } else {
        known[folder] = redirect
        redirects.append(redirect)
      }
    }
  }

  /// The path of the folder that a server shows for an address: `/old`, `/old/` and `/old/index.html` are one.
  private static func folder(_ path: String) -> String {
    var folder = Substring(AddressBook.folded(path))
    if folder.hasSuffix("/index.html") { folder = folder.dropLast("index.html".count) }
    while folder.hasSuffix("/") { folder.removeLast() }
    return "\(folder)/"
  }
}
