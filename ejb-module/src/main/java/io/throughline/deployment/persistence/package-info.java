/** Where deployments and the ledger of their targets are kept. */
package io.throughline.deployment.persistence;
