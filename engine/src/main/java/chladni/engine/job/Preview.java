package chladni.engine.job;

import chladni.engine.media.Picture;
import chladni.engine.media.Spectrogram;

/// The current estimate of the finished result, x̂₀, decoded.
///
/// @param take take being made, from 0
/// @param step steps done
/// @param picture what the picture voice's decoder sees
/// @param spectrogram what the sound voice's decoder sees: playable
public record Preview(int take, int step, Picture picture, Spectrogram spectrogram) {}
