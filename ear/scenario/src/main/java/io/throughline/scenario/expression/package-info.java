/** What a scenario computes: {@code ${…}} in texts, paths into answers, times relative to the start, loops, comparisons. */
package io.throughline.scenario.expression;
