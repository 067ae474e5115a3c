"""Where everything that is made goes: never committed."""
import os
from pathlib import Path

WORK = Path(os.environ.get("CHLADNI_TRAIN", Path(__file__).parent / "train"))
