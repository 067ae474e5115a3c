"""Sounds made by other programs: FluidR3's instruments through fluidsynth, voices through espeak-ng."""
import os
import struct
import subprocess
import tempfile
from dataclasses import dataclass

import numpy as np
import soundfile
from scipy import signal

from spectrogram import SAMPLE_RATE as RATE, SAMPLES

SOUND_FONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"
SLOT = 6.0                     # seconds between two clips in one rendering, so that the last notes die away
TICKS = 960                    # MIDI ticks a second
MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11, 12), (0, 2, 3, 5, 7, 8, 10, 12)


@dataclass(frozen=True)
class Instrument:
    programs: tuple[int, ...]
    low: int
    high: int
    beats: tuple[float, ...]   # lengths of a note
    chord: float = 0           # how often several notes sound together
    step: int = 3              # largest step of the melody, in notes of the scale
    strum: float = 0


INSTRUMENTS = {
    "guitar": Instrument((24, 25), 40, 76, (.25, .5, .5, 1), .35, 8, .02),
    "piano": Instrument((0, 1, 4), 36, 88, (.25, .5, 1), .3, 2),
    "organ": Instrument((19, 16), 36, 76, (1, 2, 4), 1),
    "flute": Instrument((73,), 60, 93, (.5, .5, 1, 2), 0, 2),
    "marimba": Instrument((12,), 48, 88, (.25, .25, .5), 0, 3),
    "trumpet": Instrument((56,), 54, 82, (.5, .5, 1, 2), 0, 2),
    "strings": Instrument((48, 40, 42), 40, 84, (1, 2, 3), .5, 8),
}


def _number(n: int) -> bytes:
    """A MIDI variable-length number."""
    out = [n & 127]
    while n := n >> 7:
        out.append(n & 127 | 128)
    return bytes(reversed(out))


def render(program: int, notes: list, seconds: float) -> np.ndarray:
    """notes (start, length, channel, key, velocity) → wave at 16 kHz."""
    events = [(int(s * TICKS), 1, bytes([0x90 | c, k, v])) for s, _, c, k, v in notes]
    events += [(int((s + n) * TICKS), 0, bytes([0x80 | c, k, 0])) for s, n, c, k, _ in notes]
    track, last = _number(0) + bytes([0xC0, program]), 0
    for at, _, message in sorted(events, key=lambda e: e[:2]):
        track, last = track + _number(at - last) + message, at
    track += _number(0) + b"\xff\x2f\x00"
    with tempfile.TemporaryDirectory() as folder:
        midi, wav = os.path.join(folder, "a.mid"), os.path.join(folder, "a.wav")
        with open(midi, "wb") as f:
            f.write(b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS // 2) + b"MTrk" + struct.pack(">I", len(track)) + track)
        subprocess.run(["fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-r", str(RATE), "-g", "0.6", "-F", wav, SOUND_FONT, midi],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wave = soundfile.read(wav)[0].mean(1)
    return np.pad(wave, (0, max(0, int(seconds * RATE) - len(wave))))


def tune(voice: Instrument, start: float, rng) -> list:
    scale, beat = MAJOR if rng.random() < .6 else MINOR, 60 / rng.uniform(60, 150)
    root, place = int(rng.integers(voice.low, voice.high - 12)), int(rng.integers(8))
    at, notes = rng.uniform(0, .5), []
    while at < 5.2:
        length = beat * rng.choice(voice.beats)
        place = int(np.clip(place + rng.integers(-voice.step, voice.step + 1), 0, 7))
        keys = [root + scale[place]]
        if rng.random() < voice.chord:
            triad = ((0, 2, 4), (3, 5, 7), (1, 4, 6), (0, 2, 4, 7))[rng.integers(4)]
            keys = [root + scale[i] for i in triad]
        hold = min(length * rng.uniform(.85, 1), 5.5 - at)
        notes += [(start + at + i * voice.strum, max(.03, hold - i * voice.strum), 0, k, int(rng.integers(75, 120))) for i, k in enumerate(keys)]
        at += length
    return notes


def beat(start: float, rng) -> list:
    step, at, place = 30 / rng.uniform(75, 165), rng.uniform(0, .4), 0
    kick, snare, hat = rng.choice([36, 35]), rng.choice([38, 40, 39]), rng.choice([42, 44, 46, 51])
    extra_kick, extra_snare, sparse = rng.random(8) < .3, rng.random(8) < .12, rng.random() < .4
    fills = rng.random() < .4
    notes = []
    while at < 5.1:
        i = place % 8
        hits = []
        if i in (0, 4) or extra_kick[i]:
            hits.append((kick, rng.integers(95, 127)))
        if i in (2, 6) or extra_snare[i]:
            hits.append((snare, rng.integers(85, 127)))
        if not (sparse and i % 2):
            hits.append((hat, rng.integers(55, 100)))
        if fills and i > 5:
            hits.append((rng.choice([41, 43, 45, 47, 48, 50]), rng.integers(80, 120)))
        notes += [(start + at, .1, 9, int(k), int(v)) for k, v in hits]
        at, place = at + step, place + 1
    return notes


def clips(name: str, count: int, rng) -> list[np.ndarray]:
    """count clips of an instrument or of drums, each 81920 samples; one rendering for each program."""
    programs = (0,) if name == "drums" else INSTRUMENTS[name].programs
    out = []
    for k, program in enumerate(programs):
        share = len(range(k, count, len(programs)))
        notes = [n for i in range(share) for n in (beat(i * SLOT, rng) if name == "drums" else tune(INSTRUMENTS[name], i * SLOT, rng))]
        if share:
            wave = render(program, notes, share * SLOT)
            out += [wave[int(i * SLOT * RATE):][:SAMPLES] for i in range(share)]
    return out


VOICES = ("en-us", "en-gb", "en-gb-scotland", "en-us+f2", "en-us+f3", "en-us+m2", "en-us+m3", "en-us+f4", "en-us+m7", "en-gb+f1", "en-gb+m5")
WORDS = """the of a sun river house morning people talk about music garden where when small green winter running slowly open window
never again under bridge seven million stars listen carefully tomorrow wonderful question animal picture sound machine simple yellow
mountain dinner travel paper kitchen station hello thank you please maybe already because before after bright quiet thunder""".split()


def speech(rng) -> np.ndarray:
    text = ""
    for k in range(rng.integers(12, 22)):
        text += rng.choice(WORDS) + (", " if rng.random() < .15 else " ")
    call = ["espeak-ng", "-v", rng.choice(VOICES), "-s", str(rng.integers(115, 185)), "-p", str(rng.integers(20, 80)), "--stdout", text]
    raw = subprocess.run(call, check=True, capture_output=True).stdout
    wave = signal.resample_poly(np.frombuffer(raw[44:], np.int16) / 32768., 320, 441)[:SAMPLES]
    lead = int(rng.uniform(0, .4) * RATE)
    return np.pad(wave, (lead, SAMPLES))[:SAMPLES]
