package dev.parley.persistence;

import java.util.List;

/** A part that topics have to be there for, beside those that every instance needs. */
public interface RequiresTopics {

    /** None where the part is off. */
    List<String> topics();
}
