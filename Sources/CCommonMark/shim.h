// The one place that includes libcmark's headers.
#include <cmark.h>
// For the lengths of the strings that libcmark hands out.
#include <string.h>
