import Diagnostics
import Testing

@Suite("Suggestions for unknown names")
struct SuggestionTests {
  @Test(
    "The nearest name is suggested",
    arguments: [
      ("tilte", ["title", "topics"], "title"),
      ("Title", ["title", "topics"], "title"),
      ("summry", ["source", "summary"], "summary"),
      ("topic", ["topics", "toc"], "topics"),
      ("ba", ["bc", "bb"], "bb"),
      ("partials/taeser.html", ["partials/head.html", "partials/teaser.html"], "partials/teaser.html"),
      ("../clusters/olso.en.md", ["../clusters/oslo.en.md"], "../clusters/oslo.en.md"),
      ("../cluster/oslo.en.md", ["../clusters/oslo.en.md"], "../clusters/oslo.en.md"),
    ])
  func nearest(name: String, candidates: [String], expected: String) {
    #expect(Suggestion.nearest(to: name, in: candidates) == expected)
  }

  @Test(
    "Nothing is suggested where no name is near",
    arguments: [
      ("", ["title"]),
      ("title", []),
      ("editor", ["title"]),
      ("ab", ["cd"]),
      ("partials/teaser.html", ["partials/head.html"]),
      ("../clusters/oslo.en.md", ["../clusters/turin.en.md"]),
      (String(repeating: "a", count: 101), [String(repeating: "a", count: 102)]),
    ])
  func nothingNear(name: String, candidates: [String]) {
    #expect(Suggestion.nearest(to: name, in: candidates) == nil)
  }

  @Test("Of equally near names the first in order is suggested, whatever the order they come in")
  func order() {
    #expect(Suggestion.nearest(to: "cat", in: ["hat", "bat"]) == "bat")
    #expect(Suggestion.nearest(to: "cat", in: ["bat", "hat"]) == "bat")
  }
}
