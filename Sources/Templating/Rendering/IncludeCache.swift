import Synchronization

/// What included templates have printed, so that they need not run again where they read the same.
///
/// What an include prints follows from its template and the variables that the template reads, which are known when
/// templates are read: nothing in the language depends on time or chance. Where the template reads the page, or a
/// list, it runs every time; where it reads an entry, a topic or the site, once for each. A teaser is so made once
/// for all the lists that it stands in.
///
/// Belongs to one set of templates with one set of bindings, and may be used by any number of threads. Only for
/// values that do not change as long as it lives.
package final class IncludeCache: Sendable {
  /// A template and the values of its ``TemplateCode/inputs``.
  struct Key: Hashable, Sendable {
    let template: Int
    let values: [Part]
  }

  /// A value, as far as two of them can be told to be the same without looking into them.
  enum Part: Hashable, Sendable {
    case absent
    case none
    case boolean(Bool)
    case integer(Int)
    case text([UInt8], isSafe: Bool, language: String?)
    case object(ObjectIdentity)
    case function(ObjectIdentifier)
  }

  struct Printed: Sendable {
    let bytes: [UInt8]
    /// What it took, which counts again each time.
    let work: Int
    let iterations: Int
    /// How many calls were open within it at once.
    let depth: Int
  }

  /// One of several parts, so that threads seldom wait for each other.
  private final class Shard: Sendable {
    struct Content {
      var printed: [Key: Printed] = [:]
      var size = 0
    }

    let content = Mutex(Content())
  }

  private let shards: [Shard]
  private let limit: Int

  /// - Parameter limit: How many bytes of output it keeps at most.
  package init(limit: Int = 64 << 20) {
    shards = (0..<16).map { _ in Shard() }
    self.limit = limit / shards.count
  }

  subscript(key: Key) -> Printed? {
    get { shard(key).content.withLock { $0.printed[key] } }
    set {
      guard let newValue else { return }
      shard(key).content.withLock { content in
        guard content.size + newValue.bytes.count <= limit else { return }
        if content.printed.updateValue(newValue, forKey: key) == nil { content.size += newValue.bytes.count }
      }
    }
  }

  private func shard(_ key: Key) -> Shard {
    shards[Int(truncatingIfNeeded: UInt(bitPattern: key.hashValue) % UInt(shards.count))]
  }
}

extension IncludeCache.Part {
  /// The longest text that is worth comparing.
  private static let longestText = 100

  /// - Returns: `nil` where the value may be another though it looks the same.
  init?(_ value: Value?) {
    switch value {
    case nil: self = .absent
    case .some(.none): self = .none
    case .boolean(let isTrue): self = .boolean(isTrue)
    case .integer(let number): self = .integer(number)
    case .text(let text):
      guard text.bytes.count <= Self.longestText else { return nil }
      self = .text(text.bytes, isSafe: text.isSafe, language: text.language)
    case .object(let object):
      guard let identity = object.identity else { return nil }
      self = .object(identity)
    case .runtime(let value):
      guard value.isConstant else { return nil }
      self = .function(ObjectIdentifier(value))
    case .float, .list, .tuple, .map, .undefined: return nil
    }
  }
}
