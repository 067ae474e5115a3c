package chladni.engine.score;

import chladni.engine.network.Embedding;
import chladni.engine.text.Tokens;

/// A text as a judge has read it.
///
/// @param tokens its ids, and what was cut from it
/// @param embedding where it lies, one row
public record ReadText(Tokens tokens, Embedding embedding) {}
