import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("Answering as a host of static sites does")
struct PreviewHostTests {
  /// A small site with two languages, below `/base` where asked for.
  struct Served {
    let preview = Preview()
    let folder: TemporaryFolder
    let host: PreviewHost

    init(base: String = "") throws {
      folder = try TemporaryFolder()
      try folder.write([
        "content/logo.svg": "<svg/>", "content/0123456789.bin": "0123456789", "secret": "secret",
      ])
      host = PreviewHost(preview: preview, host: HostHeader(isLoopback: true))
      preview.adopt(update(base: base))
    }

    private func update(base: String) -> PreviewUpdate {
      let site = Self.site(
        [
          "index.html": "<body>home</body>", "404.html": "<p>not found</p>", "de/404.html": "<p>nicht da</p>",
          "de/index.html": "<body>Deutsch</body>", "de/a b/index.html": "<p>space</p>",
          "de/feed.xml": "<feed/>",
          "_headers": "\(base)/*\n  X-Test: yes\n\(base)/de/*\n  Cache-Control: no-cache, private\n",
          "_redirects": "\(base)/old/ \(base)/de/ 301\n",
        ],
        disk: [
          "logo.svg": "\(folder.path)/content/logo.svg", "ten.bin": "\(folder.path)/content/0123456789.bin",
          "stolen": "\(folder.path)/secret", "gone": "\(folder.path)/content/gone",
          "link": "\(folder.path)/content/link",
        ], base: base, folders: ["\(folder.path)/content"])
      return PreviewUpdate(.site(site, styles: false), problems: { _ in [] })
    }

    static func site(
      _ files: [String: String], disk: [String: String] = [:], base: String = "", folders: [String] = []
    ) -> ServedSite {
      let made = files.sorted { $0.key < $1.key }.map { path, text in
        ServedFile(path: path, content: .made { .success(Array(text.utf8)) })
      }
      let copied = disk.sorted { $0.key < $1.key }.map { ServedFile(path: $0.key, content: .disk($0.value)) }
      return ServedSite(files: made + copied, basePath: base, folders: folders)
    }

    func get(_ target: String, _ headers: [String: String] = [:], method: String = "GET") async
      -> HostResponse
    {
      await host.response(
        to: HostRequest(
          method: method, target: target, headers: ["host": "127.0.0.1:8080"].merging(headers) { $1 }))
    }

    /// What a file's bytes are, without what the preview adds to pages.
    func text(_ response: HostResponse) -> String {
      switch response.body {
      case .bytes(let bytes):
        String(decoding: bytes, as: UTF8.self).replacing(
          /<script src="\/__oresund[^>]*><\/script>\n/, with: "")
      case .file(let path, let range):
        String(decoding: DiskFile.bytes(of: path, range) ?? [], as: UTF8.self)
      case .events: "events"
      }
    }
  }

  @Test("Pages, with the script before the end of their bodies, and other files as they are")
  func files() async throws {
    let served = try Served()
    let page = await served.get("/de/")
    #expect(page.status == 200)
    #expect(page.header("Content-Type") == "text/html; charset=utf-8")
    #expect(page.header("X-Test") == "yes")
    #expect(page.header("Cache-Control") == "no-cache, private")
    let html = String(decoding: try #require(page.bytes), as: UTF8.self)
    #expect(html.hasPrefix("<body>Deutsch<script src=\"/__oresund/live.js\" data-session=\""))
    #expect(
      html.hasSuffix("\" data-pages=\"1\" data-styles=\"0\" data-problems=\"0\" defer></script>\n</body>"))
    #expect(served.text(page) == "<body>Deutsch</body>")
    #expect(served.text(await served.get("/de/index.html")) == "<body>Deutsch</body>")
    #expect(served.text(await served.get("/de/a%20b/")) == "<p>space</p>")
    let feed = await served.get("/de/feed.xml?x=1")
    #expect(served.text(feed) == "<feed/>")
    #expect(feed.header("Content-Type") == "application/atom+xml")
    let logo = await served.get("/logo.svg")
    #expect(served.text(logo) == "<svg/>")
    #expect(logo.header("Content-Length") == "6")
    #expect(logo.header("Cache-Control") == "no-cache")
  }

  @Test("A folder without its slash, former addresses, and what is not there")
  func others() async throws {
    let served = try Served()
    let folder = await served.get("/de/a%20b?q=1")
    #expect(folder.status == 301)
    #expect(folder.header("Location") == "/de/a%20b/?q=1")
    #expect(folder.header("Cache-Control") == "no-store")
    let former = await served.get("/old/")
    #expect(former.status == 301)
    #expect(former.header("Location") == "/de/")
    let missing = await served.get("/de/x/y")
    #expect(missing.status == 404)
    #expect(served.text(missing) == "<p>nicht da</p>")
    #expect(served.text(await served.get("/fr/")) == "<p>not found</p>")
  }

