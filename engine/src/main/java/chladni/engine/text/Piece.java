package chladni.engine.text;

/// A word, or what a tokenizer takes for one, and where it begins in the cleaned text.
record Piece(String text, int start) {}
