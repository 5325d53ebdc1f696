/** What people and other processes do with changes. */
package io.throughline.change.service;
