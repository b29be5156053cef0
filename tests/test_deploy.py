"""What is deployed is what is here: paths, commands, settings, ports and headers that config/deploy names."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands
from django.utils.module_loading import import_string

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "config" / "deploy"
FILES = {path.name: path.read_text("utf-8") for path in DEPLOY.iterdir()}


def settings_read() -> set[str]:
    return set(re.findall(r'env\.\w+\(\s*"(\w+)"', (ROOT / "config" / "settings.py").read_text("utf-8")))


def unit() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment]
    parser.read_string(FILES["huili.service"])
    return parser["Service"]


def compose() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load(FILES["compose.yaml"])["services"]
    return services


def missing(program: str) -> None:
    told = f"no {program} here; install Debian's package that holds it"
    pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)


def test_there_is_one_file_for_each_way() -> None:
    assert set(FILES) == {"Dockerfile", "compose.yaml", "nginx.conf", "huili.service"}


def test_image_copies_what_is_there() -> None:
    copied = re.findall(r"^COPY (\S+) \S+$", FILES["Dockerfile"], re.M)

    assert copied == ["config/requirements.lock", "manage.py", "config", "calendar_app"]
    assert [each for each in copied if not (ROOT / each).exists()] == []
    web = compose()["web"]["build"]
    assert (DEPLOY / web["context"]).resolve() == ROOT
    assert (ROOT / web["dockerfile"]).is_file()


@pytest.mark.parametrize("name", ["Dockerfile", "huili.service", "compose.yaml"])
def test_commands_are_there(name: str) -> None:
    commands = set(re.findall(r"manage\.py (\w+)", FILES[name]))

    assert commands
    assert commands - set(get_commands()) == set()


@pytest.mark.parametrize("name", ["Dockerfile", "huili.service"])
def test_gunicorn_serves_the_application(name: str) -> None:
    served = re.findall(r"gunicorn (\S+) --bind \S+:(\d+)", FILES[name])

    assert served == [("config.wsgi", "8000")]
    assert f"{served[0][0]}.application" == settings.WSGI_APPLICATION
    assert callable(import_string(settings.WSGI_APPLICATION))


def test_settings_given_are_settings_read() -> None:
    given = {*compose()["web"]["environment"], *re.findall(r"(\w+)=", unit()["Environment"])}
    given |= set(re.findall(r"\b(HUILI_\w+)=", FILES["Dockerfile"]))

    assert given - {"PYTHONDONTWRITEBYTECODE"} <= settings_read()
    assert {"HUILI_DATA", "BEHIND_PROXY", "DATABASE_URL", "PUBLIC_URL", "ALLOWED_HOSTS"} <= given


def test_proxy_reaches_the_service_and_overwrites_what_it_believes() -> None:
    headers = dict(re.findall(r"proxy_set_header (\S+) (\S+);", FILES["nginx.conf"]))

    assert "proxy_pass http://127.0.0.1:8000;" in FILES["nginx.conf"]
    assert compose()["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert headers == {
        "Host": "$host",
        "X-Real-IP": "$remote_addr",
        "X-Forwarded-For": "$remote_addr",
        "X-Forwarded-Proto": "$scheme",
    }


def test_unit_runs_from_the_checkout_unprivileged() -> None:
    service = unit()

    assert service["User"] == "huili"
    assert service["WorkingDirectory"] == "/srv/huili"
    assert service["ExecStart"].startswith("/srv/huili/.venv/bin/gunicorn ")
    assert service["ProtectSystem"] == "strict"
    assert service["StateDirectory"] == "huili"  # /var/lib/huili, which HUILI_DATA names
    assert "HUILI_DATA=/var/lib/huili" in service["Environment"]


def test_nginx_takes_the_site(tmp_path: Path) -> None:
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if not nginx:
        return missing("nginx")
    certificate = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=calendar.example"]
    subprocess.run(
        ["openssl", "req", *certificate, "-keyout", tmp_path / "key.pem", "-out", tmp_path / "chain.pem"],
        check=True,
        capture_output=True,
    )
    site = FILES["nginx.conf"].replace("/etc/letsencrypt/live/calendar.example/privkey.pem", f"{tmp_path}/key.pem")
    site = site.replace("/etc/letsencrypt/live/calendar.example/fullchain.pem", f"{tmp_path}/chain.pem")
    site = site.replace("/var/log/nginx/huili.log", f"{tmp_path}/access.log")
    whole = f"pid {tmp_path}/pid; error_log {tmp_path}/error.log; events {{}} http {{ {site} }}"
    (tmp_path / "nginx.conf").write_text(whole, "utf-8")

    checked = subprocess.run([nginx, "-t", "-c", tmp_path / "nginx.conf"], capture_output=True, text=True, check=False)

    assert (checked.returncode, "syntax is ok" in checked.stderr) == (0, True), checked.stderr
    return None


def test_no_token_of_a_private_feed_is_logged() -> None:
    shown = re.search(r"map \$uri \$huili_shown \{(.*?)\}", FILES["nginx.conf"], re.S)

    assert shown is not None
    assert "~^/feeds/private/ /feeds/private/-;" in shown[1]
    assert "$request_uri" not in FILES["nginx.conf"].split("log_format")[1].split(";")[0]
    assert "access-log" not in FILES["Dockerfile"] + FILES["huili.service"]
