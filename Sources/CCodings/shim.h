#ifndef MINGCHA_CCODINGS_H
#define MINGCHA_CCODINGS_H
#include <brotli/decode.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <zlib.h>

/// `inflateInit2` and `deflateInit2` are macros.
static inline int mc_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}
static inline int mc_deflate_init(z_streamp stream, int level, int window_bits) {
  return deflateInit2(stream, level, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
}
#endif
