@NullMarked
package chladni.app.control;

import org.jspecify.annotations.NullMarked;
