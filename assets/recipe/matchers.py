"""Matchers place pictures or sounds among sentences (MiniLM's), so that any words can be asked: they ship as the pack `starter-judges` and rank takes.
They have seen blends, so they never write figures.

A matcher learns as a classifier first, which is quick; then its last matrix learns to speak among all wordings.
"""
import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import text
from judges import ENTRIES, Real, blended, fit, roughened
from runs import DEVICE, log

SCALE = 40.                    # of cosines, before the softmax: sentences of one kind lie close together
LEVELS, GROUPS = (16, 32, 64, 96, 128), 8
STEPS, BATCH = 900, {128: 32, 256: 16, 512: 10}                # batch by width
WIDTHS = {"picture": (128, 512), "sound": (256, 512)}


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
        return F.normalize(self.head(self.levels(x).mean((2, 3))))


def wordings(kind: str) -> list[torch.Tensor]:
    """Unit sentence vectors of every wording of every label, in every style, the canonical prompt first: labels × [wordings, 384]."""
    states, rows = text.table(kind)
    used = np.abs(states).sum(2, keepdims=True) > 0                          # what follows the last token is zero
    vectors = F.normalize(torch.from_numpy((states.astype(np.float32) * used).sum(1)), dim=1).to(DEVICE)
    return [vectors[list(dict.fromkeys(np.concatenate(label).tolist()))] for label in rows]


def canonical(kind: str) -> torch.Tensor:
    """[labels, 384]."""
    return torch.stack([words[0] for words in wordings(kind)])


class Lessons:
    """Pictures or spectrograms in several widths, roughened, some of them blended with the other kind."""

    def __init__(self, kind: str):
        self.rng = np.random.default_rng(0)
        self.real = {width: Real("tile" if width == data.TILE else kind, whole=True) for width in WIDTHS[kind]}
        self.other = Real("sound" if kind == "picture" else "picture", whole=True)

    def batch(self):
        """0 … 1 [b, 1, 128, w], labels [b]."""
        width = self.rng.choice(list(self.real))
        x, y = self.real[width].batch(BATCH[width], self.rng)
        rest, _ = self.other.batch(len(x), self.rng)
        return (roughened(blended(self.cut(x, width), self.cut(rest, width))) + 1) / 2, y

    def cut(self, x, width: int):
        left = int(self.rng.integers(x.shape[3] - width + 1))
        return x[..., left:left + width]


def train(kind: str, steps: int = STEPS) -> Matcher:
    """Adam's steps would throw a matrix on bare features about: they are all positive. So both matrices stand on features at unit deviation."""
    torch.manual_seed(0)
    lessons, told, net, seen = Lessons(kind), wordings(kind), Matcher().to(DEVICE), []
    spread = nn.BatchNorm1d(LEVELS[-1], affine=False).to(DEVICE)
    classes = nn.Linear(LEVELS[-1], len(told)).to(DEVICE)

    def value():
        x, y = lessons.batch()
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            features = net.levels(x).mean((2, 3))
        value = F.cross_entropy(classes(spread(features.float())), y, label_smoothing=.05)
        seen.append(value.item())
        if len(seen) % 50 == 0:
            print("matcher", kind, len(seen), round(float(np.mean(seen[-50:])), 3), flush=True)
        return value
    fit(nn.ModuleList([net, spread, classes]), steps, value, 3e-3)
    speak(net, lessons, told)
    torch.save(net.state_dict(), data.WORK / f"matcher-{kind}.pt")
    log("judges", matcher=kind, accuracy=accuracy(net, kind))
    return net


def speak(net: Matcher, lessons: Lessons, told: list[torch.Tensor], count: int = 250, steps: int = 1500) -> None:
    """Gives a network whose features tell the labels apart its last matrix: right sentences nearest, whatever their wording."""
    with torch.no_grad():
        x, y = zip(*((net.levels(x).mean((2, 3)), y) for x, y in (lessons.batch() for _ in range(count))))
    x, y = torch.cat(x), torch.cat(y)
    centre, width = x.mean(0), x.std(0) + 1e-4
    x, means = (x - centre) / width, torch.stack([F.normalize(words.mean(0), dim=0) for words in told])
    head, scale = nn.Linear(len(centre), text.WIDTH).to(DEVICE), nn.Parameter(torch.tensor(math.log(SCALE), device=DEVICE))
    head.bias.data.copy_(means.mean(0))
    head.weight.data.zero_()
    adam, rng = torch.optim.AdamW([*head.parameters(), scale], 2e-3, weight_decay=.01), np.random.default_rng(0)
    for step in range(steps):
        adam.param_groups[0]["lr"] = 2e-3 * (1 - step / steps)
        some = torch.randint(len(x), (512,), device=DEVICE)
        rivals = torch.stack([words[rng.integers(len(words))] for words in told])
        value = F.cross_entropy(scale.exp() * F.normalize(head(x[some])) @ rivals.T, y[some])
        adam.zero_grad()
        value.backward()
        adam.step()
    print("last matrix", round(value.item(), 3), "scale", round(scale.exp().item(), 1), flush=True)
    with torch.no_grad():
        net.head.weight.copy_(head.weight / width)
        net.head.bias.copy_(head.bias - net.head.weight @ centre)
        net.logit_scale.copy_(scale.clamp(max=math.log(100)))


@torch.no_grad()
def accuracy(net: Matcher, kind: str) -> float:
    """How often the canonical prompt of the right label is the nearest, on held-out data."""
    real, told = Real(kind, held_out=True, whole=True), canonical(kind)
    guess = np.concatenate([(net((real.seen(part) + 1) / 2) @ told.T).argmax(1).cpu().numpy() for part in np.array_split(np.arange(len(real.y)), 20)])
    return round(float((guess == real.y).mean()), 4)


def matcher(kind: str) -> Matcher:
    path = data.WORK / f"matcher-{kind}.pt"
    if not path.exists():
        return train(kind)
    net = Matcher().to(DEVICE)
    net.load_state_dict(torch.load(path, map_location=DEVICE))
    return net.eval()


def make() -> None:
    for kind in ENTRIES:
        matcher(kind)
