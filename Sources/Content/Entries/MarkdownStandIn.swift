import CommonMark
import Diagnostics
// Stands in until the Markdown parser lands: delete this file then.
struct MarkdownParser {
  init(options: MarkdownOptions) {}
  func parse(_ bytes: some Collection<UInt8>, file: String, firstLine: Int, language: String) -> RichText {
    RichText()
  }
  func typeset(_ text: String, language: String) -> String { text }
}
extension RichText { var diagnostics: [Diagnostic] { [] } }
