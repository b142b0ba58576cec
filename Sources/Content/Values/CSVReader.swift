/// Reads comma-separated values (RFC 4180): a list with one map for each line after the first, which names
/// the columns. All values are text.
struct CSVReader {
  private struct Field {
    let text: String
    let offset: Int
  }

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  static func read(_ bytes: ArraySlice<UInt8>) -> Result<DataValue, DataFailure> {
    var reader = CSVReader(bytes)
    do throws(DataFailure) {
      return .success(try reader.read())
    } catch {
      return .failure(error)
    }
  }

  private mutating func read() throws(DataFailure) -> DataValue {
    let header = try record()
    var columns: Set<String> = []
    for field in header where !columns.insert(field.text).inserted {
      throw DataFailure(problem: .sameColumn(field.text), offset: field.offset)
    }
    if let only = header.first, header.count == 1, only.text.contains(";") {
      throw DataFailure(problem: .semicolons, offset: only.offset)
    }
    var rows: [DataValue] = []
    while index < bytes.endIndex {
      let fields = try record()
      if fields.count == 1, fields[0].text.isEmpty { continue }
      guard fields.count == header.count else {
        throw DataFailure(
          problem: .fieldCount(fields.count, expected: header.count), offset: fields[0].offset)
      }
      rows.append(
        .map(zip(header, fields).map { DataValue.Member(key: $0.text, value: .text($1.text)) }))
    }
    return .list(rows)
  }

  /// The fields of a line, at least one.
  private mutating func record() throws(DataFailure) -> [Field] {
    var fields = [try field()]
    while index < bytes.endIndex, bytes[index] == UInt8(ascii: ",") {
      index += 1
      fields.append(try field())
    }
    if index < bytes.endIndex {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
    }
    return fields
  }

  private mutating func field() throws(DataFailure) -> Field {
    let start = index
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
      return Field(text: try quoted(), offset: start)
    }
    while index < bytes.endIndex, !Self.endsField(bytes[index]) { index += 1 }
    return Field(text: String(decoding: bytes[start..<index], as: UTF8.self), offset: start)
  }

  private mutating func quoted() throws(DataFailure) -> String {
    let start = index
    var text: [UInt8] = []
    index += 1
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\"") else {
        text.append(byte)
        continue
      }
      if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
        text.append(byte)
        index += 1
        continue
      }
      guard index == bytes.endIndex || Self.endsField(bytes[index]) else {
        throw DataFailure(problem: .textAfterQuote, offset: index)
      }
      return String(decoding: text, as: UTF8.self)
    }
    throw DataFailure(problem: .unclosedQuote, offset: start)
  }

  private static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
  }
}
