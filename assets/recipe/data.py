"""Makes the data: shards of uint8 pictures and spectrograms under the work folder. Shards that are there are kept."""
import os
from multiprocessing import Pool
from pathlib import Path

import numpy as np

import pictures
import sounds
from concepts import PICTURES, SOUNDS

WORK = Path(os.environ.get("CHLADNI_TRAIN", Path(__file__).parent / "train"))
HELD_OUT_SEED = 9000           # shards from here on are for judging only
TILE = 128                     # width of a tile: one glyph alone, cheap to train on
PICTURES_A_SHARD, SOUNDS_A_CLASS = 64 * len(PICTURES), 60


def save(name: str, seed: int, **arrays) -> None:
    folder = WORK / "data"
    folder.mkdir(parents=True, exist_ok=True)
    for key, array in arrays.items():
        half = folder / f"half-{name}-{seed:04d}-{key}.npy"
        np.save(half, array)
        half.rename(folder / half.name.removeprefix("half-"))


def make_pictures(job: tuple[str, int, int]) -> None:
    name, seed, count = job
    x, y, style = pictures.shard((count, TILE if name == "tile" else pictures.WIDTH, seed))
    save(name, seed, y=y, style=style, x=x)


def make_sounds(pool, seed: int, each: int = SOUNDS_A_CLASS) -> None:
    parts = [None] * len(SOUNDS)
    for label, x in pool.imap_unordered(sounds.shard, [(k, each, seed) for k in range(len(SOUNDS))]):
        parts[label] = x
    x = np.stack(parts, 1).reshape(-1, *parts[0].shape[1:])              # classes in turn
    save("sound", seed, y=np.tile(np.arange(len(SOUNDS)), each), x=x)


def missing(name: str, seed: int) -> bool:
    return not (WORK / "data" / f"{name}-{seed:04d}-x.npy").exists()


def make(picture_shards: int, sound_shards: int) -> None:
    with Pool(os.cpu_count()) as pool:
        if missing("sound", HELD_OUT_SEED):
            make_sounds(pool, HELD_OUT_SEED, 12)
        jobs = [("picture", HELD_OUT_SEED, 10 * len(PICTURES))]
        jobs += [(name, seed, PICTURES_A_SHARD) for seed in range(picture_shards) for name in ("picture", "tile")]
        pool.map(make_pictures, [job for job in jobs if missing(*job[:2])], 1)
        for seed in range(sound_shards):
            if missing("sound", seed):
                make_sounds(pool, seed)
                print("sound shard", seed, flush=True)


def load(name: str, key: str, held_out: bool = False) -> list[np.ndarray]:
    """The shards of one kind, memory mapped, in order."""
    files = sorted((WORK / "data").glob(f"{name}-*-{key}.npy"))
    return [np.load(f, mmap_mode="r") for f in files if held_out == (int(f.name.split("-")[1]) >= HELD_OUT_SEED)]


if __name__ == "__main__":
    import sys
    make(*map(int, sys.argv[1:3]) if len(sys.argv) > 2 else (8, 9))
