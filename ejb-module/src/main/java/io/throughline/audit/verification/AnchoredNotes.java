package io.throughline.audit.verification;

import java.util.List;

/**
 * What one anchor holds.
 *
 * @param anchor its name
 * @param notes the checkpoints that could be read back
 * @param trouble why it was not reached, or what it refused; null when all is well
 */
public record AnchoredNotes(String anchor, List<String> notes, String trouble) {}
