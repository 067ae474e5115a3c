package chladni.engine.recipe;

/// A wish that the engine can turn into takes. Take *k* of a recipe uses seed + *k*.
public sealed interface Recipe permits Compose, Colourise, Imprint, Distil, Repair {
    /// PyTorch's meaning: the generator is seeded with the low 32 bits.
    long seed();

    /// How many takes are asked for.
    int takes();

    /// The recipe of take `index` alone: one take, seed + index.
    Recipe single(int index);
}
