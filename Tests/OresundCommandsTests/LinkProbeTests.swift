import Foundation
import Synchronization
import Testing

@testable import OresundCommands

@Suite("What other sites say of an address")
struct LinkProbeTests {
  /// Sites that answer as they are told, and what was asked of them.
  private final class Sites: Sendable {
    private let answers: [String: [WebAnswer]]
    private let log = Mutex<[String]>([])

    init(_ answers: [String: [WebAnswer]]) {
      self.answers = answers
    }

    var requests: [String] { log.withLock { $0 } }

    func send(_ method: WebMethod, _ url: URL) -> WebAnswer {
      let request = "\(method.rawValue) \(url.absoluteString)"
      let count = log.withLock { log in
        log.append(request)
        return log.count { $0 == request }
      }
      let answers = answers[request] ?? []
      return answers.isEmpty ? .failure(reason: "nobody") : answers[min(count, answers.count) - 1]
    }

    func pause(_ seconds: Int) { log.withLock { $0.append("\(seconds) s") } }

    func verdict(on address: String, retries: Int = 2) -> LinkVerdict {
      LinkProbe(retries: retries, send: send, pause: pause).verdict(on: address)
    }
  }

  @Test("What is there is asked for once, without its contents")
  func fine() {
    let sites = Sites(["HEAD https://a.example/": [.status(200)]])
    #expect(sites.verdict(on: "https://a.example/") == .fine)
    #expect(sites.requests == ["HEAD https://a.example/"])
  }

  @Test("Who refuses to answer HEAD is asked with GET", arguments: [400, 403, 404, 405, 501])
  func refusal(status: Int) {
    let sites = Sites([
      "HEAD https://a.example/": [.status(status)], "GET https://a.example/": [.status(200)],
    ])
    #expect(sites.verdict(on: "https://a.example/") == .fine)
    #expect(sites.requests == ["HEAD https://a.example/", "GET https://a.example/"])
  }

  @Test("What is not there, or no longer, is told with its status", arguments: [404, 410])
  func gone(status: Int) {
    let sites = Sites([
      "HEAD https://a.example/": [.status(status)], "GET https://a.example/": [.status(status)],
    ])
    #expect(sites.verdict(on: "https://a.example/") == .gone(status: status))
  }

  @Test("What is not shown to programs is there", arguments: [401, 403, 429])
  func closed(status: Int) {
    let sites = Sites([
      "HEAD https://a.example/": [.status(status)], "GET https://a.example/": [.status(status)],
    ])
    #expect(sites.verdict(on: "https://a.example/", retries: 0) == .fine)
  }

  @Test("What has moved for good is told with the last address; what has moved for now is fine")
  func moved() {
    let sites = Sites([
      "HEAD https://a.example/1": [.status(301, location: "/2")],
      "HEAD https://a.example/2": [.status(308, location: "https://b.example/3")],
      "HEAD https://b.example/3": [.status(302, location: "/4")],
      "HEAD https://b.example/4": [.status(200)],
    ])
    #expect(sites.verdict(on: "https://a.example/1") == .moved(to: "https://b.example/3"))
    #expect(sites.verdict(on: "https://b.example/3") == .fine)
  }

  @Test("What has moved to where nothing is, is gone")
  func movedAway() {
    let sites = Sites([
      "HEAD https://a.example/1": [.status(301, location: "/2")], "HEAD https://a.example/2": [.status(410)],
      "GET https://a.example/2": [.status(410)],
    ])
    #expect(sites.verdict(on: "https://a.example/1") == .gone(status: 410))
  }

  @Test("Redirections without an end, to nowhere and to other schemes are given up")
  func endless() {
    let sites = Sites([
      "HEAD https://a.example/1": [.status(302, location: "/1")],
      "HEAD https://a.example/2": [.status(302)],
      "HEAD https://a.example/3": [.status(301, location: "ftp://a.example/")],
    ])
    #expect(
      sites.verdict(on: "https://a.example/1") == .unreachable(reason: "it leads on more than 10 times"))
    #expect(sites.requests.count == 10)
    for page in 2...3 {
      #expect(
        sites.verdict(on: "https://a.example/\(page)")
          == .unreachable(reason: "it leads on, but does not say where"))
    }
  }

  @Test("A request without an answer is repeated, with longer and longer pauses")
  func retries() {
    let sites = Sites([
      "HEAD https://a.example/": [.failure(reason: "nobody"), .status(503), .status(200)]
    ])
    #expect(sites.verdict(on: "https://a.example/") == .fine)
    let request = "HEAD https://a.example/"
    #expect(sites.requests == [request, "1 s", request, "2 s", request])
  }

  @Test("After the last repetition it is given up")
  func givesUp() {
    let sites = Sites(["HEAD https://a.example/": [.status(503)]])
    #expect(
      sites.verdict(on: "https://a.example/", retries: 1)
        == .unreachable(reason: "it answers with the status 503"))
    #expect(sites.requests.count == 3)
    #expect(Sites([:]).verdict(on: "https://a.example/") == .unreachable(reason: "nobody"))
  }
}
