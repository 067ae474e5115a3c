"""The colour model: a small text-to-picture diffusion in pixels, RGB 32 × 128, that also sees the grey it is to colour.

Grey is the mean of the three channels, as the program projects it. Half of the greys are spoiled as a take's are: other levels, a spectrogram
mixed in, blur, grain; the colours stay, so that the model learns to colour pictures that are half sound.
"""
import math
import time

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import UNet2DConditionModel

import data
import pictures
import text
from runs import DEVICE, SAVE_EVERY, log, ready, restore, save_state

SHRINK, LEARNING_RATE, EMPTY, EMA, SNR_LIMIT = 4, 1e-3, .1, .995, 5.
TILE_SHARE, TILE_BATCH, FULL_BATCH = .6, 32, 8
STORE, NEW = 3000, {True: 8, False: 2}         # pictures kept; pictures composed for every step on tiles and on full widths


def _alphas() -> torch.Tensor:
    """ᾱ of squaredcos_cap_v2."""
    level = torch.cos((torch.arange(1001, dtype=torch.float64) / 1000 + .008) / 1.008 * math.pi / 2) ** 2
    return torch.cumprod(1 - (1 - level[1:] / level[:-1]).clamp(max=.999), 0).float().to(DEVICE)


ALPHA = _alphas()


def build() -> UNet2DConditionModel:
    return UNet2DConditionModel(
        sample_size=(32, 128), in_channels=4, out_channels=3, block_out_channels=(32, 48, 64), layers_per_block=1,
        down_block_types=("DownBlock2D", "DownBlock2D", "CrossAttnDownBlock2D"), up_block_types=("CrossAttnUpBlock2D", "UpBlock2D", "UpBlock2D"),
        cross_attention_dim=text.WIDTH, attention_head_dim=(1, 1, 2), norm_num_groups=16)


class Scenes:
    """Colour scenes of one width, composed as they are used; the last ones are kept and shown again."""

    def __init__(self, width: int, seed: int):
        self.width, self.rng = width, np.random.default_rng([seed, width])
        self.kept, self.at = [], 0
        self.spectrograms = data.load("sound", "x")
        states, self.rows = text.table("picture")
        self.states = torch.from_numpy(states).to(DEVICE)

    def compose(self) -> None:
        grey, label, style, page = pictures.draw(self.width, self.rng)
        small = page.colour(grey).reshape(32, SHRINK, -1, SHRINK, 3).mean((1, 3)).transpose(2, 0, 1) / 127.5 - 1
        made = torch.from_numpy(small).float(), label, style
        self.kept[self.at:self.at + 1] = [made]
        self.at = (self.at + 1) % STORE

    def batch(self, count: int, new: int):
        """RGB [b, 3, 32, w] whose channel mean is the grey to be coloured, and contexts."""
        for _ in range(max(new, count - len(self.kept))):
            self.compose()
        chosen = [self.kept[k] for k in self.rng.integers(len(self.kept), size=count)]
        rgb = torch.stack([c[0] for c in chosen]).to(DEVICE)
        grey = rgb.mean(1, keepdim=True)
        spoiled = torch.rand(count, 1, 1, 1, device=DEVICE) < .5
        rgb = (rgb - grey + torch.where(spoiled, self.spoil(grey), grey)).clamp(-1, 1)
        rows = [0 if self.rng.random() < EMPTY else int(self.rng.choice(self.rows[label][style])) for _, label, style in chosen]
        return rgb, self.states[torch.tensor(rows, device=DEVICE)].float()

    def spoil(self, grey):
        g = (grey + 1) / 2
        sounds = torch.stack([self.spectrogram(g.shape[-1]) for _ in range(len(g))]).to(DEVICE)
        uniform = lambda low, high: torch.rand(len(g), 1, 1, 1, device=DEVICE) * (high - low) + low
        weight = uniform(.1, .6)
        mixed = torch.where(uniform(0, 1) < .5, (1 - weight) * g + weight * sounds, g * (.4 + 1.2 * sounds))
        if self.rng.random() < .3:
            mixed = F.avg_pool2d(F.pad(mixed, (1, 1, 1, 1), mode="replicate"), 3, 1)
        return ((mixed * uniform(.7, 1.3) + uniform(0, .06) * torch.randn_like(g)).clamp(0, 1)) * 2 - 1

    def spectrogram(self, width: int):
        shard = self.spectrograms[self.rng.integers(len(self.spectrograms))]
        left = self.rng.integers(512 - width * SHRINK + 1)
        x = shard[self.rng.integers(len(shard)), :, left:left + width * SHRINK]
        return torch.from_numpy(x.reshape(32, SHRINK, -1, SHRINK).mean((1, 3)) / 255.).float()[None]


