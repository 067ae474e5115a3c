package chladni.engine.diffusion;

/// One evaluation of the models.
///
/// @param index place in the whole schedule, from 0 at pure noise
/// @param count length of the whole schedule n
/// @param timestep t, what the networks are told; training used 0 … 999
/// @param alphaBar ᾱ_t, the share of signal power left at t
public record Step(int index, int count, float timestep, float alphaBar) {}
