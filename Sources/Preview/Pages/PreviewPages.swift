/// The preview's own pages, below `/__oresund/`.
struct PreviewPages {
  static let root = "__oresund/"

  let state: LiveState
  let problems: [PreviewProblem]
  let tables: [PreviewTable]
  /// Where the site begins.
  let home: String

  /// What is wrong, and the way to the tables.
  var overview: [UInt8] {
    page(
      "Preview", current: "",
      """
      <h2>\(LiveHTML.title(of: problems))</h2>
      \(problems.isEmpty ? "<p>No error and no warning.</p>" : LiveHTML.list(of: problems))
      """)
  }

  /// The table of a name, `nil` where there is none.
  func table(_ name: String) -> [UInt8]? {
    guard let table = tables.first(where: { $0.name == name }) else { return nil }
    let head = table.columns.map { "<th scope=\"col\">\(LiveHTML.escaped($0))</th>" }.joined()
    let rows = table.rows().map { "<tr>\($0.map(Self.cell).joined())</tr>\n" }.joined()
    return page(
      table.title, current: name,
      """
      <p>\(LiveHTML.escaped(table.summary))</p>
      <div class="scroll" tabindex="0" role="region" aria-label="\(LiveHTML.escaped(table.title))">
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows)</tbody>
      </table>
      </div>
      """)
  }

  private static func cell(_ cell: PreviewTable.Cell) -> String {
    let text = LiveHTML.escaped(cell.text)
    let content = cell.link.map { "<a href=\"\(LiveHTML.escaped($0))\">\(text)</a>" } ?? text
    let language = cell.language.map { " lang=\"\(LiveHTML.escaped($0))\" dir=\"auto\"" } ?? ""
    return "<td\(language)>\(content)</td>"
  }

  /// What is served in the place of a page that cannot be made.
  ///
  /// - Parameter isWholeSite: Whether no page can.
  func failure(isWholeSite: Bool) -> [UInt8] {
    let title = isWholeSite ? "The site cannot be shown yet" : "This page cannot be shown"
    return page(
      title, current: nil,
      """
      <p>It appears here by itself when these errors are mended.</p>
      \(LiveHTML.list(of: problems))
      """)
  }

  /// What is served while the site is read for the first time.
  var waiting: [UInt8] { page("The site is being read", current: nil, "<p>It appears here by itself.</p>") }

  /// What is served where the site has no page for missing addresses.
  var missing: [UInt8] {
    page(
      "There is no such page", current: nil, "<p><a href=\"\(LiveHTML.escaped(home))\">To the site</a></p>")
  }

  /// - Parameter current: The last part of the page's address; `nil` for a page that is none of ours.
  private func page(_ title: String, current: String?, _ content: String) -> [UInt8] {
    let links = [("", "Errors and warnings")] + tables.map { ($0.name, $0.title) }
    let items = links.map { name, title in
      let mark = name == current ? " aria-current=\"page\"" : ""
      return "<li><a href=\"/\(Self.root)\(name)\"\(mark)>\(LiveHTML.escaped(title))</a></li>\n"
    }
    return Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <title>\(LiveHTML.escaped(title)) · Oresund preview</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(LiveHTML.styles)">
      <script src="\(LiveHTML.script)" \(state.attributes) defer></script>
      </head>
      <body class="oresund-page">
      <nav aria-label="Preview">
      <ul>
      <li><a href="\(LiveHTML.escaped(home))">The site</a></li>
      \(items.joined())</ul>
      </nav>
      <main>
      <h1>\(LiveHTML.escaped(title))</h1>
      \(content)
      </main>
      </body>
      </html>

      """.utf8)
  }
}
