/** What the server tells probes about itself, by MicroProfile Health. In the WAR, where Payara looks for checks. */
package io.throughline.rest.health;
