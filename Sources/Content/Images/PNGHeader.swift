/// PNG (W3C PNG specification, section 11.2.1): the first chunk says the size.
enum PNGHeader {
  static func size(_ file: ByteReader) throws(ImageMistake) -> ImageSize? {
    let width = try file.big(16, length: 4)
    let height = try file.big(20, length: 4)
    guard file.has("IHDR", at: 12), let size = ImageSize(width: width, height: height) else {
      throw .malformed
    }
    return size
  }
}
