/// Whether the metadata of an image tell where it was taken: in Exif or XMP, in a JPEG, PNG or WebP file.
enum ImagePosition {
  /// - Parameter bytes: The whole file, since PNG and WebP may have their metadata behind the picture. They need
  ///   not be trusted: where they end too early, what came before counts.
  static func isTold(in bytes: [UInt8]) -> Bool {
    let file = ByteReader(bytes[...])
    do throws(ImageMistake) {
      if file.hasPrefix([0xFF, 0xD8]) { return try isTold(inJPEG: file) }
      if file.hasPrefix([0x89, 0x50, 0x4E, 0x47]) { return try isTold(inPNG: file) }
      if file.hasPrefix("RIFF".utf8), file.has("WEBP", at: 8) { return try isTold(inWebP: file) }
      return false
    } catch {
      return false
    }
  }

  /// The application segments before the picture (ITU-T T.81, annex B; Exif 2.32, section 4.5; XMP, part 3).
  private static func isTold(inJPEG file: ByteReader) throws(ImageMistake) -> Bool {
    var offset = 2
    while try file.byte(offset) == 0xFF {
      let marker = try file.byte(offset + 1)
      if marker == 0xFF {
        offset += 1
        continue
      }
      if marker == 0xDA || marker == 0xD9 { return false }
      let length = try file.big(offset + 2, length: 2)
      guard length >= 2 else { return false }
      if marker == 0xE1 {
        let segment = try file.part(from: offset + 4, to: offset + 2 + length)
        if isTold(inExif: segment) || isTold(inXMP: segment) { return true }
      }
      offset += 2 + length
    }
    return false
  }

  /// The chunks eXIf and iTXt (PNG, third edition, sections 11.3.3 and 11.3.7).
  private static func isTold(inPNG file: ByteReader) throws(ImageMistake) -> Bool {
    var offset = 8
    while offset < file.count {
      let length = try file.big(offset, length: 4)
      let chunk = try file.part(from: offset + 8, to: offset + 8 + length)
      if file.has("eXIf", at: offset + 4), isTold(inExif: chunk) { return true }
      if file.has("iTXt", at: offset + 4), isTold(inXMP: chunk) { return true }
      offset += length + 12
    }
    return false
  }

  /// The chunks EXIF and XMP (RFC 9649, section 2.7.1.5).
  private static func isTold(inWebP file: ByteReader) throws(ImageMistake) -> Bool {
    var offset = 12
    while offset < file.count {
      let length = try file.little(offset + 4, length: 4)
      let chunk = try file.part(from: offset + 8, to: offset + 8 + length)
      if file.has("EXIF", at: offset), isTold(inExif: chunk) { return true }
      if file.has("XMP ", at: offset), isTold(inXMP: chunk) { return true }
      offset += 8 + length + length % 2
    }
    return false
  }

  /// - Parameter metadata: With or without the name that stands before them in JPEG files.
  private static func isTold(inExif metadata: ByteReader) -> Bool {
    do throws(ImageMistake) {
      let start = metadata.hasPrefix("Exif\0\0".utf8) ? 6 : 0
      return try ExifDirectories(metadata.part(from: start, to: metadata.count))?.hasPosition ?? false
    } catch {
      return false
    }
  }

  private static func isTold(inXMP metadata: ByteReader) -> Bool { metadata.contains("exif:GPSLatitude") }
}
