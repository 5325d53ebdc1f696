/**
 * Runs tests inside the real application: one server, booted by the real launcher from the built distribution, for all
 * test classes of a run, on the database that {@code -Dit.database} names.
 */
package io.throughline.verification.harness;
