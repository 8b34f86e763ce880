package org.cognito4j.jakarta.monitor;

import java.util.Map;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** The figures as a bean whose operations consoles can describe. */
final class FiguresBean extends StandardMBean {

    private static final String KEPT =
            " Takes effect at once, in all pools of the application, and over every policy that is set later."
                    + " Kept in memory until the application restarts.";

    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "denyClient",
            "Refuses every token of an app client (client-denied)." + KEPT,
            "allowClient",
            "Takes back denyClient. What the policy denies stays denied.",
            "denyTokensIssuedBefore",
            "Refuses tokens with an earlier iat (issued-before)." + KEPT,
            "allowTokensIssuedBefore",
            "Takes back denyTokensIssuedBefore. What the policy denies stays denied.",
            "denyToken",
            "Refuses one token (token-denied)." + KEPT,
            "allowToken",
            "Takes back denyToken. What the policy denies stays denied.");

    private static final Map<String, String> PARAMETERS = Map.of(
            "denyClient", "clientId:An app client id",
            "allowClient", "clientId:An app client id",
            "denyTokensIssuedBefore",
                    "target:An app client id, a user pool id for all its clients, or * for all"
                            + "|instant:For example 2026-12-01T09:30:00Z, or now",
            "allowTokensIssuedBefore", "target:As it was denied",
            "denyToken",
                    "tokenId:The token's jti|until:When the token has expired, for example 2026-12-02T09:30:00Z;"
                            + " empty for the longest life that is configured",
            "allowToken", "tokenId:The token's jti");

    FiguresBean(SecurityMXBean figures) {
        super(figures, SecurityMXBean.class, true);
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return DESCRIPTIONS.getOrDefault(operation.getName(), super.getDescription(operation));
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return parameter(operation, sequence)[0];
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return parameter(operation, sequence)[1];
    }

    private static String[] parameter(MBeanOperationInfo operation, int sequence) {
        return PARAMETERS.get(operation.getName()).split("\\|")[sequence].split(":", 2);
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        return MBeanOperationInfo.ACTION;
    }
}
