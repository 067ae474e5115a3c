"""The figures of the card: a table like the paper's first, settings compared, the autoencoder, the errors of x̂₀, the round trip, a contact sheet."""
import json
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

import autoencoder
import data
import judges
import matchers
import spectrogram
import unet
from bench import ENTRIES, Bench, Setting, distance, numbers, paper_pairs, sheet
from concepts import PICTURES, SOUNDS
from runs import DEVICE, log

IMPRINT = 0.5                  # the paper's share of the energy that a black place takes away
PLANE = {"picture": 0, "sound": 1}


@dataclass(frozen=True)
class Size:
    """How much is sampled."""
    pairs: int                 # of the paper's hundred
    each: int                  # samples of each, in the joint row
    few: int                   # pairs of the other rows
    best: int                  # of how many the matchers choose
    steps: int


class Row:
    """One way of making pictures that sound, judged."""

    def __init__(self, bench: Bench, pairs, real: dict):
        self.bench, self.pairs, self.real = bench, pairs, real

    def judged(self, name: str, pictures, kinds=("picture", "sound"), **more) -> dict:
        figures, right = {"row": name, "samples": len(pictures), **more}, []
        for kind in kinds:
            labels = [pair[PLANE[kind]] for pair in self.pairs]
            right.append(self.bench.right(kind, pictures, labels))
            figures[kind] = round(100 * right[-1].mean(), 1)
            figures[f"{kind}_match"] = round(float(self.bench.match(kind, pictures, labels).mean()), 3)
            figures[f"{kind}_distance"] = round(distance(self.bench.features(kind, pictures), self.real[kind]), 2)
        if len(right) == 2:
            figures["both"] = round(100 * (right[0] & right[1]).mean(), 1)
        log("evaluate", **figures)
        return figures


def held_out(kind: str):
    return data.load(kind, "x", True)[0], data.load(kind, "y", True)[0]


def real_features(bench: Bench) -> dict:
    """Of the held-out data of the paper's ten prompts."""
    out = {}
    for kind in ENTRIES:
        x, y = held_out(kind)
        chosen = np.flatnonzero(np.isin(y, numbers(kind)))
        out[kind] = bench.features(kind, torch.from_numpy(x[chosen]).to(DEVICE).float()[:, None] / 255)
    return out


def plain_blend(pairs) -> torch.Tensor:
    """The bar to beat: half a real picture plus half a real spectrogram."""
    rng, made = np.random.default_rng(0), []
    for pair in pairs:
        halves = [x[rng.choice(np.flatnonzero(y == label))].astype(np.float32) for (x, y), label in zip(map(held_out, ENTRIES), pair)]
        made.append(sum(halves) / 510)
    return torch.from_numpy(np.stack(made))[:, None].to(DEVICE)


def best_of(bench: Bench, pairs, tries: list[torch.Tensor]) -> torch.Tensor:
    """Of each pair's tries the one whose matchers' probabilities have the largest product."""
    ranks = np.stack([bench.match("picture", x, [p for p, _ in pairs]) * bench.match("sound", x, [s for _, s in pairs]) for x in tries])
    return torch.stack([tries[n][k] for k, n in enumerate(ranks.argmax(0))])


