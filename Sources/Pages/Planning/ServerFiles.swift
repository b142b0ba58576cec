import Content
import Diagnostics
import SiteGraph

/// Plans what servers and search engines read: rules for former addresses and headers, `robots.txt`, and the pages
/// that lead on from former addresses. What lies in `static/` goes before our own.
struct ServerFiles {
  private(set) var files: [PlannedFile] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let site: Site

  /// - Parameters:
  ///   - taken: The paths of all other files of the site.
  ///   - strings: By language.
  ///   - hasSearch: Whether pages run Pagefind.
  init(site: Site, taken: Set<String>, strings: [String: Strings], hasSearch: Bool) {
    self.site = site
    let robots = "User-agent: *\nAllow: /\n\nSitemap: \(site.permalink("/sitemap.xml"))\n"
    add("robots.txt") { Array(robots.utf8) }
    for rules in HeaderRules.allCases {
      add(rules.rawValue) { [site] in rules.bytes(of: site, hasSearch: hasSearch) }
    }
    for rules in RedirectRules.allCases {
      add(rules.rawValue) { [site] in rules.bytes(of: site) }
    }
    let taken = taken.union(files.map(\.path))
    for redirect in site.redirects {
      let tag = site.languages[redirect.edition.language].tag
      let page = RedirectPage(
        redirect: redirect, site: site, strings: strings[tag] ?? Strings(language: tag, entries: [:]))
      add(page, taken: taken)
    }
  }

  private mutating func add(_ name: String, _ make: @escaping @Sendable () -> [UInt8]) {
    guard !site.staticFiles.contains(name) else { return }
    files.append(PlannedFile(path: name, content: .made(make)))
  }

  private mutating func add(_ page: RedirectPage, taken: Set<String>) {
    let path = String(page.redirect.path.dropFirst())
    guard !Self.isTaken(page.file ?? path, by: taken) else {
      diagnostics.append(PageProblem.aliasTaken(page.redirect.path).at(page.redirect.place))
      return
    }
    guard let file = page.file else { return }
    files.append(PlannedFile(path: file, content: .made { page.html() }))
  }

  /// Whether a file is there, or a file where one of its folders would be.
  private static func isTaken(_ path: String, by taken: Set<String>) -> Bool {
    if taken.contains(path) { return true }
    return path.indices.contains { path[$0] == "/" && taken.contains(String(path[..<$0])) }
  }
}
