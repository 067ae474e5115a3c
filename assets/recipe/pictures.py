"""Grey pictures, 128 × 512: one to four large glyphs of one concept, sometimes before drawn scenery.

Everything is dim on purpose: spectrograms rarely exceed 0.65, and the two must be able to meet in one picture.
"""
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from concepts import PICTURES, STYLES, Picture

HEIGHT, WIDTH = 128, 512
NOTO = "/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf"
GLYPH_SIZE = 109               # the only size the bitmap font has
BRIGHTEST = 0.72               # a glyph's whitest place
_font = None
_glyphs = {}


def glyph(character: str) -> Image.Image:
    """The glyph as grey + alpha, cropped, its own contrast stretched to 0.2 … 1 and its middle tone lifted to 0.5."""
    global _font
    if character not in _glyphs:
        _font = _font or ImageFont.truetype(NOTO, GLYPH_SIZE)
        page = Image.new("RGBA", (170, 170), (0, 0, 0, 0))
        ImageDraw.Draw(page).text((14, 14), character, font=_font, embedded_color=True)
        rgba = np.asarray(page.crop(page.getbbox()), np.float32)
        grey, alpha = rgba[..., :3] @ np.array([.299, .587, .114], np.float32), rgba[..., 3]
        low, high = np.percentile(grey[alpha > 128], (2, 98))
        grey = np.clip((grey - low) / max(high - low, 40), 0, 1)
        middle = np.clip(np.median(grey[alpha > 128]), .1, .5)
        grey = grey ** (np.log(.5) / np.log(middle)) * 204 + 51
        _glyphs[character] = Image.merge("LA", (Image.fromarray(grey.astype(np.uint8)), Image.fromarray(alpha.astype(np.uint8))))
    return _glyphs[character]


def firework(rng, size: int) -> Image.Image:
    """A burst of rays, each a line that ends in a spark."""
    scale = 3
    page = Image.new("L", (size * scale, size * scale), 0)
    pen = ImageDraw.Draw(page)
    middle, rays, turn = size * scale / 2, int(rng.integers(10, 17)), rng.uniform(0, 1)
    for ring, (inner, outer) in enumerate([(.12, .55), (.62, .95)]):
        for k in range(rays):
            angle = 2 * np.pi * (k + turn + ring / 2) / rays
            a, b = (np.array([np.cos(angle), np.sin(angle)]) * middle * r for r in (inner, outer))
            pen.line([*(middle + a), *(middle + b)], fill=235, width=int(scale * size / 34))
            x, y = middle + b
            s = scale * size / 40
            pen.ellipse([x - s, y - s, x + s, y + s], fill=255)
    page = page.resize((size, size), Image.LANCZOS)
    return Image.merge("LA", (page.point(lambda v: 255 if v else 0), page))


def scenery(kind: str, width: int, rng) -> Image.Image:
    """A quiet background: at most 0.3 bright."""
    sky = rng.uniform(0, .10) if kind != "none" and rng.random() < .5 else 0
    field = np.linspace(sky * rng.uniform(0, 1), sky, HEIGHT, dtype=np.float32)[:, None] * np.ones((1, width), np.float32)
    x, y = np.arange(width), np.arange(HEIGHT)[:, None]
    horizon = HEIGHT * rng.uniform(.78, .9)
    tone = rng.uniform(.12, .28)
    if kind in ("land", "track"):
        field = np.where(y > horizon, tone, field)
        if kind == "track":
            field = np.where((abs(y - horizon - 9) < 2.5), tone + .25, field)
    elif kind == "hills":
        for layer in range(2):
            waves = sum(rng.uniform(2, 9) * np.sin(2 * np.pi * x / rng.uniform(90, 400) + rng.uniform(0, 6)) for _ in range(3))
            field = np.where(y > horizon - 16 + 16 * layer + waves, tone * (.55 + .45 * layer), field)
    elif kind == "water":
        ripple = np.sin(2 * np.pi * (x / rng.uniform(24, 50) + .7 * np.sin(y / 7.)))
        field = np.where(y > horizon, tone * (.75 + .35 * ripple), field)
    elif kind == "night":
        for _ in range(rng.integers(6, 22) * width // WIDTH + 1):
            row, column, size = rng.integers(4, 110), rng.integers(2, width - 3), rng.integers(2, 4)
            field[row:row + size, column:column + size] = rng.uniform(.3, .6)
    return Image.fromarray((np.clip(field, 0, 1) * 255).astype(np.uint8))


def place(page: Image.Image, stamp: Image.Image, centre: float, height: int, stands: bool, rng, halo: bool) -> None:
    scale = min(height / (.65 * max(stamp.size) + .35 * min(stamp.size)), 126 / stamp.size[1])   # wide ones may be wider
    stamp = stamp.resize(tuple(max(8, int(s * scale)) for s in stamp.size), Image.BICUBIC)
    if rng.random() < .5:
        stamp = stamp.transpose(Image.FLIP_LEFT_RIGHT)
    if rng.random() < .5:
        stamp = stamp.rotate(rng.normal(0, 4), Image.BICUBIC, expand=True)
    grey, alpha = stamp.split()
    bright = rng.uniform(.72, 1) * BRIGHTEST
    width, height = stamp.size
    free = max(0, HEIGHT - height)
    top = free - int(min(free, rng.uniform(0, 8))) if stands else int(free * rng.uniform(.1, .9))
    corner = (int(centre - width / 2), top)
    if halo:                                                 # a dark rim keeps the shape apart from a bright ground
        rim = Image.new("L", (width + 12, height + 12), 0)
        rim.paste(alpha, (6, 6))
        page.paste(0, (corner[0] - 6, corner[1] - 6), rim.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(1)))
    page.paste(grey.point(lambda v: int(v * bright)), corner, alpha)


