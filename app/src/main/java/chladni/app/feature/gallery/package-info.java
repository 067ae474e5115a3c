/// Every take on disk: searched, filtered, looked at and heard, starred, rated, thrown away and brought back.
@NullMarked
package chladni.app.feature.gallery;

import org.jspecify.annotations.NullMarked;
