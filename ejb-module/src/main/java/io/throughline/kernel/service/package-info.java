/** Who acts, and the clock. */
package io.throughline.kernel.service;
