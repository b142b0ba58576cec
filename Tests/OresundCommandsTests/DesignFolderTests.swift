import Diagnostics
import Pages
import Templating
import TestSupport
import Testing

@testable import OresundCommands

@Suite("The templates folder")
struct DesignFolderTests {
  @Test("Its files are templates, strings or assets, in the order of their names; hidden ones are none")
  func reading() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "news.html": "N", "base.html": "B", "partials/head.html": "H", "strings/de.yml": "home: Start\n",
      "assets/site.css": "body{}", "assets/icons/a.svg": "<svg/>", ".hidden.html": "", "news.html~": "",
    ])
    let reading = DesignFolder(path: folder.path).read()
    #expect(reading.diagnostics == [])
    #expect(reading.sources.map(\.name) == ["base.html", "news.html", "partials/head.html"])
    #expect(reading.sources.first?.file == "\(folder.path)/base.html")
    #expect(reading.sources.first?.bytes == Array("B".utf8))
    #expect(reading.strings.map(\.language) == ["de"])
    #expect(reading.assets.map(\.name) == ["icons/a.svg", "site.css"])
  }

  @Test("Mistakes in strings are told, and the other files read all the same")
  func mistake() throws {
    let folder = try TemporaryFolder()
    try folder.write(["a.html": "A", "strings/de.yml": "- Start\n"])
    let reading = DesignFolder(path: folder.path).read()
    #expect(reading.diagnostics.map(\.identifier) == ["strings-file"])
    #expect(reading.sources.map(\.name) == ["a.html"])
  }

  @Test("A folder that is not there is told with what to do")
  func missing() {
    let reading = DesignFolder(path: "/nowhere/templates").read()
    #expect(reading.sources.isEmpty)
    #expect(
      DiagnosticReport(reading.diagnostics).formatted(as: .text, sources: { _ in nil }) == """
        error: there is no templates folder “/nowhere/templates” [no-templates]
          help: run the command in the site’s folder, or say where it is with --templates

        """)
  }
}
