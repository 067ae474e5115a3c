/// Presets: the panel's settings under a name.
@NullMarked
package chladni.app.feature.presets;

import org.jspecify.annotations.NullMarked;
