"""The two denoisers: small UNet2DConditionModels over the shared latents, v-prediction, sentence states as context."""
import json
import math
import time

import numpy as np
import torch
from diffusers import UNet2DConditionModel

import autoencoder
import data
import text
from concepts import STYLES
from runs import DEVICE, SAVE_EVERY, log, ready, restore, save_state

CHANNELS, HEAD_WIDTH = (64, 128, 192), 32
LEARNING_RATE, EMPTY, SNR_LIMIT = 5e-4, .1, 5.
ALPHA = torch.cumprod(1 - torch.linspace(.00085 ** .5, .012 ** .5, 1000) ** 2, 0).to(DEVICE)   # ᾱ, scaled linear
X0_LIMIT = 6.0                 # a few sound latents are outliers; estimates of x̂₀ are held within this
RARE_STYLES = [list(STYLES).index("bright")]     # shown less often than it was drawn: little time, and the plain ones come first
FULL_BATCH, TILE_BATCH, EMA = (8, 32, .998) if DEVICE == "cpu" else (96, 256, .9995)   # on a CPU steps are what there is least of


def build(channels=CHANNELS, groups=32, head_width=HEAD_WIDTH) -> UNet2DConditionModel:
    lower = len(channels) - 1
    return UNet2DConditionModel(
        sample_size=(16, 64), in_channels=4, out_channels=4, block_out_channels=channels, layers_per_block=1,
        down_block_types=("DownBlock2D",) + ("CrossAttnDownBlock2D",) * lower, up_block_types=("CrossAttnUpBlock2D",) * lower + ("UpBlock2D",),
        cross_attention_dim=text.WIDTH, attention_head_dim=tuple(max(1, c // head_width) for c in channels), norm_num_groups=groups)


def statistics():
    s = json.loads((data.WORK / "latent-statistics.json").read_text())
    return tuple(torch.tensor(s[k]).view(1, 4, 1, 1).to(DEVICE) for k in ("latents_mean", "latents_std"))


class Latents:
    """Cached latents of one kind with their captions. Batches come full width [b, 4, 16, 64] or as tiles [b, 4, 16, 16]."""

    def __init__(self, kind: str, held_out: bool = False):
        self.kind, self.held_out = kind, held_out
        self.mean, self.std = statistics()
        states, self.rows = text.table(kind)
        self.states = torch.from_numpy(states).to(DEVICE)
        self.found = {}
        self.refresh()

    def refresh(self) -> None:
        """Takes up what has been encoded since."""
        self.full = self._load(self.kind)
        self.tiles = self._load("tile") if self.kind == "picture" and not self.held_out else None

    def _load(self, name):
        files = [f for f in sorted((data.WORK / "latents").glob(f"{name}-*.npy"))
                 if self.held_out == (int(f.stem.split("-")[1]) >= data.HELD_OUT_SEED)]
        for file in files:
            if file not in self.found:
                labels, styles = (np.load(data.WORK / "data" / f"{file.stem}-{key}.npy") for key in ("y", "style"))
                self.found[file] = torch.from_numpy(np.load(file)).to(DEVICE), labels, styles
        moments, labels, styles = zip(*(self.found[f] for f in files))
        return torch.cat(moments), np.concatenate(labels), np.concatenate(styles)

    def batch(self, tiles: bool, count: int, rng):
        cut = tiles and self.tiles is None                   # sound tiles are cut from the full width
        moments, labels, styles = self.full if cut or not tiles else self.tiles
        chosen = rng.integers(len(labels), size=2 * count)
        rare = np.isin(styles[chosen], RARE_STYLES) & (rng.random(len(chosen)) < .6)
        chosen = np.concatenate([chosen[~rare], chosen[rare]])[:count]
        z = moments[torch.from_numpy(chosen).to(DEVICE)]                                  # [b, 2, 4, 16, w]
        if cut:
            left = rng.integers(z.shape[-1] - 16 + 1, size=count)
            z = torch.stack([one[..., k:k + 16] for one, k in zip(z, left)])
        z = z.float()
        z = z[:, 0] + z[:, 1] * torch.randn_like(z[:, 1])
        rows = np.array([0 if rng.random() < EMPTY else rng.choice(self.rows[labels[k]][styles[k]]) for k in chosen])
        return (z - self.mean) / self.std, self.states[torch.from_numpy(rows).to(DEVICE)].float()


def noised(x0, t):
    noise = torch.randn_like(x0)
    a = ALPHA[t].view(-1, 1, 1, 1)
    return a.sqrt() * x0 + (1 - a).sqrt() * noise, a.sqrt() * noise - (1 - a).sqrt() * x0        # x_t, v


def loss(net, x0, context):
    t = torch.randint(0, 1000, (len(x0),), device=DEVICE)
    x, v = noised(x0, t)
    snr = ALPHA[t] / (1 - ALPHA[t])
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        guess = net(x, t, context).sample
    return (snr.clamp(max=SNR_LIMIT) / (snr + 1) * ((guess.float() - v) ** 2).mean((1, 2, 3))).mean()


@torch.no_grad()
def error(net, held: Latents, levels=(200, 400, 600, 800), count: int = 96) -> dict:
    """Mean squared error of x̂₀ on held-out latents with true captions, the same noise every time."""
    moments, labels, styles = held.full
    chosen = np.linspace(0, len(labels) - 1, count).astype(int)
    x0 = (moments[chosen, 0].to(DEVICE).float() - held.mean) / held.std
    rows = [int(held.rows[labels[k]][styles[k]][0]) for k in chosen]
    context = held.states[rows].float()
    out = {}
    for level in levels:
        torch.manual_seed(level)
        t = torch.full((count,), level, device=DEVICE)
        x, _ = noised(x0, t)
        a = ALPHA[level]
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            v = torch.cat([net(*part).sample.float() for part in zip(x.split(16), t.split(16), context.split(16))])
        out[level] = round(((a.sqrt() * x - (1 - a).sqrt() * v - x0) ** 2).mean().item(), 4)
    return out


def tile_share(progress: float) -> float:
    """Mostly tiles at first, full width only at the end."""
    return .75 if progress < .5 else max(0., .75 * (1 - (progress - .5) / .25))


def train(kind: str, minutes: float, fresh: bool = False) -> None:
    """Runs for so many minutes in all, counted over restarts; a fresh run falls from the full learning rate again from here on."""
    held, latents = Latents(kind, held_out=True), Latents(kind)
    net, ema = ready(build()), ready(build()).eval()
    ema.load_state_dict(net.state_dict())
    weights, slow = list(net.parameters()), list(ema.parameters())
    adam = torch.optim.AdamW(weights, LEARNING_RATE, betas=(.9, .99), weight_decay=.01, fused=True)
    state = {"seen": 0., **restore(kind, net=net, ema=ema, adam=adam)}
    if fresh:
        state["begun"] = state["seconds"]
    begun = state.get("begun", 0.)
    rng = np.random.default_rng(state["step"])
    torch.manual_seed(state["step"])
    clock, saved, smooth = time.time() - state["seconds"], time.time(), None
    while (elapsed := time.time() - clock) < minutes * 60:
        progress = (elapsed - begun) / (minutes * 60 - begun)
        for group in adam.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (state["step"] + 1) / 150) * (.5 * (1 + math.cos(math.pi * progress)) * .97 + .03)
        tiles = rng.random() < tile_share(progress)
        x0, context = latents.batch(tiles, TILE_BATCH if tiles else FULL_BATCH, rng)
        value = loss(net, x0, context)
        adam.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.)
        adam.step()
        state["step"] += 1
        state["seen"] += len(x0) * x0.shape[-1] / 64          # in full widths
        with torch.no_grad():
            torch._foreach_lerp_(slow, weights, 1 - min(EMA, (1 + state["step"]) / (10 + state["step"])))
        smooth = value.item() if smooth is None else smooth * .99 + .01 * value.item()
        if time.time() - saved > SAVE_EVERY:
            state["seconds"], saved = time.time() - clock, time.time()
            save_state(kind, state, net=net, ema=ema, adam=adam)
            latents.refresh()
            log(kind, minute=round(elapsed / 60, 1), step=state["step"], seen=int(state["seen"]), loss=round(smooth, 4),
                cpu=round(time.process_time()), x0=error(ema, held, (400, 600), 32))
    state["seconds"] = time.time() - clock
    save_state(kind, state, net=net, ema=ema, adam=adam)
    log(kind, done=True, step=state["step"], seen=int(state["seen"]), x0=error(ema, held))


def trained(kind: str) -> UNet2DConditionModel:
    net = build()
    net.load_state_dict(torch.load(data.WORK / f"{kind}.pt", map_location="cpu")["ema"])
    return ready(net.eval().requires_grad_(False))
