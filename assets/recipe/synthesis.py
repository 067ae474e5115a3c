"""Sounds made from sines, noise and filters. Each function takes a numpy generator and gives 5.12 s at 16 kHz."""
import numpy as np
from scipy import signal

from spectrogram import SAMPLE_RATE as RATE, SAMPLES

NYQUIST = RATE / 2


def seconds(count: float) -> int:
    return int(count * RATE)


def band(x, low, high, order=2):
    edges = [max(low, 20) / NYQUIST, min(high, 7900) / NYQUIST]
    return signal.sosfilt(signal.butter(order, edges, "band", output="sos"), x)


def lowpass(x, edge, order=2):
    return signal.sosfilt(signal.butter(order, min(edge, 7900) / NYQUIST, output="sos"), x)


def unit(x):
    return x / max(x.std(), 1e-9)


def tones(pitch, levels):
    """Harmonics of a pitch curve; those above 7.8 kHz are left out."""
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    return sum(a * (k * pitch < 7800) * np.sin(k * phase) for k, a in enumerate(levels, 1))


def rolloff(count, power):
    return np.arange(1, count + 1.) ** -power


def mix_in(page, event, at):
    """Adds an event at a sample position; what hangs over either end is cut."""
    at = int(at)
    if at < 0:
        event, at = event[-at:], 0
    end = min(len(page), at + len(event))
    if end > at:
        page[at:end] += event[:end - at]


def repeat(rng, event, first, gap):
    """Events one after the other: event() → samples, gap() → seconds of silence after it."""
    page, at = np.zeros(SAMPLES), seconds(first)
    while at < SAMPLES:
        one = event()
        mix_in(page, one, at)
        at += len(one) + seconds(gap())
    return page


def coloured(rng, count, slope):
    """Noise whose spectrum falls as f^-slope."""
    spectrum = np.fft.rfft(rng.normal(size=count))
    return unit(np.fft.irfft(spectrum * (np.arange(len(spectrum)) + 30.) ** -slope, count))


# ---- animals ----

def dog(rng):
    base, length = rng.uniform(300, 650), rng.uniform(.11, .2)
    burst = rng.integers(1, 4)
    state = {"left": burst}

    def bark():
        u = np.linspace(0, 1, seconds(length * rng.uniform(.9, 1.15)))
        pitch = base * rng.uniform(.95, 1.06) * (.7 + .6 * np.sin(np.pi * u ** .6))
        voice = tones(pitch, [1, .9, .8, .6, .45, .3, .22, .16, .1, .08]) + .5 * band(rng.normal(size=len(u)), 500, 3500)
        return voice * np.minimum(u / .06, 1) * np.exp(-3 * u) * np.minimum((1 - u) / .1, 1) * rng.uniform(.75, 1)

    def gap():
        state["left"] -= 1
        if state["left"]:
            return rng.uniform(.03, .08)
        state["left"] = burst
        return rng.uniform(.35, .8)

    return repeat(rng, bark, rng.uniform(0, .5), gap)


def cat(rng):
    base = rng.uniform(400, 760)

    def meow():
        u = np.linspace(0, 1, seconds(rng.uniform(.55, 1.2)))
        arch = np.sin(np.pi * u ** rng.uniform(.55, 1.05))
        vibrato = 1 + .008 * np.sin(2 * np.pi * rng.uniform(5, 8) * u * len(u) / RATE)
        voice = tones(base * rng.uniform(.94, 1.06) * (.82 + .38 * arch) * vibrato, rolloff(15, .9))
        mouth = band(voice, 450, 1300, 1) + band(voice, 1700, 2900, 1) + 1.2 * arch * band(voice, 1800, 4200)
        return (mouth + .02 * rng.normal(size=len(u))) * np.sin(np.pi * u ** .7) ** .8

    return repeat(rng, meow, rng.uniform(0, .5), lambda: rng.uniform(.2, .9))


