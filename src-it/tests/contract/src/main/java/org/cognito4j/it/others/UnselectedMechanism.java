package org.cognito4j.it.others;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Is no bean, as nothing selects it. */
@Alternative
@ApplicationScoped
public class UnselectedMechanism extends HeaderMechanism {}
