"""The vocoder: HiFi-GAN's generator (Kong et al. 2020, arXiv:2010.05646, section 2.2, its small version V3) for the starter's spectrograms.

It learns from sounds, whose wave is known, and from pictures, blends and joint samples, which nobody ever recorded: there only the spectrogram of what comes
out can be compared with the one that was asked for. First spectral distances alone, then also small discriminators on spectrograms of three
resolutions (as in UnivNet, Jang et al. 2021, arXiv:2106.07889, section 2.2).
"""
import json
import math
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import spectrogram
from runs import DEVICE, SAVE_EVERY, log, restore, save_state
from spectrogram import COLUMNS, HOP, LOG_HIGH, LOG_LOW, MELS, N_FFT, PEAK, SAMPLE_RATE, WINDOW

CONFIG = {"resblock": "2", "num_mels": MELS, "sampling_rate": SAMPLE_RATE, "upsample_initial_channel": 128,
          "upsample_rates": [5, 4, 4, 2], "upsample_kernel_sizes": [11, 8, 8, 4],
          "resblock_kernel_sizes": [3, 5, 7], "resblock_dilation_sizes": [[1, 2], [2, 6], [3, 12]]}
SLOPE, LAST_SLOPE = .1, .01    # of the leaky units, as published weights expect them
FRAMES = 48                    # of a training piece
BATCH, UNHEARD = 8, 4          # pieces of sounds; pieces without a wave
RESOLUTIONS = ((512, 80, 320), (1024, 160, 800), (2048, 320, 1600))      # transform, hop, window
LEARNING_RATE, MEL_WEIGHT, MATCH_WEIGHT = 6e-4, 12., 2.
LOUDEST = .2                   # root mean square that pieces without a wave are turned down to at most
WAVES_A_SHARD, SHARDS = 512, 5


