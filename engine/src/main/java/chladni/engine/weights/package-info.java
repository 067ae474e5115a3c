/// Reads the files that models are published in, without copying or converting them: each reader turns a file into a table
/// of tensors that says where in which file the numbers lie. Nothing is executed, and no header is believed before it has
/// been checked against the file's length. Knows no network and no graph.
@NullMarked
package chladni.engine.weights;

import org.jspecify.annotations.NullMarked;
