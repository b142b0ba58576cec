import Diagnostics
import Synchronization
import Templating
import Testing

@Suite struct IncludeCacheTests {
  /// An entry that counts how often it is asked.
  private final class Entry: TemplateObject {
    let attributeNames = ["title"]
    let identity: ObjectIdentity?
    private let title: String
    private let asked = Mutex(0)

    init(_ title: String, number: Int?) {
      self.title = title
      identity = number.map { ObjectIdentity(Entry.self, $0) }
    }

    var count: Int { asked.withLock { $0 } }

    func attribute(_ name: String) -> Value? {
      guard name == "title" else { return nil }
      asked.withLock { $0 += 1 }
      return .string(title)
    }
  }

  private func set(_ templates: [(String, String)], iterationLimit: Int = 1_000_000) -> TemplateSet {
    TemplateSet(
      sources: templates.map {
        TemplateSource(name: $0.0, file: "templates/\($0.0)", bytes: Array($0.1.utf8))
      }, iterationLimit: iterationLimit)
  }

  private func render(_ set: TemplateSet, _ context: [String: Value], _ cache: IncludeCache) -> String {
    var output: [UInt8] = []
    do throws(RenderFailure) {
      try set.render("main.html", context: context, includes: cache, into: &output)
      return String(decoding: output, as: UTF8.self)
    } catch {
      return error.diagnostic.message
    }
  }

  @Test("An include that reads an entry runs once for it, however many pages and objects show the entry")
  func onceForAnEntry() {
    let set = set([
      ("main.html", "{{ page }}: {% include 'teaser.html' %}"),
      ("teaser.html", "{% include 'title.html' %}{{ level }}"), ("title.html", "<{{ entry.title }}>"),
    ])
    let cache = IncludeCache()
    let first = Entry("A", number: 1)
    let again = Entry("A", number: 1)
    let other = Entry("B", number: 2)
    #expect(render(set, ["page": 1, "level": 2, "entry": .object(first)], cache) == "1: <A>2")
    #expect(render(set, ["page": 2, "level": 2, "entry": .object(again)], cache) == "2: <A>2")
    #expect(render(set, ["page": 2, "level": 3, "entry": .object(again)], cache) == "2: <A>3")
    #expect(render(set, ["page": 3, "level": 2, "entry": .object(other)], cache) == "3: <B>2")
    #expect([first.count, again.count, other.count] == [1, 0, 1])
  }

  @Test("A variable of the place of the include counts, not one of the page that it hides")
  func hiddenVariables() {
    let set = set([
      ("main.html", "{% for x in [1, 2, 1] %}{% include 'x.html' %}{% endfor %}{% include 'x.html' %}"),
      ("x.html", "({{ x }})"),
    ])
    #expect(render(set, ["x": 9], IncludeCache()) == "(1)(2)(1)(9)")
  }

  @Test(
    "What may say something else each time runs each time",
    arguments: [
      ("{{ entry.title }}", 2), ("{% for x in list %}{{ x.title }}{% endfor %}", 2),
      ("{% set counter.n = counter.n + 1 %}{{ other.title }}", 2),
      ("{% include name %}{{ other.title }}", 3), ("{{ show() }}", 2), ("{{ other.title }}", 1),
    ])
  func everyTime(template: String, asked: Int) {
    let set = set([
      (
        "main.html",
        "{% set counter = namespace(n=0) %}{% macro show() %}{{ other.title }}{% endmacro %}{% include 'part.html' %}"
      ), ("part.html", template), ("named.html", "{{ other.title }}"),
    ])
    let page = Entry("P", number: nil)
    let other = Entry("O", number: 1)
    let cache = IncludeCache()
    let context: [String: Value] = [
      "entry": .object(page), "other": .object(other), "list": [.object(other)], "name": "named.html",
    ]
    #expect(render(set, context, cache) == render(set, context, cache))
    #expect(page.count + other.count == asked)
  }

  @Test("What an include took counts against the limits of every page that it serves")
  func limits() {
    let set = set(
      [
        ("main.html", "{% for x in range(rounds) %}{% include 'loop.html' %}{% endfor %}"),
        ("loop.html", "{% for y in range(10) %}{% endfor %}."),
      ], iterationLimit: 100)
    let cache = IncludeCache()
    #expect(render(set, ["rounds": 9], cache) == ".........")
    let message = render(set, ["rounds": 10], cache)
    #expect(message == render(set, ["rounds": 10], IncludeCache()))
    #expect(message.contains("100"))
  }

  @Test("A full cache keeps no more, and pages stay the same")
  func full() {
    let set = set([("main.html", "{% include 'part.html' %}"), ("part.html", "{{ entry.title }}")])
    let cache = IncludeCache(limit: 0)
    let entry = Entry("A", number: 1)
    #expect(render(set, ["entry": .object(entry)], cache) == "A")
    #expect(render(set, ["entry": .object(entry)], cache) == "A")
    #expect(entry.count == 2)
  }
}
