"""Run every benchmark on data of its own in var/bench and tell which bars are missed."""

import os
import sys
from pathlib import Path

import django
from django.core.management import call_command

OUT = Path(os.environ.get("HANKEKORI_DATA_DIR", Path(__file__).parent.parent / "var")) / "bench.json"
os.environ |= {"HANKEKORI_DATA_DIR": str(OUT.parent / "bench"), "DJANGO_SETTINGS_MODULE": "hankekori.config.settings"}
os.environ.pop("DATABASE_URL", None)
django.setup()

from benchmarks.measure import print_result, write_json
from benchmarks.suite import measured

call_command("migrate", verbosity=0)
call_command("flush", interactive=False, verbosity=0)
results = {}
for name, result in measured():
    results[name] = result
    print_result(name, result)
write_json(results, OUT)
sys.exit(0 if all(result.ok for result in results.values()) else 1)
