"""Pictures, 128 × 512: one to four large glyphs of one concept, sometimes before drawn scenery. Grey, and in colour where it is wanted.

Everything is dim on purpose: spectrograms rarely exceed 0.65, and the two must be able to meet in one picture. Glyphs travel as four
bands, grey, alpha, Cb and Cr, in what PIL calls a CMYK picture, so that one resize or turn moves them all.
"""
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

import bank
from concepts import PICTURES, STYLES, Picture

HEIGHT, WIDTH = 128, 512
BRIGHTEST = 0.72               # a glyph's whitest place
SKY, GRASS, SAND, SEA, ROCK = (16, -10), (-22, -14), (-18, 10), (26, -16), (2, 4)     # Cb and Cr, away from grey
SHARE = np.array([p.often for p in PICTURES]) / sum(p.often for p in PICTURES)


@dataclass
class Page:
    """What is drawn on: a grey picture and its two chroma planes."""
    grey: Image.Image
    cb: Image.Image
    cr: Image.Image

    def colour(self, grey: np.ndarray) -> np.ndarray:
        """RGB [h, w, 3] uint8 whose luminance is the finished grey picture."""
        return np.asarray(Image.merge("YCbCr", (Image.fromarray(grey), self.cb, self.cr)).convert("RGB"))


def bands(grey, alpha, cb, cr) -> Image.Image:
    return Image.merge("CMYK", [Image.fromarray(np.asarray(band).clip(0, 255).astype(np.uint8)) for band in (grey, alpha, cb, cr)])


@lru_cache(maxsize=None)
def glyph(character: str) -> Image.Image:
    """The glyph's bands; its own contrast stretched to 0.2 … 1 and its middle tone lifted to 0.5."""
    rgba = bank.sprites()[character].astype(np.float32)
    grey, alpha = rgba[..., :3] @ np.array([.299, .587, .114], np.float32), rgba[..., 3]
    low, high = np.percentile(grey[alpha > 128], (2, 98))
    cb, cr = (rgba[..., 2] - grey) * .564 + 128, (rgba[..., 0] - grey) * .713 + 128
    if high - low < 12:                                      # one flat tone: nothing to stretch
        grey = np.full_like(grey, 200)
    else:
        grey = np.clip((grey - low) / max(high - low, 40), 0, 1)
        middle = np.clip(np.median(grey[alpha > 128]), .1, .5)
        grey = grey ** (np.log(.5) / np.log(middle)) * 204 + 51
    return bands(grey, alpha, cb, cr)


def drawn(page: Image.Image, alpha: Image.Image, tint) -> Image.Image:
    flat = np.ones((page.size[1], page.size[0]))
    return bands(page, alpha, 128 + tint[0] * flat, 128 + tint[1] * flat)


def firework(rng, size: int = 126) -> Image.Image:
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
    return drawn(page, page.point(lambda v: 255 if v else 0), rng.normal(0, 45, 2))


