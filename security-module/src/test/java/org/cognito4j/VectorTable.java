package org.cognito4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects the vectors of one area, row by row. */
final class VectorTable {

    private final String area;
    private final List<Vector> vectors = new ArrayList<>();
    private Service service = Service.FOR_MACHINES;

    VectorTable(String area) {
        this.area = area;
    }

    /** The rows below are sent there. */
    VectorTable at(Service service) {
        this.service = service;
        return this;
    }

    VectorTable accepted(String id, String comment, Consumer<TokenDraft> mutation) {
        return row(id, comment, mutation, Optional.empty());
    }

    VectorTable rejected(RejectionReason reason, String id, String comment, Consumer<TokenDraft> mutation) {
        return row(id, comment, mutation, Optional.of(reason));
    }

    private VectorTable row(
            String id, String comment, Consumer<TokenDraft> mutation, Optional<RejectionReason> reason) {
        vectors.add(new Vector(area + "/" + id, comment, service, mutation, reason));
        return this;
    }

    List<Vector> rows() {
        return List.copyOf(vectors);
    }
}
