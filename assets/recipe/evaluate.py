"""The figures of the card: judges on samples of one voice and of two, the autoencoder, the errors of x̂₀, a contact sheet."""
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from PIL import Image

import autoencoder
import data
import judges
import sampling
import unet
from concepts import PICTURES, SOUNDS, canonical
from runs import DEVICE, log
from sampling import Voice

ENTRIES = {"picture": PICTURES, "sound": SOUNDS}
PAPER = {"picture": ("castle", "dog", "kitten", "tiger", "racing car", "mountain", "garden", "forest", "farm", "beach"),
         "sound": ("dog", "cat", "birds", "tiger", "bell", "race car", "train", "fireworks", "cheering", "guitar")}


@dataclass(frozen=True)
class Setting:
    """How two voices are put together."""
    picture_guidance: float = 4.0
    sound_guidance: float = 4.0
    balance: float = 0.5       # share of the picture voice
    start: float = 0.0         # share of the steps in which only one voice is heard
    first: int = 1             # which one: 0 picture, 1 sound
    steps: int = 50


class Bench:
    """The trained networks, loaded once."""

    def __init__(self):
        self.coder = autoencoder.trained()
        self.nets = {kind: unet.trained(kind) for kind in ENTRIES}
        self.judges = {kind: judges.judge(kind) for kind in ENTRIES}

    def alone(self, kind: str, labels, seeds, guidance: float = 4.0, steps: int = 50):
        voice = Voice(self.nets[kind], [canonical(ENTRIES[kind][k]) for k in labels], guidance, 1.)
        return sampling.pictures(self.coder, sampling.sample([voice], seeds, steps))

    def joint(self, pairs, seeds, s: Setting):
        looks, sounds = [canonical(PICTURES[p]) for p, _ in pairs], [canonical(SOUNDS[q]) for _, q in pairs]
        voices = [Voice(self.nets["picture"], looks, s.picture_guidance, s.balance), Voice(self.nets["sound"], sounds, s.sound_guidance, 1 - s.balance)]
        return sampling.pictures(self.coder, sampling.sample(voices, seeds, s.steps, s.start, s.first))

    @torch.no_grad()
    def right(self, kind: str, pictures, labels) -> np.ndarray:
        return (self.judges[kind](judges.halved(pictures)).argmax(1).cpu().numpy() == np.asarray(labels))


def numbers(kind: str, names) -> list[int]:
    known = [e.name for e in ENTRIES[kind]]
    return [known.index(n) for n in names]


def paper_pairs() -> list[tuple[int, int]]:
    return [(p, s) for p in numbers("picture", PAPER["picture"]) for s in numbers("sound", PAPER["sound"])]


def score(bench: Bench, pairs, pictures) -> dict:
    looks = bench.right("picture", pictures, [p for p, _ in pairs])
    sounds = bench.right("sound", pictures, [s for _, s in pairs])
    return {"picture": round(looks.mean().item(), 3), "sound": round(sounds.mean().item(), 3), "both": round((looks & sounds).mean().item(), 3)}


def in_parts(pairs, seeds, make, size: int = 10) -> torch.Tensor:
    return torch.cat([make(pairs[k:k + size], seeds[k:k + size]) for k in range(0, len(pairs), size)])


def joint(bench: Bench, pairs, setting: Setting, seed: int = 1000):
    """One sample for each pair, each with its own seed."""
    return in_parts(pairs, [seed + k for k in range(len(pairs))], lambda p, s: bench.joint(p, s, setting))


def alone(bench: Bench, kind: str, steps: int, each: int = 1) -> float:
    labels = [k for k in range(len(ENTRIES[kind])) for _ in range(each)]
    made = in_parts(labels, list(range(len(labels))), lambda k, s: bench.alone(kind, k, s, steps=steps))
    sheet(made, 4, data.WORK / f"alone-{kind}.png")
    return round(bench.right(kind, made, labels).mean().item(), 3)


