/// “Did you mean …?”: the known name nearest to an unknown one.
package enum Suggestion {
  /// The candidate at the smallest edit distance, letters' case aside; of several the first in order.
  /// `nil` where none is near enough to be what was meant: a third of the name's length, at least one. A folder
  /// and an ending that both have do not count as length.
  package static func nearest(to name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 100 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates.sorted() {
      let given = Array(candidate.lowercased().unicodeScalars)
      guard !given.isEmpty, given.count <= 100 else { continue }
      let limit = max(1, (max(wanted.count, given.count) - sharedLength(wanted, given)) / 3)
      guard abs(given.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, given)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// The length of the folder and of the ending that two paths share.
  private static func sharedLength(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    let start = zip(a, b).prefix { $0 == $1 }.map(\.0)
    let folder = start.lastIndex(of: "/").map { $0 + 1 } ?? 0
    let rest = min(a.count, b.count) - folder
    let end = zip(a.reversed(), b.reversed()).prefix(rest).prefix { $0 == $1 }.map(\.0)
    return folder + (end.lastIndex(of: ".").map { $0 + 1 } ?? 0)
  }

  /// The optimal string alignment distance: insertions, deletions, replacements and swapped neighbours.
  static func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in 0..<b.count {
        row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
