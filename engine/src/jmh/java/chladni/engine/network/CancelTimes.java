package chladni.engine.network;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.onnx.Device;
import chladni.engine.tensor.Noise;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// How long after cancelling a prediction of a pack's UNet its caller goes on, at so many moments of the prediction, in milliseconds.
///
/// `CancelTimes PACK ROWS CHANNELS HEIGHT WIDTH TOKENS CONTEXT TIMES`
public final class CancelTimes {
    private static final float TIME = 500;

    private CancelTimes() {}

    public static void main(String... args) throws Exception {
        int[] size = Stream.of(args).skip(1).mapToInt(Integer::parseInt).toArray();
        Tensor sample = Noise.single(1).normal(Shape.of(size[0], size[1], size[2], size[3]));
        Tensor context = Noise.single(2).normal(Shape.of(size[0], size[4], size[5]));
        UNet2DCondition unet = UNet2DCondition.open(NetworkFolder.open(Path.of(args[0]).resolve("unet")), Device.CPU);
        long start = System.nanoTime();
        unet.predict(sample, TIME, context, new CancelSignal());
        long whole = System.nanoTime() - start;
        double[] millis = new double[size[6]];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = afterCancelling(unet, sample, context, whole * (i + 1) / (millis.length + 1));
        }
        System.out.printf("a prediction takes %.1f s; cancelled at %d moments of it the caller went on after %s ms%n", whole / 1e9, millis.length,
                Arrays.toString(Arrays.stream(millis).map(Math::rint).toArray()));
        System.exit(0); // what was abandoned is not waited for
    }

    private static double afterCancelling(UNet2DCondition unet, Tensor sample, Tensor context, long nanos) throws InterruptedException {
        CancelSignal cancel = new CancelSignal();
        CompletableFuture<Long> over = CompletableFuture.supplyAsync(() -> {
            try {
                unet.predict(sample, TIME, context, cancel);
                throw new IllegalStateException("it ended before it was cancelled");
            } catch (Cancelled e) {
                return System.nanoTime();
            }
        });
        Thread.sleep(nanos / 1_000_000);
        long raised = System.nanoTime();
        cancel.raise();
        try {
            return (over.join() - raised) / 1e6;
        } catch (CompletionException e) {
            return Double.NaN;
        }
    }
}
