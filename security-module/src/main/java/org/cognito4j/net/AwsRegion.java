package org.cognito4j.net;

import java.util.regex.Pattern;

/**
 * An AWS region and the domain under which its services are reached.
 *
 * @param name for example {@code eu-west-1}
 */
public record AwsRegion(String name) {

    /** The form of a region's name, as a regular expression. */
    public static final String FORM = "(?:(?:cn|eusc|us-gov)-)?[a-z]{2,4}(?:-[a-z]+)*-[0-9]{1,2}";

    private static final Pattern NAME = Pattern.compile(FORM);

    /**
     * A region by its name.
     *
     * @param name for example {@code eu-west-1}
     * @throws IllegalArgumentException if the text has not the form of a region's name
     */
    public AwsRegion {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a region has a name like eu-west-1");
        }
    }

    /**
     * A service of Amazon's in this region.
     *
     * @param service the first label of its host, for example {@code cognito-idp}
     * @return its origin, for example {@code https://cognito-idp.eu-west-1.amazonaws.com}
     */
    public String origin(String service) {
        return "https://" + service + "." + name + "." + dnsSuffix();
    }

    /**
     * Whether another region belongs to the same partition: the commercial one, GovCloud, China or the European
     * sovereign cloud. Nothing is replicated from one to the other.
     *
     * @param other another region
     * @return true if both are in one partition
     */
    public boolean isInPartitionOf(AwsRegion other) {
        return dnsSuffix().equals(other.dnsSuffix()) && isGovCloud() == other.isGovCloud();
    }

    private boolean isGovCloud() {
        return name.startsWith("us-gov-");
    }

    /** One suffix for each partition: China, the European sovereign cloud, and the commercial one with GovCloud. */
    private String dnsSuffix() {
        if (name.startsWith("cn-")) {
            return "amazonaws.com.cn";
        }
        if (name.startsWith("eusc-")) {
            return "amazonaws.eu";
        }
        return "amazonaws.com";
    }
}
