"""The autoencoder both models share: 1 × 128 × 512 → pixels unshuffled by 2 → AutoencoderKL → latents 4 × 16 × 64.

Trained on crops of both kinds and on blends of the two, so that a joint sample, which is neither, decodes well.
"""
import json
import math
import time

import numpy as np
import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL

import data
from runs import DEVICE, SAVE_EVERY, log, ready, restore, save_state

PATCH = 2
CHANNELS = (48, 96, 128)
LEARNING_RATE, KL_WEIGHT, CROP = 1.5e-3, 4e-4, 128
BATCH = 16 if DEVICE == "cpu" else 128


def build(channels=CHANNELS, groups=8) -> AutoencoderKL:
    levels = len(channels)
    return AutoencoderKL(in_channels=PATCH ** 2, out_channels=PATCH ** 2, latent_channels=4, block_out_channels=channels,
                         layers_per_block=1, down_block_types=("DownEncoderBlock2D",) * levels,
                         up_block_types=("UpDecoderBlock2D",) * levels, norm_num_groups=groups, sample_size=128)


def encode(net, pictures):
    """−1 … 1 [b, 1, h, w] → distribution over [b, 4, h/8, w/8]."""
    return net.encode(F.pixel_unshuffle(pictures, PATCH).contiguous(memory_format=torch.channels_last)).latent_dist


def decode(net, latents):
    return F.pixel_shuffle(net.decode(latents).sample, PATCH)            # [b, 4, h/8, w/8] → [b, 1, h, w]


def crops(shards, count: int, rng):
    out = np.empty((count, 1, CROP, CROP), np.uint8)
    for k in range(count):
        shard = shards[rng.integers(len(shards))]
        left = rng.integers(shard.shape[2] - CROP + 1)
        out[k, 0] = shard[rng.integers(len(shard)), :, left:left + CROP]
    return torch.from_numpy(out).to(DEVICE).float() / 127.5 - 1


def blends(a, b, step: int):
    """Half of them sums, half of them the brighter of the two."""
    weight = torch.rand(len(a), 1, 1, 1, device=a.device) * .6 + .2
    return weight * a + (1 - weight) * b if step % 2 else torch.maximum(weight * (a + 1) - 1, b)


def loss(net, x):
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        posterior = encode(net, x)
        y = decode(net, posterior.sample())
    y, mean, log_var = y.float(), posterior.mean.float(), posterior.logvar.float()
    plain = (y - x).abs().mean()
    edges = (y.diff(dim=3) - x.diff(dim=3)).abs().mean() + (y.diff(dim=2) - x.diff(dim=2)).abs().mean()
    coarse = sum((F.avg_pool2d(y, k) - F.avg_pool2d(x, k)).abs().mean() for k in (2, 4))
    divergence = .5 * (mean ** 2 + log_var.exp() - 1 - log_var).mean()
    return plain + .5 * edges + .5 * coarse + KL_WEIGHT * divergence, plain.item()


def ssim(a, b):
    """Structural similarity of 0 … 1 pictures over 8 × 8 boxes."""
    box = torch.ones(1, 1, 8, 8, device=a.device) / 64
    mean = lambda v: F.conv2d(v, box)
    ma, mb = mean(a), mean(b)
    va, vb, cov = mean(a * a) - ma ** 2, mean(b * b) - mb ** 2, mean(a * b) - ma * mb
    return (((2 * ma * mb + 1e-4) * (2 * cov + 9e-4)) / ((ma ** 2 + mb ** 2 + 1e-4) * (va + vb + 9e-4))).mean()


@torch.no_grad()
def quality(net, name: str, count: int = 64) -> dict:
    """PSNR and SSIM on held-out data, from latent means."""
    net.eval()
    x = torch.from_numpy(data.load(name, "x", held_out=True)[0][:count].copy())[:, None].float().to(DEVICE) / 255
    peak, like = [], []
    for part in x.split(16):
        y = (decode(net, encode(net, part * 2 - 1).mode()).clamp(-1, 1) + 1) / 2
        peak += (-10 * torch.log10(((y - part) ** 2).mean((1, 2, 3)))).tolist()
        like.append(ssim(y, part).item())
    net.train()
    return {"psnr": round(float(np.mean(peak)), 2), "ssim": round(float(np.mean(like)), 3)}


