/// What a page may still do, so that a mistake comes to an end wherever its time goes.
///
/// One unit is roughly what it takes to write a byte.
struct Work {
  /// For each element of a list, map or range that something goes through.
  static let element = 16
  /// For each byte of a text that is gone through character by character.
  static let byte = 8
  /// For each call of a macro, block or template, for what it keeps until the page is done.
  static let call = 1000
  /// For each call of something of the host.
  static let hostCall = 1000
  /// For each byte that something of the host is given: it may be Markdown.
  static let hostByte = 64

  private let limit: Int
  private var rest: Int

  /// What was done so far.
  var spent: Int { limit &- rest }

  init(limit: Int) {
    self.limit = limit
    rest = limit
  }

  /// - Parameter units: Not negative.
  /// - Throws: Where the page has done too much.
  @inline(__always)
  mutating func spend(_ units: Int) throws(Interruption) {
    rest &-= units
    if rest < 0 { throw Interruption(.limit(.work(limit))) }
  }

  /// Goes through a text once.
  @inline(__always)
  mutating func read(_ text: Text) throws(Interruption) { try spend(text.bytes.count &* Self.byte) }
}
