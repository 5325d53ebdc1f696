/** Reading audits and deciding on findings, and the audit job's side of them. */
package io.throughline.configurationaudit.service;
