/**
 * The database: one data source for Apache Derby and PostgreSQL, and the one migration history that serves both.
 *
 * <p>Which database is used is told by configuration alone ({@code throughline.db.*}); nothing is rebuilt.
 */
package io.throughline.kernel.persistence;
