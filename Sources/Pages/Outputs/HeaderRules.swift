import Content
import SiteGraph

/// `_headers`, which Netlify, Cloudflare Pages and other hosts of static sites read: what a server says with each
/// file. No two rules set one header for one file, since hosts join what they find.
enum HeaderRules {
  static let name = "_headers"

  static func bytes(of site: Site) -> [UInt8] {
    let revalidated = ["Cache-Control: public, max-age=0, must-revalidate"]
    var rules: [(path: String, headers: [String])] = [
      (
        "/*",
        ["X-Content-Type-Options: nosniff", "Referrer-Policy: strict-origin-when-cross-origin"]
      ),
      ("/assets/*", ["Cache-Control: public, max-age=31536000, immutable"]), ("/", revalidated),
    ]
    rules += site.languages.map { ("/\($0.tag)/*", revalidated) }
    rules.append(("/api/*", ["Access-Control-Allow-Origin: *"] + revalidated))
    let text = rules.map { rule in
      "\(site.url(""))\(rule.path)\n\(rule.headers.map { "  \($0)\n" }.joined())"
    }
    return Array(text.joined().utf8)
  }
}
