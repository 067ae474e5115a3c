"""What every training run shares: the device, the log, and a state that survives being stopped."""
import json
import time

import torch
from diffusers.models.attention_processor import AttnProcessor

from folders import WORK

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
SAVE_EVERY = 180 if DEVICE == "cpu" else 45          # seconds; new data are taken up as often


def ready(net):
    """On the device; on a CPU with plain matrix products, which are a fifth faster there than fused attention's backward."""
    if DEVICE == "cpu":
        net.set_attn_processor(AttnProcessor())
    return net.to(DEVICE)


def log(name: str, **values) -> None:
    line = json.dumps({"at": time.strftime("%H:%M:%S", time.gmtime()), **values})
    print(name, line, flush=True)
    with open(WORK / f"{name}.log", "a") as f:
        f.write(line + "\n")


def restore(name: str, **parts) -> dict:
    """Loads networks and optimisers in place where a checkpoint is there, as far as it has them; gives the counters."""
    path = WORK / f"{name}.pt"
    if not path.exists():
        return {"step": 0, "seconds": 0.}
    saved = torch.load(path, map_location=DEVICE)
    for key, part in parts.items():
        if key in saved:
            part.load_state_dict(saved[key])
    return saved["state"]


def save_state(name: str, state: dict, **parts) -> None:
    half = WORK / f"{name}.half"
    torch.save({"state": state, **{key: part.state_dict() for key, part in parts.items()}}, half)
    half.rename(WORK / f"{name}.pt")
