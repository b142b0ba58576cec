/// What keeps a mistake in a template from filling the memory or never ending.
package enum Limits {
  /// Elements of one list or range.
  static let elements = 1_000_000
  /// Bytes of one text, and of what one page prints.
  static let bytes = 64 << 20
  /// Rounds of all loops of one page.
  package static let iterations = 20_000_000
  /// What a page may do (see ``Work``), which takes some seconds.
  package static let work = 1_000_000_000
  /// Lists within each other, and maps.
  static let depth = 100
  /// Templates, blocks and macros that are open at once.
  static let calls = 200
  /// Bytes of the thread's stack that they may use; the rest of 512 KB is for what is called last.
  static let stack = 256 << 10
  /// Statements, or parentheses, within each other in the text of a template; operators may be twice as deep.
  static let nesting = 30
}
