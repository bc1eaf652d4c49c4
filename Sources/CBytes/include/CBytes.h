#ifndef CBYTES_H
#define CBYTES_H
/// Questions to the bytes of a text, sixteen at a time, which Swift's vectors are too slow for.
///
/// None is needed: where a processor has no such instructions the answer is that nothing is known,
/// and whoever asks goes on in smaller steps.
#include <stddef.h>
#include <stdint.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// What a text is, by RFC 3629 §4: 0 ASCII, 1 other well-formed UTF-8, 2 neither; -1 where the
/// processor can't tell.
int mc_utf8_kind(const uint8_t *text, size_t count);

#if defined(__SSE2__)
static inline __m128i mc_load(const uint8_t *text) {
  return _mm_loadu_si128((const __m128i *)text);
}

static inline __m128i mc_each(int byte) { return _mm_set1_epi8((char)byte); }

/// All bits of each byte that is at most `limit`.
static inline __m128i mc_upto(__m128i block, int limit) {
  return _mm_cmpeq_epi8(_mm_min_epu8(block, mc_each(limit)), block);
}

/// How many bytes have their bits set.
static inline size_t mc_count(__m128i bits) {
  __m128i sums = _mm_sad_epu8(_mm_and_si128(bits, mc_each(1)), _mm_setzero_si128());
  return (size_t)(_mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4));
}

/// All bits of each byte that does not go on with a character: ASCII and lead bytes.
static inline __m128i mc_leads(__m128i block) {
  return _mm_cmpgt_epi8(block, mc_each(0xBF));
}

/// All bits of each byte with which white space may begin (`WhiteSpace`), few others among them.
static inline __m128i mc_spaces(__m128i block) {
  __m128i low = _mm_or_si128(
      mc_upto(block, 0x20),
      _mm_or_si128(_mm_cmpeq_epi8(block, mc_each('&')), _mm_cmpeq_epi8(block, mc_each(0x7F))));
  __m128i wide = _mm_or_si128(
      _mm_cmpeq_epi8(_mm_and_si128(block, mc_each(0xFC)), mc_each(0xE0)),
      _mm_or_si128(
          _mm_cmpeq_epi8(_mm_and_si128(block, mc_each(0xF8)), mc_each(0xC0)),
          _mm_cmpeq_epi8(block, mc_each(0xEF))));
  return _mm_or_si128(low, wide);
}
#endif

/// The first place of a byte from `from` up to `to`, or `to`; `end` is where the bytes end that may be
/// looked at, which spares most short searches their last steps.
static inline size_t mc_find(
    const uint8_t *text, size_t from, size_t to, size_t end, uint8_t byte) {
#if defined(__SSE2__)
  while (from < to && from + 16 <= end) {
    __m128i hits = _mm_cmpeq_epi8(mc_load(text + from), mc_each(byte));
    unsigned places = (unsigned)_mm_movemask_epi8(hits);
    if (places != 0) {
      size_t place = from + (unsigned)__builtin_ctz(places);
      return place < to ? place : to;
    }
    from += 16;
  }
#endif
  while (from < to && text[from] != byte) from++;
  return from < to ? from : to;
}

/// How many bytes from `text` on surely hold no white space; less than sixteen are left, or white
/// space may stand behind them. `letters` grows by the characters in them.
static inline size_t mc_shown_run(const uint8_t *text, size_t count, size_t *letters) {
  size_t index = 0;
#if defined(__SSE2__)
  while (index + 16 <= count) {
    __m128i block = mc_load(text + index);
    unsigned spaces = (unsigned)_mm_movemask_epi8(mc_spaces(block));
    if (spaces == 0) {
      *letters += mc_count(mc_leads(block));
      index += 16;
      continue;
    }
    unsigned first = (unsigned)__builtin_ctz(spaces);
    unsigned leads = (unsigned)_mm_movemask_epi8(mc_leads(block)) & ((1u << first) - 1);
    *letters += (size_t)__builtin_popcount(leads);
    return index + first;
  }
#endif
  return index;
}

/// How many bytes from `text` on surely hold no digit of ASCII and no beginning of one of full
/// width; less than sixteen are left, or one may stand behind them.
static inline size_t mc_undigited_run(const uint8_t *text, size_t count) {
  size_t index = 0;
#if defined(__SSE2__)
  while (index + 16 <= count) {
    __m128i block = mc_load(text + index);
    __m128i digits = mc_upto(_mm_sub_epi8(block, mc_each('0')), 9);
    __m128i wide = _mm_cmpeq_epi8(block, mc_each(0xEF));
    unsigned hits = (unsigned)_mm_movemask_epi8(_mm_or_si128(digits, wide));
    if (hits != 0) return index + (unsigned)__builtin_ctz(hits);
    index += 16;
  }
#endif
  return index;
}

/// How many bytes from `text` on surely hold no control character but line ends and tabs, and none
/// of U+FFFE and U+FFFF; less than eighteen are left, or one may stand behind them.
static inline size_t mc_plain_run(const uint8_t *text, size_t count) {
  size_t index = 0;
#if defined(__SSE2__)
  while (index + 18 <= count) {
    __m128i block = mc_load(text + index);
    __m128i controls = mc_upto(block, 0x1F);
    __m128i ends = _mm_or_si128(
        _mm_cmpeq_epi8(block, mc_each('\n')),
        _mm_or_si128(_mm_cmpeq_epi8(block, mc_each('\t')), _mm_cmpeq_epi8(block, mc_each('\r'))));
    __m128i strange = _mm_andnot_si128(ends, controls);
    __m128i wide = _mm_cmpeq_epi8(block, mc_each(0xEF));
    if (_mm_movemask_epi8(wide) != 0) {
      __m128i next = _mm_cmpeq_epi8(mc_load(text + index + 1), mc_each(0xBF));
      __m128i third = _mm_cmpgt_epi8(mc_load(text + index + 2), mc_each(0xBD));
      strange = _mm_or_si128(strange, _mm_and_si128(wide, _mm_and_si128(next, third)));
    }
    unsigned hits = (unsigned)_mm_movemask_epi8(strange);
    if (hits != 0) return index + (unsigned)__builtin_ctz(hits);
    index += 16;
  }
#endif
  return index;
}

/// The characters of the first whole sixteens of a text that are no blanks, tabs or controls.
static inline size_t mc_shown(const uint8_t *text, size_t count) {
  size_t shown = 0;
#if defined(__SSE2__)
  for (size_t index = 0; index + 16 <= count; index += 16) {
    __m128i block = mc_load(text + index);
    shown += mc_count(_mm_andnot_si128(mc_upto(block, 0x20), mc_leads(block)));
  }
#endif
  return shown;
}

/// How many bytes `mc_shown` looks at of so many.
static inline size_t mc_shown_reach(size_t count) {
#if defined(__SSE2__)
  return count & ~(size_t)15;
#else
  return 0;
#endif
}
#endif
