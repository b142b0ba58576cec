import Testing

@testable import Pages

@Suite("The addresses of assets")
struct AssetCatalogTests {
  private func text(of name: String, in catalog: AssetCatalog) throws -> String {
    String(decoding: try #require(catalog.asset(name)).bytes, as: UTF8.self)
  }

  /// The last part of the address that a file is published at.
  private func published(_ name: String, in catalog: AssetCatalog) throws -> String {
    String(try #require(catalog.asset(name)?.path.split(separator: "/").last))
  }

  @Test(
    "A stylesheet names fonts, pictures and stylesheets by their addresses, and all else as it was written")
  func references() throws {
    let catalog = AssetCatalog([
      (
        "site.css",
        Array(
          """
          @charset "utf-8";
          @import 'parts/type.css' screen;
          /* url(mark.svg) */
          a { background: URL( "mark.svg#arch" ) }
          b { background: url(./pictures/a%20b.png?1), url(data:,x), url(https://x.example/a.png), url(/logo.png), url(#a) }
          c::before { content: "url(mark.svg) \\" url(mark.svg)" }
          d { background: image-set("mark.svg" 1x) }
          """.utf8)
      ),
      ("parts/type.css", Array("@font-face { src: url(../fonts/serif.woff2) }".utf8)),
      ("fonts/serif.woff2", [1]), ("mark.svg", [2]), ("pictures/a b.png", [3]),
    ])
    #expect(catalog.diagnostics == [])
    let type = try published("parts/type.css", in: catalog)
    let mark = try published("mark.svg", in: catalog)
    let picture = try published("pictures/a b.png", in: catalog)
    #expect(
      try text(of: "site.css", in: catalog) == """
        @charset "utf-8";
        @import 'parts/\(type)' screen;
        /* url(mark.svg) */
        a { background: URL( "\(mark)#arch" ) }
        b { background: url(./pictures/\(picture.replacing(" ", with: "%20"))?1), url(data:,x), url(https://x.example/a.png), url(/logo.png), url(#a) }
        c::before { content: "url(mark.svg) \\" url(mark.svg)" }
        d { background: image-set("mark.svg" 1x) }
        """)
    #expect(
      try text(of: "parts/type.css", in: catalog)
        == "@font-face { src: url(../fonts/\(try published("fonts/serif.woff2", in: catalog))) }")
  }

  @Test("Another font is another address of every stylesheet that leads to it")
  func fingerprints() {
    func path(font: [UInt8]) -> String? {
      AssetCatalog([
        ("a.css", Array("@import url(b.css);".utf8)), ("b.css", Array("x { src: url(f.woff2) }".utf8)),
        ("f.woff2", font),
      ]).asset("a.css")?.path
    }
    #expect(path(font: [1]) == path(font: [1]))
    #expect(path(font: [1]) != path(font: [2]))
  }

  @Test(
    "Stylesheets that end early are no harm",
    arguments: ["url(", "@import \"", "/*", "a{b:url('x", "@", "\\", "\"\\"])
  func ends(text: String) {
    let catalog = AssetCatalog([("a.css", Array(text.utf8))])
    #expect(catalog.asset("a.css")?.bytes == Array(text.utf8))
  }
}
