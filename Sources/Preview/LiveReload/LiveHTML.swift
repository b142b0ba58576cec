/// What is put into the pages that are served: the script that follows changes, and what is wrong.
struct LiveHTML {
  static let script = "/__oresund/live.js"
  static let styles = "/__oresund/live.css"

  let state: LiveState
  let problems: [PreviewProblem]

  /// A page with the script, before the end of its body.
  func injected(into page: [UInt8]) -> [UInt8] {
    let added = Array(snippet.utf8)
    guard let end = Self.bodyEnd(of: page) else { return page + added }
    return page[..<end] + added + page[end...]
  }

  var snippet: String {
    "<script src=\"\(Self.script)\" \(state.attributes) defer></script>\n\(overlay)"
  }

  /// What is wrong, if there are errors: warnings alone do not stand in the way.
  var overlay: String {
    guard problems.contains(where: \.isError) else { return "" }
    return """
      <link rel="stylesheet" href="\(Self.styles)">
      <dialog id="oresund-problems" lang="en" dir="ltr" aria-labelledby="oresund-problems-title" open>
      <h2 id="oresund-problems-title">\(Self.title(of: problems))</h2>
      <form method="dialog"><button>Close</button></form>
      <p>You see the site as it was before, as far as it can be shown. This goes away when the errors are mended.</p>
      \(Self.list(of: problems))
      <p><a href="/__oresund/">More about this preview</a></p>
      </dialog>

      """
  }

  /// `2 errors, 1 warning`.
  static func title(of problems: [PreviewProblem]) -> String {
    let errors = problems.count { $0.isError }
    let counts = [(errors, "error"), (problems.count - errors, "warning")].filter { $0.0 > 0 }
    if counts.isEmpty { return "Nothing to mend" }
    return counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }

  /// The problems as the terminal shows them; a list that is too wide can be moved with the arrow keys.
  static func list(of problems: [PreviewProblem]) -> String {
    let items = problems.map { problem in
      "<li class=\"\(problem.isError ? "error" : "warning")\"><pre>\(escaped(problem.text))</pre></li>\n"
    }
    return """
      <ul class="oresund-problems" tabindex="0" role="list" aria-label="Errors and warnings">
      \(items.joined())</ul>
      """
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }

  /// The offset of the last `</body>`, in any letters’ case.
  private static func bodyEnd(of page: [UInt8]) -> Int? {
    let tag = Array("</body>".utf8)
    guard page.count >= tag.count else { return nil }
    return (0...page.count - tag.count).reversed().first { start in
      page[start] == tag[0] && zip(page[start..<start + tag.count], tag).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }
}