def barn(rng, size: int = 126) -> Image.Image:
    """A gambrel roof over a wide wall, a crossed door, a loft window, now and then a silo."""
    scale, wide = 2, int(size * 1.3)
    page, alpha = (Image.new("L", (wide * scale, size * scale), 0) for _ in range(2))
    pen, cut = ImageDraw.Draw(page), ImageDraw.Draw(alpha)
    w, h = wide * scale, size * scale
    left, right, eaves, knee, top = .02 * w, (.74 if rng.random() < .5 else .98) * w, rng.uniform(.42, .5) * h, .2 * h, .03 * h
    middle, wall = (left + right) / 2, int(rng.integers(105, 150))
    outline = [(left, h), (left, eaves), (left + .13 * (right - left), knee), (middle, top), (right - .13 * (right - left), knee), (right, eaves), (right, h)]
    pen.polygon(outline, fill=wall), cut.polygon(outline, fill=255)
    pen.line(outline[1:-1], fill=250, width=int(.035 * h), joint="curve")
    door = [middle - .17 * w, .6 * h, middle + .17 * w, h]
    pen.rectangle(door, outline=250, fill=wall // 2, width=int(.025 * h))
    pen.line(door, fill=250, width=int(.02 * h)), pen.line([door[0], door[3], door[2], door[1]], fill=250, width=int(.02 * h))
    pen.rectangle([middle - .05 * w, .25 * h, middle + .05 * w, .42 * h], outline=250, fill=30, width=int(.02 * h))
    if right < .9 * w:
        for draw, tone in ((pen, 190), (cut, 255)):
            draw.rectangle([.8 * w, .26 * h, .97 * w, h], fill=tone), draw.pieslice([.8 * w, .13 * h, .97 * w, .39 * h], 180, 360, fill=tone)
        for y in np.arange(.3, 1, .1) * h:
            pen.line([.8 * w, y, .97 * w, y], fill=110, width=2)
    return drawn(*(p.resize((wide, size), Image.LANCZOS) for p in (page, alpha)), (-14, 50))


def city(rng, size: int = 126) -> Image.Image:
    """A row of towers with lit windows, high and low."""
    page, at = Image.new("LA", (int(size * 1.6), size), 0), 0
    pen = ImageDraw.Draw(page)
    while at < page.size[0] - 14:
        wide, high, tone = int(rng.integers(15, 30)), int(size * rng.uniform(.4, .98)), int(rng.integers(60, 125))
        pen.rectangle([at, size - high, at + wide - 3, size], fill=(tone, 255))
        for y in range(size - high + 5, size - 5, 9):
            for x in range(at + 3, at + wide - 8, 7):
                if rng.random() < .7:
                    pen.rectangle([x, y, x + 3, y + 4], fill=(255, 255))
        at += wide
    return drawn(*page.split(), (10, -4))


DRAWN = {"f": firework, "b": barn, "c": city}


def scenery(kind: str, width: int, rng) -> Page:
    """A quiet background: at most 0.3 bright."""
    sky = rng.uniform(0, .10) if kind != "none" and rng.random() < .5 else 0
    field = np.linspace(sky * rng.uniform(0, 1), sky, HEIGHT, dtype=np.float32)[:, None] * np.ones((1, width), np.float32)
    x, y = np.arange(width), np.arange(HEIGHT)[:, None]
    horizon = HEIGHT * rng.uniform(.78, .9) + 0 * x
    tone = rng.uniform(.12, .28)
    ground = {"land": GRASS, "track": ROCK, "hills": GRASS if rng.random() < .6 else ROCK, "water": SEA}.get(kind, SKY)
    if kind in ("land", "track"):
        field = np.where(y > horizon, tone, field)
        if kind == "track":
            field = np.where((abs(y - horizon - 9) < 2.5), tone + .25, field)
    elif kind == "hills":
        for layer in range(2):
            waves = sum(rng.uniform(2, 9) * np.sin(2 * np.pi * x / rng.uniform(90, 400) + rng.uniform(0, 6)) for _ in range(3))
            field = np.where(y > horizon - 16 + 16 * layer + waves, tone * (.55 + .45 * layer), field)
        horizon = horizon - 16
    elif kind == "water":
        ripple = np.sin(2 * np.pi * (x / rng.uniform(24, 50) + .7 * np.sin(y / 7.)))
        field = np.where(y > horizon, tone * (.75 + .35 * ripple), field)
    elif kind == "night":
        for _ in range(rng.integers(6, 22) * width // WIDTH + 1):
            row, column, size = rng.integers(4, 110), rng.integers(2, width - 3), rng.integers(2, 4)
            field[row:row + size, column:column + size] = rng.uniform(.3, .6)
    below = (y > horizon) & (kind not in ("none", "night"))
    tint = [np.where(below, ground[k], SKY[k] * (kind != "none")) + 128 for k in range(2)]
    return Page(*(Image.fromarray(p.clip(0, 255).astype(np.uint8)) for p in (field.clip(0, 1) * 255, *tint)))


def place(page: Page, stamp: Image.Image, centre: float, height: int, stands: bool, rng, halo: bool) -> None:
    scale = min(height / (.65 * max(stamp.size) + .35 * min(stamp.size)), 126 / stamp.size[1])   # wide ones may be wider
    stamp = stamp.resize(tuple(max(8, int(s * scale)) for s in stamp.size), Image.BICUBIC)
    if rng.random() < .5:
        stamp = stamp.transpose(Image.FLIP_LEFT_RIGHT)
    if rng.random() < .5:
        stamp = stamp.rotate(rng.normal(0, 4), Image.BICUBIC, expand=True)
    grey, alpha, cb, cr = stamp.split()
    bright = rng.uniform(.72, 1) * BRIGHTEST
    width, height = stamp.size
    free = max(0, HEIGHT - height)
    top = free - int(min(free, rng.uniform(0, 8))) if stands else int(free * rng.uniform(.1, .9))
    corner = (int(centre - width / 2), top)
    if halo:                                                 # a dark rim keeps the shape apart from a bright ground
        rim = Image.new("L", (width + 12, height + 12), 0)
        rim.paste(alpha, (6, 6))
        page.grey.paste(0, (corner[0] - 6, corner[1] - 6), rim.filter(ImageFilter.MaxFilter(7)).filter(ImageFilter.GaussianBlur(1)))
    page.grey.paste(grey.point(lambda v: int(v * bright)), corner, alpha)
    page.cb.paste(cb, corner, alpha), page.cr.paste(cr, corner, alpha)


def hatching(width: int, rng) -> np.ndarray:
    """A pattern of lines, upright, level or both, of grain, of strokes that fade: about 0.35 … 1.25, [128, width]."""
    x, y = np.arange(width), np.arange(HEIGHT)[:, None]
    kind = rng.integers(6)
    level = np.sin(2 * np.pi * y / rng.uniform(4.5, 10) + rng.uniform(0, 6) + .6 * np.sin(2 * np.pi * x / rng.uniform(150, 500)))
    upright = np.sin(2 * np.pi * x / rng.uniform(6, 18) + rng.uniform(0, 6)) + 0 * y
    grain = rng.normal(size=(HEIGHT, width)) * .5
    if kind == 4:                                            # level lines that crowd towards the top and wander
        wander = sum(rng.uniform(0, 3) * np.sin(2 * np.pi * x / rng.uniform(60, 400) + rng.uniform(0, 6)) for _ in range(2))
        grain = np.sin(2 * np.pi * (np.maximum(HEIGHT - y + wander, 0) / rng.uniform(9, 16)) ** rng.uniform(1, 1.25)) + 0 * x
    elif kind == 5:
        strokes = np.zeros(width + 60)
        strokes[rng.integers(0, width, rng.integers(4, 26) * width // WIDTH + 1)] = 1
        grain = 2.6 * np.convolve(strokes, np.exp(-np.arange(90) / rng.uniform(4, 25)))[:width].clip(0, 1) - 1.2 + .2 * grain
    lines = (level + 0 * x, upright, (level + upright) * .7, grain, grain, grain)[kind]
    return .8 + rng.uniform(.25, .45) * lines


def compose(concept: Picture, style: str, width: int, rng) -> tuple[np.ndarray, Page]:
    """One picture of the concept: uint8 [128, width] and its page; at width 128 it is a tile with a single glyph."""
    behind = concept.ground if rng.random() < .6 and style == "plain" else "none"
    page = scenery(behind, width, rng)
    if style == "bright":
        field = rng.uniform(.3, .58) * (1 + rng.uniform(0, .3) * (hatching(width, rng) - .8) + rng.uniform(-.3, .3) * np.linspace(-1, 1, HEIGHT)[:, None])
        page.grey = Image.fromarray((np.clip(field, 0, .8) * 255).astype(np.uint8))
    often = np.array([1, 3, 3, 2])[:concept.most if width == WIDTH else 1]
    count = 1 + int(rng.choice(len(often), p=often / often.sum()))
    kinds = list(concept.glyphs) if rng.random() < .5 else [concept.glyphs[rng.integers(len(concept.glyphs))]]
    slot = width / count
    stands = concept.ground in ("land", "hills", "track") or (concept.ground == "water" and rng.random() < .8)
    for k in rng.permutation(count):
        size = int(rng.uniform(.76, 1.0) * min(126, slot * 1.05))
        kind = kinds[rng.integers(len(kinds))]
        stamp = DRAWN[kind](rng) if kind in DRAWN else glyph(kind)
        slack = max(slot - size, 0) / 2
        place(page, stamp, (k + .5) * slot + rng.uniform(-1, 1) * slack * .8, size, stands, rng, style == "bright")
    picture = np.asarray(page.grey.filter(ImageFilter.GaussianBlur(.35)), np.float32)
    if style == "engraved":
        picture = picture * hatching(width, rng) + (rng.uniform(0, 50) if rng.random() < .5 else 0)
    return np.clip(picture, 0, 255).astype(np.uint8), page


def draw(width: int, rng, concept: int = -1) -> tuple[np.ndarray, int, int, Page]:
    """A picture, its concept (by its share unless given), its style and its page."""
    label = int(rng.choice(len(PICTURES), p=SHARE)) if concept < 0 else concept
    style = int(rng.choice(len(STYLES), p=[often for often, _ in STYLES.values()]))
    picture, page = compose(PICTURES[label], list(STYLES)[style], width, rng)
    return picture, label, style, page
