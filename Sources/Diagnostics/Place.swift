/// A range within one line of a source file: where a problem is.
package struct Place: Hashable, Sendable {
  /// The file's path as it was given on the command line (`content/news/x.de.md`).
  package let file: String
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, counted in Unicode scalars; a tab is one.
  package let column: Int
  /// How many Unicode scalars the range covers, at least 1.
  package let length: Int

  package init(file: String, line: Int = 1, column: Int = 1, length: Int = 1) {
    self.file = file
    self.line = max(line, 1)
    self.column = max(column, 1)
    self.length = max(length, 1)
  }
}

extension Place: Comparable {
  package static func < (a: Place, b: Place) -> Bool {
    (a.file, a.line, a.column, a.length) < (b.file, b.line, b.column, b.length)
  }
}

extension Place: CustomStringConvertible {
  /// The place in the GNU style: `file:line:column`.
  package var description: String { "\(file):\(line):\(column)" }
}
