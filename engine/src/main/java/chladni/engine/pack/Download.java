package chladni.engine.pack;

import chladni.engine.failure.CancelSignal;
import chladni.engine.failure.Cancelled;
import chladni.engine.failure.PackBroken;
import chladni.engine.failure.PackMissing;
import chladni.engine.failure.StorageFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/// One file: asked for again from where it stopped (HTTP `Range`, RFC 9110 section 14), written to `NAME.part`, checked, renamed.
/// The server's `ETag` is kept beside the part, so that two versions of a file are never joined.
final class Download {
    private static final int CHUNK = 1 << 18;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;

    private final HttpClient client;
    private final Catalogue.Item item;
    private final PackFetch.Patience patience;
    private final Path target;
    private final Path part;
    private final Path tag;

    Download(HttpClient client, Catalogue.Item item, Path target, PackFetch.Patience patience) {
        this.client = client;
        this.item = item;
        this.patience = patience;
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.tag = target.resolveSibling(target.getFileName() + ".tag");
    }

    /// Returns the file's length.
    ///
    /// @param watch told how many bytes of the file are there
    long run(CancelSignal cancel, LongConsumer watch) throws IOException {
        if (!Files.exists(target)) {
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            transferPatiently(cancel, watch);
            check(cancel);
            Files.deleteIfExists(tag);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
        watch.accept(Files.size(target));
        return Files.size(target);
    }

    private void transferPatiently(CancelSignal cancel, LongConsumer watch) throws IOException {
        for (int fruitless = 0; ; ) {
            long before = have();
            try {
                transfer(cancel, watch);
                return;
            } catch (LocalFailure e) {
                throw e.reason;
            } catch (IOException e) {
                cancel.throwIfRaised();
                fruitless = have() > before ? 1 : fruitless + 1;
                if (fruitless >= patience.tries()) {
                    throw new PackMissing("The download of " + item.from() + " failed: " + reason(e)
                            + ". What has arrived is kept; fetch again to go on from there.", e);
                }
                sleep(patience.pause().toMillis() << (fruitless - 1), cancel);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            }
        }
    }

    /// A failure to write is no reason to ask the server again.
    private static final class LocalFailure extends IOException {
        private static final long serialVersionUID = 1;
        private final StorageFailed reason;

        LocalFailure(Path file, IOException cause) {
            super(cause);
            reason = new StorageFailed("The file " + file + " could not be written: " + cause.getMessage() + ".", cause);
        }
    }

    private long have() throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private void transfer(CancelSignal cancel, LongConsumer watch) throws IOException, InterruptedException {
        String version = Files.exists(tag) ? Files.readString(tag) : "";
        boolean resumable = have() > 0 && (!version.isEmpty() || !item.sha256().isEmpty());
        long from = resumable ? have() : 0;
        if (item.bytes() > 0 && from == item.bytes()) {
            return;
        }
        HttpResponse<InputStream> response = client.send(request(from, version), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream in = response.body()) {
            long start = start(response, from);
            response.headers().firstValue("etag").filter(etag -> etag.startsWith("\"")).ifPresent(this::remember);
            receive(in, start, cancel, watch);
            requireWhole(response, start);
        }
    }

    private HttpRequest request(long from, String version) {
        HttpRequest.Builder request = HttpRequest.newBuilder(item.from()).header("User-Agent", "chladni").timeout(patience.stall());
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            if (!version.isEmpty()) {
                request.header("If-Range", version);
            }
        }
        return request.build();
    }

    /// Where in the file the body begins.
    private long start(HttpResponse<InputStream> response, long asked) throws IOException {
        int status = response.statusCode();
        if (status == OK) {
            return 0;
        }
        if (status == PARTIAL) {
            String range = response.headers().firstValue("content-range").orElse("");
            if (range.startsWith("bytes " + asked + "-")) {
                return asked;
            }
            throw new IOException("the server sent another range than was asked for");
        }
        if (status == RANGE_REFUSED) {
            Files.deleteIfExists(part); // longer than what the server has: start again
            throw new IOException("the server no longer has the file that the download began with");
        }
        if (status == 429 || status >= 500) {
            throw new IOException("the server answered with status " + status);
        }
        throw refused(status);
    }

    private PackMissing refused(int status) {
        String why = switch (status) {
            case 401, 403 -> "the server wants a login or an accepted licence (status " + status + "). Fetch it with a browser and use 'packs add'";
            case 404, 410 -> "it is no longer there (status " + status + ")";
            default -> "the server answered with status " + status;
        };
        return new PackMissing("The file " + item.from() + " cannot be downloaded: " + why + ".");
    }

    private void remember(String etag) {
        try {
            Files.writeString(tag, etag);
        } catch (IOException e) {
            throw new StorageFailed("The file " + tag + " could not be written: " + e.getMessage() + ".", e);
        }
    }

    private void receive(InputStream in, long start, CancelSignal cancel, LongConsumer watch) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long at = start;
        try (OutputStream out = open(start); StallGuard guard = new StallGuard(in, patience.stall(), cancel)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                cancel.throwIfRaised();
                guard.alive();
                write(out, chunk, n);
                at += n;
                watch.accept(at);
            }
        }
    }

    private OutputStream open(long start) throws LocalFailure {
        try {
            return start == 0 ? Files.newOutputStream(part) : Files.newOutputStream(part, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LocalFailure(part, e);
        }
    }

    private void write(OutputStream out, byte[] chunk, int length) throws LocalFailure {
        try {
            out.write(chunk, 0, length);
        } catch (IOException e) {
            throw new LocalFailure(part, e);
        }
    }

    private void requireWhole(HttpResponse<InputStream> response, long start) throws IOException {
        long promised = response.headers().firstValueAsLong("content-length").orElse(-1);
        if (promised >= 0 && have() < start + promised) {
            throw new IOException("the connection was closed early");
        }
    }

    private void check(CancelSignal cancel) throws IOException {
        boolean length = item.bytes() == 0 || have() == item.bytes();
        if (length && (item.sha256().isEmpty() || Checksum.of(part, cancel, read -> {}).equals(item.sha256()))) {
            return;
        }
        long got = have();
        Files.deleteIfExists(part);
        Files.deleteIfExists(tag);
        throw new PackBroken("The file " + item.from() + " is not the one that the catalogue describes: "
                + (length ? "its SHA-256 checksum differs." : "it has " + got + " bytes, not " + item.bytes() + "."));
    }

    private static void sleep(long millis, CancelSignal cancel) throws IOException {
        CountDownLatch raised = new CountDownLatch(1);
        try (CancelSignal.Registration _ = cancel.onRaise(raised::countDown)) {
            raised.await(Math.min(millis, 60_000), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
        cancel.throwIfRaised();
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? "there is no connection (" + e.getClass().getSimpleName() + ")" : message;
    }
}
