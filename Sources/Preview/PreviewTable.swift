/// A table about the site, which the preview shows below `/__oresund/`.
package struct PreviewTable: Sendable {
  package struct Cell: Sendable {
    let text: String
    /// An address that the text leads to.
    let link: String?
    /// The language of the text, where it is not English.
    let language: String?

    package init(_ text: String, link: String? = nil, language: String? = nil) {
      self.text = text
      self.link = link
      self.language = language
    }
  }

  /// The last part of its address: `entries`.
  let name: String
  let title: String
  /// A sentence or two about what it shows.
  let summary: String
  let columns: [String]
  let rows: @Sendable () -> [[Cell]]

  /// - Parameter rows: Makes the rows, when somebody looks.
  package init(
    name: String, title: String, summary: String, columns: [String], rows: @escaping @Sendable () -> [[Cell]]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.columns = columns
    self.rows = rows
  }
}
