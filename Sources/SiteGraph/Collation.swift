import Foundation

/// Sorts by names as a language's readers expect it (CLDR).
package struct Collation: Sendable {
  private let locale: Locale

  /// - Parameter locale: A locale identifier, such as `de-DE`.
  package init(locale: String) {
    self.locale = Locale(identifier: locale)
  }

  /// The elements sorted by name; equal names by `tieBreak`. Each name is made once.
  package func sorted<Element>(
    _ elements: [Element], by name: (Element) -> String, tieBreak: (Element) -> String
  ) -> [Element] {
    let keyed = elements.map { (element: $0, name: name($0), tie: tieBreak($0)) }
    return keyed.sorted { a, b in
      switch a.name.compare(b.name, options: [], range: nil, locale: locale) {
      case .orderedAscending: true
      case .orderedDescending: false
      case .orderedSame: a.tie < b.tie
      }
    }.map(\.element)
  }
}
