#ifndef MINGCHA_CCODINGS_H
#define MINGCHA_CCODINGS_H
#include <brotli/decode.h>
#include <isa-l/igzip_lib.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <zlib.h>

/// `inflateInit2` is a macro.
static inline int mc_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

/// ISA-L's stream is a structure of 100 KB that is of no use to Swift: an address stands for it.
/// The tables of a level follow it in the same piece of memory.
static inline void *mc_packer_make(void) {
  return malloc(sizeof(struct isal_zstream) + ISAL_DEF_LVL2_DEFAULT);
}
/// Packs a whole run into one gzip member; gives ISA-L's code, and the length in `made`.
static inline int mc_packer_pack(
    void *packer, uint32_t level, const uint8_t *input, uint32_t count, uint8_t *output,
    uint32_t room, uint32_t *made) {
  struct isal_zstream *stream = packer;
  isal_deflate_stateless_init(stream);
  stream->level = level;
  stream->level_buf = level ? (uint8_t *)(stream + 1) : NULL;
  stream->level_buf_size = level ? ISAL_DEF_LVL2_DEFAULT : 0;
  stream->gzip_flag = IGZIP_GZIP;
  stream->end_of_stream = 1;
  stream->flush = NO_FLUSH;
  stream->next_in = (uint8_t *)input;
  stream->avail_in = count;
  stream->next_out = output;
  stream->avail_out = room;
  int code = isal_deflate_stateless(stream);
  *made = stream->total_out;
  return code;
}
#endif
