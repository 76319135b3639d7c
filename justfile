# Each check is one line; all of them work once `python3 main.py test` has set the tools up.
bin := if os() == "windows" { ".venv/Scripts" } else { ".venv/bin" }

lint:
    {{bin}}/ruff check . && {{bin}}/ruff format --check .

types:
    {{bin}}/mypy

layers:
    {{bin}}/lint-imports

test *arguments:
    python3 main.py test {{arguments}}

# New pins need uv; the lock files hold hashes and no addresses.
lock:
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --group test -c requirements.lock -o requirements-test.lock
