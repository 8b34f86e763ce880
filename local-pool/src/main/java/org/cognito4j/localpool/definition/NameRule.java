package org.cognito4j.localpool.definition;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The kinds of name a pool is made of, each with Cognito's rule for it and that rule in words.
 *
 * <p>Two rules are narrower than Cognito's service model. A user pool id carries a region, because verifiers derive the
 * region from it. A client name has no line break, because it is printed on a line of its own.
 */
enum NameRule {
    USER_POOL_ID(
            "[a-z]{2,4}(-[a-z]+)+-\\d+_[0-9a-zA-Z]+",
            1,
            55,
            "write a region, an underscore, then letters and digits, for instance eu-west-1_LocalPool"),
    DOMAIN(
            "(?!.*(?:aws|amazon|cognito))[a-z0-9](?:[a-z0-9-]*[a-z0-9])?",
            1,
            63,
            "use small letters, digits and hyphens, and none of the words aws, amazon and cognito"),
    RESOURCE_SERVER("[\\x21\\x23-\\x5B\\x5D-\\x7E]+", 1, 256, "use visible ASCII characters except \" and \\"),
    SCOPE("[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+", 1, 256, "use visible ASCII characters except \", \\ and /"),
    CLIENT_NAME("[\\w +=,.@-]+", 1, 128, "use letters, digits, blanks and _ + = , . @ -"),
    CLIENT_ID("[\\w+]+", 1, 128, "use letters, digits, _ and +"),
    CLIENT_SECRET("[\\w+]+", 24, 64, "use letters, digits, _ and +");

    private final Pattern pattern;
    private final int shortest;
    private final int longest;
    private final String advice;

    NameRule(String pattern, int shortest, int longest, String advice) {
        this.pattern = Pattern.compile(pattern);
        this.shortest = shortest;
        this.longest = longest;
        this.advice = advice;
    }

    boolean allows(String text) {
        return text.length() >= shortest
                && text.length() <= longest
                && pattern.matcher(text).matches();
    }

    /** What to do about a text that this rule does not allow; never repeats the text, which may be a secret. */
    String remedy() {
        String kind = name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return "is not a " + kind + ": " + advice + ", " + shortest + " to " + longest + " characters";
    }
}
