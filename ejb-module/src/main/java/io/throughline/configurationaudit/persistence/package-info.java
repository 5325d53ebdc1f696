/** Where configuration audits and their findings are kept. */
package io.throughline.configurationaudit.persistence;
