package org.cognito4j.jakarta.application;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls between methods that a class file contains (The Java Virtual Machine Specification, chapters 4 and 6). Reflection
 * does not list them. Nothing is loaded.
 */
public final class MethodCalls {

    /** Operand bytes of instructions whose number of bytes is fixed, where there are any. */
    private static final Map<Integer, String> OPERANDS = Map.of(
            1,
            "16 18 21-25 54-58 169 188",
            2,
            "17 19 20 132 153-168 178-184 187 189 192 193 198 199",
            3,
            "197",
            4,
            "185 186 200 201");

    private static final int[] LENGTHS = lengths();
    private static final int TABLE_SWITCH = 170;
    private static final int LOOKUP_SWITCH = 171;
    private static final int WIDE = 196;
    private static final int INCREMENT = 132;
    private static final int VIRTUAL = 182;
    private static final int SPECIAL = 183;
    private static final int STATIC = 184;
    private static final int DYNAMIC = 186;

    private final DataInputStream in;
    private final List<Call> calls = new ArrayList<>();
    private final List<Dynamic> dynamics = new ArrayList<>();
    private final Set<String> classes = new LinkedHashSet<>();

    /** A text, or the numbers of a constant of another kind. */
    private @Nullable Object[] constants = {};

    /**
     * One call.
     *
     * @param caller name and descriptor of the method that contains it
     * @param owner the class that it names
     * @param called name and descriptor of the method that it names
     * @param isSpecial whether it is a call of a superclass's or private method, which no subclass overrides
     */
    public record Call(String caller, String owner, String called, boolean isSpecial) {}

    private record Dynamic(String caller, int bootstrap) {}

    private MethodCalls(InputStream file) {
        this.in = new DataInputStream(file);
    }

    /**
     * Reads a class file.
     *
     * @throws IOException if it is not a class file that this class understands
     */
    public static MethodCalls in(InputStream file) throws IOException {
        MethodCalls reader = new MethodCalls(file);
        try {
            reader.read();
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IOException("not a class file", e);
        }
        return reader;
    }

    /** Returns all calls, those of lambda expressions and method references among them. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Returns the names of the classes that the class file names. */
    public Set<String> classes() {
        return Set.copyOf(classes);
    }

    private void read() throws IOException {
        in.skipNBytes(8);
        readConstants();
        in.skipNBytes(6);
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers();
        readMembers();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = text(in.readUnsignedShort());
            int length = in.readInt();
            if (name.equals("BootstrapMethods")) {
                readBootstraps();
            } else {
                in.skipNBytes(Integer.toUnsignedLong(length));
            }
        }
    }

    private void readConstants() throws IOException {
        constants = new Object[in.readUnsignedShort()];
        List<Integer> named = new ArrayList<>();
        for (int i = 1; i < constants.length; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> constants[i] = in.readUTF();
                case 7 -> {
                    constants[i] = new int[] {in.readUnsignedShort()};
                    named.add(i);
                }
                case 8, 16, 19, 20 -> constants[i] = new int[] {in.readUnsignedShort()};
                case 15 -> constants[i] = new int[] {in.readUnsignedByte(), in.readUnsignedShort()};
                case 9, 10, 11, 12, 17, 18 -> constants[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
                case 3, 4 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++; // these take two places
                }
                default -> throw new IOException("a constant of the unknown kind " + tag);
            }
        }
        named.forEach(index -> classes.add(className(index)));
    }

    private String text(int index) {
        return (String) constants[index];
    }

    private int[] numbers(int index) {
        return (int[]) constants[index];
    }

    private String className(int index) {
        return text(numbers(index)[0]).replace('/', '.');
    }

    private void readMembers() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2);
            String member = text(in.readUnsignedShort()) + text(in.readUnsignedShort());
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                String name = text(in.readUnsignedShort());
                byte[] content = in.readNBytes(in.readInt());
                if (name.equals("Code")) {
                    DataInputStream code = new DataInputStream(new ByteArrayInputStream(content));
                    code.skipNBytes(4);
                    readCode(member, code.readNBytes(code.readInt()));
                }
            }
        }
    }

    private void readCode(String caller, byte[] code) throws IOException {
        int at = 0;
        while (at < code.length) {
            int instruction = code[at] & 0xFF;
            if (instruction >= VIRTUAL && instruction <= DYNAMIC) {
                int index = shortAt(code, at + 1);
                if (instruction == DYNAMIC) {
                    dynamics.add(new Dynamic(caller, numbers(index)[0]));
                } else {
                    add(caller, index, instruction == SPECIAL || instruction == STATIC);
                }
            }
            at += 1 + operands(instruction, code, at);
        }
    }

    private void add(String caller, int reference, boolean isSpecial) {
        int[] method = numbers(reference);
        int[] signature = numbers(method[1]);
        calls.add(new Call(caller, className(method[0]), text(signature[0]) + text(signature[1]), isSpecial));
    }

    /** A lambda expression or method reference is a handle among the arguments of a dynamic call. */
    private void readBootstraps() throws IOException {
        int count = in.readUnsignedShort();
        for (int i = 0; i < count; i++) {
            int bootstrap = i;
            in.skipNBytes(2);
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                Object argument = constants[in.readUnsignedShort()];
                if (argument instanceof int[] handle && handle.length == 2 && handle[0] >= 5 && handle[0] <= 9) {
                    boolean isSpecial = handle[0] != 5 && handle[0] != 9;
                    dynamics.stream()
                            .filter(dynamic -> dynamic.bootstrap == bootstrap)
                            .forEach(dynamic -> add(dynamic.caller, handle[1], isSpecial));
                }
            }
        }
    }

    private static int operands(int instruction, byte[] code, int at) throws IOException {
        int aligned = (at / 4 + 1) * 4;
        switch (instruction) {
            case TABLE_SWITCH -> {
                int jumps = intAt(code, aligned + 8) - intAt(code, aligned + 4) + 1;
                return aligned + 12 + 4 * jumps - at - 1;
            }
            case LOOKUP_SWITCH -> {
                return aligned + 8 + 8 * intAt(code, aligned + 4) - at - 1;
            }
            case WIDE -> {
                return (code[at + 1] & 0xFF) == INCREMENT ? 5 : 3;
            }
            default -> {
                if (instruction >= LENGTHS.length) {
                    throw new IOException("an unknown instruction " + instruction);
                }
                return LENGTHS[instruction];
            }
        }
    }

    private static int[] lengths() {
        int[] lengths = new int[202];
        OPERANDS.forEach((length, instructions) -> {
            for (String range : instructions.split(" ")) {
                String[] ends = range.split("-");
                for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                    lengths[i] = length;
                }
            }
        });
        return lengths;
    }

    private static int shortAt(byte[] code, int at) {
        return (code[at] & 0xFF) << 8 | code[at + 1] & 0xFF;
    }

    private static int intAt(byte[] code, int at) {
        return shortAt(code, at) << 16 | shortAt(code, at + 2);
    }
}
