/// Finished work: the take in memory and its folder on disk, where files are the truth (STUDIO section 6).
@NullMarked
package chladni.engine.take;

import org.jspecify.annotations.NullMarked;
