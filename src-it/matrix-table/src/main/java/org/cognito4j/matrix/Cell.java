package org.cognito4j.matrix;

/**
 * What one server made of one class of tests.
 *
 * @param passed how many passed
 * @param limited how many failed as the server's known limits say
 * @param failed how many failed otherwise
 */
record Cell(int passed, int limited, int failed) {

    static final Cell EMPTY = new Cell(0, 0, 0);

    Cell plus(Cell other) {
        return new Cell(passed + other.passed, limited + other.limited, failed + other.failed);
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
        return limited > 0 ? "✓ " + passed + ", limits " + limited : "✓ " + passed;
    }
}
