"""Packs up what a machine with a GPU needs that has nothing of ours and reaches nothing: scripts, bank, sentence model, Python packages.

python recipe.py bundle --to FOLDER writes FOLDER/bundle.tar.gz (under 40 MB). There: tar xzf bundle.tar.gz && bash recipe/go.sh OUT
"""
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import bank
from folders import WORK

PACKAGES = ("diffusers==0.42.1", "soundfile==0.14.0", "cffi", "pycparser", "importlib_metadata", "zipp", "librosa==0.11.0", "audioread", "pooch",
            "lazy_loader", "msgpack", "soxr", "decorator")
PLATFORM = ("--python-version", "3.12", "--implementation", "cp", "--platform=manylinux2014_x86_64",
            *(f"--platform=manylinux_2_{n}_x86_64" for n in (28, 27, 17, 12)))


def make(to: str) -> None:
    bank.make()
    import text
    text.context("")                                         # fetches the sentence model where it is missing
    here, target = Path(__file__).parent, Path(to) / "bundle.tar.gz"
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as wheels:
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", *PLATFORM, "-d", wheels, *PACKAGES], check=True)
        with tarfile.open(target, "w:gz") as tar:
            for file in sorted(here.glob("*.*")):
                tar.add(file, f"recipe/{file.name}")
            for folder in ("bank", "minilm"):
                tar.add(WORK / folder, f"train/{folder}")
            tar.add(wheels, "wheels")
    print(target, f"{target.stat().st_size / 1e6:.1f} MB")
