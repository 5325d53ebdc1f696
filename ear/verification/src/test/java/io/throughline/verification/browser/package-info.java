/** The portal in a real browser. */
package io.throughline.verification.browser;
