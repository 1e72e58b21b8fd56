package dev.parley.search.index;

/** An engine for the suite. */
public interface IndexUnderTest {

    /** A catalog without generations, whatever was there before. */
    IndexCatalog emptied();

    /** The same as another instance of the service sees it. */
    IndexCatalog another();
}
