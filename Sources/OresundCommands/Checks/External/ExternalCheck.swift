import Content
import Diagnostics
import Foundation

/// Asks other sites whether what this one links to is there, several sites at once, and each for one thing at a time.
struct ExternalCheck {
  /// How many sites are asked at once.
  private static let sites = 8

  private struct Group {
    let addresses: [String]
  }

  let settings: ExternalSettings
  /// The state folder as given.
  let state: String
  /// Seconds since 1970.
  let now: Int
  let isQuiet: Bool

  /// - Parameter links: Addresses with the places that name them.
  /// - Returns: A warning at each place whose address leads nowhere, or elsewhere.
  func diagnostics(for links: [(address: String, places: [Located<String>])]) -> [Diagnostic] {
    var memory = LinkMemory(state: state, now: now)
    for (address, verdict) in ask(links.map(\.address).filter { memory[$0] == nil }) {
      memory[address] = verdict
    }
    var diagnostics: [Diagnostic] = links.flatMap { address, places -> [Diagnostic] in
      guard let problem = Self.problem(memory[address] ?? .fine, address) else { return [] }
      return places.map { problem.at($0.place) }
    }
    do {
      try memory.write()
    } catch {
      let problem = ExternalProblem.notKept(state, reason: error.reason)
      diagnostics.append(problem.at(nil))
    }
    return diagnostics
  }

  private func ask(_ addresses: [String]) -> [(String, LinkVerdict)] {
    let groups = Dictionary(grouping: addresses) { URL(string: $0)?.host()?.lowercased() ?? "" }
      .sorted { $0.key < $1.key }.map { Group(addresses: $0.value) }
    let client = WebClient(timeout: settings.timeout)
    let probe = LinkProbe(
      retries: settings.retries, send: { client.send($0, to: $1) },
      pause: { Thread.sleep(forTimeInterval: TimeInterval($0)) })
    let progress = ProgressLine("asking other sites", total: addresses.count, stride: 1, isQuiet: isQuiet)
    defer { progress.finish() }
    return Workers(count: Self.sites).map(groups) { group in
      group.addresses.map { address in
        defer { progress.step() }
        return (address, probe.verdict(on: address))
      }
    }.flatMap { $0 }
  }

  private static func problem(_ verdict: LinkVerdict, _ address: String) -> ExternalProblem? {
    switch verdict {
    case .fine: nil
    case .gone(let status): .broken(address, status: status)
    case .moved(let new): .moved(to: new)
    case .unreachable(let reason): .unreachable(address, reason: reason)
    }
  }
}
