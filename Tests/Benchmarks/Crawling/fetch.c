// The reference of the crawl benchmark: fetches a list of addresses with libcurl multi, in C.
//
//   fetch PREFIX IN-FLIGHT < list-of-paths
//
// Sends the request fields that ours sends, so that both ask for the same in as many words. Does
// nothing with what comes but count its bytes; a gzip body is not unpacked. Prints: pages,
// bytes, failures, wall seconds, CPU seconds (user and system), peak resident KiB.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static const char *standing[] = {
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language: zh-CN,zh;q=0.9,en;q=0.5",
    "Accept-Encoding: gzip, br",
};
static long bytes, pages, failures;
static char **paths;
static int count, next_path;
static const char *prefix;

static size_t take(char *data, size_t size, size_t n, void *user) {
  (void)data;
  (void)user;
  bytes += (long)(size * n);
  return size * n;
}

static int start(CURLM *multi, CURL *easy) {
  char url[4096];
  if (next_path >= count) return 0;
  snprintf(url, sizeof url, "%s%s", prefix, paths[next_path++]);
  curl_easy_setopt(easy, CURLOPT_URL, url);
  curl_multi_add_handle(multi, easy);
  return 1;
}

static double seconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void read_paths(void) {
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    paths = realloc(paths, (count + 1) * sizeof *paths);
    paths[count++] = strdup(line);
  }
}

static CURL *make(struct curl_slist *fields) {
  CURL *easy = curl_easy_init();
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take);
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, fields);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "mingcha-benchmark");
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, 20000L);
  curl_easy_setopt(easy, CURLOPT_PROXY, "");
  return easy;
}

static void finish(CURLM *multi, CURLMsg *message, int *running) {
  CURL *easy = message->easy_handle;
  CURLcode code = message->data.result;
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_multi_remove_handle(multi, easy);
  if (code == CURLE_OK && status == 200) pages++;
  else failures++;
  if (!start(multi, easy)) (*running)--;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  prefix = argv[1];
  int in_flight = atoi(argv[2]), running = 0, left;
  read_paths();
  curl_global_init(CURL_GLOBAL_DEFAULT);
  CURLM *multi = curl_multi_init();
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, (long)in_flight);
  struct curl_slist *fields = NULL;
  for (size_t i = 0; i < sizeof standing / sizeof *standing; i++)
    fields = curl_slist_append(fields, standing[i]);
  double before = seconds();
  while (running < in_flight && start(multi, make(fields))) running++;
  while (running > 0) {
    int handles;
    CURLMsg *message;
    curl_multi_perform(multi, &handles);
    while ((message = curl_multi_info_read(multi, &left)))
      if (message->msg == CURLMSG_DONE) finish(multi, message, &running);
    if (running > 0) curl_multi_poll(multi, NULL, 0, 1000, NULL);
  }
  double spent = seconds() - before;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("%ld %ld %ld %.6f %.6f %ld\n", pages, bytes, failures, spent,
         usage.ru_utime.tv_sec + usage.ru_utime.tv_usec / 1e6 + usage.ru_stime.tv_sec +
             usage.ru_stime.tv_usec / 1e6,
         usage.ru_maxrss);
  return 0;
}
