/** What a scenario leaves behind: lines for whoever watches, and a file with what Throughline answered. */
package io.throughline.scenario.report;
