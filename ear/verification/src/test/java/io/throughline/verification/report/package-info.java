/** What the build says about its tests at the end. */
package io.throughline.verification.report;
