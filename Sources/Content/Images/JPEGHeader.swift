/// JPEG (ITU-T T.81, annex B): the frame's header says the size, Exif metadata how it is turned.
enum JPEGHeader {
  static func size(_ file: ByteReader) throws(ImageMistake) -> ImageSize? {
    var frame: ImageSize?
    var orientation: ExifOrientation?
    var offset = 2
    while true {
      guard try file.byte(offset) == 0xFF else { throw .malformed }
      // Any number of bytes may fill up to a marker.
      while try file.byte(offset) == 0xFF { offset += 1 }
      let marker = try file.byte(offset)
      offset += 1
      switch marker {
      // Markers that stand alone.
      case 0x01, 0xD0...0xD7: continue
      // The image's data begin; no header follows.
      case 0xDA, 0xD9:
        guard let frame else { throw .malformed }
        return orientation?.isTurned ?? false ? frame.turned : frame
      default: break
      }
      let length = try file.big(offset, length: 2)
      guard length >= 2 else { throw .malformed }
      switch marker {
      case 0xC0...0xCF where marker != 0xC4 && marker != 0xC8 && marker != 0xCC:
        let height = try file.big(offset + 3, length: 2)
        let width = try file.big(offset + 5, length: 2)
        frame = frame ?? ImageSize(width: width, height: height)
      case 0xE1 where orientation == nil:
        orientation = ExifOrientation(try file.part(from: offset + 2, to: offset + length))
      default: break
      }
      offset += length
    }
  }
}
