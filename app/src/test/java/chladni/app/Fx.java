package chladni.app;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// The FX thread for tests: runs things on it, waits for it, and takes pictures of it.
final class Fx {
    private static final long PATIENCE_SECONDS = Long.getLong("chladni.patience", 120);
    private static final File SNAPSHOTS = new File("target/snapshots");

    private Fx() {}

    static synchronized void start() {
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            Platform.setImplicitExit(false);
            up.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalStateException running) {
            return;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    static <T> T call(Callable<T> body) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(body.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    static void run(Runnable body) {
        call(() -> {
            body.run();
            return true;
        });
    }

    /// Waits until something holds on the FX thread.
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            nap(10);
        }
    }

    static void nap(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /// What is seen now.
    static BufferedImage picture(Scene scene) {
        WritableImage image = call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    /// Lets painters and layouts come to rest, then writes what is seen.
    static void snapshot(Scene scene, String name) {
        nap(400);
        try {
            SNAPSHOTS.mkdirs();
            ImageIO.write(picture(scene), "png", new File(SNAPSHOTS, name + ".png"));
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }
}
