#ifndef MINGCHA_CCURL_H
#define MINGCHA_CCURL_H
#include <curl/curl.h>
#include <malloc.h>

/// `curl_easy_setopt`, `curl_easy_getinfo` and `curl_multi_setopt` are variadic: one wrapper a type.
static inline CURLcode mc_setopt_long(CURL *easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode mc_setopt_off(CURL *easy, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode mc_setopt_string(CURL *easy, CURLoption option, const char *value) {
  return curl_easy_setopt(easy, option, value);
}
static inline CURLcode mc_setopt_pointer(CURL *easy, CURLoption option, void *value) {
  return curl_easy_setopt(easy, option, value);
}
typedef size_t (*mc_write_callback)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode mc_setopt_write(CURL *easy, CURLoption option, mc_write_callback callback) {
  return curl_easy_setopt(easy, option, callback);
}
typedef curl_socket_t (*mc_open_callback)(
    void *context, curlsocktype purpose, struct curl_sockaddr *address);
static inline CURLcode mc_setopt_open(CURL *easy, mc_open_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, callback);
}
typedef int (*mc_debug_callback)(
    CURL *easy, curl_infotype kind, char *bytes, size_t size, void *context);
static inline CURLcode mc_setopt_debug(CURL *easy, mc_debug_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, callback);
}
typedef int (*mc_ready_callback)(
    void *context, char *peer, char *own, int peer_port, int own_port);
static inline CURLcode mc_setopt_ready(CURL *easy, mc_ready_callback callback) {
  return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}
static inline CURLSHcode mc_share_data(CURLSH *share, curl_lock_data data) {
  return curl_share_setopt(share, CURLSHOPT_SHARE, data);
}
static inline CURLcode mc_getinfo_long(CURL *easy, CURLINFO info, long *value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode mc_getinfo_off(CURL *easy, CURLINFO info, curl_off_t *value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode mc_getinfo_string(CURL *easy, CURLINFO info, char **value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLcode mc_getinfo_pointer(CURL *easy, CURLINFO info, void **value) {
  return curl_easy_getinfo(easy, info, value);
}
static inline CURLMcode mc_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}
/// glibc gives freed memory back to the system as soon as 128 KiB lie together, and takes it again
/// for the next body, page by page. Keeping up to 16 MiB a thread halves the cost of a transfer.
static inline void mc_keep_freed_memory(void) {
  mallopt(M_TRIM_THRESHOLD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  mallopt(M_TOP_PAD, 256 << 10);
}
/// The union inside `CURLMsg`.
static inline CURLcode mc_message_result(CURLMsg *message) { return message->data.result; }
#endif