def birds(rng):
    page = np.zeros(SAMPLES)
    for _ in range(rng.integers(1, 3)):
        centre, shape, depth, side = rng.uniform(2600, 5600), rng.integers(3), rng.uniform(.12, .35), rng.choice([-1, 1])
        notes, length, gap, turns = rng.integers(2, 8), rng.uniform(.05, .16), rng.uniform(.02, .08), rng.integers(1, 4)

        def song():
            u = np.linspace(0, 1, seconds(length * rng.uniform(.9, 1.1)))
            bend = (side * 1.4 * (u - .5), np.sin(2 * np.pi * u * turns), 2 * np.sin(np.pi * u) - 1)[shape]
            note = tones(centre * (1 + depth * bend), [1, .12]) * np.sin(np.pi * u)
            return np.concatenate([np.concatenate([note, np.zeros(seconds(gap))])] * notes)

        page += rng.uniform(.5, 1) * repeat(rng, song, rng.uniform(0, .4), lambda: rng.uniform(.2, .8))
    return page


def tiger(rng):
    size = rng.uniform(.8, 1.25)

    def growl():
        u = np.linspace(0, 1, seconds(rng.uniform(1.2, 2.6)))
        pitch = rng.uniform(40, 75) * (1 + .25 * np.sin(np.pi * u)) * (1 + .4 * lowpass(rng.normal(size=len(u)), 30))
        throat = .8 * signal.sawtooth(2 * np.pi * np.cumsum(pitch) / RATE) + .5 * rng.normal(size=len(u))
        rattle = .35 + .65 * (.5 + .5 * np.sin(2 * np.pi * rng.uniform(18, 32) * (u + .03 * np.sin(9 * u)) * len(u) / RATE))
        mouth = sum(band(throat, (f - w / 2) * size, (f + w / 2) * size, 1) for f, w in ((500, 300), (1100, 400), (2000, 600)))
        return (lowpass(throat, 350 * size) + mouth * np.sin(np.pi * u)) * rattle * np.sin(np.pi * u ** .6) ** 1.2

    return repeat(rng, growl, rng.uniform(0, .4), lambda: rng.uniform(.1, .8))


def crickets(rng):
    page = np.zeros(SAMPLES)
    for _ in range(rng.integers(1, 4)):
        pitch, rate, pulses = rng.uniform(3800, 6000), rng.uniform(28, 45), rng.integers(3, 6)
        rest, level = rng.uniform(.15, .5), rng.uniform(.3, 1)

        def chirp():
            u = np.arange(seconds(pulses / rate)) / RATE
            return level * np.sin(2 * np.pi * pitch * u) * np.maximum(0, np.sin(2 * np.pi * rate * u)) ** 1.5

        page += repeat(rng, chirp, rng.uniform(0, .4), lambda: rest * rng.uniform(.95, 1.05))
    return page


# ---- things ----

PARTIALS = np.array([.5, 1, 1.2, 1.5, 2, 2.5, 2.67, 3, 4, 5.33, 6.6])      # hum, prime, tierce, quint, nominal …


def bell(rng):
    note, period = rng.uniform(190, 500), rng.uniform(.8, 2.2)
    partials = PARTIALS * (1 + rng.normal(0, .005, 11))
    levels = np.array([.5, .7, .6, .35, 1, .3, .35, .35, .3, .2, .12]) * rng.uniform(.6, 1.4, 11)
    decays = np.array([5, 3.2, 2.6, 2, 1.6, 1, .9, .8, .6, .4, .3]) * rng.uniform(.7, 1.4)
    second = 1.19 if rng.random() < .3 else 1
    page, at, stroke = np.zeros(SAMPLES), seconds(rng.uniform(-.5, .6)), 0
    time = np.arange(SAMPLES) / RATE
    while at < SAMPLES:
        pitch = note * (second if stroke % 2 else 1)
        ring = sum(a * np.exp(-time / d) * np.sin(2 * np.pi * pitch * p * time) for p, a, d in zip(partials, levels, decays) if pitch * p < 7800)
        ring[:160] *= np.linspace(0, 1, 160)
        mix_in(page, ring * rng.uniform(.8, 1), at)
        at, stroke = at + seconds(period * rng.uniform(.97, 1.03)), stroke + 1
    return page


