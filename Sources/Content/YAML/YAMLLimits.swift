/// An upper bound of what a YAML text expands to, measured before it is parsed: the parser resolves
/// aliases and nests without a bound of its own.
///
/// The measure is of characters, not of the grammar: it can be too high, never too low.
struct YAMLLimits {
  struct Excess: Error {
    let problem: YAMLProblem
    /// The byte offset in the text.
    let offset: Int
    let length: Int
  }

  /// Whether the text can be parsed on a small stack.
  let isShallow: Bool
  /// Whether there is what looks like an anchor, and nothing that looks like an alias of one.
  let hasUnusedAnchors: Bool

  /// The most bytes that a text may stand for, its aliases resolved.
  private static let maximumExpansion = 10_000_000
  private static let shallowDepth = 60

  static func measure(_ bytes: ArraySlice<UInt8>) -> Result<YAMLLimits, Excess> {
    var scan = Scan()
    let excess = bytes.withUnsafeBufferPointer { scan.run($0) }
    if let excess { return .failure(excess) }
    let depth = scan.flowOpenings + 2 * scan.deepestIndent
    return .success(
      YAMLLimits(
        isShallow: depth <= shallowDepth && !scan.hasAliases,
        hasUnusedAnchors: !scan.uses.isEmpty && !scan.hasAliases))
  }

  /// One pass over the text.
  private struct Scan {
    var flowOpenings = 0
    var deepestIndent = 0
    var hasAliases = false
    /// The columns of the block collections that can be open.
    private var indents: [Int] = []
    /// How often the value of each anchor is used at least once more; `nil` for a name given to two values.
    private(set) var uses: [ArraySlice<UInt8>: Int?] = [:]
    /// By what the aliases multiply the text at most: each use of an anchor's value can at most add the
    /// whole text once more.
    private var factor = 1

    mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Excess? {
      var index = 0
      var isLineStart = true
      var column = 0
      var previous = UInt8(ascii: "\n")
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
          isLineStart = true
          column = -1
        case UInt8(ascii: " "), UInt8(ascii: "\t"): break
        case UInt8(ascii: "["), UInt8(ascii: "{"):
          flowOpenings += 1
          if isLineStart { indent(to: column) }
          isLineStart = false
        case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
          if isLineStart {
            indent(to: column)
            isLineStart = index + 1 < bytes.count && Self.isBlank(bytes[index + 1])
          }
        case UInt8(ascii: "&"), UInt8(ascii: "*"):
          if isLineStart { indent(to: column) }
          isLineStart = false
          if Self.mayPrecedeToken(previous) {
            let name = Self.name(in: bytes, after: index)
            if !name.isEmpty, let excess = token(byte, Array(bytes[name])[...], at: index, of: bytes.count) {
              return excess
            }
          }
        default:
          if isLineStart { indent(to: column) }
          isLineStart = false
        }
        column += 1
        previous = byte
        index += 1
      }
      return nil
    }

    private mutating func indent(to column: Int) {
      while let last = indents.last, last > column { indents.removeLast() }
      if indents.last ?? -1 < column { indents.append(column) }
      deepestIndent = max(deepestIndent, indents.count)
    }

    /// An anchor or an alias, or what looks like one.
    private mutating func token(
      _ sign: UInt8, _ name: ArraySlice<UInt8>, at offset: Int, of size: Int
    ) -> Excess? {
      if sign == UInt8(ascii: "&") {
        // A value that takes over a name may contain the one that had it: that has no simple bound.
        uses[name] = uses[name] == nil ? .some(0) : .some(nil)
        return nil
      }
      guard let count = uses[name] else { return nil }
      hasAliases = true
      func excess(_ problem: YAMLProblem) -> Excess {
        Excess(problem: problem, offset: offset, length: name.count + 1)
      }
      guard let count else { return excess(.anchorGivenTwice(String(decoding: name, as: UTF8.self))) }
      uses[name] = .some(count + 1)
      factor = factor / (count + 1) * (count + 2)
      return factor <= maximumExpansion / max(size, 1) ? nil : excess(.aliasExpansion)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }

    private static func mayPrecedeToken(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
        UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ":"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        true
      default: false
      }
    }

    /// The name of an anchor: ASCII letters, digits, `-` and `_` (libyaml).
    private static func name(in bytes: UnsafeBufferPointer<UInt8>, after index: Int) -> Range<Int> {
      var end = index + 1
      while end < bytes.count {
        switch bytes[end] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          end += 1
        default: return index + 1..<end
        }
      }
      return index + 1..<end
    }
  }
}
