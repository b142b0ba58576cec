/// The bytes that a client sent and that are not read yet.
struct RequestBuffer {
  private var bytes: [UInt8] = []
  /// Up to where no end of a head was found.
  private var searched = 0

  /// Whether there is more than any head may have.
  var isFull: Bool { bytes.count > RequestHead.limit }

  mutating func append(_ more: [UInt8]) { bytes += more }

  /// Takes the bytes of a head, up to the empty line that ends it; `nil` where that has not come yet.
  mutating func takeHead() -> [UInt8]? {
    let newline = UInt8(ascii: "\n")
    var index = searched
    while index < bytes.count {
      guard bytes[index] == newline, bytes[..<index].contains(where: { $0 != newline && $0 != 0x0D }) else {
        index += 1
        continue
      }
      var next = index + 1
      if next < bytes.count, bytes[next] == 0x0D { next += 1 }
      guard next < bytes.count else { break }
      if bytes[next] == newline {
        let head = Array(bytes[..<index])
        bytes.removeSubrange(...next)
        searched = 0
        return head
      }
      index += 1
    }
    searched = index
    return nil
  }
}
