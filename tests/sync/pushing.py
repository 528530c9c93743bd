"""One station in a process of its own: `python -m tests.sync.pushing FILE NAME TIMES [PAUSE]`; prints what was sent and how long it waited."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from helpdesk.sync.shared_file import SharedFileHub
from tests.sync.hub_ground import Station, a_seat


def main(file: str, name: str, times: str, pause: str = "0") -> None:
    station = Station(lambda: SharedFileHub(Path(file), a_seat(name)), name)
    waits = []
    for _ in range(int(times)):
        station.works()
        started = time.perf_counter()
        station.exchanges()
        waits.append(time.perf_counter() - started)
        time.sleep(float(pause))
    print(json.dumps({"sent": [blob.hex() for blob in station.known if blob], "made": station.count, "waits": waits}))


if __name__ == "__main__":
    main(*sys.argv[1:])
