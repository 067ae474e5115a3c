/// Studies: a grid of recipes over pairs of prompts, made, judged and laid out as a table. What was done is on disk after every take, so that a
/// study goes on where it was left. Knows recipes, takes and judges, and nothing of how takes are made.
@NullMarked
package chladni.engine.study;

import org.jspecify.annotations.NullMarked;
