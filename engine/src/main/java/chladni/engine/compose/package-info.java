/// The flows that turn a recipe into a take, one recipe kind per file. They read as their paper: prompts, start noise, estimates, the
/// loop, decoding, sound. Models come from `pack`, mathematics from `diffusion`; nothing here draws on a window or names a folder.
@NullMarked
package chladni.engine.compose;

import org.jspecify.annotations.NullMarked;
