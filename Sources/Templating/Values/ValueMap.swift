/// An immutable map that keeps the order of its entries, as Python's `dict` does.
package struct ValueMap: Sendable {
  private final class Storage: Sendable {
    let keys: [Value]
    let values: [Value]
    let hashes: [Int]
    /// For more than a few entries, an open-addressed table of positions plus one, zero where empty.
    let table: [Int32]

    init(keys: [Value], values: [Value], hashes: [Int], table: [Int32]) {
      self.keys = keys
      self.values = values
      self.hashes = hashes
      self.table = table
    }
  }

  private let storage: Storage

  /// Entries with text keys; of several for one key, the last value at the place of the first.
  package init(_ entries: some Sequence<(String, Value)>) {
    var builder = Builder()
    for (key, value) in entries {
      builder.insert(Text(key), value)
    }
    self = builder.map
  }

  init() { self = Builder().map }

  package var count: Int { storage.keys.count }
  package var isEmpty: Bool { storage.keys.isEmpty }
  package var keys: [Value] { storage.keys }
  package var values: [Value] { storage.values }

  /// The value of a text key.
  package subscript(key key: String) -> Value? {
    let bytes = Array(key.utf8)
    return value(forKey: bytes, hash: Self.hash(bytes))
  }

  func value(forKey bytes: [UInt8], hash: Int) -> Value? {
    position(hash) { key in
      if case .text(let text) = key { text.bytes == bytes } else { false }
    }.map { storage.values[$0] }
  }

  /// - Throws: Where the key cannot be one: a list, a map, something undefined.
  func value(for key: Value, _ work: inout Work) throws(Interruption) -> Value? {
    if case .text(let text) = key {
      try work.spend(text.bytes.count)
      return value(forKey: text.bytes, hash: Self.hash(text.bytes))
    }
    let hash = try key.pythonHash(&work)
    return try position(hash) { (known: Value) throws(Interruption) in
      try known.isSameKey(as: key, &work)
    }.map { storage.values[$0] }
  }

  @inline(__always)
  private func position<Failure: Error>(
    _ hash: Int, _ matches: (Value) throws(Failure) -> Bool
  ) throws(Failure) -> Int? {
    let storage = storage
    if storage.table.isEmpty {
      for index in storage.hashes.indices where storage.hashes[index] == hash {
        if try matches(storage.keys[index]) { return index }
      }
      return nil
    }
    let mask = storage.table.count &- 1
    var slot = Self.slot(hash) & mask
    while true {
      let entry = Int(storage.table[slot])
      if entry == 0 { return nil }
      if storage.hashes[entry &- 1] == hash, try matches(storage.keys[entry &- 1]) { return entry &- 1 }
      slot = (slot &+ 1) & mask
    }
  }

  /// The hash of a text key (FNV-1a).
  static func hash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }

  /// Where to look for a hash first. Those of integers, which are the integers themselves, would come to lie on
  /// one place where they are multiples of the table's size.
  @inline(__always)
  private static func slot(_ hash: Int) -> Int {
    let product = UInt64(truncatingIfNeeded: hash) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product ^ (product >> 32))
  }

  /// Collects entries in order.
  struct Builder {
    private var keys: [Value] = []
    private var values: [Value] = []
    private var hashes: [Int] = []
    private var positions: [Int: [Int]] = [:]

    mutating func insert(_ key: Value, _ value: Value, _ work: inout Work) throws(Interruption) {
      let hash = try key.pythonHash(&work)
      try insert(key, hash: hash, value) { (known: Value) throws(Interruption) in
        try known.isSameKey(as: key, &work)
      }
    }

    fileprivate mutating func insert(_ text: Text, _ value: Value) {
      insert(.text(text), hash: ValueMap.hash(text.bytes), value) { known in
        if case .text(let known) = known { known.bytes == text.bytes } else { false }
      }
    }

    private mutating func insert<Failure: Error>(
      _ key: Value, hash: Int, _ value: Value, isSame: (Value) throws(Failure) -> Bool
    ) throws(Failure) {
      for position in positions[hash] ?? [] where try isSame(keys[position]) {
        values[position] = value
        return
      }
      positions[hash, default: []].append(keys.count)
      keys.append(key)
      values.append(value)
      hashes.append(hash)
    }

    var count: Int { keys.count }

    var map: ValueMap {
      var table: [Int32] = []
      if keys.count > 8 {
        var size = 32
        while size < keys.count * 2 { size *= 2 }
        table = [Int32](repeating: 0, count: size)
        for (position, hash) in hashes.enumerated() {
          var slot = ValueMap.slot(hash) & (size - 1)
          while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
          table[slot] = Int32(truncatingIfNeeded: position + 1)
        }
      }
      return ValueMap(storage: Storage(keys: keys, values: values, hashes: hashes, table: table))
    }
  }

  private init(storage: Storage) { self.storage = storage }
}
