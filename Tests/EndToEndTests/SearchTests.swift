import Foundation
import TestSupport
import Testing

@Suite("The search index as part of a build")
struct SearchTests {
  /// A site in English and German that has a page to search with.
  private static func site() throws -> SiteFolder {
    let site = try SiteFolder()
    try site.folder.write(["templates/search.html": "{{ page.url }} {{ page.index }} {{ site.search }}\n"])
    return site
  }

  @Test("Where Pagefind is not installed, the build says so, and the site has no search")
  func notInstalled() async throws {
    let site = try Self.site()
    let outcome = try await site.build("--quiet", environment: ["PAGEFIND_BINARY_PATH": ""])
    #expect(
      outcome
        == Oresund.Outcome(
          status: 0, output: "",
          error: """
            warning: Pagefind is not installed, so the site has no search [no-pagefind]
              help: install it as bin/setup does (Python’s pagefind[bin]), or write “search: false” in site.yml

            """))
    let published = try site.published()
    #expect(published["en/search/index.html"] == nil)
    #expect(published["_headers"]?.contains("wasm") == false)
  }

  @Test(
    "Without a template for it, or with “search: false”, nobody asks for Pagefind", arguments: [true, false])
  func notWanted(hasTemplate: Bool) async throws {
    let site = hasTemplate ? try Self.site() : try SiteFolder()
    if hasTemplate {
      let configuration = try site.folder.text("content/site.yml")
      try site.folder.write(["content/site.yml": "\(configuration)search: false\n"])
    }
    let outcome = try await site.build("--quiet", environment: ["PAGEFIND_BINARY_PATH": "/nowhere"])
    #expect(outcome == Oresund.Outcome(status: 0, output: "", error: ""))
    #expect(
      try !site.published().keys.contains { $0.hasPrefix("pagefind/") || $0.hasSuffix("search/index.html") })
  }

  @Test("With it, each language has a page, the index is published, and scripts may run WebAssembly")
  func published() async throws {
    let site = try Self.site()
    _ = try await site.build(environment: PagefindDouble.environment())
    let published = try site.published()
    #expect(published["en/search/index.html"] == "/en/search/ /pagefind/ /en/search/\n")
    #expect(published["de/search/index.html"] == "/de/search/ /pagefind/ /de/search/\n")
    #expect(
      published.keys.filter { $0.hasPrefix("pagefind/") }.sorted() == [
        "pagefind/fragment/documents.html", "pagefind/pagefind.js",
      ])
    #expect(published["_headers"]?.contains("script-src 'self' 'wasm-unsafe-eval';") == true)
  }

  @Test("While nothing that can be found changes, the index stays, and Pagefind is not even started")
  func unchanged() async throws {
    let site = try Self.site()
    _ = try await site.build(environment: PagefindDouble.environment())
    let before = try site.published()
    let frame = try site.folder.text("templates/base.html")
    try site.folder.write(["templates/base.html": "\(frame)<!-- new -->\n"])
    let outcome = try await site.build("--quiet", environment: PagefindDouble.environment("crash"))
    #expect(outcome == Oresund.Outcome(status: 0, output: "", error: ""))
    let after = try site.published()
    #expect(after["en/index.html"] != before["en/index.html"])
    #expect(after["pagefind/fragment/documents.html"] == before["pagefind/fragment/documents.html"])
  }

  @Test("A text that changes changes the index, and so does a text that is gone")
  func changed() async throws {
    let site = try Self.site()
    _ = try await site.build(environment: PagefindDouble.environment())
    let page = try site.folder.text("content/pages/about.en.md")
    try site.folder.write(["content/pages/about.en.md": "\(page)\nUnheard of.\n"])
    _ = try await site.build(environment: PagefindDouble.environment())
    #expect(try site.published()["pagefind/fragment/documents.html"]?.contains("Unheard of.") == true)
  }

  @Test("A damaged record of the index is no harm")
  func damaged() async throws {
    let site = try Self.site()
    _ = try await site.build(environment: PagefindDouble.environment())
    let before = try site.published()
    for record in [
      "", "oresund search 1\n", "oresund search 1\nabc\n99 pagefind.js\nx", "oresund search 1\nabc\n-1 x\n",
    ] {
      try site.folder.write([".oresund/search": record])
      let outcome = try await site.build("--quiet", environment: PagefindDouble.environment())
      #expect(outcome == Oresund.Outcome(status: 0, output: "", error: ""))
      #expect(try site.published() == before)
    }
  }

  @Test(
    "Where Pagefind fails, the build fails, and the site stays as it is", arguments: ["crash", "garbage"])
  func failure(mistake: String) async throws {
    let site = try Self.site()
    _ = try await site.build(environment: ["PAGEFIND_BINARY_PATH": ""])
    let before = try site.states()
    let outcome = try await site.build("--quiet", environment: PagefindDouble.environment(mistake))
    #expect(outcome.status == 1)
    let path = BuiltProgram.url("pagefind-double").path
    let messages = [
      "crash": """
      error: Pagefind (“\(path)”) ended with status 101 before the search index was made, saying: thread 'main' \
      panicked: out of ideas [search-failed]
        help: build once more; if it happens again, “search: false” in site.yml builds the site without a search

      """,
      "garbage": """
      error: “\(path)” does not answer as Pagefind does [search-failed]
        help: --pagefind or PAGEFIND_BINARY_PATH must name the program pagefind itself, version 1.5.2

      """,
    ]
    #expect(outcome.error == messages[mistake])
    #expect(try site.states() == before)
  }

  @Test("A page that Pagefind refuses is named")
  func refused() async throws {
    let site = try Self.site()
    let outcome = try await site.build("--quiet", environment: PagefindDouble.environment("refuse"))
    #expect(outcome.status == 1)
    #expect(outcome.error.hasPrefix("error: Pagefind cannot index “/en/"))
    #expect(outcome.error.contains("”: no such language [search-failed]\n"))
  }

  @Test("A program that is named and not there is a mistake")
  func noProgram() async throws {
    let site = try Self.site()
    let outcome = try await site.build("--quiet", "--pagefind", "/nowhere/pagefind")
    #expect(
      outcome
        == Oresund.Outcome(
          status: 1, output: "",
          error: """
            error: there is no program “/nowhere/pagefind” to make the search index with [search-failed]
              help: say where it is with --pagefind or PAGEFIND_BINARY_PATH, or say neither

            """))
  }
}
