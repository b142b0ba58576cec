import SiteGraph

/// One way to choose from a list of entries: by country, topic, stakeholders, status or year.
struct Facet: Sendable {
  /// One of the choices.
  struct Term: Sendable {
    /// `dk`, `wind`, `member`, `2010`.
    let key: String
    let title: LabelText
    /// The page that lists what it has, which readers without JavaScript are led to.
    let path: String
    /// The entries of the list that it chooses, in the list's order.
    let entries: [Int]
    /// The same page in the languages that have it; of terms with pages below the list.
    var siblings: [(language: Int, path: String)] = []
  }

  /// `country`; also the name in the address (`?country=dk`).
  let name: String
  let label: LabelText
  /// Those that choose anything, in the order of the language's readers.
  let terms: [Term]
}
