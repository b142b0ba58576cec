// The one place that includes zlib's header.
#include <zlib.h>

// A macro, which Swift does not see. 15 + 16: the largest window, and gzip's frame.
static inline int oresund_deflate_init(z_stream *stream) {
  return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
}
