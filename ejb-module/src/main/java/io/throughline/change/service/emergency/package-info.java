/**
 * What an emergency leaves to other people: to second what one person authorized alone, and to look back on it. They are
 * told when it is wanted, and once more when its time is over.
 */
package io.throughline.change.service.emergency;
