import Testing

@testable import Pages

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "Gives what FIPS 180-4’s examples say",
    arguments: [
      ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
      ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
      ),
      (String(repeating: "a", count: 1_000_000), "sha256-zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA="),
    ])
  func examples(text: String, integrity: String) {
    #expect(SHA256.integrity(of: Array(text.utf8)) == integrity)
  }

  @Test("Lengths around those of its blocks", arguments: [55, 56, 57, 63, 64, 65, 119, 120])
  func lengths(count: Int) {
    let digest = SHA256.digest(of: [UInt8](repeating: 0x61, count: count))
    #expect(digest.count == 32)
    #expect(digest.prefix(4).map { $0 } == Self.beginnings[count])
  }

  /// As Python’s hashlib gives them.
  private static let beginnings: [Int: [UInt8]] = [
    55: [0x9f, 0x43, 0x90, 0xf8],
    56: [0xb3, 0x54, 0x39, 0xa4],
    57: [0xf1, 0x3b, 0x2d, 0x72],
    63: [0x7d, 0x3e, 0x74, 0xa0],
    64: [0xff, 0xe0, 0x54, 0xfe],
    65: [0x63, 0x53, 0x61, 0xc4],
    119: [0x31, 0xeb, 0xa5, 0x1c],
    120: [0x2f, 0x3d, 0x33, 0x54],
  ]
}
