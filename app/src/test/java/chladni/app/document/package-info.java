@NullMarked
package chladni.app.document;

import org.jspecify.annotations.NullMarked;
