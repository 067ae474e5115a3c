"""Writes the packs: diffusers folders with half-precision weights, and chladni-pack.json beside them."""
import hashlib
import json
from pathlib import Path

from safetensors.torch import save_file

import autoencoder
import colour
import data
import matchers
import text
import unet
from concepts import canonical
from spectrogram import FORMAT

VERSION = "0.3.1"
SCHEDULER = {"_class_name": "DDIMScheduler", "num_train_timesteps": 1000, "beta_start": 0.00085, "beta_end": 0.012,
             "beta_schedule": "scaled_linear", "steps_offset": 1, "set_alpha_to_one": False, "clip_sample": False,
             "prediction_type": "v_prediction", "timestep_spacing": "leading", "chladni_x0_limit": unet.X0_LIMIT}
COLOUR_SCHEDULER = {"_class_name": "DDIMScheduler", "num_train_timesteps": 1000, "beta_start": 0.0001, "beta_end": 0.02,
                    "beta_schedule": "squaredcos_cap_v2", "steps_offset": 0, "set_alpha_to_one": True, "clip_sample": True,
                    "clip_sample_range": 1.0, "prediction_type": "v_prediction", "timestep_spacing": "trailing"}
TEXT = {"_class_name": "SentenceStates", "model_type": "bert", "chladni_bundled": "all-minilm-l6-v2-q",
        "hidden_size": text.WIDTH, "max_length": text.LENGTH}
INDEX = {"_class_name": "StableDiffusionPipeline", "unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"],
         "scheduler": ["diffusers", "DDIMScheduler"], "text_encoder": ["chladni", "SentenceStates"]}
WORDS = {
    "picture": {"id": "starter-picture", "title": "Starter: pictures", "kind": "picture",
                "source": "trained by assets/recipe on pictures composed from Noto Color Emoji (OFL 1.1) and drawn scenery"},
    "sound": {"id": "starter-sound", "title": "Starter: sounds", "kind": "sound",
              "source": "trained by assets/recipe on synthesised sounds, FluidR3 GM (MIT) through fluidsynth, espeak-ng speech"},
    "colour": {"id": "starter-colour", "title": "Starter: colours", "kind": "colour",
               "source": "trained by assets/recipe on scenes composed from Noto Color Emoji (OFL 1.1) and drawn scenery"},
    "judge": {"id": "starter-judges", "title": "Starter: judges", "kind": "judge",
              "source": "trained by assets/recipe on the same pictures and sounds, and on blends of them"},
}
CHOSEN = Path(__file__).parent / "chosen.json"       # defaults and prompts, as measured by evaluate.py and picked by eye


def dump(path: Path, value: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n")


def weights(net, path: Path, **more) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file({k: v.half().contiguous().cpu() for k, v in {**net.state_dict(), **more}.items()}, path, metadata={"format": "pt"})
    path.chmod(0o644)


def config(net, **more) -> dict:
    """The network's configuration as save_pretrained writes it."""
    return {**json.loads(net.to_json_string()), **more}


def pack(folder: Path, denoiser, coding, words: dict, chosen: dict) -> None:
    coder, statistics = coding
    dump(folder / "model_index.json", INDEX)
    dump(folder / "unet/config.json", config(denoiser))
    weights(denoiser, folder / "unet/diffusion_pytorch_model.safetensors")
    dump(folder / "vae/config.json", config(coder, scaling_factor=1.0, patch_size=autoencoder.PATCH, **statistics))
    weights(coder, folder / "vae/diffusion_pytorch_model.safetensors")
    dump(folder / "text_encoder/config.json", TEXT)
    dump(folder / "scheduler/scheduler_config.json", SCHEDULER)
    about(folder, words, spectrogram=FORMAT, **chosen)


def colour_pack(folder: Path, net) -> None:
    dump(folder / "model_index.json", {k: v for k, v in INDEX.items() if k != "vae"})
    dump(folder / "unet/config.json", config(net))
    weights(net, folder / "unet/diffusion_pytorch_model.safetensors")
    dump(folder / "text_encoder/config.json", TEXT)
    dump(folder / "scheduler/scheduler_config.json", COLOUR_SCHEDULER)
    about(folder, WORDS["colour"], defaults=json.loads(CHOSEN.read_text())["colour"]["defaults"])


def judges_pack(folder: Path) -> None:
    for kind in ("picture", "sound"):
        net = matchers.matcher(kind)
        dump(folder / kind / "config.json", {"architecture": "chladni-judge", "channels": matchers.LEVELS, "norm_num_groups": matchers.GROUPS,
                                             "embedding": text.WIDTH, "rows": 128, "columns": 512})
        weights(net, folder / kind / "model.safetensors", rivals=matchers.canonical(kind))
    dump(folder / "text_encoder/config.json", TEXT)
    about(folder, WORDS["judge"])


def about(folder: Path, words: dict, **more) -> None:
    """chladni-pack.json, with the checksums of all that lies beside it."""
    sums = {str(f.relative_to(folder)): hashlib.sha256(f.read_bytes()).hexdigest()
            for f in sorted(folder.rglob("*")) if f.is_file() and f.name != "chladni-pack.json"}
    dump(folder / "chladni-pack.json", {**words, "licence": "GPL-3.0-or-later", "version": VERSION, **more, "sha256": sums})


def packs(to: str) -> None:
    statistics = json.loads((data.WORK / "latent-statistics.json").read_text())
    chosen, coder = json.loads(CHOSEN.read_text()), autoencoder.trained()
    for kind in ("picture", "sound"):
        pack(Path(to) / WORDS[kind]["id"], unet.trained(kind), (coder, statistics), WORDS[kind], chosen[kind])
    if (data.WORK / "colour.pt").exists():
        colour_pack(Path(to) / WORDS["colour"]["id"], colour.trained())
    judges_pack(Path(to) / WORDS["judge"]["id"])
