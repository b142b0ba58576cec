import Synchronization

/// How long files took to make, by what they are made with.
final class RenderTimings: Sendable {
  private struct Times {
    var count = 0
    var total = Duration.zero
    var longest = (path: "", time: Duration.zero)
  }

  private let times = Mutex<[String: Times]>([:])

  func add(_ time: Duration, of file: ServedFile) {
    guard let maker = file.maker else { return }
    times.withLock { times in
      times[maker, default: Times()].count += 1
      times[maker]?.total += time
      if time >= times[maker]?.longest.time ?? .zero { times[maker]?.longest = (file.path, time) }
    }
  }

  func table(basePath: String) -> PreviewTable {
    PreviewTable(
      name: "timings", title: "Time per template",
      summary:
        "How long pages took to make since the preview began, the template that took most in all first.",
      columns: ["template", "pages made", "on average", "longest", "page that took longest"]
    ) { [self] in
      rows(basePath: basePath)
    }
  }

  private func rows(basePath: String) -> [[PreviewTable.Cell]] {
    times.withLock { $0 }.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }.map { maker, times in
      [
        PreviewTable.Cell(maker), PreviewTable.Cell(String(times.count)),
        PreviewTable.Cell(Self.milliseconds(times.total / times.count)),
        PreviewTable.Cell(Self.milliseconds(times.longest.time)),
        PreviewTable.Cell(
          times.longest.path, link: "\(basePath)/\(RequestPath.encode(times.longest.path))"),
      ]
    }
  }

  /// `0.42 ms`.
  private static func milliseconds(_ time: Duration) -> String {
    let hundredths = Int((time / .microseconds(10)).rounded())
    let rest = String(hundredths % 100)
    return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest) ms"
  }
}
