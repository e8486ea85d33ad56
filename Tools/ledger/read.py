#!/usr/bin/env python3
"""Usage: read.py LEDGER [--header]. Prints a ledger's events as NDJSON, or what its header says, and checks all it reads.

Made from Sources/Ledger/Format.md alone. Exits with 65 if something is not as it was written. A ledger that was never
finished is read up to its last whole block, with a note on standard error."""
import io
import json
import struct
import sys

MASK = (1 << 64) - 1
FIELDS = [("time", 0, 16, 48), ("kind", 0, 8, 8), ("detail", 0, 0, 8), ("subject", 1, 0, 32), ("value", 1, 32, 32)]
FIELDS += [("resource", 2, 0, 16), ("group", 2, 16, 16), ("extra", 2, 32, 32)]

def step(lane, word):
    return int.from_bytes(((lane ^ word) * 0x9FB21C651E98DF25 & MASK).to_bytes(8, "little"), "big")

def checksum(data, key):
    lanes = [step(key, i) for i in range(4)]
    for n, (word,) in enumerate(struct.iter_unpack("<Q", data)):
        lanes[n % 4] = step(lanes[n % 4], word)
    result = key ^ len(data) // 8
    for lane in lanes:
        result = step(result, lane)
    return result

def need(condition, message):
    if not condition:
        print(f"read.py: {message}", file=sys.stderr)
        sys.exit(65)

def header(file):
    fixed = file.read(24)
    need(fixed[:8] == b"\x89WLG\r\n\x1a\n" and len(fixed) == 24, "not a ledger")
    formats, schema, length = struct.unpack("<IIQ", fixed[8:])
    data = fixed + file.read(length - 24)
    need(len(data) == length, "the file ends inside its header")
    key = struct.unpack("<Q", data[-8:])[0]
    need(checksum(data[:-8], 0) == key and formats == 1, "the header is damaged, or its format is not 1")
    rest = io.BytesIO(data[24:-8])
    word = lambda: struct.unpack("<Q", rest.read(8))[0]
    string = lambda: rest.read(word())
    said = {"schema": schema, "seed": word(), "replication": word()}
    said |= {"engine": string().decode(), "scenario": string().decode()}
    said["files"] = {string().decode(): string().decode("latin-1") for _ in range(word())}
    return key, said

def events(payload, count):
    shapes, models, time, at = [], {}, 0, 0
    for _ in range(count):
        tag, at = payload[at], at + 1
        need(tag <= len(shapes), "no such shape")
        shape = shapes[tag] if tag < len(shapes) else struct.unpack_from("<I", payload, at)[0]
        if tag == len(shapes):
            at += 4
            shapes += [shape] if len(shapes) < 255 else []
        fields = []
        for shift in (28, 25, 22, 19, 16):
            size = shape >> shift & 7
            fields.append(int.from_bytes(payload[at : at + size], "little"))
            at += size
        kind = shape >> 8 & 255
        time = (time + fields[0]) % (1 << 48)
        one, two = models.get(kind, (0, 0))
        models[kind] = one, two = one ^ fields[1] ^ fields[2] << 32, two ^ fields[3] ^ fields[4] << 32
        yield time << 16 | shape & 0xFFFF, one, two
    need(at == len(payload), "bytes are left over behind the last event")

def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    file = open(sys.argv[1], "rb")
    key, said = header(file)
    if "--header" in sys.argv:
        return print(json.dumps(said))
    lanes, total, sequence, kind = (0x243F6A8885A308D3, 0x13198A2E03707344, 0xA4093822299F31D0), 0, 0, 0
    while kind != 3:
        where = f"block {sequence} at byte {file.tell()}"
        head = file.read(112)
        if len(head) < 112:
            return print(f"read.py: unfinished: the file ends before or in {where}", file=sys.stderr)
        _, kind, number, length, first, count, _, _, _, *after, of_payload, of_head = struct.unpack("<14Q", head)
        need(head[:8] == b"WRLBLOCK" and checksum(head[:-8], key) == of_head, f"{where}: damaged header")
        need((number, first) == (sequence, total), f"{where}: another block was expected")
        payload = file.read(length + -length % 8)
        if len(payload) < length:
            return print(f"read.py: unfinished: the file ends in {where}", file=sys.stderr)
        need(checksum(payload, key) == of_payload, f"{where}: damaged payload")
        for words in events(payload[:length], count) if kind == 1 else ():
            lanes = tuple(map(step, lanes, words))
            print(json.dumps({name: words[i] >> shift & (1 << bits) - 1 for name, i, shift, bits in FIELDS}))
        need(lanes == tuple(after), f"{where}: its events do not match its digest")
        total, sequence, end = total + count, sequence + 1, file.tell() - 112 - len(payload)
    high = step(step(step(lanes[0], lanes[1]), lanes[2]), total)
    low = step(step(lanes[2], lanes[0] + high & MASK), lanes[1])
    need(payload[:32].decode() == f"{high:016x}{low:016x}", "the tail has another digest")
    need(file.read() == struct.pack("<Q", end) + b"WRLSOUND", "the footer is damaged")

if __name__ == "__main__":
    main()
