/// GIF (version 89a, section 18): the logical screen says the size.
enum GIFHeader {
  static func size(_ file: ByteReader) throws(ImageMistake) -> ImageSize? {
    let width = try file.little(6, length: 2)
    let height = try file.little(8, length: 2)
    guard let size = ImageSize(width: width, height: height) else { throw .malformed }
    return size
  }
}
