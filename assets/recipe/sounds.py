"""Spectrogram pictures of sounds, 128 × 512: a source, a room, a background, a level."""
import numpy as np
from scipy import signal

import effects
import music
import synthesis
from concepts import SOUNDS
from spectrogram import COLUMNS, MELS, SAMPLE_RATE as RATE, SAMPLES, to_image

SOURCES = {"dog": synthesis.dog, "cat": synthesis.cat, "birds": synthesis.birds, "tiger": synthesis.tiger, "bell": synthesis.bell,
           "race car": synthesis.race_car, "train": synthesis.train, "fireworks": synthesis.fireworks, "cheering": synthesis.cheering,
           "rain": synthesis.rain, "waves": synthesis.waves, "wind": synthesis.wind, "siren": synthesis.siren,
           "crickets": synthesis.crickets, "clock": synthesis.clock, "speech": music.speech, **effects.ALL}
SHARE = np.array([s.often for s in SOUNDS]) / sum(s.often for s in SOUNDS)
SHADED = .3                    # of the sounds go through a filter that wanders


def source(name: str, rng) -> np.ndarray:
    return SOURCES[name](rng) if name in SOURCES else music.clip(name, rng)


def room(wave: np.ndarray, rng) -> np.ndarray:
    """A few early echoes that fade within a quarter of a second."""
    echoes = rng.integers(300, 4000, rng.integers(3, 9))
    response = np.zeros(4000)
    response[0] = 1
    response[echoes] = rng.normal(0, .15, len(echoes)) * np.exp(-echoes / 2000)
    return signal.fftconvolve(wave, response)[:SAMPLES]


def colour(wave: np.ndarray, rng) -> np.ndarray:
    """Far away, behind a wall, through a small speaker: the top or the bottom goes."""
    kind = rng.integers(3)
    if kind == 0:
        return synthesis.lowpass(wave, rng.uniform(1200, 5000), 3)
    if kind == 1:
        return signal.sosfilt(signal.butter(3, rng.uniform(200, 900) / 8000, "high", output="sos"), wave)
    return synthesis.band(wave, rng.uniform(150, 500), rng.uniform(2500, 6000))


def presence(wave: np.ndarray, rng) -> np.ndarray:
    """The sound comes and goes: one to three windows of it between silences."""
    time, level = np.arange(SAMPLES) / RATE, np.zeros(SAMPLES)
    count = rng.integers(1, 4)
    slot = 5.12 / count
    for k in range(count):
        start, end = k * slot + slot * rng.uniform(-.1, .25), (k + 1) * slot - slot * rng.uniform(.05, .3)
        fade = rng.uniform(.03, .5)
        level = np.maximum(level, np.clip(np.minimum(time - start, end - time) / fade + .5, 0, 1))
    decibels = 90 * (level - 1)                              # a straight fade in decibels
    return wave * 10 ** (decibels / 20) * (level > 0)


def finish(wave: np.ndarray, rng) -> np.ndarray:
    wave = np.asarray(wave, np.float64)[:SAMPLES]
    wave = wave / max(np.abs(wave).max(), 1e-9)
    if rng.random() < .3:
        wave = colour(wave, rng)
    if rng.random() < .35:
        wave = room(wave, rng)
    if rng.random() < .4:
        wave = presence(wave, rng)
    wave = wave / max(np.abs(wave).max(), 1e-9)
    if rng.random() < .5:                                    # background between −90 and −55 dB
        wave = wave + synthesis.coloured(rng, SAMPLES, rng.uniform(0, 1)) * 10 ** rng.uniform(-4.5, -2.75)
    return wave


def shaded(image: np.ndarray, rng) -> np.ndarray:
    """A filter that wanders: gains that change smoothly over time and pitch, as when a source turns and moves behind things.
    A gain is an offset in a picture whose greys are decibels. It leaves some of the plane dark, where a picture can be."""
    coarse = rng.normal(size=(rng.integers(3, 7), rng.integers(5, 16)))
    rows, columns = (np.linspace(0, n - 1.001, m) for n, m in zip(coarse.shape, (MELS, COLUMNS)))
    i, j = rows.astype(int), columns.astype(int)
    u, v = (rows - i)[:, None], (columns - j)[None]
    i, j = i[:, None], j[None]
    field = (coarse[i, j] * (1 - u) + coarse[i + 1, j] * u) * (1 - v) + (coarse[i, j + 1] * (1 - u) + coarse[i + 1, j + 1] * u) * v
    cut = 1 / (1 + np.exp(-(field - rng.uniform(.1, .8)) * rng.uniform(4, 14)))
    return np.clip(image - cut * rng.uniform(.15, .6), 0, 1)


def draw(rng, label: int = -1) -> tuple[np.ndarray, int]:
    """A spectrogram picture, uint8 [128, 512], and its class, by its share unless given."""
    label = int(rng.choice(len(SOUNDS), p=SHARE)) if label < 0 else label
    image = to_image(finish(source(SOUNDS[label].name, rng), rng))
    if rng.random() < SHADED:
        image = shaded(image, rng)
    return np.round(image * 255).astype(np.uint8), label
