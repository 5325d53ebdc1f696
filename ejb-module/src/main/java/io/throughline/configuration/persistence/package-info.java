/** Where the configuration is kept. */
package io.throughline.configuration.persistence;
