package io.throughline.verification.architecture.violation.io.throughline.audit.proof;

import jakarta.json.JsonObject;

/** Breaks the rule that proofs need nothing but the JDK. */
class ProofThatNeedsAServer {

    JsonObject proof;
}
