import Foundation

/// Finds out whether an address of another site leads anywhere (RFC 9110), with as few requests as that takes.
struct LinkProbe: Sendable {
  /// How many redirections are followed.
  private static let longestChain = 10
  /// Answers to HEAD that GET may not get: some sites know the one method only.
  private static let refusals: Set = [400, 403, 404, 405, 501]
  /// Answers that may be others a moment later.
  private static let passing: Set = [429, 500, 502, 503, 504]

  /// How often a request is repeated.
  let retries: Int
  let send: @Sendable (WebMethod, URL) -> WebAnswer
  /// Waits for a number of seconds.
  let pause: @Sendable (Int) -> Void

  func verdict(on address: String) -> LinkVerdict {
    guard var url = URL(string: address) else { return .unreachable(reason: "it is no whole address") }
    var movedTo: URL?
    var isForGood = true
    for _ in 0..<Self.longestChain {
      switch answer(of: url) {
      case .failure(let reason): return .unreachable(reason: reason)
      case .status(let status, let location) where [301, 302, 303, 307, 308].contains(status):
        guard let next = location.flatMap({ URL(string: $0, relativeTo: url)?.absoluteURL }),
          ["http", "https"].contains(next.scheme?.lowercased())
        else { return .unreachable(reason: "it leads on, but does not say where") }
        isForGood = isForGood && (status == 301 || status == 308)
        if isForGood { movedTo = next }
        url = next
      case .status(let status, _) where status == 404 || status == 410: return .gone(status: status)
      case .status(let status, _) where status >= 500:
        return .unreachable(reason: "it answers with the status \(status)")
      case .status: return movedTo.map { .moved(to: $0.absoluteString) } ?? .fine
      }
    }
    return .unreachable(reason: "it leads on more than \(Self.longestChain) times")
  }

  private func answer(of url: URL) -> WebAnswer {
    let answer = patiently(.head, url)
    guard case .status(let status, _) = answer, Self.refusals.contains(status) else { return answer }
    return patiently(.get, url)
  }

  /// Asks until there is an answer that will last, with growing pauses.
  private func patiently(_ method: WebMethod, _ url: URL) -> WebAnswer {
    var answer = send(method, url)
    for attempt in 0..<retries {
      if case .status(let status, _) = answer, !Self.passing.contains(status) { break }
      pause(1 << attempt)
      answer = send(method, url)
    }
    return answer
  }
}
