"""A real server answers each fault of a client once, and stays up."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from copylint.serve import connection, server
from copylint.serve.settings import RequestLimits, ServeSettings

Run = Callable[..., str]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> object:
    """One server for all tests here: that it still answers is part of each."""
    import re

    process = subprocess.Popen(
        [sys.executable, "-m", "copylint", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=tmp_path_factory.mktemp("served"),
    )
    assert process.stdout
    line = process.stdout.readline()
    found = re.search(r"http://[^\s)]+", line)
    assert found, line + process.stdout.read()
    yield found[0]
    process.send_signal(signal.SIGTERM)
    output = process.stdout.read()
    assert process.wait(30) == 0, output
    assert output == "Stop it with Ctrl-C.\n"


def ask(address: str, **fields: str) -> tuple[int, str]:
    client = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    client.request("POST", "/v2/check", urlencode(fields), FORM)
    reply = client.getresponse()
    return reply.status, reply.read().decode()


def is_up(address: str) -> bool:
    status, text = ask(address, text="It was teh end.", language="en-GB")
    found = json.loads(text)["matches"]
    return status == 200 and [m["rule"]["id"] for m in found] == ["spelling.unknown"]


def raw(address: str) -> socket.socket:
    parts = urlsplit(address)
    assert parts.hostname and parts.port
    return socket.create_connection((parts.hostname, parts.port), timeout=60)


def answer_of(connected: socket.socket) -> bytes:
    """Everything that the server sends until it closes the connection."""
    received = b""
    while part := connected.recv(65_536):
        received += part
    return received


def test_bad_json(address: str) -> None:
    status, text = ask(address, data='{"annotation": [', language="en")
    assert (status, text) == (400, "Error: could not parse JSON from 'data' parameter")
    assert is_up(address)


def test_what_is_not_http(address: str) -> None:
    with raw(address) as connected:
        connected.sendall(b"\x16\x03\x01\x02\x00nonsense\r\n\r\n")
        assert answer_of(connected).startswith(b"HTTP/1.1 400 ")
    assert is_up(address)


def test_a_body_of_100_mb_is_refused_before_it_is_sent(address: str) -> None:
    with raw(address) as connected:
        connected.sendall(
            b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n"
        )
        assert connected.recv(65_536).startswith(b"HTTP/1.1 413 ")
    assert is_up(address)


def test_a_body_of_100_mb_that_is_sent_is_answered(address: str) -> None:
    part = b"a" * 1_000_000
    with raw(address) as connected:
        connected.sendall(
            b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
        )
        for _ in range(100):
            connected.sendall(b"%x\r\n" % len(part) + part + b"\r\n")
        connected.sendall(b"0\r\n\r\n")
        assert answer_of(connected).startswith(b"HTTP/1.1 413 ")
    assert is_up(address)


def test_a_document_of_5_mb_is_refused_with_the_limit(address: str) -> None:
    text = "The quick brown fox jumps over the lazy dog. " * 115_000
    status, said = ask(address, text=text, language="en-GB")
    assert (status, said) == (413, "Error: the text exceeds the limit of 2,000,000 characters")
    assert is_up(address)


def test_clients_that_vanish(address: str) -> None:
    text = "The mayor said it will will rain in the the town. " * 200
    body = urlencode({"text": text, "language": "en-GB"}).encode()
    head = (
        "POST /v2/check HTTP/1.1\r\nHost: localhost\r\n"
        f"Content-Type: {FORM['Content-Type']}\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    for sent in (head[:40], head, head + body[:100], head + body):
        with raw(address) as connected:
            connected.sendall(sent)
    assert is_up(address)


def test_headers_that_are_too_long(address: str) -> None:
    with raw(address) as connected:
        connected.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 33_000)
        assert answer_of(connected).startswith(b"HTTP/1.1 400 ")
    assert is_up(address)


def test_many_silent_connections_do_not_keep_others_out(address: str) -> None:
    silent = [raw(address) for _ in range(200)]
    assert is_up(address)
    for each in silent:
        each.close()


def serve_here(bounds: RequestLimits, tmp_path: Path) -> tuple[object, str]:
    """A server in a thread of this process, with bounds that the command has no options for."""
    import asyncio
    import threading

    import uvicorn

    from copylint.serve.app import create_app

    settings = ServeSettings(port=0, folders=(str(tmp_path),), bounds=bounds)
    config = uvicorn.Config(
        create_app(settings),
        http=connection.bounded(bounds.header_s),
        ws="none",
        log_config=None,
        lifespan="on",
    )
    running = uvicorn.Server(config)
    listener = server._listener("127.0.0.1", 0)
    thread = threading.Thread(target=lambda: asyncio.run(running._serve([listener])), daemon=True)
    thread.start()

    def stop() -> None:
        running.should_exit = True
        thread.join(30)
        assert not thread.is_alive()
        listener.close()

    return stop, server._address(listener)


def test_slow_clients_are_cut_off(tmp_path: Path) -> None:
    stop, address = serve_here(RequestLimits(header_s=0.2, body_s=0.2), tmp_path)
    assert callable(stop)
    try:
        with raw(address) as silent, raw(address) as headers, raw(address) as body:
            headers.sendall(b"POST /v2/check HTTP/1.1\r\nHost: local")
            body.sendall(
                b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\ntext"
            )
            assert answer_of(silent) == b""
            assert answer_of(headers) == b""
            assert answer_of(body).startswith(b"HTTP/1.1 408 ")
        with raw(address) as kept:
            request = b"GET /v2/healthcheck HTTP/1.1\r\nHost: localhost\r\n\r\n"
            kept.sendall(request)
            received = b""
            while not received.endswith(b"OK"):
                received += kept.recv(65_536)
            kept.sendall(request[:10])  # the next one on the same connection
            assert answer_of(kept) == b""
    finally:
        stop()


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "copylint", "serve", "--port", port],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=False,
        )
    assert done.returncode == 2
    expected = f"port {port} is in use; stop the other server or choose another with --port"
    assert done.stderr == f"copylint: {expected}\n"


def test_it_ends_when_it_is_interrupted(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "copylint", "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
    )
    assert process.stdout and "http://127.0.0.1:" in process.stdout.readline()
    assert process.stdout.readline() == "Stop it with Ctrl-C.\n"
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, "")
