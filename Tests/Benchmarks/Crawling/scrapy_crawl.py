"""The peer of the crawl benchmark: Scrapy, tuned for speed, on the same site.

    python scrapy_crawl.py http://127.0.0.1:PORT/index.html

Reads title, links and the first date of each page. No delay, cookies, retries, redirects, robots
or content coding; its own set of seen addresses instead of the duplicate filter. Prints: pages,
bytes, failures, wall seconds, CPU seconds, peak resident KiB.
"""
import re
import resource
import sys
import time

import scrapy
from scrapy.crawler import CrawlerProcess

DATE = re.compile(r"20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}")
tally = {"pages": 0, "bytes": 0, "failures": 0}
seen = set()


class Spider(scrapy.Spider):
    name = "benchmark"

    async def start(self):
        seen.add(sys.argv[1])
        yield scrapy.Request(sys.argv[1], dont_filter=True, errback=self.fail)

    def fail(self, _):
        tally["failures"] += 1

    def parse(self, response):
        tally["pages"] += 1
        tally["bytes"] += len(response.body)
        response.css("title::text").get()
        DATE.search("".join(response.xpath("//body//text()").getall()))
        for href in response.css("a::attr(href)").getall():
            if href.startswith("javascript:"):
                continue
            url = response.urljoin(href)
            if not url.startswith(PREFIX) or not url.endswith(("/", ".html")) or url in seen:
                continue
            seen.add(url)
            yield scrapy.Request(url, dont_filter=True, errback=self.fail)


PREFIX = sys.argv[1].rsplit("/", 1)[0] + "/"
process = CrawlerProcess({
    "CONCURRENT_REQUESTS": 64, "CONCURRENT_REQUESTS_PER_DOMAIN": 64, "DOWNLOAD_DELAY": 0,
    "COOKIES_ENABLED": False, "RETRY_ENABLED": False, "REDIRECT_ENABLED": False,
    "ROBOTSTXT_OBEY": False, "COMPRESSION_ENABLED": False, "TELNETCONSOLE_ENABLED": False,
    "LOG_LEVEL": "ERROR",
})
process.crawl(Spider)
before = time.monotonic()
process.start()
spent = time.monotonic() - before
usage = resource.getrusage(resource.RUSAGE_SELF)
print(
    tally["pages"], tally["bytes"], tally["failures"], f"{spent:.6f}",
    f"{usage.ru_utime + usage.ru_stime:.6f}", usage.ru_maxrss)
