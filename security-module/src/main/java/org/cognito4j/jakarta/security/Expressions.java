package org.cognito4j.jakarta.security;

import jakarta.el.ELException;
import jakarta.el.ELProcessor;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates {@code #{…}} and {@code ${…}} in the texts of annotations, with the application's named beans. */
final class Expressions {

    private static final Pattern EXPRESSION = Pattern.compile("[#$]\\{([^}]*)}");

    private Expressions() {}

    static String evaluate(String text, BeanManager beans) {
        Matcher expressions = EXPRESSION.matcher(text);
        if (!expressions.find()) {
            return text;
        }
        try {
            ELProcessor processor = new ELProcessor();
            processor.getELManager().addELResolver(beans.getELResolver());
            return expressions.replaceAll(
                    expression -> Matcher.quoteReplacement(processor.getValue(expression.group(1), String.class)));
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "An annotation holds the expression " + text
                            + " but there is no Jakarta Expression Language. Add an implementation of it, for example"
                            + " org.glassfish.expressly:expressly",
                    e);
        } catch (ELException e) {
            throw new IllegalStateException("An annotation holds an expression that has no value: " + text, e);
        }
    }
}
