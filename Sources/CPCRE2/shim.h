#ifndef MINGCHA_CPCRE2_H
#define MINGCHA_CPCRE2_H
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/// Macros that the importer can't see.
static const uint32_t mc_pcre2_utf = PCRE2_UTF;
static const uint32_t mc_pcre2_never_backslash_c = PCRE2_NEVER_BACKSLASH_C;
static const uint32_t mc_pcre2_dupnames = PCRE2_DUPNAMES;
static const uint32_t mc_pcre2_no_utf_check = PCRE2_NO_UTF_CHECK;
static const uint32_t mc_pcre2_no_jit = PCRE2_NO_JIT;
static const uint32_t mc_pcre2_jit_complete = PCRE2_JIT_COMPLETE;
static const uint32_t mc_pcre2_info_capture_count = PCRE2_INFO_CAPTURECOUNT;
#endif
