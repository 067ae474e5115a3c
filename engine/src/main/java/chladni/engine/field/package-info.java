/// Pictures as functions of place, fitted by gradients: a small network of our own with its backward pass and its optimiser, in plain
/// Java. Nothing here knows what is fitted, or why.
@NullMarked
package chladni.engine.field;

import org.jspecify.annotations.NullMarked;
