/** Every way in which the product declines a request, each with a stable key. */
package io.throughline.kernel.domain.refusal;
