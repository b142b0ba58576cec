import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Preview

@Suite("Paths, ranges and rules of a host")
struct HostTests {
  @Test(
    "Paths are decoded",
    arguments: [
      ("/", ""), ("/de/", "de/"), ("/de/x%20y/", "de/x y/"), ("/%C3%B8", "ø"), ("/a?b=/../c", "a"),
      ("/a#b", "a"), ("http://127.0.0.1:8080/de/?q", "de/"), ("https://x", nil), ("/...", "..."),
    ])
  func paths(target: String, path: String?) {
    #expect(RequestPath(target: target)?.path == path)
  }

  @Test(
    "What could lead elsewhere is no path",
    arguments: [
      "", "de/", "*", "/..", "/../etc/passwd", "/de/../../x", "/%2e%2e/x", "/%2E%2e%2fx",
      "/..%2f..%2fetc/passwd",
      "/de/.%2e/", "/a%2fb", "/a%5cb", "/a\\..\\b", "/%00", "/a%00.html", "/a%0d%0ab", "/%", "/%4", "/%zz",
      "/%ff",
      "/%c0%ae%c0%ae/", "//evil.example/", "/a//b", "/./a", "/%7f",
    ])
  func badPaths(target: String) {
    #expect(RequestPath(target: target) == nil)
  }

  @Test("Paths are encoded for addresses")
  func encoding() {
    #expect(RequestPath.encode("de/ø %/a~b.html") == "de/%C3%B8%20%25/a~b.html")
  }

  @Test(
    "Ranges",
    arguments: [
      (nil, ByteRange.whole), ("bytes=0-0", .part(0..<1)), ("bytes=2-4", .part(2..<5)),
      ("bytes=7-", .part(7..<10)),
      ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)), ("bytes=5-99", .part(5..<10)),
      ("Bytes= 1-2 ", .part(1..<3)), ("bytes=10-", .unsatisfiable), ("bytes=-0", .unsatisfiable),
      ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole), ("bytes=a-b", .whole), ("bytes=", .whole),
      ("lines=1-2", .whole),
      ("bytes=99999999999999999999-", .unsatisfiable), ("bytes=0-99999999999999999999", .part(0..<10)),
      ("bytes=-99999999999999999999", .part(0..<10)), ("bytes=١-٢", .whole),
    ])
  func ranges(header: String?, range: ByteRange) {
    #expect(ByteRange(header, size: 10) == range)
  }

  @Test("No part of an empty file can be had")
  func emptyRange() {
    #expect(ByteRange("bytes=0-", size: 0) == .unsatisfiable)
    #expect(ByteRange("bytes=-5", size: 0) == .unsatisfiable)
  }

  @Test("The rules for headers and former addresses are read as hosts read them")
  func rules() {
    let rules = HostRules(
      headers: Array(
        """
        # Comment
        /*
          X-A: 1
          X-B: b: c
        /assets/*
          Cache-Control: immutable
        /de/*/x.html
          X-C: 3
        /exact
          X-D: 4

        """.utf8),
      redirects: Array(
        """
        # Comment
        /old/ /new/ 301
        /alt%C3%B8 /ny/ 302
        /short   /long/
        /broken

        """.utf8))
    func names(_ path: String) -> [String] { rules.headers(for: path).map { "\($0.name)=\($0.value)" } }
    #expect(names("/") == ["X-A=1", "X-B=b: c"])
    #expect(names("/assets/a/b.css") == ["X-A=1", "X-B=b: c", "Cache-Control=immutable"])
    #expect(names("/de/a/b/x.html") == ["X-A=1", "X-B=b: c", "X-C=3"])
    #expect(names("/de/x.html") == ["X-A=1", "X-B=b: c"])
    #expect(names("/exact") == ["X-A=1", "X-B=b: c", "X-D=4"])
    #expect(rules.redirect(from: "old/") == HostRules.Redirect(target: "/new/", status: 301))
    #expect(rules.redirect(from: "altø") == HostRules.Redirect(target: "/ny/", status: 302))
    #expect(rules.redirect(from: "short") == HostRules.Redirect(target: "/long/", status: 301))
    #expect(rules.redirect(from: "old") == nil)
  }

  @Test(
    "A preview for this machine alone answers to its names alone",
    arguments: [
      ("localhost", true), ("localhost:8080", true), ("LOCALHOST:8080", true), ("127.0.0.1:8080", true),
      ("127.0.0.2", true), ("[::1]:8080", true), ("[::1]", true), ("site.localhost:8080", true), (nil, false),
      ("", false), ("evil.example", false), ("evil.example:8080", false), ("127.0.0.1.evil.example", false),
      ("localhost.evil.example", false), ("localhost:8080.evil.example", false), ("1127.0.0.1", false),
      ("127.0.0.1:80@evil.example", false), ("192.168.1.2:8080", false),
    ] as [(String?, Bool)])
  func hosts(header: String?, isAccepted: Bool) {
    #expect(HostHeader(isLoopback: true).accepts(header) == isAccepted)
    #expect(HostHeader(isLoopback: false).accepts(header))
  }

  @Test(
    "Media types",
    arguments: [
      ("de/index.html", "text/html; charset=utf-8"), ("a/site.1234.css", "text/css; charset=utf-8"),
      ("x.JS", "text/javascript; charset=utf-8"), ("de/feed.xml", "application/atom+xml"),
      ("de/feed.json", "application/feed+json"), ("sitemap.xml", "application/xml"),
      ("de/events.ics", "text/calendar; charset=utf-8"), ("api/clusters.geojson", "application/geo+json"),
      ("site.webmanifest", "application/manifest+json"), ("a.wasm", "application/wasm"),
      ("CNAME", "application/octet-stream"), ("a.b/c", "application/octet-stream"),
    ])
  func types(path: String, type: String) {
    #expect(MediaType.of(path) == type)
  }
}
