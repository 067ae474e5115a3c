package chladni.engine.codec;

import chladni.engine.media.Picture;

/// What a picture file holds.
///
/// @param text what it says about itself; nothing unless it is a PNG
public record PictureContents(Picture picture, PngText text) {}
