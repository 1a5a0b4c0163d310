"""Websites checked by Celery: a clock puts what is due into the queue, workers take it from there."""
import os
import time

import requests
from celery import Celery

BROKER = os.environ["BROKER"]
PORT, COUNT, EVERY = (int(os.environ[name]) for name in ("PORT", "COUNT", "EVERY"))
PATIENCE = 3

app = Celery("celery_checks", broker=BROKER, backend=BROKER)
app.conf.update(
    result_expires=60,
    beat_schedule={"due": {"task": "celery_checks.send_due", "schedule": 1.0}},
)


def address(number):
    number += 1 << 16
    return f"127.{number >> 16}.{number >> 8 & 255}.{number & 255}"


@app.task
def look(url):
    try:
        return requests.head(url, timeout=PATIENCE).status_code
    except requests.RequestException as trouble:
        return str(trouble)


@app.task(ignore_result=True)
def send_due():
    for number in range(round(time.time()) % EVERY, COUNT, EVERY):
        look.delay(f"http://{address(number)}:{PORT}/")
