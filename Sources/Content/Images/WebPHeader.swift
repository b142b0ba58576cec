/// WebP (RFC 9649): the first chunk says the size, each of its three kinds in its own way.
enum WebPHeader {
  static func size(_ file: ByteReader) throws(ImageMistake) -> ImageSize? {
    let width: Int
    let height: Int
    if file.has("VP8X", at: 12) {
      width = try file.little(24, length: 3) + 1
      height = try file.little(27, length: 3) + 1
    } else if file.has("VP8L", at: 12) {
      guard try file.byte(20) == 0x2F else { throw .malformed }
      let bits = try file.little(21, length: 4)
      width = bits & 0x3FFF + 1
      height = bits >> 14 & 0x3FFF + 1
    } else if file.has("VP8 ", at: 12) {
      guard try file.big(23, length: 3) == 0x9D012A else { throw .malformed }
      width = try file.little(26, length: 2) & 0x3FFF
      height = try file.little(28, length: 2) & 0x3FFF
    } else {
      throw file.count < 16 ? .truncated : .malformed
    }
    guard let size = ImageSize(width: width, height: height) else { throw .malformed }
    return size
  }
}
