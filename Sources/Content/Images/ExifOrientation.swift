/// How Exif metadata say that an image is turned (Exif 2.32, tag 274).
struct ExifOrientation {
  /// From 1 to 8; from 5 on by a quarter turn, so that width and height change places.
  private let value: Int

  var isTurned: Bool { value >= 5 }

  /// Reads the segment of a JPEG file; fails where it is not Exif's, or has no such tag.
  init?(_ segment: ByteReader) {
    guard segment.hasPrefix("Exif\0\0".utf8) else { return nil }
    do throws(ImageMistake) {
      guard let value = try Self.value(in: segment.part(from: 6, to: segment.count)) else { return nil }
      self.value = value
    } catch {
      // Metadata that end too early leave an image as it is.
      return nil
    }
  }

  /// Looks through the first directory.
  private static func value(in file: ByteReader) throws(ImageMistake) -> Int? {
    guard let exif = try ExifDirectories(file), let entry = try exif.entry(0x112, in: exif.first),
      // A short number of which there is one.
      try exif.number(entry + 2, 2) == 3, try exif.number(entry + 4, 4) == 1
    else { return nil }
    let value = try exif.number(entry + 8, 2)
    return (1...8).contains(value) ? value : nil
  }
}
