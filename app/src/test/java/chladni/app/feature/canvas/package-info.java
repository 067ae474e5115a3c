@NullMarked
package chladni.app.feature.canvas;

import org.jspecify.annotations.NullMarked;
