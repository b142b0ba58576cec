import Content
import Diagnostics
import Foundation

/// Who lives at which path. Two paths that some file systems take for one (letters' case, Unicode
/// normalisation) count as the same.
package struct AddressBook {
  /// Who wants an address.
  enum Owner {
    /// A page that every site has, with what it is: `the section “news”`.
    case site(String)
    /// An entry or topic, with the place that gives its address.
    case file(Place)
  }

  private let siteFile: String
  private var owners: [String: (path: String, owner: Owner)] = [:]
  /// The places of the owners of addresses that were reported: two files that meet in one language mostly
  /// meet in all.
  private var reported: Set<[Place]> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter siteFile: The path of site.yml, where the addresses of the site's own pages come from.
  init(siteFile: String) {
    self.siteFile = siteFile
  }

  /// Takes a path for an owner; a path that is taken is reported where it can be mended.
  mutating func claim(_ path: String, for owner: Owner) {
    let folded = Self.folded(path)
    guard let other = owners[folded] else {
      owners[folded] = (path, owner)
      return
    }
    switch (other.owner, owner) {
    case (.file(let first), .file(let second)): reportFiles(first, second, paths: (other.path, path))
    case (.site(let what), .file(let place)), (.file(let place), .site(let what)):
      guard reported.insert([place]).inserted else { return }
      diagnostics.append(SiteProblem.addressOfSite(path: path, owner: what).at(place))
    case (.site(let first), .site(let second)):
      diagnostics.append(
        SiteProblem.addressesOfSite(path: path, owners: [first, second]).at(Place(file: siteFile)))
    }
  }

  /// Who lives at a path.
  ///
  /// - Parameter folded: The path as ``folded(_:)`` gives it.
  func owner(of folded: String) -> Owner? { owners[folded]?.owner }

  private mutating func reportFiles(_ first: Place, _ second: Place, paths: (first: String, second: String)) {
    // The place that comes last in the order of places reports, whichever claimed first.
    let places = [first, second].sorted()
    guard reported.insert(places).inserted else { return }
    // Bytes are compared, since Swift takes two normalisations of one text for equal.
    let problem: SiteProblem =
      paths.first.utf8.elementsEqual(paths.second.utf8)
      ? .addressTaken(path: paths.second) : .addressFolds(path: paths.second, other: paths.first)
    diagnostics.append(
      problem.at(places.last, notes: places.dropLast().map { Note("the other one is here", at: $0) }))
  }

  /// A path as file systems see it that tell neither letters’ case nor Unicode forms apart.
  package static func folded(_ path: String) -> String {
    if path.utf8.allSatisfy({ $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return path
    }
    return path.precomposedStringWithCanonicalMapping.lowercased()
  }
}
