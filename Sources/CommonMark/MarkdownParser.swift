/// Turns Markdown into ``RichText``. It holds nothing but options; any number of threads may use it at once.
package struct MarkdownParser: Hashable, Sendable {
  package let options: MarkdownOptions

  package init(options: MarkdownOptions = MarkdownOptions()) {
    self.options = options
  }

  /// Renders a body. Anything is Markdown: problems are among the result's diagnostics.
  ///
  /// - Parameters:
  ///   - markdown: The text in UTF-8, without front matter. Broken bytes become U+FFFD.
  ///   - file: The path that diagnostics name.
  ///   - firstLine: The number in the file of the text's first line.
  ///   - indentation: By how many columns the file's lines are indented that the text has without.
  ///   - language: The language of the text, a BCP 47 tag; typography follows it.
  package func parse(
    _ markdown: some Collection<UInt8>, file: String = "", firstLine: Int = 1, indentation: Int = 0,
    language: String = "en"
  ) -> RichText {
    let source = Source(bytes: Array(markdown), file: file, firstLine: firstLine, indentation: indentation)
    let composition = Composition(options: options, source: source, language: language)
    composition.compose()
    return composition.finish()
  }

  /// Sets one line of plain text, such as a title: typography only, no Markdown. The result is plain text.
  package func typeset(_ text: String, language: String) -> String {
    guard options.typography else { return text }
    let bytes = Array(text.utf8)
    let typesetter = Typesetter(language: language)
    guard let set = bytes.withUnsafeBufferPointer({ typesetter.set($0) }) else { return text }
    return String(decoding: set, as: UTF8.self)
  }
}
