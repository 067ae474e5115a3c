/// The look: one set of rules (`studio.css`) over one colour scale (`dark.css`, `light.css`) on top of AtlantaFX, the Inter
/// typeface, and the icons.
@NullMarked
package chladni.app.theme;

import org.jspecify.annotations.NullMarked;
