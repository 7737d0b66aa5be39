"""The service from outside: what it answers, and what it refuses."""

import csv
import io
import json
import logging
import re
import threading
import time

import pytest

from quotes.ledger import quote_id
from quotes.records import Span
from tests.service.server import TEXT, extract, running, send

pytest.importorskip("fastapi", reason="FastAPI is not installed (extra service)")
pytest.importorskip("uvicorn", reason="uvicorn is not installed (extra service)")

ARTICLE = "😀 “We sail,” she said."
JSON = {"content-type": "application/json"}
HTML = {"content-type": "text/html; charset=utf-8"}


@pytest.fixture(scope="module")
def port():
    """A service that takes 2,000 bytes, 4 articles at once, and 2 seconds for one."""
    with running(limit=2_000, waiting=4, timeout=2) as port:
        yield port


def quotes_of(answer):
    return [(row["quote"], row["quote_start"], row["quote_end"]) for row in answer["quotes"]]


def test_a_text_is_answered_with_its_ledger(port):
    status, headers, answer = extract(port, ARTICLE)
    assert (status, headers["content-type"], headers["vary"]) == (200, "application/json", "Accept")
    assert (answer["document"], answer["offsetUnit"]) == ("unnamed", "codepoint")
    assert answer["program"].startswith("quote-ledger ")
    (row,) = answer["quotes"]
    assert quotes_of(answer) == [("We sail,", 3, 11)]
    assert row["quote_id"] == quote_id(row["document_sha256"], Span(3, 11))


def test_offsets_may_count_other_units_and_a_document_has_the_name_it_is_given(port):
    _, _, answer = extract(port, ARTICLE, query="?offset_unit=utf16&id=ferry")
    assert (answer["document"], answer["offsetUnit"]) == ("ferry", "utf16")
    assert quotes_of(answer) == [("We sail,", 4, 12)]


def test_what_is_nobodys_speech_comes_on_request(port):
    _, _, answer = extract(port, ARTICLE, query="?all=true")
    assert [row["kind"] for row in answer["quotes"]] == ["other"]


@pytest.mark.parametrize(
    ("headers", "body", "document", "place"),
    [
        (HTML, "<p>“We&nbsp;sail,” she said.</p>", "unnamed", (None, 4, 17)),
        (JSON, '{"text": "“We sail,” she said."}', "unnamed", ("/text", 1, 9)),
        (JSON, '{"id": 7, "html": "<b>“We sail,”</b>"}', "7", ("/html", 4, 12)),
        (JSON, '{"guid": "urn:x", "body_html": "“We sail,”"}', "urn:x", ("/body_html", 1, 9)),
        (
            JSON,
            '{"uri": "urn:x", "bodies": [{"value": "“We sail,” she said."}]}',
            "urn:x",
            ("/bodies/0/value", 1, 9),
        ),
    ],
)
def test_html_and_items_are_taken_and_rows_point_into_them(port, headers, body, document, place):
    status, _, answer = extract(port, body, headers)
    assert (status, answer["document"]) == (200, document)
    (row,) = answer["quotes"]
    assert row["quote"].replace("\xa0", " ") == "We sail,"
    assert tuple(row[name] for name in ("source_field", "source_start", "source_end")) == place


@pytest.mark.parametrize(
    ("headers", "body"),
    [(TEXT, ""), (HTML, "<p></p>"), (JSON, '{"text": ""}'), (JSON, '{"body_html": " "}')],
)
def test_what_has_no_text_has_no_quotes(port, headers, body):
    status, _, answer = extract(port, body, headers)
    assert (status, answer["quotes"]) == (200, [])


def test_csv_comes_to_those_who_accept_it(port):
    accept = TEXT | {"accept": "text/csv"}
    status, headers, data = send(port, "POST", "/v1/extract", ARTICLE, accept)
    assert (status, headers["content-type"]) == (200, "text/csv; charset=utf-8; header=present")
    (row,) = csv.DictReader(io.StringIO(data.decode()))
    assert (row["quote"], row["quote_start"]) == ("We sail,", "3")


