@NullMarked
package chladni.app.feature.run;

import org.jspecify.annotations.NullMarked;
