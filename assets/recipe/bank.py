"""What other programs and fonts give us, collected once so that data can be composed anywhere: glyphs from Noto Color Emoji, single notes
and drum hits from FluidR3 through fluidsynth, phrases from espeak-ng. Some MB under the work folder: `sprites.npz`, `notes.npz`.
"""
import io
import os
import struct
import subprocess
import tempfile
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont
from scipy import signal

from concepts import PICTURES
from folders import WORK
from spectrogram import SAMPLE_RATE as RATE

NOTO = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
GLYPH_SIZE = 109               # the only size the bitmap font has
SOUND_FONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"
PROGRAMS = (0, 1, 4, 10, 12, 16, 19, 21, 24, 25, 29, 30, 33, 40, 42, 46, 48, 52, 56, 65, 71, 73, 104, 105, 109)
KEYS = tuple(range(30, 97, 4))                 # the composer shifts the nearest one by up to two semitones
DRUMS = (35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 50, 51)
HOLD, NOTE = 2.4, 3.2                          # seconds a key is held; seconds kept of it
TICKS = 960                                    # MIDI ticks a second
VOICES = ("en-us", "en-gb", "en-gb-scotland", "en-us+f2", "en-us+f3", "en-us+m2", "en-us+m3", "en-us+f4", "en-us+m7", "en-gb+f1", "en-gb+m5")
WORDS = """the of a sun river house morning people talk about music garden where when small green winter running slowly open window
never again under bridge seven million stars listen carefully tomorrow wonderful question animal picture sound machine simple yellow
mountain dinner travel paper kitchen station hello thank you please maybe already because before after bright quiet thunder""".split()
PHRASES = 330


def sprite(character: str) -> np.ndarray:
    """[h, w, 4] uint8, cropped."""
    page = Image.new("RGBA", (170, 170), (0, 0, 0, 0))
    font = ImageFont.truetype(NOTO, GLYPH_SIZE)
    ImageDraw.Draw(page).text((14, 14), character, font=font, embedded_color=True)
    return np.asarray(page.crop(page.getbbox()))


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
    import soundfile
    with tempfile.TemporaryDirectory() as folder:
        midi, wav = os.path.join(folder, "a.mid"), os.path.join(folder, "a.wav")
        with open(midi, "wb") as f:
            f.write(b"MThd" + struct.pack(">IHHH", 6, 0, 1, TICKS // 2) + b"MTrk" + struct.pack(">I", len(track)) + track)
        subprocess.run(["fluidsynth", "-ni", "-q", "-R", "0", "-C", "0", "-r", str(RATE), "-g", "0.6", "-F", wav, SOUND_FONT, midi],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wave = soundfile.read(wav)[0].mean(1)
    return np.pad(wave, (0, max(0, int(seconds * RATE) - len(wave))))


def notes() -> dict[str, np.ndarray]:
    """"program-key" → wave; drums are "d-key"."""
    slot, out = HOLD + 1.6, {}
    for program, keys, channel in [(p, KEYS, 0) for p in PROGRAMS] + [(0, DRUMS, 9)]:
        wave = render(program, [(i * slot, HOLD if channel == 0 else .1, channel, k, 100) for i, k in enumerate(keys)], len(keys) * slot)
        for i, key in enumerate(keys):
            length = NOTE if channel == 0 else 1.5
            out[f"{program if channel == 0 else 'd'}-{key}"] = wave[int(i * slot * RATE):][:int(length * RATE)]
    return out


def phrase(rng) -> np.ndarray:
    """Some seconds of a voice saying random words."""
    text = "".join(rng.choice(WORDS) + (", " if rng.random() < .15 else " ") for _ in range(rng.integers(12, 22)))
    call = ["espeak-ng", "-v", rng.choice(VOICES), "-s", str(rng.integers(115, 185)), "-p", str(rng.integers(20, 80)), "--stdout", text]
    raw = subprocess.run(call, check=True, capture_output=True).stdout
    return signal.resample_poly(np.frombuffer(raw[44:], np.int16) / 32768., 320, 441)[:int(6.5 * RATE)]


def packed(wave: np.ndarray) -> np.ndarray:
    """A wave as the bytes of an Opus file, about 4 kB a second."""
    import soundfile
    file = io.BytesIO()
    soundfile.write(file, np.clip(wave, -1, 1), RATE, format="OGG", subtype="OPUS", compression_level=.9)
    return np.frombuffer(file.getvalue(), np.uint8)


def make() -> None:
    folder = WORK / "bank"
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "sprites.npz").exists():
        np.savez_compressed(folder / "sprites.npz", **{f"{ord(c):x}": sprite(c) for p in PICTURES for c in p.glyphs if ord(c) > 127})
    if not (folder / "notes.npz").exists():
        rng = np.random.default_rng(0)
        waves = {**notes(), **{f"speech-{k}": phrase(rng) for k in range(PHRASES)}}
        np.savez(folder / "notes.npz", **{name: packed(wave) for name, wave in waves.items()})


@lru_cache
def sprites() -> dict[str, np.ndarray]:
    with np.load(WORK / "bank/sprites.npz") as z:
        return {chr(int(name, 16)): z[name] for name in z.files}


@lru_cache
def waves() -> dict[str, np.ndarray]:
    """Every note and phrase, float16 to keep it small: about 40 MB."""
    import soundfile
    with np.load(WORK / "bank/notes.npz") as z:
        return {name: soundfile.read(io.BytesIO(z[name].tobytes()), dtype="float32")[0].astype(np.float16) for name in z.files}


if __name__ == "__main__":
    make()
