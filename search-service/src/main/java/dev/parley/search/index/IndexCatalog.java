package dev.parley.search.index;

import dev.parley.search.text.TextRules;
import java.util.List;

/**
 * The generations, as all instances see them: it is kept in the engine itself, and each step below is one that either
 * happens as a whole or not at all, whoever else tries the same.
 */
public interface IndexCatalog {

    /**
     * All there are, in the order of their numbers.
     *
     * @throws IndexUnavailable as all methods do
     */
    List<Generation> generations();

    /**
     * Makes the first generation, which serves at once, unless there is one, whoever made it and however lately.
     *
     * @return whether this call did it
     */
    boolean createFirst(TextRules rules);

    /**
     * Makes an empty generation: serving if there is none at all, else building.
     *
     * @return the one that was made; or, if there is one being built already, that one
     */
    Generation create(TextRules rules);

    /**
     * Lets a generation that was being built serve from now on, and retires the one that did, in one step.
     *
     * @return whether this call did it; false if it was not being built any more
     */
    boolean promote(Generation building);

    /** Gives up what is being built, or lets go of what is retired: its data are gone. Nothing happens to another. */
    void drop(Generation generation);

    /** A handle for reading and writing; making one costs next to nothing. */
    MessageIndex open(Generation generation);
}
