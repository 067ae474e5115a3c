/// Plain data with units: pictures, sounds, spectrograms. No file formats (see `codec`) and no signal processing (see `sound`).
@NullMarked
package chladni.engine.media;

import org.jspecify.annotations.NullMarked;
