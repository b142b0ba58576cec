import Testing

@testable import Content

@Suite("Whether an image tells where it was taken")
struct ImagePositionTests {
  /// A TIFF file whose second directory has a latitude, or only the version of its format.
  private static func exif(isBig: Bool, hasLatitude: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
      return isBig ? bytes.reversed() : bytes
    }
    func directory(_ tag: Int, _ value: Int) -> [UInt8] {
      number(1, 2) + number(tag, 2) + number(4, 2) + number(1, 4) + number(value, 4) + number(0, 4)
    }
    return Array((isBig ? "MM" : "II").utf8) + number(42, 2) + number(8, 4)
      + directory(0x8825, 26) + directory(hasLatitude ? 2 : 0, 0)
  }

  private static func jpeg(_ segment: [UInt8]) -> [UInt8] {
    [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(segment.count + 2)] + segment + [0xFF, 0xDA]
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
  }

  private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  @Test("In Exif, in either order of bytes", arguments: [true, false])
  func exif(isBig: Bool) {
    let exif = Self.exif(isBig: isBig)
    #expect(ImagePosition.isTold(in: Self.jpeg(Array("Exif\0\0".utf8) + exif)))
    #expect(ImagePosition.isTold(in: Self.png + Self.chunk("IDAT", [1, 2, 3]) + Self.chunk("eXIf", exif)))
    let chunk = Array("EXIF".utf8) + [UInt8(exif.count), 0, 0, 0] + exif
    #expect(ImagePosition.isTold(in: Array("RIFF\0\0\0\0WEBPVP8 \u{3}\0\0\0abc\0".utf8) + chunk))
  }

  @Test("In XMP")
  func xmp() {
    let xmp = Array("http://ns.adobe.com/xap/1.0/\0<x exif:GPSLatitude=\"1\"/>".utf8)
    #expect(ImagePosition.isTold(in: Self.jpeg(xmp)))
    #expect(ImagePosition.isTold(in: Self.png + Self.chunk("iTXt", xmp)))
  }

  @Test("Not by a directory of positions that has none")
  func version() {
    let exif = Self.exif(isBig: true, hasLatitude: false)
    #expect(!ImagePosition.isTold(in: Self.jpeg(Array("Exif\0\0".utf8) + exif)))
  }

  @Test("What ends early, or is no image, tells nothing and does no harm")
  func truncated() {
    let whole = Self.jpeg(Array("Exif\0\0".utf8) + Self.exif(isBig: true))
    for length in 0..<(whole.count - 20) { #expect(!ImagePosition.isTold(in: Array(whole.prefix(length)))) }
    #expect(!ImagePosition.isTold(in: Array("GIF89a".utf8)))
  }
}