def loss(net, x0, context):
    t = torch.randint(0, 1000, (len(x0),), device=DEVICE)
    a, noise = ALPHA[t].view(-1, 1, 1, 1), torch.randn_like(x0)
    x, v = a.sqrt() * x0 + (1 - a).sqrt() * noise, a.sqrt() * noise - (1 - a).sqrt() * x0
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        guess = net(torch.cat([x, x0.mean(1, keepdim=True)], 1), t, context).sample
    snr = ALPHA[t] / (1 - ALPHA[t]).clamp(min=1e-5)
    return (snr.clamp(max=SNR_LIMIT) / (snr + 1) * ((guess.float() - v) ** 2).mean((1, 2, 3))).mean()


def train(minutes: float) -> None:
    scenes = {True: Scenes(data.TILE, 0), False: Scenes(pictures.WIDTH, 0)}
    net, ema = ready(build()), ready(build()).eval()
    ema.load_state_dict(net.state_dict())
    weights, slow = list(net.parameters()), list(ema.parameters())
    adam = torch.optim.AdamW(weights, LEARNING_RATE, betas=(.9, .99), weight_decay=.01)
    state = {"seen": 0., **restore("colour", net=net, ema=ema, adam=adam)}
    rng = np.random.default_rng(state["step"])
    torch.manual_seed(state["step"])
    clock, saved, smooth = time.time() - state["seconds"], time.time(), None
    while (elapsed := time.time() - clock) < minutes * 60:
        progress = elapsed / (minutes * 60)
        for group in adam.param_groups:
            group["lr"] = LEARNING_RATE * min(1, (state["step"] + 1) / 100) * (.5 * (1 + math.cos(math.pi * progress)) * .97 + .03)
        tiles = rng.random() < TILE_SHARE * (progress < .85)
        x0, context = scenes[tiles].batch(TILE_BATCH if tiles else FULL_BATCH, NEW[tiles])
        value = loss(net, x0, context)
        adam.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(weights, 1.)
        adam.step()
        state["step"] += 1
        state["seen"] += len(x0) * x0.shape[-1] / 128
        with torch.no_grad():
            torch._foreach_lerp_(slow, weights, 1 - min(EMA, (1 + state["step"]) / (10 + state["step"])))
        smooth = value.item() if smooth is None else smooth * .99 + .01 * value.item()
        if time.time() - saved > SAVE_EVERY:
            state["seconds"], saved = time.time() - clock, time.time()
            save_state("colour", state, net=net, ema=ema, adam=adam)
            log("colour", minute=round(elapsed / 60, 1), step=state["step"], seen=int(state["seen"]), loss=round(smooth, 5), cpu=round(time.process_time()))
    state["seconds"] = time.time() - clock
    save_state("colour", state, net=net, ema=ema, adam=adam)
    log("colour", done=True, step=state["step"], seen=int(state["seen"]))


def trained() -> UNet2DConditionModel:
    net = build()
    net.load_state_dict(torch.load(data.WORK / "colour.pt", map_location="cpu")["ema"])
    return ready(net.eval().requires_grad_(False))


@torch.no_grad()
def coloured(net, grey, prompts: list[str], guidance: float = 2., steps: int = 30, skip: int = 7, seed: int = 0) -> torch.Tensor:
    """Grey 0 … 1 [b, 1, 128, 512] → RGB 0 … 1 of the same size: DDIM with the grey put back in every step, as the program does it."""
    small = F.avg_pool2d(grey, SHRINK) * 2 - 1
    told = torch.stack([torch.from_numpy(text.context(p)) for p in prompts]).to(DEVICE)
    context = torch.cat([torch.from_numpy(text.context("")).to(DEVICE).expand_as(told), told])
    times = [round(1000 - k * 1000 / steps) - 1 for k in range(steps)][skip:]
    noise = torch.randn(len(small), 3, *small.shape[2:], generator=torch.Generator().manual_seed(seed)).to(DEVICE)
    x = ALPHA[times[0]].sqrt() * small.expand(-1, 3, -1, -1) + (1 - ALPHA[times[0]]).sqrt() * noise
    for t, then in zip(times, [*times[1:], -1]):
        a, b = ALPHA[t], ALPHA[then] if then >= 0 else torch.tensor(1.)
        both = net(torch.cat([torch.cat([x, small], 1)] * 2), t, context).sample
        empty, heard = both.chunk(2)
        v = empty + guidance * (heard - empty)
        x0 = (a.sqrt() * x - (1 - a).sqrt() * v).clamp(-1, 1)
        noise = (x - a.sqrt() * x0) / (1 - a).sqrt()
        x0 = x0 - x0.mean(1, keepdim=True) + small
        x = b.sqrt() * x0 + (1 - b).sqrt() * noise
    chroma = F.interpolate(x - x.mean(1, keepdim=True), scale_factor=SHRINK, mode="bicubic") / 2
    return (grey + chroma).clamp(0, 1)
