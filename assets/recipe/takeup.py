"""What ships, back as checkpoints: where those are gone, training and evaluation go on from the packs' weights (half precision, without the optimisers)."""
import json
from pathlib import Path

from safetensors.torch import load_file

import data
from export import WORDS
from runs import save_state

NEW = {"step": 0, "seconds": 0., "seen": 0.}


class Table:
    """Looks like a network to save_state."""

    def __init__(self, file: Path, *without: str):
        self.tensors = {key: value.float() for key, value in load_file(file).items() if key not in without}

    def state_dict(self) -> dict:
        return self.tensors


def take_up(packs: str) -> None:
    """Checkpoints that are there are left alone."""
    folder = lambda kind: Path(packs) / WORDS[kind]["id"]
    weights = "diffusion_pytorch_model.safetensors"
    coding = json.loads((folder("picture") / "vae/config.json").read_text())
    data.WORK.mkdir(parents=True, exist_ok=True)
    (data.WORK / "latent-statistics.json").write_text(json.dumps({key: coding[key] for key in ("latents_mean", "latents_std")}))
    parts = {"autoencoder": (folder("picture") / "vae" / weights, "net"), **{kind: (folder(kind) / "unet" / weights, "net", "ema") for kind in ("picture", "sound", "colour")}}
    for name, (file, *keys) in parts.items():
        if not (data.WORK / f"{name}.pt").exists():
            save_state(name, {**NEW, "from": str(file)}, **{key: Table(file) for key in keys})
    import torch
    for kind in ("picture", "sound"):
        if not (there := data.WORK / f"matcher-{kind}.pt").exists():
            torch.save(Table(folder("judge") / kind / "model.safetensors", "rivals").state_dict(), there)
