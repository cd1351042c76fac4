"""A real Neo4j server for the tests: jars from Maven, a free port on the loopback, a folder that is deleted after."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
JARS = HERE.parents[1] / ".tools" / "neo4j"
LTS = "5.26.12"
CALENDAR = "2026.09.0"
JAVA_FOR = {LTS: range(17, 22), CALENDAR: range(21, 100)}
START_SECONDS = 120
MAVEN_SECONDS = 900
_CONF = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
dbms.security.auth_enabled=true
server.memory.pagecache.size=128m
dbms.usage_report.enabled=false
"""


class Missing(Exception):  # noqa: N818 - a state of the machine
    """The machine lacks something that the server needs; the text says what, and how to get it."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    version: str
    uri: str
    user: str
    password: str


def java_versions() -> dict[int, Path]:
    """The Java programs of this machine by major version: JAVA_HOME, PATH, and where systems keep them."""
    candidates = [Path(os.environ["JAVA_HOME"]) / "bin" / "java"] if os.environ.get("JAVA_HOME") else []
    on_path = shutil.which("java")
    candidates += [Path(on_path)] if on_path else []
    for root in (
        "/usr/lib/jvm",
        "/Library/Java/JavaVirtualMachines",
        "/opt",
        str(Path.home() / ".sdkman/candidates/java"),
    ):
        for pattern in ("*/bin/java", "*/Contents/Home/bin/java"):
            candidates += sorted(Path(root).glob(pattern))
    found: dict[int, Path] = {}
    for java in candidates:
        major = _major(java)
        if major:
            found.setdefault(major, java)
    return found


def _major(java: Path) -> int | None:
    if not java.is_file():
        return None
    told = subprocess.run([java, "-version"], capture_output=True, text=True, check=False)
    match = re.search(r'version "(\d+)', told.stderr + told.stdout)
    return int(match.group(1)) if match else None


def java_for(version: str) -> Path:
    """A Java that runs a Neo4j version. Raises `Missing`."""
    wanted = JAVA_FOR[version]
    fitting = {major: java for major, java in java_versions().items() if major in wanted}
    if not fitting:
        raise Missing(
            f"Neo4j {version} cần Java {wanted.start} trở lên: cài openjdk-{wanted.start}-jdk-headless "
            "(Debian, Ubuntu: apt install), hoặc đặt JAVA_HOME"
        )
    return fitting[min(fitting)]


def jars(version: str) -> Path:
    """The folder of a version's jars, fetched by Maven the first time. Raises `Missing`."""
    folder = JARS / version
    if folder.is_dir():
        return folder
    maven = shutil.which("mvn")
    if not maven:
        raise Missing("Thiếu Maven để lấy Neo4j: cài maven (Debian, Ubuntu: apt install maven)")
    JARS.mkdir(parents=True, exist_ok=True)
    partial = Path(tempfile.mkdtemp(prefix=f"{version}-", dir=JARS))
    command = [maven, "-q", "-B", "-f", str(HERE / "pom.xml"), f"-Dneo4j.version={version}"]
    command += ["dependency:copy-dependencies", f"-DoutputDirectory={partial}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=MAVEN_SECONDS)
    if done.returncode:
        shutil.rmtree(partial)
        raise Missing(f"Maven không lấy được Neo4j {version}: {(done.stdout + done.stderr).strip()[-400:]}")
    with contextlib.suppress(OSError):  # another run may have put the same jars there meanwhile
        partial.rename(folder)
    shutil.rmtree(partial, ignore_errors=True)
    return folder


@contextlib.contextmanager
def server(version: str) -> Iterator[Server]:
    """A server of a version, stopped and deleted at the end. Raises `Missing`."""
    java, lib = java_for(version), jars(version)
    home = Path(tempfile.mkdtemp(prefix="vanban-neo4j-"))
    try:
        port = _free_port()
        conf = home / "neo4j.conf"
        conf.write_text(_CONF.format(port=port), encoding="utf-8")
        log = (home / "server.log").open("w", encoding="utf-8")
        process = subprocess.Popen(
            [java, "-Xmx768m", "-cp", f"{lib}{os.sep}*", HERE / "Start.java", home, conf],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
        )  # fmt: skip
        try:
            _await_start(process, home / "server.log")
            password = secrets.token_urlsafe(16)
            uri = f"bolt://127.0.0.1:{port}"
            _set_password(uri, password)
            yield Server(version, uri, "neo4j", password)
        finally:
            _stop(process)
            log.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await_start(process: subprocess.Popen[str], log: Path) -> None:
    assert process.stdout
    timer = threading.Timer(START_SECONDS, process.kill)
    timer.start()
    try:
        for line in process.stdout:
            if line.strip() == "started":
                break
        else:
            raise RuntimeError(f"Neo4j did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
    finally:
        timer.cancel()


def _set_password(uri: str, password: str) -> None:
    import neo4j  # noqa: PLC0415 - the driver is loaded by the tests that need it

    with neo4j.GraphDatabase.driver(uri, auth=("neo4j", "neo4j")) as driver:
        driver.execute_query("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", new=password, database_="system")


def _stop(process: subprocess.Popen[str]) -> None:
    """End the server at once: its data is thrown away."""
    assert process.stdin
    assert process.stdout
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
