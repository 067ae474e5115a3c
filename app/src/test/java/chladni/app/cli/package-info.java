@NullMarked
package chladni.app.cli;

import org.jspecify.annotations.NullMarked;
