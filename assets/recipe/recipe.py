"""One command each: data, autoencoder, decoder, picture, sound, all, export, grid, evaluate. See README.md."""
import argparse
import os
import subprocess
import sys


def main() -> None:
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("what", choices=["data", "latents", "autoencoder", "decoder", "picture", "sound", "all", "export", "grid", "evaluate"])
    asks.add_argument("--minutes", type=float, default=90, help="length of a training run, all restarts together")
    asks.add_argument("--threads", type=int, default=0, help="0: as many as there are cores")
    asks.add_argument("--picture-shards", type=int, default=7)
    asks.add_argument("--sound-shards", type=int, default=8)
    asks.add_argument("--to", default=os.path.join(os.path.dirname(__file__), "..", "starter"), help="where the packs go")
    a = asks.parse_args()
    import torch
    torch.set_num_threads(a.threads or os.cpu_count())
    if a.what == "data":
        import data
        data.make(a.picture_shards, a.sound_shards)
    elif a.what == "latents":
        import autoencoder
        autoencoder.cache_latents(max(a.picture_shards, a.sound_shards))
    elif a.what in ("autoencoder", "decoder"):
        import autoencoder
        autoencoder.train(a.minutes, decoder_only=a.what == "decoder")
    elif a.what in ("picture", "sound"):
        import unet
        unet.train(a.what, a.minutes)
    elif a.what == "export":
        import export
        export.packs(a.to)
    elif a.what == "grid":
        import evaluate
        evaluate.grid()
    elif a.what == "evaluate":
        import evaluate
        evaluate.report(a.to)
    else:
        everything(a.minutes)


def everything(minutes: float) -> None:
    """Two one-thread processes train the two UNets faster than one process with two threads would one after the other."""
    def step(what, *more):
        return subprocess.Popen([sys.executable, __file__, what, *more])
    for what in (["data"], ["autoencoder", "--minutes", str(minutes / 2)], ["latents"]):
        if step(*what).wait():
            sys.exit(1)
    both = [step(kind, "--threads", "1", "--minutes", str(minutes)) for kind in ("picture", "sound")]
    if any([p.wait() for p in both]) or step("export").wait() or step("evaluate").wait():
        sys.exit(1)


if __name__ == "__main__":
    main()
