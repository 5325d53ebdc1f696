package io.throughline.verification.architecture.violation.io.throughline.audit;

import io.throughline.identity.domain.Role;

/** Breaks the diagram: audit knows the kernel alone. */
class TrailThatKnowsPeople {
    Role role;
}
