import Diagnostics
import Testing

@testable import OresundCommands

@Suite("What goes wrong on many pages")
struct PageFailuresTests {
  private let place = Place(file: "templates/news.html", line: 3)

  private func failure(_ message: String, notes: [Note] = []) -> Diagnostic {
    Diagnostic(
      identifier: "undefined-in-template", severity: .error, place: place, message: message, remedy: "r",
      notes: notes)
  }

  @Test("One mistake is told once, with the first page and the number of the others")
  func summary() {
    let first = failure("a", notes: [Note("on /en/", at: nil)])
    let summarised = PageFailures.summarised([
      first, failure("b"), failure("a", notes: [Note("on /de/", at: nil)]), failure("c"),
      failure("c"), failure("c"),
    ])
    #expect(
      summarised == [
        failure("a", notes: [Note("on /en/", at: nil), Note("the same happens on one more page", at: nil)]),
        failure("b"),
        failure("c", notes: [Note("the same happens on 2 more pages", at: nil)]),
      ])
  }

  @Test("Without failures there is nothing to tell")
  func none() { #expect(PageFailures.summarised([]) == []) }
}
