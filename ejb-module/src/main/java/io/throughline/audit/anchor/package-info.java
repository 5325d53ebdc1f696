/**
 * Places outside the database where checkpoints are kept, so that a trail that was cut or made anew as a whole is found:
 * folders, git repositories, HTTP witnesses and mailboxes.
 */
package io.throughline.audit.anchor;
