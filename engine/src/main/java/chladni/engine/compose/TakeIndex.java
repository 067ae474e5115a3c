package chladni.engine.compose;

/// Which take of how many is being made, from 0.
public record TakeIndex(int take, int takes) {}