class Block(nn.Module):
    """HiFi-GAN's second kind of residual block: one dilated convolution a step."""

    def __init__(self, channels: int, kernel: int, dilations):
        super().__init__()
        self.convs = nn.ModuleList(nn.Conv1d(channels, channels, kernel, 1, d * (kernel - 1) // 2, d) for d in dilations)

    def forward(self, x):
        for conv in self.convs:
            x = x + conv(F.leaky_relu(x, SLOPE))
        return x


class Generator(nn.Module):
    """Natural logarithms of mel amplitudes [b, 128, frames] → waves [b, 1, 160 · frames]. Names as published."""

    def __init__(self):
        super().__init__()
        width, rates, kernels = CONFIG["upsample_initial_channel"], CONFIG["upsample_rates"], CONFIG["upsample_kernel_sizes"]
        self.conv_pre = nn.Conv1d(MELS, width, 7, 1, 3)
        self.ups, self.resblocks = nn.ModuleList(), nn.ModuleList()
        for level, (rate, kernel) in enumerate(zip(rates, kernels)):
            out = width >> (level + 1)
            self.ups.append(nn.ConvTranspose1d(2 * out, out, kernel, rate, (kernel - rate) // 2))
            self.resblocks.extend(Block(out, k, d) for k, d in zip(CONFIG["resblock_kernel_sizes"], CONFIG["resblock_dilation_sizes"]))
        self.conv_post = nn.Conv1d(out, 1, 7, 1, 3)
        with torch.no_grad():
            self.conv_pre.weight.mul_(.3)                    # logarithms run from −11.5 to 5.3

    def forward(self, mel):
        x, kinds = self.conv_pre(mel), len(CONFIG["resblock_kernel_sizes"])
        for level, up in enumerate(self.ups):
            x = up(F.leaky_relu(x, SLOPE))
            x = sum(block(x) for block in self.resblocks[level * kinds:(level + 1) * kinds]) / kinds
        return self.conv_post(F.leaky_relu(x, LAST_SLOPE)).float().tanh()


class Discriminator(nn.Module):
    """Magnitudes of one resolution → scores; gives what its layers saw as well."""

    def __init__(self, channels: int = 20):
        super().__init__()
        shape = ((1, channels, (3, 7), (1, 2)), (channels, channels, (3, 7), (1, 2)), (channels, channels, (3, 7), (1, 2)), (channels, channels, 3, 1))
        self.layers = nn.ModuleList(nn.utils.parametrizations.weight_norm(nn.Conv2d(i, o, k, s, tuple(n // 2 for n in k) if isinstance(k, tuple) else k // 2))
                                    for i, o, k, s in shape)
        self.last = nn.utils.parametrizations.weight_norm(nn.Conv2d(channels, 1, 3, 1, 1))

    def forward(self, magnitude):
        x, seen = (magnitude + 1e-5).log().transpose(1, 2)[:, None] / 4, []
        for layer in self.layers:
            x = F.leaky_relu(layer(x), SLOPE)
            seen.append(x)
        return self.last(x), seen


def magnitudes(wave, size) -> torch.Tensor:
    """[b, 1, samples] → [b, bins, frames]."""
    n_fft, hop, window = size
    hann = torch.hann_window(window, device=wave.device)
    return torch.stft(wave[:, 0], n_fft, hop, window, hann, return_complex=True).abs().clamp_min(1e-7)


_filters = torch.from_numpy(spectrogram.mel_filters()).to(DEVICE)
_hann = torch.hann_window(WINDOW).to(DEVICE)


def log_mel(wave) -> torch.Tensor:
    """As spectrogram.log_mel: [b, 1, samples] → [b, 128, samples / 160]."""
    edge = (N_FFT - HOP) // 2
    frames = torch.stft(F.pad(wave, (edge, edge), mode="reflect")[:, 0], N_FFT, HOP, WINDOW, _hann, center=False, return_complex=True)
    power = frames.real ** 2 + frames.imag ** 2
    return (_filters @ (power + 1e-9).sqrt()).clamp_min(1e-5).log()


def mel_distance(asked, given) -> torch.Tensor:
    """Mean difference of logarithms; what is 60 dB under a piece's loudest cell counts less and less."""
    loud = asked.amax((1, 2), keepdim=True)
    weight = ((asked - loud) / 6.9 + 2).clamp(.15, 1)
    return ((asked - given).abs() * weight).sum() / weight.sum()


def spectral_distance(a, b) -> torch.Tensor:
    """Of the true wave a: convergence and logarithms, three resolutions (Yamamoto et al. 2020, arXiv:1910.11480, equations 4 to 6)."""
    total = 0.
    for size in RESOLUTIONS:
        real, made = magnitudes(a, size), magnitudes(b, size)
        norms = [torch.linalg.vector_norm(v, dim=(1, 2)) for v in (real - made, real)]
        floor = real.amax((1, 2), keepdim=True) * 1e-4
        total = total + (norms[0] / (norms[1] + 1e-3)).mean() + ((real + floor).log() - (made + floor).log()).abs().mean()
    return total / len(RESOLUTIONS)


def loudness(log_mels: np.ndarray) -> np.ndarray:
    """Root mean square of a sound with these mel amplitudes [b, 128, t]. A band's filter has an area of 1 / (bin width), so the mean amplitude within a
    band is its value times the bin width; a window's transform carries the wave's power times the sum of its squares."""
    bins = np.maximum((spectrogram.mel_filters() > 0).sum(1) / 2, 1)                # half of a triangle's, since neighbours overlap
    energy = ((np.exp(log_mels) * SAMPLE_RATE / N_FFT) ** 2 * bins[:, None]).sum(-2)
    squares = (np.hanning(WINDOW + 1)[:-1] ** 2).sum()
    return np.sqrt(2 * energy.mean(-1) / (N_FFT * squares))


class Waves:
    """Sounds as they were composed, and pictures to be heard."""

    def __init__(self):
        self.sounds = data.load("wave", "x")
        self.pictures = data.load("picture", "x") + data.load("sound", "x")
        self.samples = [np.load(f, mmap_mode="r") for f in sorted((data.WORK / "samples").glob("[0-9a-f]*.npy"))]

    def sound(self, rng):
        """A piece of a wave at some level, [48 · 160]; pieces of silence are drawn again."""
        for _ in range(8):
            shard = self.sounds[rng.integers(len(self.sounds))]
            left = int(rng.integers(COLUMNS - FRAMES + 1)) * HOP
            piece = shard[rng.integers(len(shard)), left:left + FRAMES * HOP].astype(np.float32) / 32768
            if np.abs(piece).max() > .01:
                break
        return piece * 10 ** rng.uniform(-1, 0)

    def unheard(self, rng) -> np.ndarray:
        """A piece of a picture as logarithms, [128, 48]: a joint sample, a blend, or one of its two halves."""
        if self.samples and rng.random() < .5:
            shard = self.samples[rng.integers(len(self.samples))]
            image = shard[rng.integers(len(shard)), 0].astype(np.float32)
        else:
            image = self.any(rng)
            if rng.random() < .6:
                weight = rng.uniform(.2, .8)
                image = weight * image + (1 - weight) * self.any(rng)
        left = int(rng.integers(COLUMNS - FRAMES + 1))
        mel = image[::-1, left:left + FRAMES] * (LOG_HIGH - LOG_LOW) + LOG_LOW
        mel = mel - max(0., math.log(loudness(mel) / LOUDEST))
        return np.maximum(mel + rng.uniform(-2, 0), LOG_LOW)

    def any(self, rng):
        shard = self.pictures[rng.integers(len(self.pictures))]
        return shard[rng.integers(len(shard))].astype(np.float32) / 255

    def batch(self, rng):
        waves = torch.from_numpy(np.stack([self.sound(rng) for _ in range(BATCH)]).astype(np.float32))[:, None].to(DEVICE)
        return waves, torch.from_numpy(np.stack([self.unheard(rng) for _ in range(UNHEARD)]).astype(np.float32)).to(DEVICE)


def compose(seeds=range(SHARDS)) -> None:
    """Shards of waves as int16 [512, 81920]; the held-out one has every class alike."""
    import sounds
    from concepts import SOUNDS
    for seed in (data.HELD_OUT_SEED, *seeds):
        if data.missing("wave", seed):
            rng, held_out = np.random.default_rng([seed, 7]), seed >= data.HELD_OUT_SEED
            labels = [k % len(SOUNDS) if held_out else int(rng.choice(len(SOUNDS), p=sounds.SHARE)) for k in range(2 * len(SOUNDS) if held_out else WAVES_A_SHARD)]
            waves = [sounds.finish(sounds.source(SOUNDS[label].name, rng), rng) for label in labels]
            peaks = [PEAK * w / max(np.abs(w).max(), 1e-9) for w in waves]
            data.save("wave", seed, y=np.array(labels), x=np.round(np.stack(peaks) * 32767).astype(np.int16))
            print("waves", seed, flush=True)


def train(minutes: float, alone: float = .5) -> None:
    """Runs for so many minutes in all, counted over restarts; for the first share `alone` of them without discriminators."""
    compose()
    torch.manual_seed(0)
    net, critics = Generator().to(DEVICE), nn.ModuleList(Discriminator() for _ in RESOLUTIONS).to(DEVICE)
    adam = torch.optim.AdamW(net.parameters(), LEARNING_RATE, betas=(.8, .99), weight_decay=.01)
    against = torch.optim.AdamW(critics.parameters(), LEARNING_RATE / 2, betas=(.8, .99), weight_decay=.01)
    mean = torch.optim.swa_utils.AveragedModel(net, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(.998))
    state = restore("vocoder", net=net, critics=critics, adam=adam, against=against, mean=mean)
    waves, rng = Waves(), np.random.default_rng(state["step"])
    clock, saved, sums = time.time() - state["seconds"], time.time(), {}
    while (elapsed := (time.time() - clock) / 60) < minutes:
        rate = LEARNING_RATE * min(1, (state["step"] + 1) / 300) * (.5 * (1 + math.cos(math.pi * elapsed / minutes)) * .97 + .03)
        for optimiser, share in ((adam, 1), (against, .5)):
            optimiser.param_groups[0]["lr"] = rate * share
        real, unheard = waves.batch(rng)
        asked = torch.cat([log_mel(real), unheard])
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            made = net(asked)
        heard = made[:BATCH]
        parts = {"mel": mel_distance(asked, log_mel(made)), "spectra": spectral_distance(real, heard)}
        total = MEL_WEIGHT * parts["mel"] + MEL_WEIGHT / 2 * parts["spectra"]
        if elapsed > alone * minutes:
            looks = [(magnitudes(real, size), magnitudes(heard, size)) for size in RESOLUTIONS]
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                scores = [[critic(x)[0].float() for x in (a, b.detach())] for critic, (a, b) in zip(critics, looks)]
            parts["critics"] = sum(((1 - a) ** 2).mean() + (b ** 2).mean() for a, b in scores)
            against.zero_grad(set_to_none=True)
            parts["critics"].backward()
            against.step()
            with torch.autocast(DEVICE, dtype=torch.bfloat16):
                pairs = [(critic(a.detach())[1], critic(b)) for critic, (a, b) in zip(critics, looks)]
            parts["fooled"] = sum(((1 - score.float()) ** 2).mean() for _, (score, _) in pairs)
            parts["alike"] = sum((x.detach().float() - y.float()).abs().mean() for seen, (_, made_seen) in pairs for x, y in zip(seen, made_seen))
            total = total + min(1, (elapsed / minutes - alone) / .05) * (parts["fooled"] + MATCH_WEIGHT * parts["alike"])
        adam.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 20.)
        adam.step()
        mean.update_parameters(net)
        state["step"] += 1
        for key, value in parts.items():
            sums[key] = sums.get(key, value.item()) * .98 + .02 * value.item()
        if state["step"] == 20 or time.time() - saved > SAVE_EVERY:
            state["seconds"], saved = time.time() - clock, time.time()
            save_state("vocoder", state, net=net, critics=critics, adam=adam, against=against, mean=mean)
            log("vocoder", minute=round(elapsed, 1), step=state["step"], **{k: round(v, 4) for k, v in sums.items()}, held_out=quality(mean.module, 16))
            waves = Waves()                                  # more samples may have been made since
    state["seconds"] = time.time() - clock
    save_state("vocoder", state, net=net, critics=critics, adam=adam, against=against, mean=mean)
    log("vocoder", done=True, step=state["step"], held_out=quality(mean.module))


@torch.no_grad()
def quality(net, count: int = 110) -> dict:
    """On held-out sounds: mean difference of the mel logarithms, and the distance of the spectra."""
    real = torch.from_numpy(data.load("wave", "x", held_out=True)[0][:count].astype(np.float32) / 32768)[:, None].to(DEVICE)
    mel, spectra = [], []
    for part in real.split(8):
        made = net(log_mel(part))
        mel.append(mel_distance(log_mel(part), log_mel(made)).item())
        spectra.append(spectral_distance(part, made).item())
    return {"mel": round(float(np.mean(mel)), 3), "spectra": round(float(np.mean(spectra)), 3)}


def trained() -> Generator:
    net = torch.optim.swa_utils.AveragedModel(Generator())
    net.load_state_dict(torch.load(data.WORK / "vocoder.pt", map_location="cpu")["mean"])
    return net.module.eval().requires_grad_(False).to(DEVICE)