def spread(count: int) -> list[tuple[int, int]]:
    """So many of the paper's hundred pairs, each picture and each sound equally often where 10 divides the count."""
    table = paper_pairs()
    return [table[10 * p + (3 * p + shift) % 10] for shift in range(-(-count // 10)) for p in range(10)][:count]


def grid(packs: str, count: int, steps: int) -> None:
    """Several settings on some of the paper's pairs: where the defaults come from."""
    bench, pairs = Bench(packs), spread(count)
    row = Row(bench, pairs, real_features(bench))
    for setting in (Setting(8, 8, .58, .15), Setting(7, 7, .6, .2)):
        setting = replace(setting, steps=steps)
        made = bench.joint(pairs, [1000 + k for k in range(len(pairs))], setting)
        row.judged("grid", made, **vars(setting))
        sheet(made, 2, data.WORK / ("grid-" + "-".join(str(v) for v in vars(setting).values()) + ".png"))


def table(bench: Bench, pairs, size: Size) -> tuple[list[dict], torch.Tensor]:
    """The rows of the paper's Table 1 and the joint pictures of the chosen setting. All but the joint row and the plain blend stand on
    the first few pairs only."""
    few, steps = size.few, size.steps
    chosen, real, seeds = replace(bench.chosen, steps=steps), real_features(bench), [1000 + k for k in range(len(pairs))]
    some = spread(few)
    all_pairs, row = Row(bench, pairs, real), Row(bench, some, real)
    rounds = range(0, len(pairs), size.pairs)
    made = torch.cat([so_far(bench, pairs[k:k + size.pairs], seeds[k:k + size.pairs], chosen) for k in rounds])
    rows = [all_pairs.judged("joint, the pack's defaults", made), all_pairs.judged("plain half-and-half of two real ones", plain_blend(pairs))]
    guidance = {"picture": chosen.picture_guidance, "sound": chosen.sound_guidance}
    single = {kind: bench.alone(kind, [pair[k] for pair in some], [2000 + n for n in range(few)], guidance[kind], steps) for kind, k in PLANE.items()}
    rows += [row.judged(f"{kind} model alone", x, (kind,)) for kind, x in single.items()]
    rows.append(row.judged("imprint of the two alone", single["sound"] * (1 - IMPRINT * (1 - single["picture"]))))
    for name, setting in (("joint, both from the start", replace(chosen, start=0.)),
                          ("joint, guidance 1", replace(chosen, picture_guidance=1, sound_guidance=1))):
        rows.append(row.judged(name, bench.joint(some, seeds[:few], setting)))
    name = f"joint, best of {size.best} by the matchers"
    if 1 < size.best <= size.each:
        first = pairs[:size.pairs]
        rows.append(Row(bench, first, real).judged(name, best_of(bench, first, made.split(size.pairs)[:size.best])))
    elif size.best > 1:
        tries = [bench.joint(some, [1000 + 1000 * n + k for k in range(few)], chosen) for n in range(size.best)]
        rows.append(row.judged(name, best_of(bench, some, tries)))
    return rows, made


def so_far(bench: Bench, pairs, seeds, setting: Setting) -> torch.Tensor:
    """Joint pictures, one of each pair; what they are worth goes to the log, for whoever cannot wait for the rest."""
    made = bench.joint(pairs, seeds, setting)
    right = [bench.right(kind, made, [pair[k] for pair in pairs]) for kind, k in PLANE.items()]
    log("evaluate", first_seed=seeds[0], picture=int(right[0].sum()), sound=int(right[1].sum()), both=int((right[0] & right[1]).sum()), of=len(pairs))
    return made


def round_trip(made, count: int = 10) -> float:
    """SSIM of pictures and of the spectrograms of what they sound like by Griffin-Lim."""
    like = []
    for image in made[::max(1, len(made) // count), 0].cpu().numpy():
        again = spectrogram.to_image(spectrogram.to_wave(image))
        again = again + (image.mean() - again.mean())        # the level is lost: peaks are brought to 0.95
        like.append(autoencoder.ssim(*(torch.from_numpy(np.ascontiguousarray(v, np.float32))[None, None] for v in (again, image))).item())
    return round(float(np.mean(like)), 3)


def failing(bench: Bench, pairs, pictures) -> dict:
    """Which pairs came out wrong, by what was wrong."""
    wrong = {kind: ~bench.right(kind, pictures, [pair[k] for pair in pairs]) for kind, k in PLANE.items()}
    name = lambda pair: f"{PICTURES[pair[0]].name} / {SOUNDS[pair[1]].name}"
    return {kind: [name(pair) for pair, bad in zip(pairs, flags) if bad] for kind, flags in wrong.items()}


def markdown(rows: list[dict]) -> str:
    heads = ("row", "samples", "picture", "sound", "both", "picture_match", "sound_match", "picture_distance", "sound_distance")
    lines = ["| " + " | ".join(h.replace("_", " ") for h in heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(str(r.get(h, "")) for h in heads) + " |" for r in rows])


def report(packs: str, size: Size) -> None:
    """Prints the table and writes evaluation.json and contact.png into the packs' folder."""
    bench, begun = Bench(packs), time.time()
    pairs = (paper_pairs() if size.pairs == 100 else spread(size.pairs)) * size.each
    rows, made = table(bench, pairs, size)
    sheet(made[:size.pairs], 10, Path(packs) / "contact.png", scale=.35)
    figures = {
        "setting": vars(replace(bench.chosen, steps=size.steps)), "rows": rows, "failing": failing(bench, pairs, made), "round_trip_ssim": round_trip(made),
        "judges_on_real": {kind: judges.accuracy(bench.judges[kind], kind) for kind in ENTRIES},
        "matchers_on_real": {kind: matchers.accuracy(bench.matchers[kind], kind) for kind in ENTRIES},
        "autoencoder": {kind: autoencoder.quality(bench.coder, kind) for kind in ENTRIES},
        "x0_error": {kind: unet.error(bench.nets[kind], unet.Latents(kind, held_out=True)) for kind in ENTRIES},
        "trained": {kind: torch.load(data.WORK / f"{kind}.pt", map_location="cpu")["state"] for kind in ("autoencoder", *ENTRIES)},
        "minutes": round((time.time() - begun) / 60, 1),
    }
    (Path(packs) / "evaluation.json").write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n")
    print(markdown(rows), json.dumps(figures["failing"], ensure_ascii=False), sep="\n")
