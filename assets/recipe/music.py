"""Music and voices, composed from the bank's notes, drum hits and phrases."""
from dataclasses import dataclass

import numpy as np

import bank
from spectrogram import SAMPLE_RATE as RATE, SAMPLES
from synthesis import mix_in

MAJOR, MINOR = (0, 2, 4, 5, 7, 9, 11, 12), (0, 2, 3, 5, 7, 8, 10, 12)


@dataclass(frozen=True)
class Instrument:
    programs: tuple[int, ...]  # General MIDI
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
    "harp": Instrument((46,), 43, 91, (.125, .125, .25), .15, 1, .05),
    "music box": Instrument((10,), 68, 96, (.5, .5, .25, 1), .2, 3),
    "accordion": Instrument((21,), 50, 84, (.5, 1, 1), .6, 2),
    "saxophone": Instrument((65,), 48, 80, (.25, .5, .5, 1.5), 0, 2),
    "electric guitar": Instrument((29, 30), 36, 76, (.25, .5, .5, 2), .4, 4),
    "bass guitar": Instrument((33,), 30, 52, (.25, .5, .5, 1), 0, 4),
    "banjo": Instrument((105,), 50, 84, (.25, .25, .25, .5), .1, 5, .02),
    "choir": Instrument((52,), 45, 80, (1, 2, 2, 3), .9, 3),
    "sitar": Instrument((104,), 48, 80, (.25, .5, 1), .1, 2, .03),
    "bagpipes": Instrument((109,), 57, 83, (.25, .5, .5, 1), 0, 2),
    "clarinet": Instrument((71,), 50, 88, (.25, .5, .5, 1), 0, 2),
}


def note(program: int | str, key: int, length: float, velocity: int) -> np.ndarray:
    """One note: the nearest one of the bank, played faster or slower, faded out where it is let go."""
    keys = bank.DRUMS if program == "d" else bank.KEYS
    nearest = min(keys, key=lambda k: abs(k - key))
    wave = bank.waves()[f"{program}-{nearest}"]
    ratio = 2 ** ((key - nearest) / 12)
    count = min(int((length + .12) * RATE), int(len(wave) / ratio) - 1)
    tone = np.interp(np.arange(count) * ratio, np.arange(len(wave)), wave) if ratio != 1 else wave[:count].astype(np.float32)
    fade = min(count, int(.12 * RATE))
    tone[count - fade:] *= np.linspace(1, 0, fade)
    return tone * (velocity / 110) ** 1.5


def tune(voice: Instrument, rng) -> list:
    """Notes (start, length, key, velocity)."""
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
        notes += [(at + i * voice.strum, max(.03, hold - i * voice.strum), k, int(rng.integers(75, 120))) for i, k in enumerate(keys)]
        at += length
    return notes


def beat(rng) -> list:
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
        notes += [(at, 1.4, int(k), int(v)) for k, v in hits]
        at, place = at + step, place + 1
    return notes


def clip(name: str, rng) -> np.ndarray:
    """An instrument's melody or a drum pattern, 81920 samples."""
    page = np.zeros(SAMPLES)
    program = "d" if name == "drums" else rng.choice(INSTRUMENTS[name].programs)
    for start, length, key, velocity in beat(rng) if name == "drums" else tune(INSTRUMENTS[name], rng):
        mix_in(page, note(program, key, length, velocity), start * RATE)
    return page


def speech(rng) -> np.ndarray:
    """A phrase, a little higher or lower, from anywhere in it."""
    wave = bank.waves()[f"speech-{rng.integers(bank.PHRASES)}"].astype(np.float32)
    ratio = rng.uniform(.92, 1.09)
    wave = np.interp(np.arange(0, len(wave) - 1, ratio), np.arange(len(wave)), wave)
    begin = rng.integers(max(1, len(wave) - SAMPLES)) if rng.random() < .5 else 0
    return np.pad(wave[begin:], (int(rng.uniform(0, .4) * RATE), SAMPLES))[:SAMPLES]
