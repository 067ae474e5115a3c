"""Plain judges of pictures and of spectrograms: classifiers that never see a blend. They write the figures of the card."""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
from concepts import PICTURES, SOUNDS
from runs import DEVICE, log

ENTRIES = {"picture": PICTURES, "sound": SOUNDS}


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


def roughened(x):
    """Other levels, offsets and grain, now and then blurred: a judge must not live on the last decibel."""
    if torch.rand(()) < .25:
        x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)
    size = (len(x), 1, 1, 1)
    x = x * (torch.rand(size, device=x.device) * .5 + .7) + torch.randn(size, device=x.device) * .1
    return (x + torch.randn_like(x) * torch.rand(size, device=x.device) * .15).clamp(-1, 1)


def blended(x, other):
    """Some of the batch meets something of the other kind, as a joint sample would."""
    weight = torch.rand(len(x), 1, 1, 1, device=x.device) * .5
    mixed = torch.where(torch.rand_like(weight) < .5, (1 - weight) * x + weight * other, torch.maximum(x, (other + 1) * 2 * weight - 1))
    return torch.where(torch.rand_like(weight) < .4, mixed, x)


def fit(net, steps: int, value, top: float = 2e-3):
    adam = torch.optim.AdamW(net.parameters(), top, weight_decay=.02)
    for step in range(steps):
        for group in adam.param_groups:
            group["lr"] = top * min(1, (step + 1) / 30) * (.51 + .5 * math.cos(math.pi * step / steps))
        adam.zero_grad()
        value().backward()
        adam.step()
    return net.eval()


def train(kind: str, steps: int = 800, batch: int = 32) -> Judge:
    """The plain judge; one that is there is trained on."""
    path = data.WORK / f"judge-{kind}.pt"
    torch.manual_seed(0)
    rng, real, net = np.random.default_rng(path.exists()), Real(kind, shards=24), Judge(len(ENTRIES[kind])).to(DEVICE)
    if path.exists():
        net.load_state_dict(torch.load(path, map_location=DEVICE))
        net.train()

    def value():
        x, y = real.batch(batch, rng)
        return F.cross_entropy(net(roughened(x)), y, label_smoothing=.05)
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


def make() -> None:
    for kind in ENTRIES:
        judge(kind)
