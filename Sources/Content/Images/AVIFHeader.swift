/// AVIF (AV1 Image File Format; ISO/IEC 14496-12 and 23008-12): properties of the primary item say the size and
/// by how many quarters it is turned.
enum AVIFHeader {
  private struct Box {
    let type: String
    let content: ByteReader
  }

  static func size(_ file: ByteReader) throws(ImageMistake) -> ImageSize? {
    for box in try boxes(in: file, until: "meta") {
      switch box.type {
      case "ftyp":
        guard try isAVIF(box.content) else { throw .unknownFormat }
      case "meta": return try size(meta: box.content.part(from: 4, to: box.content.count))
      default: break
      }
    }
    throw .truncated
  }

  /// The boxes that bytes consist of, up to the first of a type.
  private static func boxes(in bytes: ByteReader, until last: String? = nil) throws(ImageMistake) -> [Box] {
    var boxes: [Box] = []
    var offset = 0
    while offset < bytes.count {
      var size = try bytes.big(offset, length: 4)
      let type = try bytes.big(offset + 4, length: 4)
      var header = 8
      if size == 1 {
        guard try bytes.big(offset + 8, length: 4) == 0 else { throw .truncated }
        size = try bytes.big(offset + 12, length: 4)
        header = 16
      } else if size == 0 {
        size = bytes.count - offset
      }
      guard size >= header else { throw .malformed }
      let name = String(
        decoding: (0..<4).map { UInt8(truncatingIfNeeded: type >> (24 - $0 * 8)) }, as: UTF8.self)
      boxes.append(Box(type: name, content: try bytes.part(from: offset + header, to: offset + size)))
      if name == last { break }
      offset += size
    }
    return boxes
  }

  private static func isAVIF(_ brands: ByteReader) throws(ImageMistake) -> Bool {
    stride(from: 0, to: brands.count, by: 4).contains {
      brands.has("avif", at: $0) || brands.has("avis", at: $0)
    }
  }

  private static func size(meta: ByteReader) throws(ImageMistake) -> ImageSize? {
    let boxes = try boxes(in: meta)
    guard let primary = boxes.first(where: { $0.type == "pitm" })?.content,
      let properties = boxes.first(where: { $0.type == "iprp" })?.content
    else { throw .malformed }
    let item = try primary.big(4, length: try primary.byte(0) == 0 ? 2 : 4)
    let parts = try self.boxes(in: properties)
    guard let container = parts.first(where: { $0.type == "ipco" })?.content else { throw .malformed }
    let known = try self.boxes(in: container)
    var size: ImageSize?
    var isTurned = false
    for association in parts where association.type == "ipma" {
      for index in try numbers(ofPropertiesOf: item, in: association.content)
      where index >= 1 && index <= known.count {
        let property = known[index - 1]
        if property.type == "ispe" {
          size = ImageSize(
            width: try property.content.big(4, length: 4), height: try property.content.big(8, length: 4))
        } else if property.type == "irot" {
          isTurned = try property.content.byte(0) & 1 == 1
        }
      }
    }
    guard let size else { throw .malformed }
    return isTurned ? size.turned : size
  }

  /// The numbers, from 1, of an item's properties.
  private static func numbers(ofPropertiesOf item: Int, in box: ByteReader) throws(ImageMistake) -> [Int] {
    let isWide = try box.byte(3) & 1 == 1
    let length = try box.byte(0) < 1 ? 2 : 4
    var offset = 8
    for _ in 0..<(try box.big(4, length: 4)) {
      let other = try box.big(offset, length: length)
      let count = try box.byte(offset + length)
      offset += length + 1
      var numbers: [Int] = []
      for _ in 0..<count {
        // The highest bit says whether the property is essential.
        numbers.append(try isWide ? box.big(offset, length: 2) & 0x7FFF : box.byte(offset) & 0x7F)
        offset += isWide ? 2 : 1
      }
      if other == item { return numbers }
    }
    return []
  }
}
