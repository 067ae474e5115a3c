/// Colours for a take: a handful of tries side by side, one to keep. The sound stays as it is.
@NullMarked
package chladni.app.feature.colour;

import org.jspecify.annotations.NullMarked;