def race_car(rng):
    time, base = np.arange(SAMPLES) / RATE, rng.uniform(90, 190)
    if rng.random() < .5:                                    # passes by
        when, doppler = rng.uniform(1.2, 4), rng.uniform(.15, .3)
        pitch = base * 1.5 * (1 - doppler * np.tanh((time - when) / rng.uniform(.25, .6)))
        level = .1 + 1 / (1 + ((time - when) / rng.uniform(.6, 1.3)) ** 2)
    else:                                                    # goes up through the gears
        pitch, level, at, gear = np.full(SAMPLES, base), np.full(SAMPLES, .8), -rng.uniform(0, 1), base
        while at < 5.2:
            length = rng.uniform(.7, 1.5)
            now = (time >= at) & (time < at + length)
            pull = (time[now] - at) / length
            pitch[now], level[now] = gear * (1 + .9 * pull ** .8), .55 + .25 * pull
            at, gear = at + length, gear * rng.uniform(1, 1.12)
        pitch = lowpass(pitch - pitch[0], 25) + pitch[0]
    engine = unit(tones(pitch * (1 + .004 * np.sin(2 * np.pi * 27 * time)), rolloff(27, rng.uniform(.5, .85))))
    return (engine + .3 * unit(band(rng.normal(size=SAMPLES), 300, 4500))) * level


CHORDS = ((1, 1.19, 1.5, 1.78), (1, 1.26, 1.5), (1, 1.335, 1.68))


def train(rng):
    base, chord = rng.uniform(260, 520), CHORDS[rng.integers(3)]

    def whistle():
        count = seconds(rng.choice([.4, .7, 1.1, 1.7]) * rng.uniform(.85, 1.2))
        u, age = np.linspace(0, 1, count), np.arange(count) / RATE
        bend = 1 - .06 * np.exp(-age / .08) - .05 * np.maximum(0, (u - .85) / .15)
        voice = sum(tones(base * c * bend, [1, .55, .4, .25, .15, .08]) for c in chord) + .5 * band(rng.normal(size=count), 500, 6000)
        return voice * np.minimum(1, np.minimum(age / .06, (1 - u) * count / RATE / .12))

    calls = unit(repeat(rng, whistle, rng.uniform(-.3, .6), lambda: rng.uniform(.15, .6)))
    puff = np.maximum(0, np.sin(2 * np.pi * rng.uniform(2, 6) * np.arange(SAMPLES) / RATE + rng.uniform(0, 6))) ** 2
    return calls + rng.uniform(.05, .3) * puff * unit(band(rng.normal(size=SAMPLES), 150, 2500))


def fireworks(rng):
    page = np.zeros(SAMPLES)
    for _ in range(rng.integers(3, 8)):
        at, count = seconds(rng.uniform(0, 4.8)), seconds(rng.uniform(.5, 1.2))
        time, hiss = np.arange(count) / RATE, rng.normal(size=count)
        boom = 4 * lowpass(rng.normal(size=count), rng.uniform(300, 900)) * np.exp(-time / rng.uniform(.12, .3))
        mix_in(page, (boom + hiss * np.exp(-time / .03) + .25 * hiss * np.exp(-time / .2)) * rng.uniform(.5, 1), at)
        if rng.random() < .45:                               # the whistle on the way up
            u = np.linspace(0, 1, seconds(rng.uniform(.4, .9)))
            mix_in(page, .35 * tones(rng.uniform(900, 1600) * (1 + 1.2 * u), [1, .2]) * np.sin(np.pi * u ** 2), at - len(u))
        if rng.random() < .6:                                # the crackle after
            for _ in range(rng.integers(10, 45)):
                mix_in(page, rng.normal(size=190) * np.exp(-np.arange(190) / 60) * rng.uniform(.1, .6), at + seconds(rng.uniform(.15, 1.4)))
    return page


def cheering(rng):
    time, noise = np.arange(SAMPLES) / RATE, rng.normal(size=SAMPLES)
    crowd = unit(band(noise, 350, 850, 1) + band(noise, 800, 1400, 1) + band(noise, 1700, 3300, 1) + .2 * band(noise, 300, 6000))
    page = crowd * (.5 + .5 * np.sin(np.pi * np.clip((time + rng.uniform(0, 1.5)) / rng.uniform(4.5, 7), 0, 1)))
    for _ in range(rng.integers(10, 25)):                    # single voices
        u = np.linspace(0, 1, seconds(rng.uniform(.4, 1.4)))
        pitch = rng.uniform(250, 750) * (1 + .3 * np.sin(np.pi * u)) * (1 + .01 * np.sin(38 * u))
        mix_in(page, unit(tones(pitch, rolloff(8, .8))) * np.sin(np.pi * u) * rng.uniform(.1, .4), seconds(rng.uniform(-.5, 4.8)))
    if rng.random() < .6:                                    # clapping
        clap = np.exp(-np.arange(240) / 50)
        for at in rng.uniform(0, 5.1, int(rng.uniform(150, 500))):
            mix_in(page, 3 * rng.normal(size=240) * clap * rng.uniform(.2, .7), seconds(at))
    return page


