package org.cognito4j.net;

/**
 * Makes anybody's text into one that can be shown to a person: in a terminal, a log or a page. What is left cannot move a
 * cursor, change a colour, hide or turn around anything, for it is printable ASCII alone.
 */
public final class VisibleText {

    private static final int LONGEST = 200;

    private VisibleText() {}

    /**
     * A text without the power to do anything, of any length.
     *
     * @param text anybody's
     * @return the same if it is printable ASCII in one line; other characters as <code>&#92;uXXXX</code>
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                visible.append(c);
            } else {
                visible.append(String.format("\\u%04x", (int) c));
            }
        }
        return visible.toString();
    }

    /**
     * The same in quotes and cut off where it gets long, to stand within a sentence.
     *
     * @param text anybody's
     * @return at most a little more than two hundred of its characters
     */
    public static String quoted(String text) {
        return text.length() <= LONGEST
                ? '"' + of(text) + '"'
                : '"' + of(text.substring(0, LONGEST)) + "...\" (" + text.length() + " characters)";
    }
}
