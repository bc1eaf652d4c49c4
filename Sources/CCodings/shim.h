#ifndef MINGCHA_CCODINGS_H
#define MINGCHA_CCODINGS_H
#include <brotli/decode.h>
#include <isa-l/crc.h>
#include <isa-l/crc64.h>
#include <isa-l/igzip_lib.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/// `inflateInit2` is a macro.
static inline int mc_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

/// ISA-L's stream is a structure of 100 KB that is of no use to Swift: an address stands for it.
static inline void *mc_packer_make(void) {
  return malloc(sizeof(struct isal_zstream));
}
/// Code tables for symbols that occur so often; NULL where there is no memory, or no such tables.
static inline void *mc_packer_tables(const uint64_t *literals, const uint64_t *distances) {
  struct isal_huff_histogram *counts = calloc(1, sizeof *counts);
  struct isal_hufftables *tables = malloc(sizeof *tables);
  int code = -1;
  if (counts && tables) {
    memcpy(counts->lit_len_histogram, literals, sizeof counts->lit_len_histogram);
    memcpy(counts->dist_histogram, distances, sizeof counts->dist_histogram);
    code = isal_create_hufftables(tables, counts);
  }
  free(counts);
  if (code == 0) return tables;
  free(tables);
  return NULL;
}
/// Packs a whole run into one gzip member; gives ISA-L's code, and the length in `made`.
///
/// Level 0: one pass with tables that are there before, nearly twice as fast as the levels above.
/// NULL tables: those of RFC 1951 §3.2.6, which take no room in the member.
static inline int mc_packer_pack(
    void *packer, void *tables, const uint8_t *input, uint32_t count, uint8_t *output,
    uint32_t room, uint32_t *made) {
  struct isal_zstream *stream = packer;
  isal_deflate_stateless_init(stream);
  stream->level = 0;
  isal_deflate_set_hufftables(
      stream, tables, tables ? IGZIP_HUFFTABLE_CUSTOM : IGZIP_HUFFTABLE_STATIC);
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
static inline uint8_t *mc_put_little(uint8_t *output, uint32_t value, int count) {
  for (int i = 0; i < count; i++) *output++ = (uint8_t)(value >> (8 * i));
  return output;
}
/// Writes a whole run as one gzip member of stored blocks (RFC 1951 §3.2.4); gives its length, or 0
/// where the room is too small.
static inline uint32_t mc_member_store(
    const uint8_t *input, uint32_t count, uint8_t *output, uint32_t room) {
  static const uint8_t head[10] = {0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF};
  uint64_t blocks = count == 0 ? 1 : ((uint64_t)count + 65534) / 65535;
  if (18 + (uint64_t)count + 5 * blocks > room) return 0;
  uint8_t *next = output;
  memcpy(next, head, sizeof head);
  next += sizeof head;
  uint32_t left = count;
  do {
    uint32_t piece = left < 65535 ? left : 65535;
    *next++ = piece == left;
    next = mc_put_little(next, piece, 2);
    next = mc_put_little(next, ~piece, 2);
    if (piece > 0) memcpy(next, input + (count - left), piece);
    next += piece;
    left -= piece;
  } while (left > 0);
  next = mc_put_little(next, count > 0 ? crc32_gzip_refl(0, input, count) : 0, 4);
  next = mc_put_little(next, count, 4);
  return (uint32_t)(next - output);
}
#endif
