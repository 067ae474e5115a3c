package chladni.app;

import chladni.app.bench.Bench;
import chladni.app.bench.PackCard;
import chladni.app.bench.PackDesk;
import java.nio.file.Path;
import java.util.List;

/// What the window is started with.
///
/// @param packs what can be done about packs
/// @param cards the packs that are known at the start
/// @param picture pack of the first picture voice
/// @param sound pack of the first sound voice
/// @param device "CPU · 2 cores"
/// @param settings file that remembers the window between sittings
record Setup(Bench bench, PackDesk packs, List<PackCard> cards, PackCard picture, PackCard sound, String device, Path settings) {}
