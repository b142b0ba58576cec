import Diagnostics

/// Gathers what went wrong while pages were rendered: a mistake in a template concerns many pages and is
/// told once.
enum PageFailures {
  private struct Key: Hashable {
    let identifier: String
    let place: Place?
    let message: String
  }

  /// The first of each failure, with the number of the others.
  ///
  /// - Parameter failures: In the order of the pages.
  static func summarised(_ failures: [Diagnostic]) -> [Diagnostic] {
    var order: [Key] = []
    var groups: [Key: (first: Diagnostic, count: Int)] = [:]
    for failure in failures {
      let key = Key(identifier: failure.identifier, place: failure.place, message: failure.message)
      if groups[key] == nil { order.append(key) }
      groups[key, default: (failure, 0)].count += 1
    }
    return order.compactMap { groups[$0] }.map { first, count in
      guard count > 1 else { return first }
      let others = count == 2 ? "one more page" : "\(count - 1) more pages"
      return Diagnostic(
        identifier: first.identifier, severity: first.severity, place: first.place, message: first.message,
        remedy: first.remedy, notes: first.notes + [Note("the same happens on \(others)", at: nil)])
    }
  }
}
