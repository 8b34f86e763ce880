package org.cognito4j.matrix;

/**
 * What one server made of one class of tests.
 *
 * @param passed how many passed
 * @param retried how many of those failed at the first try
 * @param limited how many failed as the server's known limits say
 * @param failed how many failed otherwise
 */
record Cell(int passed, int retried, int limited, int failed) {

    static final Cell EMPTY = new Cell(0, 0, 0, 0);
    static final Cell PASSED = new Cell(1, 0, 0, 0);
    static final Cell RETRIED = new Cell(1, 1, 0, 0);
    static final Cell LIMITED = new Cell(0, 0, 1, 0);
    static final Cell FAILED = new Cell(0, 0, 0, 1);

    Cell plus(Cell other) {
        return new Cell(passed + other.passed, retried + other.retried, limited + other.limited, failed + other.failed);
    }

    /** As the table shows it. */
    @Override
    public String toString() {
        if (equals(EMPTY)) {
            return "✗ nothing ran";
        }
        if (failed > 0) {
            return "✗ " + failed + " of " + (passed + limited + failed);
        }
        return "✓ " + passed + (retried > 0 ? ", second try " + retried : "")
                + (limited > 0 ? ", limits " + limited : "");
    }
}
