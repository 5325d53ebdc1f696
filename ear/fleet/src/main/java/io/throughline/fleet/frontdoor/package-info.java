/**
 * The front doors of the fleet's services: HTTP servers that spread orders over a service's hosts and really place each,
 * with a TLS handshake against the payment gateway by what the chosen host trusts at that moment.
 */
package io.throughline.fleet.frontdoor;
