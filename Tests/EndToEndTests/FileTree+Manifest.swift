import Foundation

/// A tree in few words: a line for each file with the fingerprint of what it holds.
extension FileTree {
  /// The tree that a manifest lists, each file holding its fingerprint.
  init(manifest: String) {
    let lines = manifest.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
    self.init(
      Dictionary(
        lines.compactMap { $0.count == 2 ? (String($0[1]), Array($0[0].utf8)) : nil },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The tree with each file's fingerprint in the place of what it holds.
  var fingerprints: FileTree { FileTree(files.mapValues { Array(Self.fingerprint(of: $0).utf8) }) }

  /// The manifest of a tree, sorted by path.
  var manifest: String {
    files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { "\(Self.fingerprint(of: $0.value)) \($0.key)\n" }.joined()
  }

  /// FNV-1a, folded to 32 bits so that the manifest stays small: eight hexadecimal digits.
  private static func fingerprint(of bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let digits = String(hash >> 32 ^ hash & 0xFFFF_FFFF, radix: 16)
    return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
  }
}