def train(minutes: float, batch: int = BATCH, decoder_only: bool = False) -> None:
    """Runs for so many minutes in all, counted over restarts; decoder_only goes on with the latents as they are."""
    name = "decoder" if decoder_only else "autoencoder"
    net = ready(build()).to(memory_format=torch.channels_last)
    if decoder_only:
        net.load_state_dict(torch.load(data.WORK / "autoencoder.pt", map_location=DEVICE)["net"])
        net.encoder.requires_grad_(False), net.quant_conv.requires_grad_(False)
    parameters = [p for p in net.parameters() if p.requires_grad]
    adam = torch.optim.AdamW(parameters, LEARNING_RATE, betas=(.9, .99), weight_decay=1e-4, fused=True)
    state = restore(name, net=net, adam=adam)
    pictures, sounds = data.load("picture", "x"), data.load("sound", "x")
    rng = np.random.default_rng(state["step"])
    torch.manual_seed(state["step"])
    clock, saved, smooth = time.time() - state["seconds"], time.time(), 0.
    top = LEARNING_RATE * (.5 if decoder_only else 1)
    while (elapsed := time.time() - clock) < minutes * 60:
        rate = top * min(1, (state["step"] + 1) / 200) * (.5 * (1 + math.cos(math.pi * elapsed / (minutes * 60))) * .985 + .015)
        for group in adam.param_groups:
            group["lr"] = rate
        half, quarter = batch // 2, batch // 4
        a, b = crops(pictures, half, rng), crops(sounds, half, rng)
        x = torch.cat([a[:batch * 3 // 8], b[:batch * 3 // 8], blends(a[-quarter:], b[:quarter], state["step"])])
        total, plain = loss(net, x)
        adam.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.)
        adam.step()
        state["step"] += 1
        smooth = plain if state["step"] == 1 else smooth * .99 + .01 * plain
        if time.time() - saved > SAVE_EVERY:
            state["seconds"], saved = time.time() - clock, time.time()
            save_state(name, state, net=net, adam=adam)
            log(name, minute=round(elapsed / 60, 1), step=state["step"], crops=state["step"] * batch, l1=round(smooth, 4),
                picture=quality(net, "picture", 32), sound=quality(net, "sound", 32))
            pictures, sounds = data.load("picture", "x"), data.load("sound", "x")        # more may have been made since
    state["seconds"] = time.time() - clock
    save_state(name, state, net=net, adam=adam)
    log(name, done=True, step=state["step"], crops=state["step"] * batch, picture=quality(net, "picture"), sound=quality(net, "sound"))


def trained():
    """The newest autoencoder: the one whose decoder was trained on, if there is one."""
    path = data.WORK / "decoder.pt"
    net = build()
    net.load_state_dict(torch.load(path if path.exists() else data.WORK / "autoencoder.pt", map_location="cpu")["net"])
    return ready(net.eval().requires_grad_(False))


@torch.no_grad()
def cache_latents(shards: int, follow: bool = False) -> None:
    """Encodes what is not encoded yet, held-out data first: means and deviations, half precision [n, 2, 4, 16, w]. The denoisers take
    up new files as they come. To follow is to wait for shards that are still being made, until there are so many."""
    net, folder = trained(), data.WORK / "latents"
    folder.mkdir(exist_ok=True)
    while True:
        files = [f for f in sorted((data.WORK / "data").glob("*-*-x.npy"), key=turn) if turn(f)[0] < shards and f.name.split("-")[0] in data.A_SHARD]
        for file in files:
            target = folder / file.name.replace("-x", "")
            if not target.exists():
                np.save(folder / "half.npy", moments(net, np.load(file, mmap_mode="r")))
                (folder / "half.npy").rename(target)
                print("encoded", target.name, flush=True)
            statistics(folder)
        if not follow or len(files) >= 3 * shards + 2:
            return
        time.sleep(5)


def turn(file) -> tuple[int, str]:
    """Held-out data first, then shard after shard."""
    seed = int(file.name.split("-")[1])
    return (seed if seed < data.HELD_OUT_SEED else -1), file.name


def moments(net, shard) -> np.ndarray:
    parts = []
    for k in range(0, len(shard), 16):
        x = torch.from_numpy(shard[k:k + 16].copy())[:, None].to(DEVICE).float() / 127.5 - 1
        with torch.autocast(DEVICE, dtype=torch.bfloat16):
            posterior = encode(net, x)
        parts.append(torch.stack([posterior.mean, posterior.std], 1).half().cpu().numpy())
    return np.concatenate(parts)


def statistics(folder) -> None:
    """Mean and deviation per latent channel, over both kinds together, frozen when first measured."""
    target, kinds = data.WORK / "latent-statistics.json", [folder / f"{name}-0000.npy" for name in ("picture", "sound")]
    if target.exists() or not all(k.exists() for k in kinds):
        return
    total = np.zeros((2, 2, 4))
    for k, file in enumerate(kinds):
        z = np.load(file)[:, 0].astype(np.float64)
        total[k] = z.mean((0, 2, 3)), (z ** 2).mean((0, 2, 3))
    mean, square = total.mean(0)
    target.write_text(json.dumps({"latents_mean": mean.tolist(), "latents_std": np.sqrt(square - mean ** 2).tolist()}))
