@NullMarked
package chladni.app.feature.listen;

import org.jspecify.annotations.NullMarked;
