/// The mathematics of denoising: schedules, noise estimates and their algebra (DESIGN section 3), samplers, and the one loop.
/// Nothing here knows a network, a prompt or a file.
@NullMarked
package chladni.engine.diffusion;

import org.jspecify.annotations.NullMarked;
