/**
 * The way from a request to the log: each session's sends one after another, receipts collapsed on the way, and an
 * answer within a deadline. The only package that knows Kafka.
 */
@NullMarked
package dev.parley.gateway.commands;

import org.jspecify.annotations.NullMarked;
