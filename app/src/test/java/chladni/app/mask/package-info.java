@NullMarked
package chladni.app.mask;

import org.jspecify.annotations.NullMarked;
