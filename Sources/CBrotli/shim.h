// The one place that includes brotli's header.
#include <brotli/encode.h>
