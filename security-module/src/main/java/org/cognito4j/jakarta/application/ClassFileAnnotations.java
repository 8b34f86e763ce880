package org.cognito4j.jakarta.application;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The annotations that a class file has on the class and on its members (The Java Virtual Machine Specification, chapter 4).
 * Reflection leaves out those whose own classes are absent, such as {@code javax.annotation.security}; here they are seen, and
 * nothing is loaded.
 */
public final class ClassFileAnnotations {

    private static final int MAGIC = 0xCAFEBABE;
    private static final String VISIBLE = "RuntimeVisibleAnnotations";
    private static final String INVISIBLE = "RuntimeInvisibleAnnotations";

    private static final int ACC_ANNOTATION = 0x2000;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** Bytes of constants of other kinds, by their tags. */
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    private final DataInputStream in;
    private final Set<String> wanted;
    private final List<Place> places = new ArrayList<>();
    private String[] texts = {};
    private int[] names = {};
    private String type = "";
    private boolean isAnnotation;

    /**
     * One annotation and its place.
     *
     * @param type the name of the class
     * @param isAnnotation whether the class is an annotation itself
     * @param member the name of the method or field; empty if the annotation is on the class itself
     * @param annotation the name of the annotation's class
     */
    public record Place(String type, boolean isAnnotation, String member, String annotation) {

        /** Returns the class, or the class and the member. */
        public String text() {
            return member.isEmpty() ? type : type + "." + member;
        }
    }

    private ClassFileAnnotations(InputStream file, Set<String> wanted) {
        this.in = new DataInputStream(file);
        this.wanted = wanted;
    }

    /**
     * Finds annotations.
     *
     * @param file the class file
     * @param wanted the names of annotations
     * @return their places; empty for most class files, of which only the constants are read then
     * @throws IOException if it is not a class file that this class understands
     */
    static List<Place> in(InputStream file, Set<String> wanted) throws IOException {
        ClassFileAnnotations reader = new ClassFileAnnotations(file, wanted);
        if (reader.readConstants()) {
            reader.readClass();
        }
        return reader.places;
    }

    /** Returns whether one of the annotations is among the constants. */
    private boolean readConstants() throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a class file");
        }
        in.skipNBytes(4);
        int count = in.readUnsignedShort();
        texts = new String[count];
        names = new int[count];
        boolean isThere = false;
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts[i] = in.readUTF();
                isThere |= wanted.contains(named(texts[i]));
            } else if (tag == CLASS) {
                names[i] = in.readUnsignedShort();
            } else if (tag < SIZES.length && SIZES[tag] > 0) {
                in.skipNBytes(SIZES[tag]);
                i += tag == LONG || tag == DOUBLE ? 1 : 0; // these count twice
            } else {
                throw new IOException("a constant of the unknown kind " + tag);
            }
        }
        return isThere;
    }

    /** Returns the class that a descriptor names. */
    private static String named(String descriptor) {
        return descriptor.startsWith("L") && descriptor.endsWith(";")
                ? descriptor.substring(1, descriptor.length() - 1).replace('/', '.')
                : "";
    }

    private void readClass() throws IOException {
        isAnnotation = (in.readUnsignedShort() & ACC_ANNOTATION) != 0;
        type = texts[names[in.readUnsignedShort()]].replace('/', '.');
        in.skipNBytes(2);
        in.skipNBytes(2L * in.readUnsignedShort());
        readMembers();
        readMembers();
        readAttributes("");
    }

    private void readMembers() throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            in.skipNBytes(2);
            String name = texts[in.readUnsignedShort()];
            in.skipNBytes(2);
            readAttributes(name);
        }
    }

    private void readAttributes(String member) throws IOException {
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            String name = texts[in.readUnsignedShort()];
            int length = in.readInt();
            if (name.equals(VISIBLE) || name.equals(INVISIBLE)) {
                for (int annotations = in.readUnsignedShort(); annotations > 0; annotations--) {
                    readAnnotation(member);
                }
            } else {
                in.skipNBytes(Integer.toUnsignedLong(length));
            }
        }
    }

    private void readAnnotation(String member) throws IOException {
        String annotation = named(texts[in.readUnsignedShort()]);
        if (wanted.contains(annotation)) {
            places.add(new Place(type, isAnnotation, member, annotation));
        }
        for (int pairs = in.readUnsignedShort(); pairs > 0; pairs--) {
            in.skipNBytes(2);
            skipValue();
        }
    }

    /** Skips an element's value (section 4.7.16.1), whose annotations are those of no place. */
    private void skipValue() throws IOException {
        switch (in.readUnsignedByte()) {
            case 'e' -> in.skipNBytes(4);
            case '@' -> {
                in.skipNBytes(2);
                for (int pairs = in.readUnsignedShort(); pairs > 0; pairs--) {
                    in.skipNBytes(2);
                    skipValue();
                }
            }
            case '[' -> {
                for (int values = in.readUnsignedShort(); values > 0; values--) {
                    skipValue();
                }
            }
            default -> in.skipNBytes(2);
        }
    }
}
