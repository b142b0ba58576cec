/// Measures the phases of a run for `--timings`.
struct Stopwatch {
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private(set) var phases: [(name: String, duration: Duration)] = []

  /// Ends a phase that began where the last one ended.
  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    phases.append((name, now - last))
    last = now
  }

  /// A table of the phases in milliseconds.
  var table: String {
    let rows = phases + [("total", last - start)]
    let width = rows.map(\.name.count).max() ?? 0
    return rows.map { name, duration in
      let milliseconds = String(Int(duration / .milliseconds(1)))
      let gap = String(repeating: " ", count: max(1, width - name.count + 8 - milliseconds.count))
      return "\(name)\(gap)\(milliseconds) ms\n"
    }.joined()
  }
}
