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

  /// Looks through the first directory of a TIFF file.
  private static func value(in file: ByteReader) throws(ImageMistake) -> Int? {
    let isBig: Bool
    switch (try file.byte(0), try file.byte(1)) {
    case (0x4D, 0x4D): isBig = true
    case (0x49, 0x49): isBig = false
    default: return nil
    }
    func number(_ offset: Int, _ length: Int) throws(ImageMistake) -> Int {
      try isBig ? file.big(offset, length: length) : file.little(offset, length: length)
    }
    let directory = try number(4, 4)
    for index in 0..<(try number(directory, 2)) {
      let entry = directory + 2 + index * 12
      // A short number of which there is one.
      guard try number(entry, 2) == 0x112, try number(entry + 2, 2) == 3, try number(entry + 4, 4) == 1 else {
        continue
      }
      let value = try number(entry + 8, 2)
      return (1...8).contains(value) ? value : nil
    }
    return nil
  }
}
