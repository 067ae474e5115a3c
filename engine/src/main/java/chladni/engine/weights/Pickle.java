package chladni.engine.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a Python pickle as data. A pickle is a program that may call anything; this machine knows only the opcodes that
/// build plain values, and hands every call to [Calls], which decides by name. Nothing is looked up and nothing is executed.
/// Values are strings, numbers, booleans, lists (also for tuples), maps, [#NONE], and whatever the calls return.
final class Pickle {
    /// Python's `None`.
    static final Object NONE = new Object();
    private static final Object MARK = new Object();

    /// The name of something a pickle wants to call or refer to, such as `torch._utils._rebuild_tensor_v2`.
    record Global(String name) {}

    /// Says what calls and references mean, or refuses them.
    interface Calls {
        /// A reference by name; refuse here what may not even be mentioned.
        Object global(String name);

        Object call(Object callable, List<?> arguments);

        /// A reference to something outside the pickle, such as a tensor's storage.
        Object persistent(Object id);
    }

    /// A pickle that is damaged, or uses what tables of tensors never need.
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    private final ByteBuffer in;
    private final Calls calls;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Pickle(byte[] bytes, Calls calls) {
        this.in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.calls = calls;
    }

    static Object read(byte[] bytes, Calls calls) throws Malformed {
        return new Pickle(bytes, calls).run();
    }

    private Object run() throws Malformed {
        while (true) {
            int opcode = take(1).get() & 0xFF;
            if (opcode == '.') {
                return pop();
            }
            if (!number(opcode) && !text(opcode) && !container(opcode) && !reference(opcode)) {
                throw new Malformed("it uses the pickle opcode 0x" + Integer.toHexString(opcode) + ", which no table of tensors needs");
            }
        }
    }

    private boolean number(int opcode) throws Malformed {
        switch (opcode) {
            case 'K' -> stack.add((long) (take(1).get() & 0xFF));
            case 'M' -> stack.add((long) (take(2).getShort() & 0xFFFF));
            case 'J' -> stack.add((long) take(4).getInt());
            case 0x8A -> stack.add(longOf(take(take(1).get() & 0xFF)));
            case 'G' -> stack.add(take(8).order(ByteOrder.BIG_ENDIAN).getDouble());
            case 0x88 -> stack.add(true);
            case 0x89 -> stack.add(false);
            case 'N' -> stack.add(NONE);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean text(int opcode) throws Malformed {
        switch (opcode) {
            case 0x8C, 'U' -> stack.add(utf8(take(1).get() & 0xFF));
            case 'X', 'T' -> stack.add(utf8(take(4).getInt() & 0xFFFF_FFFFL));
            case 0x8D -> stack.add(utf8(take(8).getLong()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean container(int opcode) throws Malformed {
        switch (opcode) {
            case '(' -> stack.add(MARK);
            case ')' -> stack.add(List.of());
            case 't' -> stack.add(Collections.unmodifiableList(sinceMark()));
            case 0x85 -> stack.add(List.of(pop()));
            case 0x86 -> stack.add(last(2));
            case 0x87 -> stack.add(last(3));
            case ']' -> stack.add(new ArrayList<>());
            case 'a' -> append(List.of(pop()));
            case 'e' -> append(sinceMark());
            case '}' -> stack.add(new LinkedHashMap<>());
            case 's' -> put(last(2));
            case 'u' -> put(sinceMark());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean reference(int opcode) throws Malformed {
        switch (opcode) {
            case 0x80 -> take(1); // protocol
            case 0x95 -> take(8); // frame
            case 'q' -> memo.put(take(1).get() & 0xFF, top());
            case 'r' -> memo.put(take(4).getInt(), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> stack.add(remembered(take(1).get() & 0xFF));
            case 'j' -> stack.add(remembered(take(4).getInt()));
            case '0' -> pop();
            case 'c' -> stack.add(calls.global(line() + "." + line()));
            case 0x93 -> {
                List<Object> names = last(2);
                stack.add(calls.global(string(names.get(0)) + "." + string(names.get(1))));
            }
            case 'R', 0x81 -> {
                List<Object> call = last(2);
                stack.add(calls.call(call.get(0), list(call.get(1))));
            }
            case 'Q' -> stack.add(calls.persistent(pop()));
            case 'b' -> pop(); // attributes set on a value, such as a table's version notes: not needed
            default -> {
                return false;
            }
        }
        return true;
    }

    private ByteBuffer take(long length) throws Malformed {
        if (length < 0 || length > in.remaining()) {
            throw new Malformed("its table ends too early");
        }
        ByteBuffer taken = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return taken;
    }

    private String utf8(long length) throws Malformed {
        return StandardCharsets.UTF_8.decode(take(length)).toString();
    }

    private String line() throws Malformed {
        StringBuilder line = new StringBuilder();
        for (int letter = take(1).get(); letter != '\n'; letter = take(1).get()) {
            line.append((char) (letter & 0xFF));
        }
        return line.toString();
    }

    private static Object longOf(ByteBuffer bytes) throws Malformed {
        if (bytes.limit() > 8) {
            throw new Malformed("it holds a number of " + bytes.limit() + " bytes");
        }
        long number = bytes.limit() == 0 || bytes.get(bytes.limit() - 1) >= 0 ? 0 : -1;
        for (int i = bytes.limit() - 1; i >= 0; i--) {
            number = number << 8 | bytes.get(i) & 0xFF;
        }
        return number;
    }

    private Object top() throws Malformed {
        if (stack.isEmpty() || stack.getLast().equals(MARK)) {
            throw new Malformed("its table takes a value where there is none");
        }
        return stack.getLast();
    }

    private Object pop() throws Malformed {
        Object value = top();
        stack.removeLast();
        return value;
    }

    private List<Object> last(int count) throws Malformed {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.addFirst(pop());
        }
        return values;
    }

    private List<Object> sinceMark() throws Malformed {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw new Malformed("its table closes a list that was not opened");
        }
        List<Object> values = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return values;
    }

    private Object remembered(int key) throws Malformed {
        Object value = memo.get(key);
        if (value == null) {
            throw new Malformed("its table refers to a value that was never made");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    private void append(List<Object> values) throws Malformed {
        if (!(top() instanceof ArrayList<?> list)) {
            throw new Malformed("its table appends to something that is not a list");
        }
        ((List<Object>) list).addAll(values);
    }

    @SuppressWarnings("unchecked")
    private void put(List<Object> pairs) throws Malformed {
        if (!(top() instanceof LinkedHashMap<?, ?> map) || pairs.size() % 2 != 0) {
            throw new Malformed("its table sets items of something that is not a dictionary");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            // Other keys could be nested without end, and nothing looks for them.
            if (pairs.get(i) instanceof String || pairs.get(i) instanceof Long) {
                ((Map<Object, Object>) map).put(pairs.get(i), pairs.get(i + 1));
            }
        }
    }

    private static String string(Object value) throws Malformed {
        if (value instanceof String text) {
            return text;
        }
        throw new Malformed("its table names something with what is not a name");
    }

    private static List<?> list(Object value) throws Malformed {
        if (value instanceof List<?> values) {
            return values;
        }
        throw new Malformed("its table calls something with what is not a list of arguments");
    }
}
