import Foundation
import TestSupport
import Testing

@Suite("Every address of a site")
struct AddressTests {
  @Test(
    "Every address respects a base address with a path, from site.yml or the command line",
    arguments: [false, true])
  func path(isOption: Bool) async throws {
    let site = try SiteFolder()
    let base = "https://example.org/harbour"
    if !isOption {
      let text = try site.folder.text("content/site.yml")
      try site.folder.write(["content/site.yml": text.replacing("https://harbour.example", with: base)])
    }
    let outcome = try await site.run(
      ["build", "--today", SiteFolder.today] + (isOption ? ["--base-url", base + "/"] : []))
    #expect(outcome.status == 0)
    let published = try site.published()
    var count = 0
    for (path, text) in published where path.hasSuffix(".html") || path.hasSuffix(".xml") {
      for match in text.matches(of: /(?:href|src)=(?:"|&quot;)(.*?)(?:"|&quot;)|<loc>(.*?)<\/loc>/) {
        let address = String(match.1 ?? match.2 ?? "")
        let below = address.hasPrefix(base + "/") ? address.dropFirst(base.count) : address.dropFirst(8)
        #expect(address.hasPrefix(base + "/") || address.hasPrefix("/harbour/"), "\(path): \(address)")
        let file = below.dropFirst() + (below.hasSuffix("/") ? "index.html" : "")
        #expect(published[String(file)] != nil, "\(path): \(address) leads to no file")
        count += 1
      }
    }
    #expect(count > 300)
  }
}
