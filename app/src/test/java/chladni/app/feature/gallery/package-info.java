@NullMarked
package chladni.app.feature.gallery;

import org.jspecify.annotations.NullMarked;
