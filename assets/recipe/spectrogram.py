"""The starter's spectrogram format (DESIGN, section 4): 16 kHz, hop 160, 128 Slaney mel bands, 512 columns = 5.12 s."""
import json

import numpy as np

SAMPLE_RATE, HOP, WINDOW, N_FFT, MELS, COLUMNS = 16000, 160, 1024, 2048, 128, 512
SAMPLES = HOP * COLUMNS
LOG_LOW, LOG_HIGH = np.log(1e-5), np.log(200.0)
PEAK = 0.95


def mel_filters() -> np.ndarray:
    """Slaney's triangles of unit area, [128, 1025]: linear below 1 kHz, logarithmic above."""
    step = np.log(6.4) / 27
    mels = np.linspace(0, 15 + np.log(SAMPLE_RATE / 2 / 1000) / step, MELS + 2)
    edges = np.where(mels < 15, mels * 200 / 3, 1000 * np.exp(step * (mels - 15)))
    rises = (np.arange(N_FFT // 2 + 1) * SAMPLE_RATE / N_FFT - edges[:, None]) / np.diff(edges, append=np.inf)[:, None]    # [130, 1025]
    triangles = np.maximum(0, np.minimum(rises[:-2], 1 - rises[1:-1]))
    return (triangles * (2 / (edges[2:] - edges[:-2]))[:, None]).astype(np.float32)


_filters = mel_filters()
_hann = (0.5 - 0.5 * np.cos(2 * np.pi * np.arange(WINDOW) / WINDOW)).astype(np.float32)


def log_mel(wave: np.ndarray) -> np.ndarray:
    """[samples] → natural log of mel magnitudes, [128, samples / 160], low bands first."""
    edge = (N_FFT - HOP) // 2
    padded = np.pad(wave.astype(np.float32), edge, mode="reflect")
    # The window of 1024 sits in the middle of a frame of 2048, 512 zeros on each side: skip those 512, pad the transform.
    # A shift in time only turns phases, so the magnitude is the same.
    inner = padded[(N_FFT - WINDOW) // 2:]
    frames = np.lib.stride_tricks.sliding_window_view(inner, WINDOW)[::HOP][:len(wave) // HOP]   # [t, 1024]
    spectrum = np.fft.rfft(frames * _hann, n=N_FFT, axis=1).astype(np.complex64)                 # [t, 1025]
    magnitude = np.sqrt(spectrum.real ** 2 + spectrum.imag ** 2 + 1e-9)
    return np.log(np.maximum(_filters @ magnitude.T, 1e-5))


def to_image(wave: np.ndarray) -> np.ndarray:
    """[samples] → 0 … 1, [128, columns], low bands at the bottom. The peak is brought to 0.95 first."""
    wave = wave / max(np.abs(wave).max(), 1e-9) * PEAK
    return ((log_mel(wave) - LOG_LOW) / (LOG_HIGH - LOG_LOW)).clip(0, 1)[::-1]


def to_wave(image: np.ndarray, rounds: int = 32) -> np.ndarray:
    """Griffin-Lim, for listening: 0 … 1 [128, t] → wave at peak 0.95."""
    import librosa                                           # only here: data can be made without it
    mel = np.exp(image[::-1] * (LOG_HIGH - LOG_LOW) + LOG_LOW)
    magnitude = np.maximum(np.linalg.pinv(_filters) @ mel, 1e-8)
    wave = librosa.griffinlim(magnitude, n_iter=rounds, hop_length=HOP, win_length=WINDOW, n_fft=N_FFT, random_state=0)
    wave = np.pad(wave, (0, HOP * image.shape[1] - len(wave)))   # it ends with the last frame's middle
    return wave / max(np.abs(wave).max(), 1e-9) * PEAK


FORMAT = json.loads('{"sample_rate":16000,"hop":160,"window":1024,"n_fft":2048,"mels":128,"fmin":0,"fmax":8000,'
                    '"columns":512,"log_min":1e-5,"log_max":200}')