def naive(bench: Bench, pairs) -> dict:
    """The bar to beat: half a real picture plus half a real spectrogram."""
    real = {kind: (data.load(kind, "x", True)[0], data.load(kind, "y", True)[0]) for kind in ENTRIES}
    rng, made = np.random.default_rng(0), []
    for pair in pairs:
        halves = [x[rng.choice(np.flatnonzero(y == label))].astype(np.float32) for (x, y), label in zip(real.values(), pair)]
        made.append(sum(halves) / 510)
    return score(bench, pairs, torch.from_numpy(np.stack(made))[:, None].to(DEVICE))


def sheet(pictures, columns: int, path: Path, gap: int = 4, scale: float = .5) -> None:
    tiles = (pictures[:, 0].cpu().numpy() * 255).round().astype(np.uint8)
    rows = -(-len(tiles) // columns)
    page = np.full((rows * (128 + gap), columns * (512 + gap)), 70, np.uint8)
    for k, tile in enumerate(tiles):
        top, left = k // columns * (128 + gap), k % columns * (512 + gap)
        page[top:top + 128, left:left + 512] = tile
    image = Image.fromarray(page)
    image.resize([int(s * scale) for s in image.size], Image.LANCZOS).save(path, optimize=True)


def chosen_setting() -> Setting:
    chosen = json.loads((Path(__file__).parent / "chosen.json").read_text())
    p, s = chosen["picture"]["defaults"], chosen["sound"]["defaults"]
    return Setting(p["guidance"], s["guidance"], p["balance"], p["start"])


def grid(steps: int = 20) -> None:
    """Several settings on twenty of the paper's pairs, each picture and each sound twice: where the defaults come from."""
    bench, table = Bench(), paper_pairs()
    pairs = [table[10 * p + (3 * p + shift) % 10] for p in range(10) for shift in (0, 4)]
    for setting in (Setting(4, 3, .55), Setting(4, 4, .5), Setting(5, 4, .6), Setting(4, 3, .5, .1), Setting(6, 6, .55), Setting(3, 3, .5)):
        setting = replace(setting, steps=steps)
        made = joint(bench, pairs, setting)
        log("grid", **vars(setting), **score(bench, pairs, made))
        sheet(made, 2, data.WORK / f"grid-{setting.picture_guidance}-{setting.sound_guidance}-{setting.balance}-{setting.start}.png")


def cells(bench: Bench, pairs, pictures) -> list[str]:
    """Which pairs came out right in both."""
    both = bench.right("picture", pictures, [p for p, _ in pairs]) & bench.right("sound", pictures, [s for _, s in pairs])
    return [f"{PICTURES[p].name} / {SOUNDS[s].name}" for (p, s), good in zip(pairs, both) if good]


def report(to: str, steps: int = 25) -> None:
    """Writes evaluation.json and contact.png: the paper's 10 × 10 table at the chosen setting, first seeds, unpicked."""
    bench, setting, begun = Bench(), replace(chosen_setting(), steps=steps), time.time()
    pairs = paper_pairs()
    made = joint(bench, pairs, setting)
    sheet(made, 10, Path(to) / "contact.png", scale=.35)
    figures = {
        "setting": vars(setting),
        "joint": score(bench, pairs, made),
        "joint_both_right": cells(bench, pairs, made),
        "naive_blend": naive(bench, pairs),
        "alone": {kind: alone(bench, kind, steps) for kind in ENTRIES},
        "judges_on_real": {kind: judges.accuracy(bench.judges[kind], kind) for kind in ENTRIES},
        "autoencoder": {kind: autoencoder.quality(bench.coder, kind) for kind in ENTRIES},
        "x0_error": {kind: unet.error(bench.nets[kind], unet.Latents(kind, held_out=True)) for kind in ENTRIES},
        "trained": {kind: torch.load(data.WORK / f"{kind}.pt", map_location="cpu")["state"] for kind in ("autoencoder", *ENTRIES)},
    }
    (Path(to) / "evaluation.json").write_text(json.dumps(figures, indent=2) + "\n")
    log("evaluate", minutes=round((time.time() - begun) / 60, 1), **figures)
