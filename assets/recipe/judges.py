"""Two kinds of judges of pictures and of spectrograms.

A *plain* judge is a classifier that never sees a blend: it writes the figures of the card. A *matcher* places pictures or sounds among
sentences (MiniLM's), so that any words can be asked: it ships as the pack `starter-judges`, ranks takes, and has seen blends; it never
writes figures.
"""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import text
from concepts import PICTURES, SOUNDS, picture_captions, sound_captions
from runs import DEVICE, log

ENTRIES = {"picture": PICTURES, "sound": SOUNDS}
SCALE = 40.                    # of cosines, before the softmax: sentences of one kind lie close together
WIDTH = 256                    # a matcher learns from tiles and from half spectrograms: it takes the mean over all places anyway
LEVELS, GROUPS = (16, 32, 64, 96), 8


class Judge(nn.Module):
    """Half-size pictures in −1 … 1 [b, 1, 64, w] and each place's height → scores of the labels."""

    def __init__(self, out: int):
        super().__init__()
        sizes = ((2, 32, 5), (32, 64, 3), (64, 96, 3), (96, 128, 3))
        self.body = nn.Sequential(*[nn.Sequential(nn.Conv2d(i, o, k, 2, k // 2, bias=False), nn.BatchNorm2d(o), nn.ReLU()) for i, o, k in sizes])
        self.head = nn.Sequential(nn.Dropout(.1), nn.Linear(256, out))
        self.register_buffer("height", torch.linspace(-1, 1, 64).view(1, 1, 64, 1))

    def forward(self, x):
        h = self.body(torch.cat([x, self.height.expand(len(x), 1, 64, x.shape[3])], 1))
        return self.head(torch.cat([h.mean((2, 3)), h.amax((2, 3))], 1))


class Level(nn.Module):
    """[b, i, h, w] → [b, o, h/2, w/2]."""

    def __init__(self, i: int, o: int):
        super().__init__()
        self.conv, self.norm = nn.Conv2d(i, o, 3, 2, 1), nn.GroupNorm(GROUPS, o)
        self.conv2, self.norm2 = nn.Conv2d(o, o, 3, 1, 1), nn.GroupNorm(GROUPS, o)

    def forward(self, x):
        x = F.silu(self.norm(self.conv(x)))
        return x + F.silu(self.norm2(self.conv2(x)))


class Matcher(nn.Module):
    """Pictures 0 … 1 [b, 1, 128, w] → unit sentence vectors [b, 384]."""

    def __init__(self):
        super().__init__()
        self.levels = nn.Sequential(*[Level(i, o) for i, o in zip((1, *LEVELS), LEVELS)])
        self.head = nn.Linear(LEVELS[-1], text.WIDTH)
        self.logit_scale = nn.Parameter(torch.tensor(math.log(SCALE)))

    def forward(self, x):
        return F.normalize(self.head(self.levels(x).mean((2, 3))).float())


def halved(pictures: torch.Tensor) -> torch.Tensor:
    """0 … 1 [b, 1, 128, w] → −1 … 1 [b, 1, 64, w/2]."""
    return F.avg_pool2d(pictures, 2) * 2 - 1


def _small(shard) -> np.ndarray:
    return shard.reshape(len(shard), 64, 2, -1, 2).mean((2, 4), dtype=np.float32).astype(np.uint8)


class Real:
    """All pictures or spectrograms, at half size unless asked for whole, with their labels."""

    def __init__(self, kind: str, held_out: bool = False, shards: int = 12, whole: bool = False):
        parts = {key: data.load(kind, key, held_out)[:shards] for key in ("x", "y")}
        self.x = np.concatenate([s if whole else _small(s) for s in parts["x"]])
        self.y = np.concatenate(parts["y"])

    def batch(self, count: int, rng):
        chosen = rng.integers(len(self.x), size=count)
        return self.seen(chosen), torch.from_numpy(self.y[chosen]).long().to(DEVICE)

    def seen(self, chosen):
        """−1 … 1 [b, 1, h, w]."""
        return torch.from_numpy(self.x[chosen]).to(DEVICE).float()[:, None] / 127.5 - 1


def _roughened(x):
    """Other levels, offsets and grain, now and then blurred: a judge must not live on the last decibel."""
    if torch.rand(()) < .25:
        x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)
    size = (len(x), 1, 1, 1)
    x = x * (torch.rand(size, device=x.device) * .5 + .7) + torch.randn(size, device=x.device) * .1
    return (x + torch.randn_like(x) * torch.rand(size, device=x.device) * .15).clamp(-1, 1)


def _blended(x, other):
    """Some of the batch meets something of the other kind, as a joint sample would."""
    weight = torch.rand(len(x), 1, 1, 1, device=x.device) * .5
    mixed = torch.where(torch.rand_like(weight) < .5, (1 - weight) * x + weight * other, torch.maximum(x, (other + 1) * 2 * weight - 1))
    return torch.where(torch.rand_like(weight) < .4, mixed, x)


def fit(net, steps: int, value, top: float = 2e-3) -> Judge:
    adam = torch.optim.AdamW(net.parameters(), top, weight_decay=.02)
    for step in range(steps):
        for group in adam.param_groups:
            group["lr"] = top * (.5 + .5 * math.cos(math.pi * step / steps)) + top * .01
        adam.zero_grad()
        value().backward()
        adam.step()
    return net.eval()


def train(kind: str, steps: int = 800, batch: int = 32) -> Judge:
    """The plain judge; one that is there is trained on."""
    path = data.WORK / f"judge-{kind}.pt"
    torch.manual_seed(0)
    rng, real, net = np.random.default_rng(path.exists()), Real(kind), Judge(len(ENTRIES[kind])).to(DEVICE)
    if path.exists():
        net.load_state_dict(torch.load(path, map_location=DEVICE))
        net.train()

    def value():
        x, y = real.batch(batch, rng)
        return F.cross_entropy(net(_roughened(x)), y, label_smoothing=.05)
    fit(net, steps, value)
    torch.save(net.state_dict(), path)
    log("judges", kind=kind, accuracy=accuracy(net, kind))
    return net


@torch.no_grad()
def accuracy(net: Judge, kind: str) -> float:
    """On held-out data."""
    real = Real(kind, held_out=True)
    guess = np.concatenate([net(real.seen(part)).argmax(1).cpu().numpy() for part in np.array_split(np.arange(len(real.y)), 10)])
    return round(float((guess == real.y).mean()), 4)


def judge(kind: str) -> Judge:
    path = data.WORK / f"judge-{kind}.pt"
    if not path.exists():
        return train(kind)
    net = Judge(len(ENTRIES[kind])).to(DEVICE)
    net.load_state_dict(torch.load(path, map_location=DEVICE))
    return net.eval()


# ---- matchers ----

def sentences(kind: str) -> torch.Tensor:
    """Unit sentence vectors of every wording of every label, [labels, wordings, 384]; shorter lists go round again."""
    words = [picture_captions(e, "plain") if kind == "picture" else sound_captions(e) for e in ENTRIES[kind]]
    most = max(map(len, words))
    vectors = [[text.sentence(w[k % len(w)]) for k in range(most)] for w in words]
    return torch.from_numpy(np.array(vectors, np.float32)).to(DEVICE)


def train_matcher(kind: str, steps: int = 600, batch: int = 32) -> Matcher:
    """Cosines with one random wording of every label; the right one's is to be the largest."""
    torch.manual_seed(0)
    other = "sound" if kind == "picture" else "picture"
    rng, real, rest = np.random.default_rng(0), Real("tile" if kind == "picture" else kind, whole=True), Real(other, whole=True)
    net, told, seen = Matcher().to(DEVICE), sentences(kind), []
    every, width = torch.arange(len(told), device=DEVICE), data.TILE if kind == "picture" else WIDTH
    net.head.bias.data.copy_(F.normalize(told.mean((0, 1)), dim=0))     # begins in the middle of all sentences

    def cut(x):
        left = int(rng.integers(x.shape[3] - width + 1))
        return x[..., left:left + width]

    def value():
        x, y = real.batch(batch, rng)
        x = (_roughened(_blended(cut(x), cut(rest.batch(batch, rng)[0]))) + 1) / 2
        rivals = told[every, torch.randint(told.shape[1], (len(told),), device=DEVICE)]
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            vectors = net(x)
        value = F.cross_entropy(net.logit_scale.exp() * vectors @ rivals.T, y)
        seen.append(value.item())
        if len(seen) % 50 == 0:
            print("matcher", kind, len(seen), round(float(np.mean(seen[-50:])), 3), flush=True)
        return value
    fit(net, steps, value)
    torch.save(net.state_dict(), data.WORK / f"matcher-{kind}.pt")
    log("judges", matcher=kind, accuracy=matched(net, kind, told[:, 0]))
    return net


@torch.no_grad()
def matched(net: Matcher, kind: str, told: torch.Tensor) -> float:
    """How often the canonical prompt of the right label is the nearest, on held-out data."""
    real = Real(kind, held_out=True, whole=True)
    guess = np.concatenate([(net((real.seen(part) + 1) / 2) @ told.T).argmax(1).cpu().numpy() for part in np.array_split(np.arange(len(real.y)), 20)])
    return round(float((guess == real.y).mean()), 4)


def matcher(kind: str) -> Matcher:
    path = data.WORK / f"matcher-{kind}.pt"
    if not path.exists():
        return train_matcher(kind)
    net = Matcher().to(DEVICE)
    net.load_state_dict(torch.load(path, map_location=DEVICE))
    return net.eval()


def make() -> None:
    for kind in ENTRIES:
        judge(kind), matcher(kind)
