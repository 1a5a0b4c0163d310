"""The classic lesson in Python: the same list of websites, checked in five ways. One way a run; the last line is JSON.

usage: check.py WAY PORT COUNT [EVERY]     WAY: serial, threads, futures, processes, gevent

With EVERY it goes on until it is ended: each website once in so many seconds, each second its share of them.
"""
import json
import resource
import sys
import time

PATIENCE = 3
WORKERS = 20
PROCESSES = 8


def looks_good(url):
    import requests

    try:
        return requests.head(url, timeout=PATIENCE).ok
    except requests.RequestException:
        return False


def serial(urls):
    return sum(map(looks_good, urls))


def threads(urls):
    import queue
    import threading

    waiting = queue.Queue()
    good = []
    for url in urls:
        waiting.put(url)

    def work():
        while True:
            try:
                url = waiting.get_nowait()
            except queue.Empty:
                return
            good.append(looks_good(url))

    team = [threading.Thread(target=work) for _ in range(WORKERS)]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    return sum(good)


def futures(urls):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(WORKERS) as pool:
        return sum(pool.map(looks_good, urls))


def processes(urls):
    from multiprocessing import Pool

    with Pool(PROCESSES) as pool:
        good = sum(pool.map(looks_good, urls))
        pool.close()
        pool.join()
        return good


def with_gevent(urls):
    from gevent import monkey

    monkey.patch_all()
    from gevent.pool import Pool

    return sum(Pool(1000).map(looks_good, urls))


WAYS = {"serial": serial, "threads": threads, "futures": futures, "processes": processes, "gevent": with_gevent}


def address(number):
    number += 1 << 16
    return f"127.{number >> 16}.{number >> 8 & 255}.{number & 255}"


def go_on(way, urls, every):
    began = time.monotonic()
    second = 0
    while True:
        WAYS[way](urls[second % every::every])
        second += 1
        time.sleep(max(0, began + second - time.monotonic()))


def main():
    way, port, count = sys.argv[1], *map(int, sys.argv[2:4])
    urls = [f"http://{address(number)}:{port}/" for number in range(count)]
    if len(sys.argv) > 4:
        go_on(way, urls, int(sys.argv[4]))
    began = time.monotonic()
    good = WAYS[way](urls)
    seconds = time.monotonic() - began
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({
        "Seconds": seconds,
        "ProcessorSeconds": own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime,
        # Of the children the kernel only tells the largest.
        "PeakBytes": (own.ru_maxrss + (children.ru_maxrss * PROCESSES if way == "processes" else 0)) * 1024,
        "Good": good,
    }))


if __name__ == "__main__":
    main()
