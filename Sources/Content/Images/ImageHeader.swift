/// Reads the size of an image from the beginning of its file, whatever its name ends in, as browsers do.
enum ImageHeader {
  /// - Parameter bytes: The file, or as much of its beginning as there is; they need not be trusted.
  /// - Returns: `nil` for an image that has no size of its own, such as an SVG that fills any place.
  static func size(of bytes: [UInt8]) throws(ImageMistake) -> ImageSize? {
    let reader = ByteReader(bytes[...])
    if reader.hasPrefix([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return try PNGHeader.size(reader)
    }
    if reader.hasPrefix([0xFF, 0xD8]) { return try JPEGHeader.size(reader) }
    if reader.hasPrefix("GIF87a".utf8) || reader.hasPrefix("GIF89a".utf8) {
      return try GIFHeader.size(reader)
    }
    if reader.hasPrefix("RIFF".utf8), reader.has("WEBP", at: 8) { return try WebPHeader.size(reader) }
    if reader.has("ftyp", at: 4) { return try AVIFHeader.size(reader) }
    if let document = SVGHeader.beginning(of: bytes[...]) { return try SVGHeader.size(document) }
    throw bytes.count < 12 ? .truncated : .unknownFormat
  }
}
