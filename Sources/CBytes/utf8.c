#include "CBytes.h"

#if defined(__x86_64__)
#include <tmmintrin.h>

// The method of Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte" (2021):
// each fault of RFC 3629 shows in the halves of two bytes that follow one another. Three tables say
// for each half which faults it may belong to; a fault that all three name is one.
enum {
  SHORT = 1,         // a lead byte without enough behind it
  LONG = 2,          // ASCII, and a byte that goes on with a character
  THREE_LONG = 4,    // E0 80..9F: could be shorter
  ABOVE = 8,         // F4 90.. and F5..: above U+10FFFF
  HALF = 16,         // ED A0..BF: half of a surrogate pair
  TWO_LONG = 32,     // C0, C1: could be shorter
  FOUR_LONG = 64,    // F0 80..8F: could be shorter; also F5.. 80..8F
  TWICE = 128,       // two bytes that go on: right only as third and fourth ones
  ANY_LOW = SHORT | LONG | TWICE
};

__attribute__((target("ssse3"))) static __m128i nibbles(__m128i bytes) {
  return _mm_and_si128(_mm_srli_epi16(bytes, 4), _mm_set1_epi8(0x0F));
}

/// The faults that end in `block`, where `before` is the block before it.
__attribute__((target("ssse3"))) static __m128i faults(__m128i block, __m128i before) {
  const __m128i firstHigh = _mm_setr_epi8(
      LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, (char)TWICE, (char)TWICE, (char)TWICE,
      (char)TWICE, SHORT | TWO_LONG, SHORT, SHORT | THREE_LONG | HALF,
      SHORT | ABOVE | FOUR_LONG);
  const __m128i firstLow = _mm_setr_epi8(
      (char)(ANY_LOW | THREE_LONG | TWO_LONG | FOUR_LONG), (char)(ANY_LOW | TWO_LONG),
      (char)ANY_LOW, (char)ANY_LOW, (char)(ANY_LOW | ABOVE), (char)(ANY_LOW | ABOVE | FOUR_LONG),
      (char)(ANY_LOW | ABOVE | FOUR_LONG), (char)(ANY_LOW | ABOVE | FOUR_LONG),
      (char)(ANY_LOW | ABOVE | FOUR_LONG), (char)(ANY_LOW | ABOVE | FOUR_LONG),
      (char)(ANY_LOW | ABOVE | FOUR_LONG), (char)(ANY_LOW | ABOVE | FOUR_LONG),
      (char)(ANY_LOW | ABOVE | FOUR_LONG), (char)(ANY_LOW | ABOVE | FOUR_LONG | HALF),
      (char)(ANY_LOW | ABOVE | FOUR_LONG), (char)(ANY_LOW | ABOVE | FOUR_LONG));
  const __m128i secondHigh = _mm_setr_epi8(
      SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
      (char)(LONG | TWO_LONG | TWICE | THREE_LONG | FOUR_LONG),
      (char)(LONG | TWO_LONG | TWICE | THREE_LONG | ABOVE),
      (char)(LONG | TWO_LONG | TWICE | HALF | ABOVE),
      (char)(LONG | TWO_LONG | TWICE | HALF | ABOVE), SHORT, SHORT, SHORT, SHORT);
  __m128i one = _mm_alignr_epi8(block, before, 15);
  __m128i pairs = _mm_and_si128(
      _mm_and_si128(
          _mm_shuffle_epi8(firstHigh, nibbles(one)),
          _mm_shuffle_epi8(firstLow, _mm_and_si128(one, _mm_set1_epi8(0x0F)))),
      _mm_shuffle_epi8(secondHigh, nibbles(block)));
  // A byte two behind E0.. or three behind F0.. has to go on with the character.
  __m128i third = _mm_subs_epu8(
      _mm_alignr_epi8(block, before, 14), _mm_set1_epi8((char)(0xE0 - 0x80)));
  __m128i fourth = _mm_subs_epu8(
      _mm_alignr_epi8(block, before, 13), _mm_set1_epi8((char)(0xF0 - 0x80)));
  __m128i due = _mm_and_si128(_mm_or_si128(third, fourth), _mm_set1_epi8((char)0x80));
  return _mm_xor_si128(due, pairs);
}

/// The bits of lead bytes at a block's end whose characters go on behind it.
__attribute__((target("ssse3"))) static __m128i unfinished(__m128i block) {
  const __m128i most = _mm_setr_epi8(
      -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, (char)0xEF, (char)0xDF, (char)0xBF);
  return _mm_subs_epu8(block, most);
}

__attribute__((target("ssse3"))) static int kind(const uint8_t *text, size_t count) {
  __m128i before = _mm_setzero_si128();
  __m128i open = _mm_setzero_si128();
  __m128i wrong = _mm_setzero_si128();
  int isASCII = 1;
  size_t index = 0;
  while (index < count) {
    __m128i block;
    if (index + 16 <= count) {
      block = mc_load(text + index);
    } else {
      // Behind the end stand zeros.
      uint8_t rest[16] = {0};
      for (size_t place = index; place < count; place++) rest[place - index] = text[place];
      block = mc_load(rest);
    }
    if (_mm_movemask_epi8(block) == 0) {
      wrong = _mm_or_si128(wrong, open);
      open = _mm_setzero_si128();
    } else {
      isASCII = 0;
      wrong = _mm_or_si128(wrong, faults(block, before));
      open = unfinished(block);
    }
    before = block;
    index += 16;
  }
  if (isASCII) return 0;
  wrong = _mm_or_si128(wrong, open);
  return _mm_movemask_epi8(_mm_cmpeq_epi8(wrong, _mm_setzero_si128())) == 0xFFFF ? 1 : 2;
}

int mc_utf8_kind(const uint8_t *text, size_t count) {
  return __builtin_cpu_supports("ssse3") ? kind(text, count) : -1;
}
#else
int mc_utf8_kind(const uint8_t *text, size_t count) {
  (void)text;
  (void)count;
  return -1;
}
#endif