def rain(rng):
    page = .5 * coloured(rng, SAMPLES, rng.uniform(0, .35))
    for at in rng.uniform(0, 5.1, int(rng.uniform(60, 800))):
        time = np.arange(seconds(rng.uniform(.004, .012)))
        drop = np.sin(2 * np.pi * rng.uniform(1200, 6500) * time / RATE) + .7 * rng.normal(size=len(time))
        mix_in(page, drop * np.exp(-time / (len(time) * .3)) * rng.exponential(1.2), seconds(at))
    return page


def waves(rng):
    time, period, crest = np.arange(SAMPLES) / RATE, rng.uniform(1.6, 3.4), rng.uniform(-2.5, .5)
    page = .25 * unit(lowpass(rng.normal(size=SAMPLES), rng.uniform(200, 500)))
    bands = [(unit(band(rng.normal(size=SAMPLES), low, high)), power) for low, high, power in ((150, 800, 1), (800, 2500, 1.7), (2500, 7800, 2.6))]
    while crest < 5.3:
        swell = np.where(time < crest, np.exp((time - crest) / rng.uniform(.5, 1.2) * 2), np.exp(-(time - crest) / rng.uniform(.6, 1.6) * 1.5))
        page += sum(.6 * noise * swell ** power for noise, power in bands) * rng.uniform(.6, 1)
        crest += period * rng.uniform(.8, 1.2)
    return page


def wind(rng):
    """A narrow band of noise whose centre wanders: white noise through a swept resonator, made as a modulated low band."""
    time = np.arange(SAMPLES) / RATE
    page = .15 * unit(lowpass(rng.normal(size=SAMPLES), 600))
    for _ in range(rng.integers(1, 3)):
        drift = sum(rng.uniform(.2, .5) * np.sin(2 * np.pi * rng.uniform(.1, .5) * time + rng.uniform(0, 6)) for _ in range(2))
        centre = rng.uniform(450, 1100) * np.exp(.5 * drift)
        carrier = 2 * np.pi * np.cumsum(centre) / RATE
        width = rng.uniform(40, 120)
        howl = unit(lowpass(rng.normal(size=SAMPLES), width)) * np.cos(carrier) + unit(lowpass(rng.normal(size=SAMPLES), width)) * np.sin(carrier)
        page += howl * np.exp(.9 * drift) * rng.uniform(.4, 1)
    return page


def siren(rng):
    time, low = np.arange(SAMPLES) / RATE, rng.uniform(450, 750)
    ratio, rate, start = rng.uniform(1.3, 2.1), rng.uniform(.3, 1.6), rng.uniform(0, 1)
    cycle = rate * time + start
    kind = rng.integers(3)
    sweep = (.5 - .5 * np.cos(2 * np.pi * cycle), lowpass((cycle % 1 < .5).astype(float), 40, 1), np.abs(2 * (cycle % 1) - 1))[kind]
    return tones(low * ratio ** sweep, rolloff(10, rng.uniform(.8, 1.4))) * (1 + .15 * np.sin(2 * np.pi * .3 * time + start * 6))


def clock(rng):
    page, period, at, beat = np.zeros(SAMPLES), rng.uniform(.35, .8), rng.uniform(0, .4), 0
    sizes = rng.uniform(1500, 5000, 4)
    time = np.arange(seconds(.05)) / RATE
    while at < 5.1:
        shift = 1 if beat % 2 else rng.uniform(.84, .87)
        tick = sum(np.sin(2 * np.pi * f * shift * time) * np.exp(-time / d) for f, d in zip(sizes, (.004, .006, .01, .015)))
        mix_in(page, (tick + rng.normal(size=len(time)) * np.exp(-time / .002)) * rng.uniform(.85, 1), seconds(at))
        at, beat = at + period * rng.uniform(.995, 1.005), beat + 1
    return page
