/** The job that looks at servers and has what it sees compared with what closed changes authorized. */
package io.throughline.batch.configurationaudit;
