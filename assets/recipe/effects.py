"""More sounds of animals and things, made like those of synthesis.py: a numpy generator in, 5.12 s at 16 kHz out."""
import numpy as np
from scipy import signal

from spectrogram import SAMPLE_RATE as RATE, SAMPLES
from synthesis import band, lowpass, mix_in, repeat, rolloff, seconds, tones, unit


def hum(pitch, seconds_long, rng, power=1., count=14):
    """Harmonics of a pitch that drifts a little."""
    u = np.linspace(0, 1, seconds(seconds_long))
    return u, tones(pitch(u) * (1 + .01 * lowpass(rng.normal(size=len(u)), 12)), rolloff(count, power))


def knock(rng, pitch: float, decay: float, noise: float) -> np.ndarray:
    """A struck thing: three modes and a click."""
    time = np.arange(seconds(min(6 * decay, .6))) / RATE
    modes = sum(np.sin(2 * np.pi * pitch * r * time) * np.exp(-time / decay * r ** .7) for r in (1, 1.6, 2.7))
    return modes + noise * rng.normal(size=len(time)) * np.exp(-time / (decay * .25))


def pulses(rng, strike, period: float, jitter: float = .03) -> np.ndarray:
    """strike(k) every period."""
    page, at, k = np.zeros(SAMPLES), rng.uniform(0, min(.4, period)), 0
    while at < 5.1:
        mix_in(page, strike(k), seconds(at))
        at, k = at + period * rng.uniform(1 - jitter, 1 + jitter), k + 1
    return page


def owl(rng):
    base = rng.uniform(330, 520)

    def hoots():
        calls = []
        for length in ((.25, .6), (.18, .18, .7), (.8,))[rng.integers(3)]:
            u, voice = hum(lambda u: base * (1 - .06 * u), length, rng, 2.6, 4)
            calls += [voice * np.sin(np.pi * u) ** .7, np.zeros(seconds(.14))]
        return np.concatenate(calls)
    return repeat(rng, hoots, rng.uniform(0, .5), lambda: rng.uniform(.4, 1.2))


def frogs(rng):
    page = np.zeros(SAMPLES)
    for _ in range(rng.integers(1, 4)):
        pitch, rate = rng.uniform(350, 1100), rng.uniform(25, 60)

        def croak():
            u = np.arange(seconds(rng.uniform(.25, .6))) / RATE
            ticks = np.maximum(0, np.sin(2 * np.pi * rate * u)) ** 3
            return ticks * tones(pitch * (1 + .3 * u), [1, .5, .6, .3]) * np.abs(np.sin(np.pi * u / u[-1])) ** .5
        page += rng.uniform(.4, 1) * repeat(rng, croak, rng.uniform(0, .6), lambda: rng.uniform(.15, .7))
    return page


def cow(rng):
    base = rng.uniform(95, 165)

    def moo():
        u, voice = hum(lambda u: base * (.8 + .35 * np.sin(np.pi * u ** .7)), rng.uniform(1.1, 2.1), rng, .6, 28)
        mouth = lowpass(voice, 500 + 200 * rng.random()) + .6 * np.clip(2 * u - .5, 0, 1) * band(voice, 700, 1500)
        return mouth * np.minimum(u / .12, 1) * np.minimum((1 - u) / .2, 1)
    return repeat(rng, moo, rng.uniform(0, .6), lambda: rng.uniform(.3, 1))


def sheep(rng):
    base, rate = rng.uniform(260, 480), rng.uniform(7, 11)

    def bleat():
        u, voice = hum(lambda u: base * (1 + .05 * np.sin(np.pi * u)), rng.uniform(.6, 1.2), rng, .5, 18)
        shake = .4 + .6 * (.5 + .5 * np.sin(2 * np.pi * rate * u * len(u) / RATE))
        return (band(voice, 600, 1400, 1) + band(voice, 1800, 3000, 1)) * shake * np.minimum(u / .06, 1) * (1 - u ** 6)
    return repeat(rng, bleat, rng.uniform(0, .5), lambda: rng.uniform(.3, .9))


def rooster(rng):
    base = rng.uniform(480, 760)

    def crow():
        calls = []
        for length, rise in ((.16, 1.), (.14, 1.15), (.22, 1.3), (rng.uniform(.7, 1.2), 1.55)):
            u, voice = hum(lambda u: base * rise * (.85 + .2 * np.sin(np.pi * u ** .6)) * (1 - .15 * u ** 4), length, rng, .7, 12)
            calls += [(voice + .15 * rng.normal(size=len(u))) * np.sin(np.pi * u ** .6) ** .5, np.zeros(seconds(.05))]
        return band(np.concatenate(calls), 500, 5500, 1)
    return repeat(rng, crow, rng.uniform(0, .6), lambda: rng.uniform(.5, 1.2))


