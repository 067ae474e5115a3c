"""Packs on the bench: what lies in a folder of packs is loaded, sampled and judged, so that the figures are those of what ships."""
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from PIL import Image
from safetensors.torch import load_file

import autoencoder
import judges
import matchers
import sampling
from concepts import PICTURES, SOUNDS, canonical
from folders import WORK
from runs import DEVICE, ready
from sampling import Voice

ENTRIES = {"picture": PICTURES, "sound": SOUNDS}
PAPER = {"picture": ("castle", "dog", "kitten", "tiger", "racing car", "mountain", "garden", "forest", "farm", "beach"),
         "sound": ("dog", "cat", "birds", "tiger", "bell", "race car", "train", "fireworks", "cheering", "guitar")}
IN_ONE_GO = 20 if DEVICE == "cpu" else 100


@dataclass(frozen=True)
class Setting:
    """How two voices are put together."""
    picture_guidance: float = 4.0
    sound_guidance: float = 4.0
    balance: float = 0.5       # share of the picture voice
    start: float = 0.0         # share of the steps in which only one voice is heard
    first: int = 1             # which one: 0 picture, 1 sound
    steps: int = 50


def numbers(kind: str) -> list[int]:
    known = [e.name for e in ENTRIES[kind]]
    return [known.index(n) for n in PAPER[kind]]


def paper_pairs() -> list[tuple[int, int]]:
    return [(p, s) for p in numbers("picture") for s in numbers("sound")]


def network(kind, folder: Path):
    net = kind.from_config(kind.load_config(folder / "config.json"))
    net.load_state_dict({k: v.float() for k, v in load_file(folder / "diffusion_pytorch_model.safetensors").items()})
    return ready(net.eval().requires_grad_(False))


class Bench:
    def __init__(self, packs: str):
        folders = {kind: Path(packs) / f"starter-{kind}" for kind in ENTRIES}
        self.coder = network(AutoencoderKL, folders["picture"] / "vae")
        self.nets = {kind: network(UNet2DConditionModel, folder / "unet") for kind, folder in folders.items()}
        words = json.loads((folders["picture"] / "vae/config.json").read_text())
        self.mean, self.std = (torch.tensor(words[k]).view(1, 4, 1, 1).to(DEVICE) for k in ("latents_mean", "latents_std"))
        self.judges = {kind: judges.judge(kind) for kind in ENTRIES}
        told = [json.loads((f / "chladni-pack.json").read_text()) for f in folders.values()]
        p, s = (pack["defaults"] for pack in told)
        self.weights = [pack["sha256"][f"{part}/diffusion_pytorch_model.safetensors"] for pack in told for part in ("unet", "vae")]
        self.chosen = Setting(p["guidance"], s["guidance"], 1 - p["balance"], p["start"])   # a pack speaks of the sound's share

    @cached_property
    def matchers(self) -> dict:
        return {kind: matchers.matcher(kind) for kind in ENTRIES}

    @cached_property
    def told(self) -> dict:
        """The canonical prompts' sentence vectors, [labels, 384]."""
        return {kind: matchers.canonical(kind) for kind in ENTRIES}

    @torch.no_grad()
    def pictures(self, latents) -> torch.Tensor:
        """Latents → 0 … 1 [b, 1, 128, 512]."""
        return (autoencoder.decode(self.coder, latents * self.std + self.mean).clamp(-1, 1) + 1) / 2

    def alone(self, kind: str, labels, seeds, guidance: float, steps: int):
        def some(part, its_seeds):
            voice = Voice(self.nets[kind], [canonical(ENTRIES[kind][k]) for k in part], guidance, 1.)
            return self.pictures(sampling.sample([voice], its_seeds, steps))
        return in_parts(labels, seeds, self.kept(some, [kind, guidance, steps]))

    def joint(self, pairs, seeds, s: Setting):
        def some(part, its_seeds):
            looks, sounds = [canonical(PICTURES[p]) for p, _ in part], [canonical(SOUNDS[q]) for _, q in part]
            voices = [Voice(self.nets["picture"], looks, s.picture_guidance, s.balance), Voice(self.nets["sound"], sounds, s.sound_guidance, 1 - s.balance)]
            return self.pictures(sampling.sample(voices, its_seeds, s.steps, s.start, s.first))
        return in_parts(pairs, seeds, self.kept(some, vars(s)))

    def kept(self, make, how):
        """What was sampled once is not sampled again, so that a long evaluation goes on where it was stopped."""
        def found(part, its_seeds):
            name = hashlib.sha256(json.dumps([self.weights, how, list(part), list(its_seeds)]).encode()).hexdigest()[:20]
            file = WORK / "samples" / f"{name}.npy"
            if not file.exists():
                file.parent.mkdir(exist_ok=True)
                np.save(half := file.with_name(f"half-{name}.npy"), make(part, its_seeds).half().cpu().numpy())
                half.rename(file)
            return torch.from_numpy(np.load(file)).float().to(DEVICE)
        return found

    @torch.no_grad()
    def right(self, kind: str, pictures, labels) -> np.ndarray:
        """By the plain judges."""
        return np.concatenate([self.judges[kind](judges.halved(x)).argmax(1).cpu().numpy() for x in pictures.split(50)]) == np.asarray(labels)

    @torch.no_grad()
    def match(self, kind: str, pictures, labels) -> np.ndarray:
        """Probability of the asked label among all, by the matchers: what takes are ranked by."""
        net = self.matchers[kind]
        vectors = torch.cat([net(x) for x in pictures.split(20)])
        return (net.logit_scale.exp() * vectors @ self.told[kind].T).softmax(1)[torch.arange(len(labels)), torch.tensor(list(labels))].cpu().numpy()

    @torch.no_grad()
    def features(self, kind: str, pictures) -> np.ndarray:
        """What the plain judge sees before it decides, [b, 256]."""
        net = self.judges[kind]
        last, net.head = net.head, torch.nn.Identity()
        seen = torch.cat([net(judges.halved(x)) for x in pictures.split(50)])
        net.head = last
        return seen.cpu().double().numpy()


def in_parts(labels, seeds, make) -> torch.Tensor:
    return torch.cat([make(labels[k:k + IN_ONE_GO], seeds[k:k + IN_ONE_GO]) for k in range(0, len(labels), IN_ONE_GO)])


def distance(a: np.ndarray, b: np.ndarray) -> float:
    """Kernel distance of two sets of features (as KID, unbiased, so that some hundred samples do), features at unit deviation of b."""
    centre, width = b.mean(0), b.std(0) + 1e-6
    a, b = (a - centre) / width, (b - centre) / width
    kernel = lambda x, y: (x @ y.T / x.shape[1] + 1) ** 3
    off = lambda k: (k.sum() - np.trace(k)) / (len(k) * (len(k) - 1))
    return float(off(kernel(a, a)) + off(kernel(b, b)) - 2 * kernel(a, b).mean())


def sheet(pictures, columns: int, path: Path, gap: int = 4, scale: float = .5) -> None:
    tiles = (pictures[:, 0].cpu().numpy() * 255).round().astype(np.uint8)
    rows = -(-len(tiles) // columns)
    page = np.full((rows * (128 + gap), columns * (512 + gap)), 70, np.uint8)
    for k, tile in enumerate(tiles):
        top, left = k // columns * (128 + gap), k % columns * (512 + gap)
        page[top:top + 128, left:left + 512] = tile
    image = Image.fromarray(page)
    image.resize([int(s * scale) for s in image.size], Image.LANCZOS).save(path, optimize=True)
