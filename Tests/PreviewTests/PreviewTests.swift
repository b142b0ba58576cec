import Diagnostics
import Synchronization
import Testing

@testable import Preview

@Suite("A preview through changes and errors")
struct PreviewTests {
  private let served: PreviewHostTests.Served
  private var preview: Preview { served.preview }

  init() throws {
    served = try PreviewHostTests.Served()
  }

  private static func problems(_ texts: String...) -> @Sendable ([Diagnostic]) -> [PreviewProblem] {
    { pages in
      texts.map { PreviewProblem(isError: true, text: $0) }
        + pages.map { PreviewProblem(isError: true, text: "error: \($0.message)\n") }
    }
  }

  private func html(_ target: String) async -> String {
    String(decoding: await served.get(target).bytes ?? [], as: UTF8.self)
  }

  @Test("Errors lie over the last good page, and are gone when they are mended")
  func overlay() async {
    preview.adopt(
      PreviewUpdate(.failure, problems: Self.problems("a.md:1:2: error: <b> & \"c\" [x]\n    1 | <b>\n")))
    #expect(
      await html("/de/").hasSuffix(
        """
        data-pages="1" data-styles="0" data-problems="1" defer></script>
        <link rel="stylesheet" href="/__oresund/live.css">
        <dialog id="oresund-problems" lang="en" dir="ltr" aria-labelledby="oresund-problems-title" open>
        <h2 id="oresund-problems-title">1 error</h2>
        <form method="dialog"><button>Close</button></form>
        <p>You see the site as it was before, as far as it can be shown. This goes away when the errors are mended.</p>
        <ul class="oresund-problems" tabindex="0" role="list" aria-label="Errors and warnings">
        <li class="error"><pre>a.md:1:2: error: &lt;b&gt; &amp; &quot;c&quot; [x]
            1 | &lt;b&gt;
        </pre></li>
        </ul>
        <p><a href="/__oresund/">More about this preview</a></p>
        </dialog>
        </body>
        """))
    #expect(
      await html("/__oresund/problems.json")
        == #"{"title":"1 error","problems":[{"isError":true,"text":"a.md:1:2: error: \u003cb> & \"c\" [x]\n    1 | \u003cb>\n"}]}"#
    )
    let site = PreviewHostTests.Served.site(["de/index.html": "<body>Neu</body>"])
    preview.adopt(PreviewUpdate(.site(site, styles: false), problems: Self.problems()))
    let mended = await html("/de/")
    #expect(mended.contains("<body>Neu<script"))
    #expect(mended.contains("data-pages=\"2\" data-styles=\"0\" data-problems=\"2\""))
    #expect(!mended.contains("<dialog"))
  }

  @Test("Warnings are told, but do not stand in the way")
  func warnings() async {
    let warning = PreviewProblem(isError: false, text: "a.md:1:1: warning: hm [x]\n")
    preview.adopt(PreviewUpdate(.nothing, problems: { _ in [warning] }))
    #expect(!(await html("/de/").contains("<dialog")))
    #expect(
      await html("/__oresund/").contains("<li class=\"warning\"><pre>a.md:1:1: warning: hm [x]\n</pre></li>"))
  }

  @Test("Before the site was read, and while it never could be, pages say so")
  func first() async {
    let preview = Preview()
    let host = PreviewHost(preview: preview, host: HostHeader(isLoopback: true))
    func get(_ target: String) async -> HostResponse {
      await host.response(to: HostRequest(target: target, headers: ["host": "localhost"]))
    }
    let waiting = await get("/de/")
    #expect(waiting.status == 503)
    #expect(String(decoding: waiting.bytes ?? [], as: UTF8.self).contains("<h1>The site is being read</h1>"))
    preview.adopt(PreviewUpdate(.failure, problems: Self.problems("site.yml: error: no <name>\n")))
    #expect(preview.moment.live.pages == 1)
    let failing = await get("/de/")
    #expect(failing.status == 503)
    let html = String(decoding: failing.bytes ?? [], as: UTF8.self)
    #expect(html.contains("<h1>The site cannot be shown yet</h1>"))
    #expect(html.contains("<pre>site.yml: error: no &lt;name&gt;\n</pre>"))
    #expect(html.contains("<script src=\"/__oresund/live.js\" data-session="))
    let site = PreviewHostTests.Served.site(["de/index.html": "there"])
    preview.adopt(PreviewUpdate(.site(site, styles: false), problems: Self.problems()))
    #expect(await get("/de/").status == 200)
  }

  /// A site with two pages, of which one can be made only while `works` says so.
  private final class Fragile: Sendable {
    let works = Mutex(true)
    let made = Mutex<[String]>([])

    func site() -> ServedSite {
      let files = ["a.html", "b.html"].map { path in
        ServedFile(
          path: path,
          content: .made { [self] in
            made.withLock { $0.append(path) }
            guard path == "b.html" || works.withLock({ $0 }) else {
              return .failure(DiagnosedFailure(diagnostic: failure))
            }
            return .success(Array("<body>\(path)</body>".utf8))
          }, maker: "page.html")
      }
      return ServedSite(files: files, basePath: "", folders: [])
    }
  }

  @Test("A page that cannot be made stays as it was; one that never was made is told as such")
  func failingPage() async {
    let fragile = Fragile()
    preview.adopt(PreviewUpdate(.site(fragile.site(), styles: false), problems: Self.problems()))
    #expect(await html("/a.html").contains("<body>a.html<script"))
    fragile.works.withLock { $0 = false }
    preview.adopt(PreviewUpdate(.texts, problems: Self.problems()))
    let before = await html("/a.html")
    #expect(before.contains("<body>a.html<script"))
    #expect(before.contains("<li class=\"error\"><pre>error: “x” is undefined\n</pre></li>"))
    #expect(await html("/b.html").contains("<dialog"))

    preview.adopt(PreviewUpdate(.site(fragile.site(), styles: false), problems: Self.problems()))
    let other = Preview()
    other.adopt(PreviewUpdate(.site(fragile.site(), styles: false), problems: Self.problems()))
    let host = PreviewHost(preview: other, host: HostHeader(isLoopback: true))
    let never = await host.response(to: HostRequest(target: "/a.html", headers: ["host": "localhost"]))
    #expect(never.status == 500)
    #expect(String(decoding: never.bytes ?? [], as: UTF8.self).contains("<h1>This page cannot be shown</h1>"))

    fragile.works.withLock { $0 = true }
    preview.adopt(PreviewUpdate(.texts, problems: Self.problems()))
    #expect(!(await html("/a.html").contains("<dialog")))
    #expect(!(await html("/b.html").contains("<dialog")))
  }

  @Test(
    "Pages that nobody asks for are made in the background, those that failed first, until the next change")
  func background() async {
    let fragile = Fragile()
    fragile.works.withLock { $0 = false }
    preview.adopt(PreviewUpdate(.site(fragile.site(), styles: false), problems: Self.problems()))
    preview.makeAll { true }
    #expect(fragile.made.withLock { $0 } == ["a.html", "b.html"])
    #expect(preview.moment.problems.map(\.text) == ["error: “x” is undefined\n"])
    preview.adopt(PreviewUpdate(.texts, problems: Self.problems()))
    _ = await html("/b.html")
    fragile.works.withLock { $0 = true }
    fragile.made.withLock { $0 = [] }
    preview.makeAll { true }
    #expect(fragile.made.withLock { $0 } == ["a.html"])
    #expect(preview.moment.problems == [])
    preview.adopt(PreviewUpdate(.texts, problems: Self.problems()))
    fragile.made.withLock { $0 = [] }
    preview.makeAll { false }
    #expect(fragile.made.withLock { $0 } == [])
  }

  @Test("A page is made once for all who ask, and anew after a change")
  func making() async {
    let fragile = Fragile()
    preview.adopt(PreviewUpdate(.site(fragile.site(), styles: false), problems: Self.problems()))
    for _ in 0..<3 { _ = await html("/b.html") }
    preview.adopt(PreviewUpdate(.nothing, problems: Self.problems()))
    _ = await html("/b.html")
    #expect(fragile.made.withLock { $0 } == ["b.html"])
    preview.adopt(PreviewUpdate(.texts, problems: Self.problems()))
    _ = await html("/b.html")
    #expect(fragile.made.withLock { $0 } == ["b.html", "b.html"])
  }

  @Test("A page that was asked for before a change, and made after it, is not kept for the new site")
  func askedBefore() async throws {
    func page(_ text: String) -> ServedFile {
      ServedFile(path: "a.html", content: .made { .success(Array(text.utf8)) })
    }
    func site(_ file: ServedFile) -> PreviewUpdate {
      PreviewUpdate(
        .site(ServedSite(files: [file], basePath: "", folders: []), styles: false), problems: Self.problems())
    }
    preview.adopt(site(page("old")))
    let before = preview.moment
    preview.adopt(site(page("new")))
    let file = try #require(before.site?.file("a.html"))
    #expect(await preview.bytes(of: file, generation: before.generation).bytes == Array("old".utf8))
    #expect(await html("/a.html").hasPrefix("new"))
  }

  @Test("Those who listen hear how the site is, and every change; who is slow hears the last")
  func events() async {
    let session = preview.moment.live.session
    var messages = preview.events.listen(from: preview.moment.live.message).makeAsyncIterator()
    func next() async -> String { String(decoding: await messages.next(isolation: nil) ?? [], as: UTF8.self) }
    func state(_ pages: Int, _ styles: Int, _ problems: Int) -> String {
      "data: {\"session\":\"\(session)\",\"pages\":\(pages),\"styles\":\(styles),\"problems\":\(problems)}\n\n"
    }
    #expect(await next() == state(1, 0, 0))
    let site = PreviewHostTests.Served.site(["de/index.html": "x"])
    preview.adopt(PreviewUpdate(.site(site, styles: true), problems: Self.problems()))
    #expect(await next() == state(1, 1, 0))
    preview.adopt(PreviewUpdate(.texts, problems: Self.problems()))
    preview.adopt(PreviewUpdate(.failure, problems: Self.problems("wrong\n")))
    #expect(await next() == state(2, 1, 1))
    #expect(preview.events.count == 1)
    #expect(await served.get("/__oresund/events").header("Content-Type") == "text/event-stream")
  }

  @Test("The preview’s own pages: plain, with their own rules, and nothing in them is markup")
  func ownPages() async {
    let site = PreviewHostTests.Served.site(["de/index.html": "x"])
    preview.adopt(
      PreviewUpdate(
        .site(site, styles: false), problems: Self.problems(),
        tables: {
          [
            PreviewTable(
              name: "entries", title: "Entries", summary: "All & more.", columns: ["entry", "<en>"]
            ) {
              [[PreviewTable.Cell("news/<x>", link: "/de/\"x\"/", language: "de"), PreviewTable.Cell("y")]]
            }
          ]
        }))
    let page = await served.get("/__oresund/entries")
    #expect(page.status == 200)
    #expect(
      page.header("Content-Security-Policy")?.hasPrefix("default-src 'none'; script-src 'self';") == true)
    let html = String(decoding: page.bytes ?? [], as: UTF8.self)
    #expect(
      html.contains(
        """
        <main>
        <h1>Entries</h1>
        <p>All &amp; more.</p>
        <div class="scroll" tabindex="0" role="region" aria-label="Entries">
        <table>
        <thead><tr><th scope="col">entry</th><th scope="col">&lt;en&gt;</th></tr></thead>
        <tbody>
        <tr><td lang="de" dir="auto"><a href="/de/&quot;x&quot;/">news/&lt;x&gt;</a></td><td>y</td></tr>
        </tbody>
        """))
    #expect(html.contains("<li><a href=\"/__oresund/entries\" aria-current=\"page\">Entries</a></li>"))
    #expect(await self.html("/__oresund").contains("<p>No error and no warning.</p>"))
    #expect(await served.get("/__oresund/nothing").status == 404)
    #expect(await served.get("/__oresund/live.js").header("Content-Type") == "text/javascript; charset=utf-8")
    _ = await served.get("/de/")
    #expect(await served.get("/__oresund/timings").status == 200)
  }
}

private let failure = Diagnostic(
  identifier: "undefined-in-template", severity: .error, place: nil, message: "“x” is undefined")
