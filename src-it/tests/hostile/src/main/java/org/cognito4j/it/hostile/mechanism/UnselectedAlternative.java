package org.cognito4j.it.hostile.mechanism;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Is left behind by tests, and nothing selects it. */
@Alternative
@ApplicationScoped
public class UnselectedAlternative extends HeaderLogin {}
