package chladni.engine.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.OutOfMemory;
import chladni.engine.tensor.Shape;
import chladni.engine.tensor.Tensor;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// A graph made ready on a device. Runs may come from any thread.
public final class Session implements AutoCloseable {
    private static final String EXTERNAL_FOLDER = "session.model_external_initializers_file_folder_path";

    /// Besides its weights a network needs room to work in: about a sixth of them at the published sizes.
    private static final int WORKING_SHARE = 6;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, TensorInfo> inputs = new LinkedHashMap<>();
    private final LongAdder nanosInside = new LongAdder();
    /// Runs hold the read lock, closing takes the write lock: native memory must not go while it is computed with.
    private final ReadWriteLock runs = new ReentrantReadWriteLock();

    private Session(OrtEnvironment environment, OrtSession session) throws OrtException {
        this.environment = environment;
        this.session = session;
        for (Map.Entry<String, NodeInfo> input : session.getInputInfo().entrySet()) {
            inputs.put(input.getKey(), (TensorInfo) input.getValue().getInfo());
        }
    }

    /// Opens a model that holds its own weights, such as a published `.onnx` file.
    ///
    /// @throws chladni.engine.failure.PackBroken when ONNX Runtime cannot load it
    public static Session open(byte[] model, Device device) {
        return create(model, null, device, Cores.physical());
    }

    /// Opens a graph whose weights lie in files.
    ///
    /// @throws chladni.engine.failure.PackBroken when ONNX Runtime cannot load it
    /// @throws OutOfMemory when its weights do not fit into memory
    public static Session open(Model model, Device device) {
        return open(model, device, Cores.physical());
    }

    /// The same on half of the processor's cores, for two that run at the same time: together they wait less than one after the other on all.
    public static Session openOnHalf(Model model, Device device) {
        return open(model, device, Math.max(1, Cores.physical() / 2));
    }

    private static Session open(Model model, Device device, int threads) {
        if (device.equals(Device.CPU)) {
            requireRoom(model);
        }
        return create(model.graph(), model.weightFolder(), device, threads);
    }

    private static void requireRoom(Model model) {
        long needed = model.weightBytes() + model.weightBytes() / WORKING_SHARE;
        FreeMemory.room().ifPresent(room -> {
            if (room.bytes() < needed) {
                throw new OutOfMemory(String.format(Locale.ROOT, "The model in %s needs about %.1f GB of memory, but only %.1f GB are free%s. "
                        + "%s, or choose a smaller model.", model.weightFolder(), needed / 1e9, room.bytes() / 1e9, room.where(), room.advice()));
            }
        });
    }

    private static Session create(byte[] model, @Nullable Path weightFolder, Device device, int threads) {
        OrtEnvironment environment = Providers.environment();
        try (SessionOptions options = options(device, threads)) {
            if (weightFolder != null) {
                options.addConfigEntry(EXTERNAL_FOLDER, weightFolder.toAbsolutePath().toString());
            }
            return new Session(environment, DeepStack.run(() -> environment.createSession(model, options)));
        } catch (OrtException e) {
            throw OrtFailures.opening(e, weightFolder);
        }
    }

    private static SessionOptions options(Device device, int threads) throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        // Threads that spin while waiting make everything collapse on a busy machine.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        if (device instanceof Device.Accelerated(String id, int index)) {
            Accelerator.of(id).addTo(options, index);
        }
        return options;
    }

    /// Runs the graph and returns all its outputs by name. Raising `cancel` ends the run between two of its operations,
    /// and the waiting soon after it.
    ///
    /// @throws IllegalArgumentException when an input is missing, unknown, or of another type or shape than the graph's
    /// @throws Cancelled when the signal was raised before or during the run
    public Map<String, Tensor> run(Feeds feeds, CancelSignal cancel) {
        check(feeds);
        cancel.throwIfRaised();
        return Abandonable.call(() -> runHere(feeds, cancel), cancel);
    }

    private Map<String, Tensor> runHere(Feeds feeds, CancelSignal cancel) {
        runs.readLock().lock();
        Map<String, OnnxTensor> given = new LinkedHashMap<>();
        try (RunOptions options = new RunOptions();
                TerminateSwitch terminate = new TerminateSwitch(options);
                CancelSignal.Registration _ = cancel.onRaise(terminate::pull)) {
            for (Map.Entry<String, Feeds.Feed> feed : feeds.all().entrySet()) {
                given.put(feed.getKey(), tensor(feed.getValue()));
            }
            long start = System.nanoTime();
            try (OrtSession.Result result = session.run(given, options)) {
                nanosInside.add(System.nanoTime() - start);
                return tensors(result);
            }
        } catch (OrtException e) {
            if (cancel.isRaised()) {
                throw new Cancelled();
            }
            throw OrtFailures.running(e);
        } finally {
            given.values().forEach(OnnxTensor::close);
            runs.readLock().unlock();
        }
    }

    /// Time spent inside ONNX Runtime's runs so far, for measuring what the rest costs.
    public long nanosInside() {
        return nanosInside.sum();
    }

    private void check(Feeds feeds) {
        if (!feeds.all().keySet().equals(inputs.keySet())) {
            throw new IllegalArgumentException("the graph takes the inputs " + inputs.keySet() + ", but got " + feeds.all().keySet());
        }
        feeds.all().forEach((name, feed) -> {
            TensorInfo info = Objects.requireNonNull(inputs.get(name));
            if (!fits(feed.shape(), info.getShape())) {
                throw new IllegalArgumentException("input " + name + " of the graph has the shape " + described(info) + ", but got " + feed.shape());
            }
        });
    }

    private static boolean fits(Shape shape, long[] declared) {
        if (shape.rank() != declared.length) {
            return false;
        }
        for (int axis = 0; axis < declared.length; axis++) {
            if (declared[axis] >= 0 && declared[axis] != shape.length(axis)) {
                return false;
            }
        }
        return true;
    }

    private static String described(TensorInfo info) {
        String[] names = info.getDimensionNames();
        StringBuilder text = new StringBuilder("[");
        for (int axis = 0; axis < names.length; axis++) {
            text.append(axis == 0 ? "" : ", ").append(info.getShape()[axis] >= 0 ? Long.toString(info.getShape()[axis]) : names[axis]);
        }
        return text.append("]").toString();
    }

    private OnnxTensor tensor(Feeds.Feed feed) throws OrtException {
        long[] shape = feed.shape().toLongArray();
        return switch (feed) {
            case Feeds.Floats(Tensor floats) -> OnnxTensor.createTensor(environment, FloatBuffer.wrap(floats.data()), shape);
            case Feeds.Longs longs -> OnnxTensor.createTensor(environment, LongBuffer.wrap(longs.numbers()), shape);
        };
    }

    private static Map<String, Tensor> tensors(OrtSession.Result result) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        result.forEach(entry -> {
            OnnxTensor tensor = (OnnxTensor) entry.getValue();
            tensors.put(entry.getKey(), Tensor.of(Shape.of(tensor.getInfo().getShape()), tensor.getFloatBuffer().array()));
        });
        return tensors;
    }

    /// Waits for runs that are still under way, also for one that was cancelled and left alone.
    @Override
    public void close() {
        runs.writeLock().lock();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session", e);
        } finally {
            runs.writeLock().unlock();
        }
    }
}
