/** What is on servers against what closed changes authorized: audits, their findings, and what becomes of each. */
package io.throughline.web.configurationaudit;
