@NullMarked
package chladni.app;

import org.jspecify.annotations.NullMarked;
