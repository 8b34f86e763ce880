package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the control plane can do; throws {@link RefusedOperation}. */
@FunctionalInterface
interface Operation {
    ObjectNode answer(OperationCall call);
}
