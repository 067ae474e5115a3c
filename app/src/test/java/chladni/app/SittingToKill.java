package chladni.app;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A sitting in a process of its own, for `SessionTest` to end without a word in the middle of a run.
final class SittingToKill {
    static final String READY = "in the middle of the run, on the canvas: ";

    private SittingToKill() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        ScriptedBench bench = new ScriptedBench(folder).withShelf(2);
        Thread.currentThread().setUncaughtExceptionHandler((_, wrong) -> { // the window's thread would live on
            wrong.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        StudioWindow window = StudioWindow.open(bench, folder);
        window.type("Looks like", "a castle in the fog");
        window.type("Sounds like", "a bell far away");
        window.does("run.generate");
        bench.allow(50);
        Fx.until("the first take is there", () -> window.wiring.document.takes().size() > 2
                && window.wiring.document.takes().get(2).isFinished());
        bench.allow(10);
        Fx.until("the second forms", () -> window.wiring.document.takes().size() == 4
                && window.wiring.document.takes().getLast().progressProperty().get() == 0.2);
        Fx.run(() -> window.wiring.document.look(window.wiring.document.takes().get(2)));
        window.does("take.accept");
        Path session = folder.resolve("session.json");
        Path canvas = window.wiring.document.takes().get(2).saved().folder();
        Fx.until("the session is written", () -> contains(session, canvas.getFileName().toString() + "\"\n}"));
        System.out.println(READY + canvas);
        new CountDownLatch(1).await();
    }

    private static boolean contains(Path file, String words) {
        try {
            return java.nio.file.Files.readString(file).replace("\r", "").contains(words);
        } catch (java.io.IOException notYet) {
            return false;
        }
    }
}
