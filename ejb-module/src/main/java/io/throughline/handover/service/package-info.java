/** Where one process answers to another: each handover in the transaction of what it answers to. */
package io.throughline.handover.service;
