"""Plain judges: small classifiers of pictures and of spectrograms. They never see a blend of the two."""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
from concepts import PICTURES, SOUNDS
from runs import DEVICE, log


class Judge(nn.Module):
    """Half-size pictures in −1 … 1 [b, 1, 64, 256] and each place's height → class scores."""

    def __init__(self, classes: int):
        super().__init__()
        sizes = ((2, 32, 5), (32, 64, 3), (64, 96, 3), (96, 128, 3))
        self.body = nn.Sequential(*[nn.Sequential(nn.Conv2d(i, o, k, 2, k // 2, bias=False), nn.BatchNorm2d(o), nn.ReLU()) for i, o, k in sizes])
        self.head = nn.Sequential(nn.Dropout(.1), nn.Linear(256, classes))
        self.register_buffer("height", torch.linspace(-1, 1, 64).view(1, 1, 64, 1))

    def forward(self, x):
        h = self.body(torch.cat([x, self.height.expand(len(x), 1, 64, x.shape[3])], 1))
        return self.head(torch.cat([h.mean((2, 3)), h.amax((2, 3))], 1))


def halved(pictures: torch.Tensor) -> torch.Tensor:
    """0 … 1 [b, 1, 128, w] → −1 … 1 [b, 1, 64, w/2]."""
    return F.avg_pool2d(pictures, 2) * 2 - 1


def _small(shard) -> np.ndarray:
    return shard.reshape(len(shard), 64, 2, -1, 2).mean((2, 4), dtype=np.float32).astype(np.uint8)


def _roughened(x):
    """Other levels, offsets and grain, now and then blurred: a judge must not live on the last decibel."""
    if torch.rand(()) < .25:
        x = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode="replicate"), 3, 1)
    size = (len(x), 1, 1, 1)
    x = x * (torch.rand(size, device=x.device) * .5 + .7) + torch.randn(size, device=x.device) * .1
    return (x + torch.randn_like(x) * torch.rand(size, device=x.device) * .15).clamp(-1, 1)


def train(kind: str, steps: int = 450, batch: int = 32) -> Judge:
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    x = np.concatenate([_small(s) for s in data.load(kind, "x")])
    y = torch.from_numpy(np.concatenate(data.load(kind, "y"))).long()
    net = Judge(len(PICTURES if kind == "picture" else SOUNDS)).to(DEVICE)
    adam = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=.02)
    for step in range(steps):
        for group in adam.param_groups:
            group["lr"] = 2e-3 * (.5 + .5 * math.cos(math.pi * step / steps)) + 2e-5
        chosen = rng.integers(len(x), size=batch)
        seen = _roughened(torch.from_numpy(x[chosen]).to(DEVICE).float()[:, None] / 127.5 - 1)
        value = F.cross_entropy(net(seen), y[chosen].to(DEVICE), label_smoothing=.05)
        adam.zero_grad()
        value.backward()
        adam.step()
    torch.save(net.state_dict(), data.WORK / f"judge-{kind}.pt")
    net.eval()
    log("judges", kind=kind, accuracy=accuracy(net, kind))
    return net


@torch.no_grad()
def accuracy(net: Judge, kind: str) -> float:
    """On held-out data."""
    x, y = data.load(kind, "x", held_out=True)[0], torch.from_numpy(data.load(kind, "y", held_out=True)[0].copy())
    guess = torch.cat([net(torch.from_numpy(_small(part)).to(DEVICE).float()[:, None] / 127.5 - 1).argmax(1).cpu() for part in np.array_split(x, 10)])
    return round((guess == y).float().mean().item(), 4)


def judge(kind: str) -> Judge:
    path = data.WORK / f"judge-{kind}.pt"
    if not path.exists():
        return train(kind)
    net = Judge(len(PICTURES if kind == "picture" else SOUNDS)).to(DEVICE)
    net.load_state_dict(torch.load(path, map_location=DEVICE))
    return net.eval()
