package dev.parley.search.indexing;

/** A generation was given up, or another has taken its place, and those who fill it have not noticed yet. */
final class GenerationGone extends RuntimeException {

    GenerationGone(int number) {
        super("generation " + number + " is not to be filled any more");
    }
}
