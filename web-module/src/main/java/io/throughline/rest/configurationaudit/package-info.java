/** Configuration audits and their findings over REST. */
package io.throughline.rest.configurationaudit;
