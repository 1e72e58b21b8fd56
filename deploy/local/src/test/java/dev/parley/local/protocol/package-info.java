/**
 * The protocol, row by row, over the public wire alone: two gateways, both kinds of socket, the REST calls. These tests
 * know the document and the addresses, and none of the code behind them.
 */
@NullMarked
package dev.parley.local.protocol;

import org.jspecify.annotations.NullMarked;
