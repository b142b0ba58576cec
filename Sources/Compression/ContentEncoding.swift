import CBrotli
import CZlib

/// A way to make bytes smaller that browsers undo (RFC 9110, section 8.4.1). The same bytes give the same bytes with one
/// release of the system's library.
package enum ContentEncoding: String, CaseIterable, Sendable {
  /// RFC 1952, without a name and a time.
  case gzip = "gz"
  /// RFC 7932.
  case brotli = "br"

  /// The effort that brotli makes, up to 11: the last two steps take ten times as long for a few percent.
  private static let brotliQuality: Int32 = 9

  /// What servers put behind a file's name to find it: `.gz`.
  package var ending: String { ".\(rawValue)" }

  /// The smaller form; `nil` where it would not be smaller.
  package func encode(_ bytes: [UInt8]) -> [UInt8]? {
    let encoded =
      switch self {
      case .gzip: Self.gzip(bytes)
      case .brotli: Self.brotli(bytes)
      }
    return encoded.flatMap { $0.count < bytes.count ? $0 : nil }
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    guard oresund_deflate_init(&stream) == Z_OK, let length = UInt32(exactly: bytes.count) else { return nil }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    var input = bytes
    return input.withUnsafeMutableBufferPointer { input in
      let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
        stream.next_in = input.baseAddress
        stream.avail_in = length
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
      }
      return output.isEmpty ? nil : output
    }
  }

  private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
    let bound = BrotliEncoderMaxCompressedSize(bytes.count)
    guard bound > 0 else { return nil }
    let output = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      var size = output.count
      let isDone = bytes.withUnsafeBufferPointer { input in
        BrotliEncoderCompress(
          brotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, input.count, input.baseAddress, &size,
          output.baseAddress)
      }
      count = isDone == BROTLI_TRUE ? size : 0
    }
    return output.isEmpty ? nil : output
  }
}