def hatching(width: int, rng) -> np.ndarray:
    """A pattern of lines, upright, level or both, or of grain: about 0.35 … 1.25, [128, width]."""
    x, y = np.arange(width), np.arange(HEIGHT)[:, None]
    kind = rng.integers(4)
    level = np.sin(2 * np.pi * y / rng.uniform(4.5, 10) + rng.uniform(0, 6) + .6 * np.sin(2 * np.pi * x / rng.uniform(150, 500)))
    upright = np.sin(2 * np.pi * x / rng.uniform(6, 18) + rng.uniform(0, 6)) + 0 * y
    grain = rng.normal(size=(HEIGHT, width)) * .5
    lines = (level + 0 * x, upright, (level + upright) * .7, grain)[kind]
    return .8 + rng.uniform(.25, .45) * lines


def compose(concept: Picture, style: str, width: int, rng) -> np.ndarray:
    """One picture of the concept: uint8 [128, width]; at width 128 it is a tile with a single glyph."""
    behind = concept.ground if rng.random() < .6 and style == "plain" else "none"
    page = scenery(behind, width, rng)
    if style == "bright":
        field = rng.uniform(.3, .58) * (1 + rng.uniform(0, .3) * (hatching(width, rng) - .8) + rng.uniform(-.3, .3) * np.linspace(-1, 1, HEIGHT)[:, None])
        page = Image.fromarray((np.clip(field, 0, .8) * 255).astype(np.uint8))
    often = np.array([1, 3, 3, 3])[:concept.most if width == WIDTH else 1]
    count = 1 + int(rng.choice(len(often), p=often / often.sum()))
    kinds = list(concept.glyphs) if rng.random() < .5 else [concept.glyphs[rng.integers(len(concept.glyphs))]]
    slot = width / count
    stands = concept.ground in ("land", "hills", "track") or (concept.ground == "water" and rng.random() < .8)
    for k in rng.permutation(count):
        size = int(rng.uniform(.74, 1.0) * min(126, slot * 1.05))
        kind = kinds[rng.integers(len(kinds))]
        stamp = firework(rng, 126) if kind == "*" else glyph(kind)
        slack = max(slot - size, 0) / 2
        place(page, stamp, (k + .5) * slot + rng.uniform(-1, 1) * slack * .8, size, stands, rng, style == "bright")
    picture = np.asarray(page.filter(ImageFilter.GaussianBlur(.35)), np.float32)
    if style == "engraved":
        picture = picture * hatching(width, rng) + (rng.uniform(0, 50) if rng.random() < .5 else 0)
    return np.clip(picture, 0, 255).astype(np.uint8)


def shard(job: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(count, width, seed) → pictures uint8 [n, 128, width], concepts in turn [n], styles [n]."""
    count, width, seed = job
    rng = np.random.default_rng([seed, width])
    labels = np.arange(count) % len(PICTURES)
    styles = rng.choice(len(STYLES), count, p=[often for often, _ in STYLES.values()])
    names = list(STYLES)
    return np.stack([compose(PICTURES[k], names[s], width, rng) for k, s in zip(labels, styles)]), labels, styles
