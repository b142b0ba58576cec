import Content
import Diagnostics
import Foundation

/// Who lives at which path. Two paths that some file systems take for one (letters' case, Unicode
/// normalisation) count as the same.
struct AddressBook {
  private var owners: [String: (path: String, place: Place?)] = [:]
  /// The places of the owners of addresses that were reported: two files that meet in one language mostly
  /// meet in all.
  private var reported: Set<[Place]> = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes a path for an owner; a path that is taken is reported at both places.
  mutating func claim(_ path: String, for place: Place?) {
    let folded = Self.folded(path)
    guard let other = owners[folded] else {
      owners[folded] = (path, place)
      return
    }
    // The place that comes last in the order of places reports, whichever claimed first.
    let places = [place, other.place].compactMap { $0 }.sorted()
    guard reported.insert(places).inserted else { return }
    // Bytes are compared, since Swift takes two normalisations of one text for equal.
    let problem: SiteProblem =
      other.path.utf8.elementsEqual(path.utf8)
      ? .addressTaken(path: path) : .addressFolds(path: path, other: other.path)
    diagnostics.append(
      problem.at(places.last, notes: places.dropLast().map { Note("the other one is here", at: $0) }))
  }

  static func folded(_ path: String) -> String {
    if path.utf8.allSatisfy({ $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) {
      return path
    }
    return path.precomposedStringWithCanonicalMapping.lowercased()
  }
}
