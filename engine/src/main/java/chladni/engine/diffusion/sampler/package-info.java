/// One sampler from one paper in each file.
@NullMarked
package chladni.engine.diffusion.sampler;

import org.jspecify.annotations.NullMarked;
