"""DDIM over one latent with any number of voices, as the Java engine does it: estimates of the noise are blended, step by step."""
from dataclasses import dataclass

import torch

import text
import unet
from runs import DEVICE


@dataclass
class Voice:
    net: object
    prompts: list[str]
    guidance: float = 4.0
    weight: float = 0.5

    def __post_init__(self):
        told = torch.stack([torch.from_numpy(text.context(p)) for p in self.prompts])
        empty = torch.from_numpy(text.context("")).expand_as(told)
        self.context = torch.cat([empty, told]).to(DEVICE)

    def estimate(self, x, t):
        """v with classifier-free guidance. Mixing v is mixing ε: both are the same affine map of each other at a given x, t."""
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            empty, told = self.net(torch.cat([x, x]), t, self.context).sample.float().chunk(2)
        return empty + self.guidance * (told - empty)


def start_noise(seeds) -> torch.Tensor:
    return torch.cat([torch.randn(1, 4, 16, 64, generator=torch.Generator().manual_seed(s)) for s in seeds]).to(DEVICE)


@torch.no_grad()
def sample(voices: list[Voice], seeds: list[int], steps: int = 50, warm: float = 0., alone: int = -1) -> torch.Tensor:
    """Latents [b, 4, 16, 64]. For the first share `warm` of the steps only the voice `alone` is heard."""
    x = start_noise(seeds)
    alpha, stride = unet.ALPHA, 1000 // steps
    for k in range(steps):
        t = (steps - 1 - k) * stride + 1                     # leading spacing, offset 1
        a, b = alpha[t], alpha[t - stride] if t >= stride else alpha[0]
        heard = [voices[alone]] if k < warm * steps else voices
        total = sum(v.weight for v in heard)
        v = sum(voice.weight / total * voice.estimate(x, t) for voice in heard)
        x0 = (a.sqrt() * x - (1 - a).sqrt() * v).clamp(-unet.X0_LIMIT, unet.X0_LIMIT)
        noise = (x - a.sqrt() * x0) / (1 - a).sqrt()
        x = b.sqrt() * x0 + (1 - b).sqrt() * noise
    return x
