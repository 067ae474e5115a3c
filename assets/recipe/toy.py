"""Two packs with random weights in the starter's layout, a few hundred kB each, for the Java tests: python toy.py FOLDER"""
import sys
from pathlib import Path

import torch

import autoencoder
import export
import unet

STATISTICS = {"latents_mean": [0.1, -0.2, 0.3, 0.0], "latents_std": [0.9, 1.1, 0.8, 1.2]}


def lively(net, last, sample):
    """Random networks say almost nothing; turn up the last layer until what they say has a deviation of 0.5."""
    with torch.no_grad():
        last.weight *= .5 / sample(net).std()
    return net.eval()


def main(folder: str) -> None:
    torch.manual_seed(1)
    latents = torch.randn(1, 4, 16, 64)
    coder = autoencoder.build(channels=(4, 8, 8), groups=4)
    lively(coder, coder.decoder.conv_out, lambda net: autoencoder.decode(net, latents))
    for kind in ("picture", "sound"):
        context = torch.randn(1, 32, 384)
        net = unet.build(channels=(8, 16), groups=4, head_width=4)
        lively(net, net.conv_out, lambda n: n(latents, 500, context).sample)
        words = {**export.WORDS[kind], "id": f"toy-{kind}", "title": f"Toy {kind} (random weights)", "source": "assets/recipe/toy.py"}
        chosen = {"defaults": {"guidance": 3.0, "steps": 50, "balance": 0.5, "start": 0.0}, "prompts": ["a toy"]}
        export.pack(Path(folder) / words["id"], net, (coder, STATISTICS), words, chosen)


if __name__ == "__main__":
    main(sys.argv[1])