def duck(rng):
    base = rng.uniform(190, 300)

    def quack():
        u, voice = hum(lambda u: base * (1.15 - .3 * u), rng.uniform(.12, .2), rng, .25, 26)
        return (band(voice, 900, 1500, 1) + .8 * band(voice, 2200, 3300, 1)) * np.sin(np.pi * u ** .5)
    return repeat(rng, quack, rng.uniform(0, .3), lambda: rng.choice([.06, .1, .5], p=[.4, .4, .2]) * rng.uniform(.8, 1.4))


def bee(rng):
    time, base = np.arange(SAMPLES) / RATE, rng.uniform(130, 250)
    drift = 1 + .12 * lowpass(rng.normal(size=SAMPLES), 2.) * 60
    near = np.exp(1.1 * np.sin(2 * np.pi * rng.uniform(.15, .6) * time + rng.uniform(0, 6)))
    return tones(base * np.clip(drift, .7, 1.4), rolloff(24, .9)) * near * (1 + .3 * np.sin(2 * np.pi * rng.uniform(9, 20) * time))


def wolf(rng):
    def howl():
        base, length = rng.uniform(280, 480), rng.uniform(1.8, 3.6)
        u, voice = hum(lambda u: base * (.7 + .5 * np.clip(u / .18, 0, 1) ** .7 - .3 * u ** 3), length, rng, 1.5, 8)
        return voice * np.minimum(u / .1, 1) * np.minimum((1 - u) / .3, 1)
    page = repeat(rng, howl, rng.uniform(0, .5), lambda: rng.uniform(.1, .8))
    return page + (.5 * repeat(rng, howl, rng.uniform(.5, 2), lambda: rng.uniform(.5, 1.)) if rng.random() < .4 else 0)


def horse(rng):
    period, gait, pitch = rng.uniform(.42, .75), ((0, .25, .5), (0, .5), (0, .22, .5, .72))[rng.integers(3)], rng.uniform(500, 1100)
    page, at = np.zeros(SAMPLES), rng.uniform(0, .3)
    while at < 5.1:
        for beat in gait:
            mix_in(page, knock(rng, pitch * rng.uniform(.85, 1.2), .018, .8) * rng.uniform(.6, 1), seconds(at + beat * period))
        at += period * rng.uniform(.97, 1.03)
    return page


def footsteps(rng):
    hard, pitch = rng.random() < .5, rng.uniform(110, 240)

    def step(k):
        time = np.arange(seconds(.22)) / RATE
        scrape = band(rng.normal(size=len(time)), 700, 4500) * np.exp(-((time - .07) / .04) ** 2) * (.5 if hard else 1.2)
        thump = knock(rng, pitch * rng.uniform(.9, 1.1), .03 if hard else .05, 1.5 if hard else .3)
        page = scrape
        mix_in(page, thump * 1.4, 0)
        return page
    return pulses(rng, step, rng.uniform(.42, .8), .06)


def knocking(rng):
    pitch, count = rng.uniform(160, 420), rng.integers(2, 6)

    def group():
        gap = rng.uniform(.14, .26)
        page = np.zeros(seconds(gap * count + .3))
        for k in range(count):
            mix_in(page, knock(rng, pitch * rng.uniform(.97, 1.03), .035, 1) * rng.uniform(.8, 1), seconds(k * gap))
        return page
    return repeat(rng, group, rng.uniform(0, .5), lambda: rng.uniform(.3, .9))


def telephone(rng):
    low, rate, old = rng.uniform(700, 1500), rng.uniform(16, 26), rng.random() < .6

    def ring():
        u = np.arange(seconds(rng.uniform(.7, 1.5))) / RATE
        swing = np.sin(2 * np.pi * rate * u)
        if old:
            metal = sum(np.sin(2 * np.pi * low * r * u) / (k + 1) for k, r in enumerate((1, 1.26, 2.7, 3.4, 5.1)) if low * r < 7800)
            return metal * (.35 + .65 * np.abs(swing))
        return tones(low * np.where(swing > 0, 1, 1.26), rolloff(6, 1.1))
    return repeat(rng, ring, rng.uniform(0, .5), lambda: rng.uniform(.4, .9))


