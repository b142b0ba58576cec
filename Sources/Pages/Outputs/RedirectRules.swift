import Content
import SiteGraph

/// What tells web servers to lead the readers of former addresses on, in the terms of each.
enum RedirectRules: String, CaseIterable {
  /// Read by Netlify, Cloudflare Pages and other hosts of static sites.
  case hosts = "_redirects"
  /// To be included in nginx's `server`.
  case nginx = "_redirects.nginx"
  /// To be included in Apache's `VirtualHost`, or copied into `.htaccess`.
  case apache = "_redirects.apache"

  /// The rules of a site, one line for each.
  func bytes(of site: Site) -> [UInt8] {
    var text = "# Former addresses of pages, made by Oresund from “aliases:”. More is in docs/hosting.md.\n"
    for redirect in site.redirects {
      let former = site.baseURL.path + redirect.path
      let address = site.url(redirect.edition.path)
      switch self {
      case .hosts: text += "\(site.url(redirect.path)) \(address) 301\n"
      case .nginx:
        text +=
          "location = \"\(Self.quoted(former))\" { return 301 \"\(Self.withoutVariables(address))\"; }\n"
      case .apache:
        text += "RedirectMatch 301 \"^\(Self.pattern(former))$\" \"\(Self.withoutVariables(address))\"\n"
      }
    }
    return Array(text.utf8)
  }

  private static func quoted(_ path: String) -> String {
    path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// An address in which no server finds a variable or a group.
  private static func withoutVariables(_ address: String) -> String { address.replacing("$", with: "%24") }

  /// A regular expression for exactly this path.
  private static func pattern(_ path: String) -> String {
    var pattern = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\"": pattern += "\\x22"
      case "\\": pattern += "\\x5C"
      case ".", "+", "*", "?", "(", ")", "[", "]", "{", "}", "^", "$", "|":
        pattern += "\\"
        pattern.unicodeScalars.append(scalar)
      default: pattern.unicodeScalars.append(scalar)
      }
    }
    return pattern
  }
}
