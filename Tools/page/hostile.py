"""A scenario whose names try to be anything but text."""

import json

NAMES = {
    "script": "</script><script>window.wasTaken=1</script>",
    "image": "<img src=x onerror=window.wasTaken=2>",
    "quotes": "\"'`\\ & &lt; </style></title> onload=\"window.wasTaken=3\"",
    "comment": "<!-- ]]> <script>",
    "emoji": "🚓 👩‍👩‍👧 e\u0301",
    "right": "\u202eشرطة\u202c שלום",
    "formula": "=HYPERLINK(\"http://example.invalid\")",
    "long": "W" * 120,
}


def scenario():
    """A quarter of a day with two channels, two teams and a response, small and hostile."""
    return json.dumps(
        {
            "name": NAMES["script"] + NAMES["right"],
            "calendar": {"start": "2022-07-22T18:00", "days": 1, "timeZone": "Europe/London"},
            "channels": {
                NAMES["image"]: {
                    "arrivals": {"perYear": 200000},
                    "patience": {"exponential": {"mean": "2m"}},
                    "handling": {"exponential": {"mean": "5m"}},
                    "outcomes": {NAMES["comment"]: {"share": 0.3, "grade": NAMES["emoji"]}},
                    "target": {"share": 0.9, "within": "10s"},
                },
                NAMES["formula"]: {
                    "arrivals": {"perYear": 90000},
                    "handling": {"exponential": {"mean": "5m"}},
                    "target": {"share": 0.9, "within": "3m"},
                },
            },
            "teams": {
                NAMES["quotes"]: {"answers": [NAMES["image"]], "staff": {"byHour": [2] * 24}},
                NAMES["long"]: {"answers": [NAMES["formula"]], "staff": {"byHour": [1] * 24}},
            },
            "response": {
                "grades": {NAMES["emoji"]: {"within": "15m", "target": 0.9}},
                "scene": {NAMES["emoji"]: {"takes": {"constant": "20m"}}},
                "areas": {NAMES["right"]: {"latitude": 52.48, "longitude": -1.9, "squareKilometres": 80}},
                "hubs": {NAMES["script"]: {"latitude": 52.47, "longitude": -1.93, "officers": {"byHour": [4] * 24}}},
                "custody": {
                    "suites": {NAMES["quotes"]: {"latitude": 52.5, "longitude": -1.88}},
                    "takes": {"constant": "1h"},
                },
            },
            "expect": {
                NAMES["quotes"]: {"metric": "cost.total", "atLeast": 0},
            },
        },
        ensure_ascii=False,
    )
