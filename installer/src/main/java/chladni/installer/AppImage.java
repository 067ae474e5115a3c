package chladni.installer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;

/// An app image for the system this runs on: a private Java runtime with only the modules that are used, JavaFX linked
/// into it, the class path, and the assets.
///
/// Arguments: the project's root, the folder to work in, the version.
public final class AppImage {
    /// Reached by name or as a service, where jdeps cannot see it.
    private static final Set<String> HIDDEN_MODULES =
            Set.of("java.naming", "java.xml", "jdk.localedata", "jdk.unsupported", "jdk.zipfs", "javafx.controls");
    private static final String LANGUAGES = "--include-locales=en,de,fr,es,it,nl,pt,pl,ru,uk,ja,ko,zh";

    private final Path assets;
    private final Path lib;
    private final Path javafx;
    private final Path natives;
    private final Path work;
    private final String version;
    private final Platform platform = Platform.current();

    private AppImage(Path root, Path work, String version) {
        this.assets = root.resolve("assets");
        this.lib = root.resolve("app/target/run/lib");
        this.javafx = root.resolve("app/target/run/javafx");
        this.natives = root.resolve("app/target/run/natives");
        this.work = work;
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException {
        new AppImage(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]).make();
    }

    private void make() throws IOException {
        Path runtime = Folders.emptied(work.resolve("runtime"));
        Path input = Folders.emptied(work.resolve("input"));
        Path image = Folders.emptied(work.resolve("image"));
        Folders.copyJars(ClassPath.of(lib.resolve("chladni.jar")), input);
        WithoutNatives.slim(input);
        Folders.copyFiles(natives, input.resolve("natives"));
        Folders.copyAssets(assets, input.resolve("assets"));
        link(runtime, modules(input));
        packed(input, runtime, image);
        if (platform == Platform.LINUX) {
            LinuxStarter.install(image.resolve("chladni"));
        }
        tryOut(platform.program(image));
    }

    /// Starts it once, which also leaves the archive of loaded classes that later starts are quicker with.
    private static void tryOut(Path program) throws IOException {
        Process process = new ProcessBuilder(program.toString(), "doctor").redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(program + " doctor failed: " + said);
        }
    }

    /// The modules that our own jars ask for, through every library that they reach.
    private Set<String> modules(Path input) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--print-module-deps", "--recursive", "--ignore-missing-deps",
                "--multi-release", "25", "--module-path", javafx.toString(), "--class-path", Folders.jarsAsPath(input)));
        for (Path jar : Folders.jars(input)) {
            String name = jar.getFileName().toString();
            if (name.startsWith("chladni") || name.startsWith("engine-")) {
                arguments.add(jar.toString());
            }
        }
        Set<String> modules = new TreeSet<>(HIDDEN_MODULES);
        modules.addAll(List.of(run("jdeps", arguments).strip().split(",")));
        return modules;
    }

    private void link(Path runtime, Set<String> modules) throws IOException {
        Files.delete(runtime); // jlink insists on making it
        run("jlink", List.of("--module-path", javafx.toString(), "--add-modules", String.join(",", modules),
                "--output", runtime.toString(), "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages",
                LANGUAGES, "--generate-cds-archive"));
    }

    private void packed(Path input, Path runtime, Path image) {
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", "chladni",
                "--app-version", platform.appVersion(version), "--vendor", "Chladni",
                "--description", "A studio for sounds that are pictures and pictures that are sounds",
                "--input", input.toString(), "--main-jar", "chladni.jar", "--runtime-image", runtime.toString(),
                "--dest", image.toString(),
                "--java-options", "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                "--java-options", "--sun-misc-unsafe-memory-access=allow",
                "--java-options", "-XX:+AutoCreateSharedArchive",
                "--java-options", "-XX:SharedArchiveFile=$APPDIR/chladni.jsa", "--java-options", "-Xlog:disable",
                "--java-options", "-Dchladni.assets=$APPDIR/assets",
                "--java-options", "-Donnxruntime.native.path=$APPDIR/natives"));
        arguments.addAll(platform.options(assets));
        run("jpackage", arguments);
    }

    private static String run(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int result = tool.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException(name + " " + String.join(" ", arguments) + " failed: " + out + err);
        }
        return out.toString();
    }
}
