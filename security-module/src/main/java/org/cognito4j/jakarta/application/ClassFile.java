package org.cognito4j.jakarta.application;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a compiled class says of itself, read without loading it: its supertypes, and the annotations of the class and of
 * its methods (Java Virtual Machine Specification, chapter 4). An application's classes are looked at before it runs, and by
 * a program that has none of their libraries.
 *
 * @param name with dots
 * @param superclass with dots
 * @param interfaces with dots
 * @param isAbstract whether it is abstract or an interface
 * @param annotations of the class, by the names of their types
 * @param methods in their order
 */
public record ClassFile(
        String name,
        String superclass,
        List<String> interfaces,
        boolean isAbstract,
        Map<String, Marker> annotations,
        List<Method> methods) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int ABSTRACT = 0x0400;

    /** A method, its parameters and result, and its annotations. */
    public record Method(String name, String descriptor, Map<String, Marker> annotations) {}

    /**
     * An annotation with those members that are texts, enumeration constants, annotations or lists of these.
     *
     * @param texts texts of each member
     * @param nested annotations of each member
     */
    public record Marker(Map<String, List<String>> texts, Map<String, List<Marker>> nested) {

        public List<String> texts(String member) {
            return texts.getOrDefault(member, List.of());
        }

        public List<Marker> nested(String member) {
            return nested.getOrDefault(member, List.of());
        }
    }

    /** Returns an annotation of the class by the name of its type. */
    public Optional<Marker> annotation(String type) {
        return Optional.ofNullable(annotations.get(type));
    }

    /**
     * Reads a class.
     *
     * @throws IOException if it is none
     */
    public static ClassFile read(InputStream in) throws IOException {
        try {
            return new Reader(new DataInputStream(in)).readClass();
        } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
            throw new IOException("not a class file", e);
        }
    }

    private static final class Reader {

        private final DataInputStream in;
        private Object[] constants = {};

        Reader(DataInputStream in) {
            this.in = in;
        }

        ClassFile readClass() throws IOException {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a class file");
            }
            in.readInt(); // the version: nothing that is read here depends on it
            readConstants();
            int flags = in.readUnsignedShort();
            String name = className(in.readUnsignedShort());
            int superclass = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            List<String> interfaces = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                interfaces.add(className(in.readUnsignedShort()));
            }
            readMembers(); // fields
            List<Method> methods = readMembers();
            Map<String, Marker> annotations = readAttributes();
            return new ClassFile(
                    name,
                    superclass == 0 ? "" : className(superclass),
                    interfaces,
                    (flags & ABSTRACT) != 0,
                    annotations,
                    methods);
        }

        private void readConstants() throws IOException {
            constants = new Object[in.readUnsignedShort()];
            for (int i = 1; i < constants.length; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> constants[i] = in.readUTF();
                    case 7 -> constants[i] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // these take two places
                    }
                    default -> throw new IOException("unknown constant " + tag);
                }
            }
        }

        private String text(int index) {
            return (String) constants[index];
        }

        private String className(int index) {
            return text((Integer) constants[index]).replace('/', '.');
        }

        private List<Method> readMembers() throws IOException {
            int count = in.readUnsignedShort();
            List<Method> members = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                in.readUnsignedShort();
                String name = text(in.readUnsignedShort());
                String descriptor = text(in.readUnsignedShort());
                members.add(new Method(name, descriptor, readAttributes()));
            }
            return members;
        }

        private Map<String, Marker> readAttributes() throws IOException {
            Map<String, Marker> annotations = new HashMap<>();
            int count = in.readUnsignedShort();
            for (int i = 0; i < count; i++) {
                String name = text(in.readUnsignedShort());
                long length = in.readInt() & 0xFFFF_FFFFL;
                if (name.equals("RuntimeVisibleAnnotations")) {
                    int markers = in.readUnsignedShort();
                    for (int j = 0; j < markers; j++) {
                        String type = text(in.readUnsignedShort());
                        annotations.put(type.substring(1, type.length() - 1).replace('/', '.'), readMarker());
                    }
                } else {
                    in.skipNBytes(length);
                }
            }
            return annotations;
        }

        private Marker readMarker() throws IOException {
            Marker marker = new Marker(new HashMap<>(), new HashMap<>());
            int members = in.readUnsignedShort();
            for (int i = 0; i < members; i++) {
                readValue(text(in.readUnsignedShort()), marker);
            }
            return marker;
        }

        private void readValue(String member, Marker marker) throws IOException {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 's' ->
                    marker.texts
                            .computeIfAbsent(member, key -> new ArrayList<>())
                            .add(text(in.readUnsignedShort()));
                case 'e' -> {
                    in.readUnsignedShort();
                    marker.texts
                            .computeIfAbsent(member, key -> new ArrayList<>())
                            .add(text(in.readUnsignedShort()));
                }
                case '@' -> {
                    in.readUnsignedShort();
                    Marker nested = readMarker();
                    marker.nested
                            .computeIfAbsent(member, key -> new ArrayList<>())
                            .add(nested);
                }
                case '[' -> {
                    int elements = in.readUnsignedShort();
                    for (int i = 0; i < elements; i++) {
                        readValue(member, marker);
                    }
                }
                default -> in.readUnsignedShort(); // numbers, flags, classes
            }
        }
    }
}
