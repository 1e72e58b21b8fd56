package dev.parley.local.protocol;

/** Tests that are run over each kind of socket. */
interface OnWire {

    Wire wire();
}
