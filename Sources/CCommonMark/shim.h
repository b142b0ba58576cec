// The one place that includes libcmark's headers.
#include <cmark.h>
