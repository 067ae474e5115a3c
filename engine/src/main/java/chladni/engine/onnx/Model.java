package chladni.engine.onnx;

import java.nio.file.Path;

/// A graph whose weights lie in files under `weightFolder` and take `weightBytes` of memory once they are loaded.
public record Model(byte[] graph, Path weightFolder, long weightBytes) {}
