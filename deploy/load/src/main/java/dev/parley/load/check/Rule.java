package dev.parley.load.check;

/** One promise, held against the evidence. */
interface Rule {

    void check(Evidence evidence, Verdict verdict);
}
