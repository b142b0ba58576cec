import Content
import Diagnostics
import SiteGraph

/// Finds pages that the network makes at addresses that another page of the site has: an entry's above all, whose
/// editors can give it another one.
struct ClaimedAddresses {
  let site: Site

  /// - Parameters:
  ///   - claims: The addresses that pages of the network have in all languages, and whose they are.
  ///   - files: All files of the site.
  func diagnostics(_ claims: [(path: String, owner: String)], among files: [PlannedFile]) -> [Diagnostic] {
    let claimed = Dictionary(
      claims.map { (AddressBook.folded($0.path), $0.owner) }, uniquingKeysWith: { first, _ in first })
    guard !claimed.isEmpty else { return [] }
    var seen: Set<String> = []
    var reported: Set<Place> = []
    return files.compactMap { file in
      guard file.path.hasSuffix("/index.html") else { return nil }
      let path = AddressBook.folded("/\(file.path.dropLast("index.html".count))")
      guard let owner = claimed[path], !seen.insert(path).inserted else { return nil }
      let place = self.place(of: path)
      guard reported.insert(place).inserted else { return nil }
      return PageProblem.addressOfNetwork(path, owner: owner).at(place)
    }
  }

  /// Where the address of the other page comes from: an entry's slug or file, else the site's configuration.
  private func place(of path: String) -> Place {
    for (number, editions) in site.editions.enumerated() {
      let found = editions.compactMap { $0 }.first { $0.hasPage && AddressBook.folded($0.path) == path }
      guard let found else { continue }
      let entry = site.entries[found.entry]
      if let place = entry.variants[site.languages[number].tag]?.place(of: "slug")
        ?? entry.original.map({ Place(file: $0.file.path) })
      {
        return place
      }
    }
    return Place(file: site.configuration.file)
  }
}
