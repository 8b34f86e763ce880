package org.cognito4j.localpool.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** Instants as the control plane writes them: seconds since 1970 with three decimals. */
final class ApiDates {
    private ApiDates() {}

    static ObjectNode put(ObjectNode shown, long createdAt, long modifiedAt) {
        return shown.put("LastModifiedDate", seconds(modifiedAt)).put("CreationDate", seconds(createdAt));
    }

    static BigDecimal seconds(long milliseconds) {
        return BigDecimal.valueOf(milliseconds, 3);
    }
}
