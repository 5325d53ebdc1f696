/** What a change needs to be judged on, and what the assessors say. */
package io.throughline.change.domain.assessment;
