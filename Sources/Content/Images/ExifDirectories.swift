/// The directories of Exif metadata (Exif 2.32, section 4.6), which are those of a TIFF file (TIFF 6.0, section 2).
struct ExifDirectories {
  private let file: ByteReader
  private let isBig: Bool
  /// Where the first directory begins.
  let first: Int

  /// - Parameter file: What begins with the byte order. Fails where it does not.
  init?(_ file: ByteReader) throws(ImageMistake) {
    let isBig: Bool
    switch (try file.byte(0), try file.byte(1)) {
    case (0x4D, 0x4D): isBig = true
    case (0x49, 0x49): isBig = false
    default: return nil
    }
    self.file = file
    self.isBig = isBig
    first = try isBig ? file.big(4, length: 4) : file.little(4, length: 4)
  }

  /// A number of up to four bytes.
  func number(_ offset: Int, _ length: Int) throws(ImageMistake) -> Int {
    try isBig ? file.big(offset, length: length) : file.little(offset, length: length)
  }

  /// Where the entry of a tag begins in a directory, or `nil` where there is none.
  func entry(_ tag: Int, in directory: Int) throws(ImageMistake) -> Int? {
    for index in 0..<(try number(directory, 2)) {
      let entry = directory + 2 + index * 12
      if try number(entry, 2) == tag { return entry }
    }
    return nil
  }

  /// Whether a latitude or a longitude is in the directory of positions (section 4.6.6).
  var hasPosition: Bool {
    get throws(ImageMistake) {
      guard let pointer = try entry(0x8825, in: first) else { return false }
      let directory = try number(pointer + 8, 4)
      if try entry(2, in: directory) != nil { return true }
      return try entry(4, in: directory) != nil
    }
  }
}
