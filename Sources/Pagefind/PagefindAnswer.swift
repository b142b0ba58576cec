import Foundation

/// What Pagefind's service answers: JSON in Base64, ended by a comma.
struct PagefindAnswer {
  static let end = UInt8(ascii: ",")

  private struct Message: Decodable {
    struct File: Decodable {
      let path: String
      let content: String
    }

    struct Payload: Decodable {
      let type: String
      let message: String?
      let index_id: Int?
      let files: [File]?
    }

    let message_id: Int?
    let payload: Payload
  }

  private let message: Message

  /// - Parameter bytes: An answer without its comma; `nil` for what is none.
  init?(_ bytes: some Sequence<UInt8>) {
    guard let json = Data(base64Encoded: Data(bytes)) else { return nil }
    do {
      message = try JSONDecoder().decode(Message.self, from: json)
    } catch {
      return nil
    }
  }

  /// The number of the request that is answered.
  var number: Int? { message.message_id }

  /// What the service could not do, in its words.
  var failure: String? { message.payload.type == "Error" ? message.payload.message ?? "" : nil }

  /// The number of the index that was made.
  var index: Int? { message.payload.index_id }

  /// The files of an index, in no order; `nil` where the answer has none, or damaged ones.
  var files: [IndexFile]? {
    guard message.payload.type == "GetFiles", let files = message.payload.files else { return nil }
    let decoded = files.compactMap { file in
      Data(base64Encoded: file.content).map { IndexFile(path: file.path, bytes: Array($0)) }
    }
    return decoded.count == files.count ? decoded : nil
  }
}