def thunder(rng):
    page, time = np.zeros(SAMPLES), np.arange(SAMPLES) / RATE
    for _ in range(rng.integers(1, 4)):
        at, length = rng.uniform(-.3, 3), rng.uniform(.7, 2)
        swell = np.where(time > at, np.exp(-(time - at) / length), 0) * (1 + .7 * lowpass(rng.normal(size=SAMPLES), 6) * 25)
        page += unit(lowpass(rng.normal(size=SAMPLES), rng.uniform(150, 500))) * swell * rng.uniform(.6, 1)
        if rng.random() < .6:
            page += .5 * band(rng.normal(size=SAMPLES), 300, 5000) * np.where(time > at, np.exp(-(time - at) / .12), 0)
    return page


def fire(rng):
    page = .12 * unit(band(rng.normal(size=SAMPLES), 80, 900)) * (1 + .5 * lowpass(rng.normal(size=SAMPLES), 3) * 40)
    for at in rng.uniform(0, 5.1, int(rng.uniform(40, 220))):
        count = seconds(rng.uniform(.002, .012))
        mix_in(page, rng.normal(size=count) * np.exp(-np.arange(count) / (count * .25)) * rng.exponential(1.), seconds(at))
    return page


def dripping(rng):
    centre, room = rng.uniform(700, 1800), rng.uniform(.02, .09)

    def drop(_):
        u = np.arange(seconds(.2)) / RATE
        return np.sin(2 * np.pi * np.cumsum(centre * rng.uniform(.8, 1.3) * (1 + 3 * u)) / RATE) * np.exp(-u / room) * rng.uniform(.5, 1)
    return pulses(rng, drop, rng.uniform(.22, .9), .25)


def helicopter(rng):
    time, rate = np.arange(SAMPLES) / RATE, rng.uniform(8, 17)
    blade = np.maximum(0, np.sin(2 * np.pi * rate * time)) ** rng.uniform(2, 6)
    engine = .12 * tones(np.full(SAMPLES, rng.uniform(180, 420)), rolloff(12, .8))
    near = np.exp(rng.uniform(0, 1.2) * np.sin(2 * np.pi * rng.uniform(.08, .25) * time + rng.uniform(0, 6)))
    return (blade * unit(lowpass(rng.normal(size=SAMPLES), rng.uniform(400, 1600))) + engine) * near


def heartbeat(rng):
    low, close = rng.uniform(45, 90), rng.uniform(.16, .26)

    def beat(_):
        page = np.zeros(seconds(.55))
        mix_in(page, knock(rng, low, .06, .1), 0)
        mix_in(page, .7 * knock(rng, low * 1.3, .05, .1), seconds(close))
        return lowpass(page, 260)
    return pulses(rng, beat, rng.uniform(.55, 1.1), .02)


def ship(rng):
    base = rng.uniform(70, 160)

    def blast():
        u, voice = hum(lambda u: base * (1 - .03 * np.exp(-u / .05)), rng.uniform(1.2, 3), rng, .45, 30)
        return (lowpass(voice, 1500, 1) + .1 * rng.normal(size=len(u))) * np.minimum(u / .05, 1) * np.minimum((1 - u) / .06, 1)
    return repeat(rng, blast, rng.uniform(0, .6), lambda: rng.uniform(.3, .9))


def typing(rng):
    page, at, pitch = np.zeros(SAMPLES), rng.uniform(0, .3), rng.uniform(1500, 3200)
    while at < 5.1:
        mix_in(page, knock(rng, pitch * rng.uniform(.85, 1.2), .006, 1.6) * rng.uniform(.5, 1), seconds(at))
        mix_in(page, .4 * knock(rng, pitch * .6, .008, 1), seconds(at + .07))
        at += rng.choice([.09, .14, .2, .5], p=[.35, .35, .22, .08]) * rng.uniform(.8, 1.2)
    if rng.random() < .3:                                    # the bell at the end of a line
        mix_in(page, .6 * knock(rng, 2400, .2, 0), seconds(rng.uniform(1, 4)))
    return page


def laser(rng):
    top, bottom = rng.uniform(2500, 6500), rng.uniform(150, 600)

    def shot():
        u = np.linspace(0, 1, seconds(rng.uniform(.15, .45)))
        return signal.sawtooth(2 * np.pi * np.cumsum(bottom + (top - bottom) * np.exp(-4 * u)) / RATE, .5) * (1 - u) ** .5
    return repeat(rng, shot, rng.uniform(0, .3), lambda: rng.choice([.05, .15, .6], p=[.4, .4, .2]) * rng.uniform(.8, 1.3))


ALL = {f.__name__: f for f in (owl, frogs, cow, sheep, rooster, duck, bee, wolf, horse, footsteps, knocking, telephone, thunder, fire, dripping,
                               helicopter, heartbeat, ship, typing, laser)}
