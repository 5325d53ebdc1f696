/**
 * What the processes want somebody to be told. A process fires a {@link io.throughline.kernel.notice.Notice}; who is
 * told how, in which words and when it went out is the business of communication, which observes it in the same
 * transaction.
 */
package io.throughline.kernel.notice;
