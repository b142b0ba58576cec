import Content
import SiteGraph

/// What a server says with each file, in the terms of several servers.
///
/// No two rules set one header for one file, since hosts join what they find.
enum HeaderRules: String, CaseIterable {
  /// Read by Netlify, Cloudflare Pages and other hosts of static sites.
  case hosts = "_headers"
  /// To be included in nginx's `server`.
  case nginx = "_headers.nginx"
  /// To be included in Apache's `VirtualHost`, or copied into `.htaccess`.
  case apache = "_headers.apache"
  /// To be imported into a site of Caddy.
  case caddy = "_headers.caddy"

  typealias Header = (name: String, value: String)

  /// A part of the site, and what is said beside the headers of all its files.
  struct Rule {
    /// The beginning of the path; with the whole path where it does not end in a slash.
    let path: String
    let headers: [Header]
  }

  static let comment = "# What servers say with each file, made by Oresund. More is in docs/hosting.md.\n"

  func bytes(of site: Site, hasSearch: Bool) -> [UInt8] {
    let common = SecurityHeaders(hasSearch: hasSearch).headers
    let rules = Self.rules(of: site, hasSearch: hasSearch)
    let text =
      switch self {
      case .hosts: Self.hosts(common, rules, root: site.url(""))
      case .nginx: Self.nginx(common, rules, root: site.url(""))
      case .apache: Self.apache(common, rules, root: site.baseURL.path)
      case .caddy: Self.caddy(common, rules, root: site.url(""))
      }
    return Array(text.utf8)
  }

  private static let immutable: Header = ("Cache-Control", "public, max-age=31536000, immutable")
  private static let revalidated: Header = ("Cache-Control", "public, max-age=0, must-revalidate")

  private static func rules(of site: Site, hasSearch: Bool) -> [Rule] {
    var rules = [Rule(path: "/assets/", headers: [immutable]), Rule(path: "/", headers: [revalidated])]
    rules += site.languages.map { Rule(path: "/\($0.tag)/", headers: [revalidated]) }
    rules.append(Rule(path: "/api/", headers: [("Access-Control-Allow-Origin", "*"), revalidated]))
    if hasSearch { rules.append(Rule(path: SearchIndex.path, headers: [revalidated])) }
    return rules
  }
}
