package chladni.app;

import chladni.app.bench.Bench;
import chladni.app.bench.PackCard;
import java.nio.file.Path;

/// What the window is started with.
///
/// @param picture pack of the picture voice
/// @param sound pack of the sound voice
/// @param device "CPU · 2 cores"
/// @param settings file that remembers the window between sittings
record Setup(Bench bench, PackCard picture, PackCard sound, String device, Path settings) {}