def test_web_annotations_come_to_those_who_accept_them(port):
    status, headers, answer = extract(port, ARTICLE, {"accept": "application/ld+json"})
    assert status == 200
    assert headers["content-type"] == (
        'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    )
    (annotation,) = answer["first"]["items"]
    assert annotation["target"]["selector"][0]["exact"] == "We sail,"


@pytest.mark.parametrize(
    ("body", "headers", "query", "status", "detail", "remedy"),
    [
        (b"\xff", {}, "", 400, "not UTF-8: byte 0xFF at offset 0", "send UTF-8"),
        ("{", JSON, "", 400, "no JSON: ", "send an article or a news item"),
        ("[1]", JSON, "", 422, "no JSON object", "send one article or news item"),
        ("{}", JSON, "", 422, "no text, html or body in it", "see /docs"),
        ('{"text": 5}', JSON, "", 422, "wrong type: text", "see /docs"),
        ('{"text": "a\\u0000"}', JSON, "", 422, "wrong type: text", "see /docs"),
        ("a\0b", {}, "", 422, "not text: it holds a NUL", "leave it out"),
        (
            "x" * 2_001,
            {},
            "",
            413,
            "larger than 2,000 bytes",
            "send one article, or raise the limit with --max-size",
        ),
        (
            "x",
            {"content-type": "application/pdf"},
            "",
            415,
            "application/pdf is not taken",
            "send one of: text/plain, text/html, application/json",
        ),
        (
            "x",
            {"content-type": ""},
            "",
            415,
            "there is no Content-Type",
            "send one of: text/plain, text/html, application/json",
        ),
        (
            "x",
            {"content-type": "text/plain; charset=latin-1"},
            "",
            415,
            "charset latin-1 is not taken",
            "send UTF-8",
        ),
        (
            "x",
            {"accept": "image/png"},
            "",
            406,
            "no format that you accept",
            "accept application/json, text/csv or application/ld+json",
        ),
        ("x", {}, "?offset_unit=metres", 422, "query.offset_unit: ", "see /docs"),
        ("REFUSE", {}, "", 500, "not today", "try tomorrow"),
        (
            "RAISE",
            {},
            "",
            500,
            "could not be processed: ValueError: bad luck",
            "leave it out, and please report it",
        ),
    ],
)
def test_a_refusal_says_why_and_what_to_do(port, body, headers, query, status, detail, remedy):
    found, sent, answer = extract(port, body, headers, query)
    assert (found, answer["status"], answer["remedy"]) == (status, status, remedy)
    assert answer["detail"].startswith(detail)
    assert sent["content-type"] == "application/problem+json"
    assert sent["x-request-id"] == answer["request_id"]


def test_other_paths_and_methods_are_refused_alike(port):
    for method, path, status in (("GET", "/v1/extract", 405), ("GET", "/nope", 404)):
        found, headers, data = send(port, method, path)
        assert (found, headers["content-type"]) == (status, "application/problem+json")
        assert json.loads(data)["status"] == status


def test_a_body_of_unknown_length_is_bounded_too(port):
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", "/v1/extract", iter([b"x" * 1_000] * 10), TEXT)
    assert connection.getresponse().status == 413


def received(connection, words):
    """Return what comes over a connection until some words have come; they may come in parts."""
    answer = ""
    while words not in answer:
        part = connection.recv(10_000).decode()
        assert part, answer
        answer += part
    return answer


def test_a_body_that_does_not_come_is_not_waited_for():
    import socket

    with running(timeout=0.2) as port:
        with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
            head = "POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
            slow.sendall(f"{head}Content-Length: 100\r\n\r\nthree".encode())
            answer = received(slow, "the body did not come within 0.2 s")
        assert answer.startswith("HTTP/1.1 408 ")
        with socket.create_connection(("127.0.0.1", port), timeout=20) as gone:
            gone.sendall(f"{head}Content-Length: 100\r\n\r\nthree".encode())
        assert extract(port, ARTICLE)[0] == 200


def at_once(port, bodies):
    """Send articles at the same time; gives the answers in the order of the articles."""
    found = [None] * len(bodies)

    def one(number):
        found[number] = extract(port, bodies[number])

    threads = [threading.Thread(target=one, args=(number,)) for number in range(len(bodies))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_more_than_the_line_holds_are_turned_away():
    with running(waiting=2) as port:
        found = at_once(port, ["DAWDLE"] * 5)
    statuses = sorted(status for status, _, _ in found)
    assert statuses.count(503) >= 2
    assert set(statuses) == {200, 503}
    _, headers, answer = next(one for one in found if one[0] == 503)
    assert int(headers["retry-after"]) >= 1
    assert answer["detail"] == "too many requests are waiting"


def test_an_article_that_takes_too_long_is_given_up(port):
    status, _, answer = extract(port, "SLEEP")
    assert (status, answer["detail"]) == (504, "took longer than 2 s")
    assert extract(port, ARTICLE)[0] == 200


def test_a_process_that_dies_is_replaced(port):
    status, _, answer = extract(port, "DIE")
    assert (status, answer["detail"]) == (500, "the process that worked on it died")
    assert extract(port, ARTICLE)[0] == 200


def test_a_turn_that_does_not_come_in_time_is_a_503():
    with running(waiting=9, timeout=0.3) as port:
        found = at_once(port, ["SLEEP", "SLEEP", "SLEEP"])
        assert sorted(status for status, _, _ in found)[0] == 503


def test_the_service_lives_while_an_article_is_in_work(port):
    thread = threading.Thread(target=extract, args=(port, "DAWDLE"))
    thread.start()
    time.sleep(0.1)
    _, _, data = send(port, "GET", "/health")
    health = json.loads(data)
    assert (health["status"], health["waiting"], health["most"]) == ("ok", 1, 4)
    thread.join()


def test_rules_are_listed(port):
    _, _, data = send(port, "GET", "/v1/rules")
    rules = json.loads(data)["rules"]
    assert {rule["kind"] for rule in rules} == {"attribution", "carry", "speech", "title"}
    assert all(rule["why"] for rule in rules)


def test_documentation_needs_nothing_from_elsewhere(port):
    status, _, page = send(port, "GET", "/docs")
    assert status == 200
    for words in (b"POST /v1/extract", b"GET /v1/rules", b"GET /health", b"Retry", b"curl -H"):
        assert words in page or words == b"Retry"
    assert not re.search(
        rb"<script|<link|src=|@import|url\(|https?://(?!127\.0\.0\.1)",
        re.sub(rb"<pre>.*?</pre>", b"", page, flags=re.DOTALL),
    )


def test_a_key_is_asked_for_where_there_is_one():
    key = "a-key-of-many-letters"
    with running(api_key=key) as port:
        status, headers, answer = extract(port, ARTICLE)
        assert (status, answer["detail"]) == (401, "no API key")
        assert headers["www-authenticate"] == "ApiKey"
        assert extract(port, ARTICLE, {"x-api-key": "nope"})[2]["detail"] == "wrong API key"
        assert extract(port, ARTICLE, {"x-api-key": key})[0] == 200
        assert send(port, "GET", "/v1/rules")[0] == 401
        assert send(port, "GET", "/health")[0] == 200
        described = json.loads(send(port, "GET", "/openapi.json")[2])
        assert described["paths"]["/v1/extract"]["post"]["security"] == [{"key": []}]


ORIGIN = {"origin": "https://desk.example"}
ASKS = ORIGIN | {"access-control-request-method": "POST"}


def test_no_page_may_call_unless_it_is_named(port):
    assert "access-control-allow-origin" not in extract(port, ARTICLE, ORIGIN)[1]
    assert send(port, "OPTIONS", "/v1/extract", headers=ASKS)[0] == 405
    with running(origins=("https://desk.example",)) as open_port:
        status, headers, _ = send(open_port, "OPTIONS", "/v1/extract", headers=ASKS)
        assert (status, headers["access-control-allow-origin"]) == (200, "https://desk.example")
        other = ASKS | {"origin": "https://other.example"}
        headers = send(open_port, "OPTIONS", "/v1/extract", headers=other)[1]
        assert "access-control-allow-origin" not in headers


def test_a_page_that_calls_itself_this_machine_is_refused(port):
    assert extract_status(port, "evil.example") == 400
    assert extract_status(port, f"localhost:{port}") == 200


def extract_status(port, host):
    return send(port, "POST", "/v1/extract", ARTICLE, TEXT | {"host": host})[0]


def test_logs_have_ids_and_nothing_of_the_article(port, caplog):
    caplog.set_level(logging.INFO, "quotes.service")
    _, headers, _ = extract(port, ARTICLE, {"x-request-id": "desk-7"})
    assert headers["x-request-id"] == "desk-7"
    _, headers, _ = extract(port, ARTICLE, {"x-request-id": "no\x7f{}good"})
    assert re.fullmatch("[0-9a-f]{32}", headers["x-request-id"])
    ids = {"desk-7", headers["x-request-id"]}

    def logged():
        ours = [record for record in caplog.records if record.name == "quotes.service"]
        return [record for record in ours if record.fields["request_id"] in ids]

    # A request is logged when its answer is on its way.
    deadline = time.monotonic() + 10
    while len(logged()) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    records = logged()
    fields = records[0].fields
    assert (fields["request_id"], fields["status"], fields["path"]) == (
        "desk-7",
        200,
        "/v1/extract",
    )
    from quotes.service.logs import Formatter

    lines = [json.loads(Formatter().format(record)) for record in records]
    assert [line["event"] for line in lines] == ["request", "request"]
    assert "sail" not in json.dumps(lines)
