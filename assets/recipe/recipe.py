"""One command each, see README.md."""
import argparse
import os
import subprocess
import sys


def main() -> None:
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("what", choices=["bank", "data", "latents", "autoencoder", "decoder", "picture", "sound", "judges", "colour", "vocoder", "all",
                                       "export", "grid", "evaluate", "bundle", "takeup"])
    asks.add_argument("--minutes", type=float, default=90, help="length of a training run, all restarts together")
    asks.add_argument("--threads", type=int, default=0, help="0: as many as there are cores")
    asks.add_argument("--fresh", action="store_true", help="picture, sound: the learning rate falls from its top again")
    asks.add_argument("--shards", type=int, default=24, help="how much data: 384 pictures, 768 tiles and 384 sounds a shard")
    asks.add_argument("--processes", type=int, default=0, help="that make data; 0: as many as there are cores")
    asks.add_argument("--follow", action="store_true", help="latents: wait for shards that are still being made")
    asks.add_argument("--pairs", type=int, default=100, help="grid, evaluate: so many of the paper's hundred pairs")
    asks.add_argument("--each", type=int, default=1, help="evaluate: samples of every pair")
    asks.add_argument("--steps", type=int, default=25, help="grid, evaluate: steps of the sampler")
    asks.add_argument("--best", type=int, default=8, help="evaluate: also the best of so many")
    asks.add_argument("--few", type=int, default=20, help="evaluate: pairs of the rows that are not the joint one")
    asks.add_argument("--to", default=os.path.join(os.path.dirname(__file__), "..", "starter"), help="where the packs go")
    a = asks.parse_args()
    import torch
    torch.set_num_threads(a.threads or os.cpu_count())
    if a.what == "bank":
        import bank
        bank.make()
    elif a.what == "data":
        import data
        data.make(a.shards, a.processes)
    elif a.what == "latents":
        import autoencoder
        autoencoder.cache_latents(a.shards, a.follow)
    elif a.what in ("autoencoder", "decoder"):
        import autoencoder
        autoencoder.train(a.minutes, decoder_only=a.what == "decoder")
    elif a.what in ("picture", "sound"):
        import unet
        unet.train(a.what, a.minutes, a.fresh)
    elif a.what == "judges":
        import judges
        import matchers
        judges.make(), matchers.make()
    elif a.what == "colour":
        import colour
        colour.train(a.minutes)
    elif a.what == "vocoder":
        import vocoder
        vocoder.train(a.minutes)
    elif a.what == "export":
        import export
        export.packs(a.to)
    elif a.what == "takeup":
        import takeup
        takeup.take_up(a.to)
    elif a.what == "bundle":
        import bundle
        bundle.make(a.to)
    elif a.what in ("grid", "evaluate"):
        import evaluate
        if a.what == "grid":
            evaluate.grid(a.to, a.pairs, a.steps)
        else:
            evaluate.report(a.to, evaluate.Size(a.pairs, a.each, a.few, a.best, a.steps))
    else:
        everything(a.minutes)


def everything(minutes: float) -> None:
    """Two one-thread processes train the two UNets faster than one process with two threads would one after the other."""
    def step(what, *more):
        return subprocess.Popen([sys.executable, __file__, what, *more])
    for what in (["bank"], ["data"], ["autoencoder", "--minutes", str(minutes / 2)], ["latents"]):
        if step(*what).wait():
            sys.exit(1)
    both = [step(kind, "--threads", "1", "--minutes", str(minutes)) for kind in ("picture", "sound")]
    if any([p.wait() for p in both]) or step("export").wait() or step("evaluate").wait():
        sys.exit(1)


if __name__ == "__main__":
    main()
