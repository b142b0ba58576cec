import CCommonMark

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The memory of the documents that live on one thread: handed out one piece after the other, and taken back all
/// at once when the last of them is gone. libcmark asks for memory for every few bytes of a text, so that this
/// takes far less time than asking the system for each piece.
///
/// libcmark tells its allocator nothing but sizes, so that the arena is found by the thread.
struct Arena {
  /// Where the next piece begins, and where the room of the chunk ends.
  private var next: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// The chunk that is kept from document to document.
  private let first: UnsafeMutableRawPointer
  /// Further chunks, of this document alone.
  private var more: [UnsafeMutableRawPointer] = []
  /// How many documents live.
  private var documents = 0

  private static let chunkSize = 1 << 18
  private static let alignment = 16
  /// Before each piece stands its size.
  private static let header = 16

  private init() {
    first = Self.chunk(Self.chunkSize)
    next = first
    end = first + Self.chunkSize
  }

  // MARK: - The thread's arena

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key) { pointer in
      // What was used on a thread goes with it. The type of the parameter differs between systems.
      let pointer: UnsafeMutableRawPointer? = pointer
      guard let arena = pointer?.assumingMemoryBound(to: Arena.self) else { return }
      free(arena.pointee.first)
      arena.deinitialize(count: 1)
      arena.deallocate()
    }
    return key
  }()

  private static var ofThread: UnsafeMutablePointer<Arena> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Arena.self) }
    let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
    arena.initialize(to: Arena())
    pthread_setspecific(key, arena)
    return arena
  }

  /// Says that a document begins to live on this thread.
  static func begin() {
    ofThread.pointee.documents += 1
  }

  /// Says that a document is gone, and nobody uses any of its memory.
  static func end() {
    let arena = ofThread
    arena.pointee.documents -= 1
    if arena.pointee.documents == 0 { arena.pointee.reset() }
  }

  // MARK: - libcmark's allocator

  /// What libcmark calls; it never changes.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let allocator = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    allocator.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let (total, hasOverflowed) = count.multipliedReportingOverflow(by: size)
          guard !hasOverflowed else { return nil }
          let piece = Arena.ofThread.pointee.allocate(Int(total))
          memset(piece, 0, Int(total))
          return piece
        },
        realloc: { old, size in Arena.ofThread.pointee.reallocate(old, Int(size)) },
        free: { _ in }))
    return allocator
  }()

  // MARK: - Pieces

  private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let room = Self.header + (size + Self.alignment - 1) & ~(Self.alignment - 1)
    if end - next < room { addChunk(room) }
    next.storeBytes(of: size, as: Int.self)
    let piece = next + Self.header
    next += room
    return piece
  }

  private mutating func reallocate(_ old: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer {
    guard let old else { return allocate(size) }
    let oldSize = (old - Self.header).load(as: Int.self)
    if size <= oldSize { return old }
    let oldRoom = (oldSize + Self.alignment - 1) & ~(Self.alignment - 1)
    let room = (size + Self.alignment - 1) & ~(Self.alignment - 1)
    // The piece that was handed out last grows where it is.
    if old + oldRoom == next, end - old >= room {
      (old - Self.header).storeBytes(of: size, as: Int.self)
      next = old + room
      return old
    }
    let piece = allocate(size)
    memcpy(piece, old, oldSize)
    return piece
  }

  private mutating func addChunk(_ size: Int) {
    let size = max(size, Self.chunkSize << min(more.count, 8))
    let chunk = Self.chunk(size)
    more.append(chunk)
    next = chunk
    end = chunk + size
  }

  private mutating func reset() {
    for chunk in more { free(chunk) }
    more.removeAll()
    next = first
    end = first + Self.chunkSize
  }

  private static func chunk(_ size: Int) -> UnsafeMutableRawPointer {
    // As libcmark's own allocator does, which cannot go on either.
    guard let chunk = malloc(size) else { abort() }
    return chunk
  }
}
