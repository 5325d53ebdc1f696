/** Servers, what is installed on them, what closed changes put there, and which change holds them. */
package io.throughline.configuration.domain.server;
