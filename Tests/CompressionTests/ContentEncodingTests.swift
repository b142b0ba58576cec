import Compression
import Testing

@Suite("Smaller forms of files")
struct ContentEncodingTests {
  private static let text = Array(String(repeating: "Bridges between places. ", count: 200).utf8)

  @Test("They are smaller, and the same each time", arguments: ContentEncoding.allCases)
  func smaller(encoding: ContentEncoding) throws {
    let encoded = try #require(encoding.encode(Self.text))
    #expect(encoded.count < 200)
    #expect(encoding.encode(Self.text) == encoded)
  }

  @Test("gzip’s frame names neither a file nor a time")
  func frame() throws {
    #expect(
      try #require(ContentEncoding.gzip.encode(Self.text)).prefix(9) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2])
  }

  @Test("What does not get smaller has none", arguments: ContentEncoding.allCases)
  func nothing(encoding: ContentEncoding) {
    #expect(encoding.encode([]) == nil)
    #expect(encoding.encode([1, 2, 3]) == nil)
  }
}