  @Test("Files that are made together when one of them is asked for, and what is wrong with them")
  func folder() async throws {
    let served = try Served()
    let failure = DiagnosedFailure(
      diagnostic: Diagnostic(
        identifier: "no-index", severity: .error, place: nil, message: "it cannot be made"))
    let folder = ServedFolder(path: "index/") { name, generation in
      if name == "bad.js" { return .failure(failure) }
      return .success(name == "a.js" ? Array("// \(generation)".utf8) : nil)
    }
    let site = ServedSite(
      files: [
        ServedFile(path: "404.html", content: .made { .success(Array("<p>not found</p>".utf8)) }),
        ServedFile(path: "index/own.js", content: .made { .success(Array("// own".utf8)) }),
        ServedFile(
          path: "_headers", content: .made { .success(Array("/index/*\n  Cache-Control: private\n".utf8)) }),
      ], basePath: "", folders: [], folder: folder)
    served.preview.adopt(
      PreviewUpdate(
        .site(site, styles: false),
        problems: { pages in pages.map { PreviewProblem(isError: true, text: $0.message) } }))
    let file = await served.get("/index/a.js")
    #expect(file.status == 200)
    #expect(served.text(file) == "// 2")
    #expect(file.header("Content-Type") == "text/javascript; charset=utf-8")
    #expect(file.header("Cache-Control") == "private")
    let tag = try #require(file.header("ETag"))
    #expect(await served.get("/index/a.js", ["if-none-match": tag]).status == 304)
    #expect(served.text(await served.get("/index/own.js")) == "// own")
    let missing = await served.get("/index/b.js")
    #expect(missing.status == 404)
    #expect(served.text(missing) == "<p>not found</p>")
    #expect(served.preview.moment.problems == [])
    #expect(await served.get("/index/bad.js").status == 500)
    #expect(
      served.preview.moment.problems == [PreviewProblem(isError: true, text: "it cannot be made")])
    _ = await served.get("/index/a.js")
    #expect(served.preview.moment.problems == [])
  }

  @Test("A site below a path")
  func base() async throws {
    let served = try Served(base: "/base")
    #expect(await served.get("/").header("Location") == "/base/")
    #expect(await served.get("/base?q").header("Location") == "/base/?q")
    #expect(served.text(await served.get("/base/de/")) == "<body>Deutsch</body>")
    #expect(await served.get("/base/de").header("Location") == "/base/de/")
    #expect(await served.get("/base/old/").header("Location") == "/base/de/")
    let missing = await served.get("/de/")
    #expect(missing.status == 404)
    #expect(served.text(missing) == "<p>not found</p>")
    #expect(await served.get("/base/de/").header("X-Test") == "yes")
  }

  @Test("Nothing but what the site consists of is served, whatever the path and whatever files are links")
  func traversal() async throws {
    let served = try Served()
    try FileManager.default.createSymbolicLink(
      atPath: "\(served.folder.path)/content/link", withDestinationPath: "../secret")
    for target in ["/stolen", "/gone", "/link"] {
      #expect(await served.get(target).status == 404, "\(target)")
    }
    for target in ["/../secret", "/%2e%2e/secret", "/de/..%2f..%2fsecret", "/\\secret", "/logo.svg%00"] {
      #expect(await served.get(target).status == 400, "\(target)")
    }
    for target in ["/etc/passwd", "/content/logo.svg", "/secret", "\(served.folder.path)/secret"] {
      #expect(await served.get(target).status == 404, "\(target)")
    }
  }

  @Test("Versions: who has one is not sent it again")
  func versions() async throws {
    let served = try Served()
    for target in ["/de/", "/logo.svg", "/de/feed.xml"] {
      let first = await served.get(target)
      let tag = try #require(first.header("ETag"))
      for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
        let again = await served.get(target, ["if-none-match": known])
        #expect(again.status == 304)
        #expect(again.body == .bytes([]))
        #expect(again.header("ETag") == tag)
        #expect(again.header("Content-Length") == first.header("Content-Length"))
      }
      #expect(await served.get(target, ["if-none-match": "\"x\""]).status == 200)
    }
  }

  @Test("Parts of files")
  func ranges() async throws {
    let served = try Served()
    let part = await served.get("/ten.bin", ["range": "bytes=2-4"])
    #expect(part.status == 206)
    #expect(served.text(part) == "234")
    #expect(part.header("Content-Range") == "bytes 2-4/10")
    #expect(part.header("Content-Length") == "3")
    let after = await served.get("/ten.bin", ["range": "bytes=10-"])
    #expect(after.status == 416)
    #expect(after.header("Content-Range") == "bytes */10")
    let other = await served.get("/ten.bin", ["range": "bytes=2-4", "if-range": "\"other\""])
    #expect(other.status == 200)
    #expect(served.text(other) == "0123456789")
    let tag = try #require(part.header("ETag"))
    #expect(await served.get("/ten.bin", ["range": "bytes=2-4", "if-range": tag]).status == 206)
    #expect(served.text(await served.get("/de/feed.xml", ["range": "bytes=-3"])) == "d/>")
  }

  @Test("Heads are those of the files, and nothing can be written")
  func methods() async throws {
    let served = try Served()
    for target in ["/de/", "/ten.bin", "/old/", "/fr/"] {
      let whole = await served.get(target)
      let head = await served.get(target, method: "HEAD")
      #expect(head.status == whole.status)
      #expect(head.headers == whole.headers)
      #expect(head.body == .bytes([]))
    }
    let events = await served.get("/__oresund/events", method: "HEAD")
    #expect(events.body == .bytes([]))
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "get", "X"] {
      let response = await served.get("/de/", method: method)
      #expect(response.status == 405)
      #expect(response.header("Allow") == "GET, HEAD")
    }
  }

  @Test("Other sites can neither pretend to be this machine nor read what is here")
  func otherSites() async throws {
    let served = try Served()
    #expect(await served.get("/de/", ["host": "evil.example"]).status == 403)
    #expect(await served.get("/__oresund/events", ["host": "evil.example"]).status == 403)
    let reading = ["sec-fetch-site": "cross-site", "sec-fetch-mode": "cors"]
    #expect(await served.get("/de/feed.xml", reading).status == 403)
    #expect(
      await served.get("/de/", ["sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"]).status == 200)
  }
}

extension HostResponse {
  var bytes: [UInt8]? { if case .bytes(let bytes) = body { bytes } else { nil } }
}
