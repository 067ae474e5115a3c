"""Makes the data, endlessly if asked: shards of uint8 pictures, tiles and spectrograms under the work folder. Shards that are there are kept."""
import os
from multiprocessing import get_context

import numpy as np

from concepts import PICTURES, SOUNDS
from folders import WORK

HELD_OUT_SEED = 9000           # shards from here on are for judging only
TILE = 128                     # width of a tile: one glyph alone, cheap to train on
A_SHARD = {"picture": 384, "tile": 768, "sound": 384}
HELD_OUT_EACH = 10             # of every concept and class


def save(name: str, seed: int, **arrays) -> None:
    folder = WORK / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for key, array in arrays.items():
        half = folder / f"half-{name}-{seed:04d}-{key}.npy"
        np.save(half, array)
        half.rename(folder / half.name.removeprefix("half-"))


def compose(name: str, rng, label: int = -1) -> tuple[np.ndarray, int, int]:
    """One picture, tile or sound: uint8 [128, w], its label, its style."""
    import pictures
    import sounds
    if name == "sound":
        return *sounds.draw(rng, label), 0
    return pictures.draw(TILE if name == "tile" else pictures.WIDTH, rng, label)[:3]


def missing(name: str, seed: int) -> bool:
    return not (WORK / "data" / f"{name}-{seed:04d}-x.npy").exists()


def make_shard(seed: int) -> int:
    """Labels by their share; in the held-out shard every label in turn. x is written last: where it is, all is."""
    held_out = seed >= HELD_OUT_SEED
    for salt, name in enumerate(A_SHARD):
        if missing(name, seed) and not (held_out and name == "tile"):
            rng = np.random.default_rng([seed, salt])
            classes = len(SOUNDS if name == "sound" else PICTURES)
            labels = np.arange(HELD_OUT_EACH * classes) % classes if held_out else np.full(A_SHARD[name], -1)
            x, y, style = zip(*(compose(name, rng, label) for label in labels))
            save(name, seed, y=np.array(y), style=np.array(style), x=np.stack(x))
    return seed


def make(shards: int, processes: int = 0) -> None:
    """Fresh processes, since a fork of one that holds a GPU may hang."""
    todo = [seed for seed in (HELD_OUT_SEED, *range(shards)) if missing("sound", seed)]
    with get_context("spawn").Pool(processes or os.cpu_count()) as pool:
        for seed in pool.imap_unordered(make_shard, todo):
            print("made shard", seed, flush=True)


def load(name: str, key: str, held_out: bool = False) -> list[np.ndarray]:
    """The finished shards of one kind, memory mapped, in order."""
    files = sorted((WORK / "data").glob(f"{name}-*-x.npy"))
    return [np.load(f.with_name(f.name.replace("-x.", f"-{key}.")), mmap_mode="r") for f in files
            if held_out == (int(f.name.split("-")[1]) >= HELD_OUT_SEED)]
