/// Does a picture look like its words, does a sound sound like them: judges (CLIP, CLAP, the starter's own) and what they say of
/// a take. Judges know pictures, sounds and texts; what is made of their numbers (ranking, sorting) is for others.
@NullMarked
package chladni.engine.score;

import org.jspecify.annotations.NullMarked;
