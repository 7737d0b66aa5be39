"""Many clients at once: does the service lose an answer, or mix two up?

    python -m tests.service.soak --port 8017 --clients 16 --seconds 60

Every article is unlike any other, and its answer must be of it alone. Only this machine is asked.
"""

import argparse
import http.client
import json
import random
import threading
import time
from collections import Counter

WORDS = ("harbour", "ferry", "pilot", "tide", "cargo", "winter", "signal", "anchor", "rope")
KINDS = ("text/plain", "text/html", "application/json")


def article(number):
    """Return an article with one quote that only it has, and the quote."""
    chance = random.Random(number)
    quote = f"The {chance.choice(WORDS)} number {number} sails,"
    filler = " ".join(chance.choices(WORDS, k=chance.randrange(5, 120)))
    return f"The {filler} waits.\n\n“{quote}” said Marit Ek, the pilot.", quote


def request_of(number):
    """Return the type and the body of a request, and the quote that must come back."""
    text, quote = article(number)
    kind = KINDS[number % len(KINDS)]
    if kind == "text/html":
        return kind, f"<p>{text.replace('said', '<i>said</i>')}</p>", quote
    return kind, json.dumps({"text": text}) if kind == "application/json" else text, quote


def client(port, first, step, deadline, counts, lock):
    """Send articles one after the other until time is up."""
    number, found = first, Counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    while time.monotonic() < deadline:
        kind, body, quote = request_of(number)
        headers = {"content-type": kind, "x-request-id": f"soak-{number}"}
        connection.request("POST", f"/v1/extract?id=a{number}", body.encode(), headers)
        response = connection.getresponse()
        data = response.read()
        if response.status == 503:
            found["turned away"] += 1
            time.sleep(int(response.headers["retry-after"]) / 10)
            continue
        answer = json.loads(data)
        rows = answer.get("quotes", [])
        right = (
            response.status == 200
            and response.headers["x-request-id"] == f"soak-{number}"
            and answer["document"] == f"a{number}"
            and [row["quote"] for row in rows] == [quote]
        )
        found["right" if right else "wrong"] += 1
        number += step
    connection.close()
    with lock:
        counts.update(found)
        counts["clients that ended"] += 1


def soak(port, clients=16, seconds=60.0):
    """Let clients send articles for some seconds; gives what came of them."""
    counts, lock, deadline = Counter(), threading.Lock(), time.monotonic() + seconds
    threads = [
        threading.Thread(target=client, args=(port, n, clients, deadline, counts, lock))
        for n in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--port", type=int, default=8017)
    options.add_argument("--clients", type=int, default=16)
    options.add_argument("--seconds", type=float, default=60)
    print(dict(soak(**vars(options.parse_args()))))
